"""Labels that were seen in pieces."""

from tests.ocr.finding import read
from tests.ocr.writing import line


def test_the_other_half_of_a_label_may_have_its_value_behind_it() -> None:
    assert read(
        line("电话：13812345678", 60, 0),
        line("小", 60, 60),
        line("区：丰翔新城", 120, 60),
        line("地", 60, 120),
        line("址：3号502室", 120, 120),
        line("内容：厨房水管漏水", 60, 180),
    ) == {
        "phone": "13812345678",
        "community": "丰翔新城",
        "address": "3号502室",
        "description": "厨房水管漏水",
    }


def test_a_last_word_of_labels_may_be_set_wide() -> None:
    found = read(
        line("电话：13812345678", 60, 0),
        line("情", 60, 60),
        line("况", 150, 60),
        line("厨房水管漏水，地上全是水", 300, 60),
    )
    assert found["description"] == "厨房水管漏水，地上全是水"


def test_the_last_character_of_a_label_may_stand_apart() -> None:
    found = read(
        line("电话：13812345678", 60, 0),
        line("内容：厨房水管漏水", 60, 60),
        line("填卡", 60, 120),
        line("人", 170, 120),
        line("沈桂芳", 300, 120),
    )
    assert found["operator"] == "沈桂芳"


def test_a_label_may_stand_upright() -> None:
    upright = [line(letter, 60, 200 + 50 * n) for n, letter in enumerate("通话内容")]
    found = read(
        line("小区：丰翔新城", 60, 0),
        line("电话：13812345678", 60, 60),
        *upright,
        line("厨房水管漏水，地上全是水", 200, 200),
    )
    assert found["description"] == "厨房水管漏水，地上全是水"


def test_an_upright_heading_that_nobody_knows_is_no_value() -> None:
    upright = [line(letter, 0, 50 * n) for n, letter in enumerate("投诉方栏")]
    rows = ("小区：丰翔新城", "电话：13812345678", "内容：厨房水管漏水，请来")
    found = read(*upright, *(line(text, 100, 60 * n) for n, text in enumerate(rows)))
    assert found["description"] == "厨房水管漏水，请来"


def test_a_whole_label_below_another_ends_none() -> None:
    """处置 is what others do, and 值守人 who took the call; 处理时间 is one label of two lines."""
    call = (line("小区：丰翔新城", 60, 0), line("内容：厨房水管漏水", 60, 60))
    two = read(*call, line("处置", 60, 200), line("值守人", 60, 240), line("沈桂芳", 300, 240))
    one = read(*call, line("处理", 60, 200), line("时间", 60, 232), line("三天", 300, 216))
    assert two["operator"] == "沈桂芳"
    assert "time" not in one


def test_a_section_and_the_label_below_it_are_two() -> None:
    found = read(
        line("小区：丰翔新城", 60, 0),
        line("内容：厨房水管漏水", 60, 60),
        line("受理", 60, 200),
        line("受理员", 60, 240),
        line("沈桂芳", 300, 240),
    )
    assert found["operator"] == "沈桂芳"


def test_a_label_in_brackets_may_be_wrapped() -> None:
    found = read(
        line("电话：13812345678", 60, 0),
        line("小区（项", 60, 60),
        line("目）：", 60, 95),
        line("万里家园", 300, 60),
        line("内容：厨房水管漏水", 60, 160),
    )
    assert found["community"] == "万里家园"


def test_the_other_half_may_have_its_value_right_behind_it() -> None:
    found = read(
        line("电话：13812345678", 60, 0),
        line("小", 60, 60),
        line("区万里家园", 120, 60),
        line("内容：厨房水管漏水", 60, 120),
    )
    assert found["community"] == "万里家园"


def test_single_characters_in_boxes_are_no_label() -> None:
    boxes = [line(one, 300 + 50 * i, 60) for i, one in enumerate("场中小区")]
    found = read(line("小区名", 60, 60), *boxes, line("电话：13812345678", 60, 120))
    assert found["community"] == "场|中|小|区"


def test_a_name_above_a_label_that_is_whole_is_none_of_it() -> None:
    found = read(line("投诉/求助人肖雪梅", 60, 0), line("可拨通的电话13812345678", 60, 40))
    assert (found["caller"], found["phone"]) == ("肖雪梅", "13812345678")
