"""Who signed a note, where no label asks for it."""

import pytest

from bot.ocr.fields.signature import is_signed
from bot.ocr.page.lines import Line
from tests.ocr.finding import CALL, read, read_column
from tests.ocr.writing import line

NOTE = ("丰翔新城3号502室", "沈桂芳13812345678", CALL["description"])


@pytest.mark.parametrize("text", ["挂牌苏根生", "热线邓海燕", "核对人：张家明", "房管所谢立新"])
def test_a_desk_s_word_and_a_name(text: str) -> None:
    found = read_column("小区：丰翔新城", "电话：13812345678", "情况：厨房水管漏水", text)
    assert found["operator"] == text[-3:]


@pytest.mark.parametrize(
    "text", ["人来看", "安装雷达灯", "业主：沈桂芳", "处理张家明", "水电记", "监控室黄灯亮"]
)
def test_other_words_are_no_signature(text: str) -> None:
    assert not is_signed(text)


def test_of_two_none_is() -> None:
    found = read_column(*NOTE, "挂牌苏根生", "热线邓海燕")
    assert "operator" not in found


def test_who_is_asked_for_by_a_label_signed() -> None:
    found = read_column(*NOTE, "挂牌苏根生", "值班员：邓海燕")
    assert found["operator"] == "邓海燕"


@pytest.mark.parametrize("signed", ["马国平2024/10/23 19:35", "马国平"])
def test_the_lowest_name_signs_though_the_day_stands_beside_it(signed: str) -> None:
    found = read_column("丰翔新城3号502室", "沈桂芳", "13812345678", CALL["description"], signed)
    assert (found["caller"], found["operator"]) == ("沈桂芳", "马国平")


FORM = ("来电人：沈桂芳", "电话：13812345678", "小区：丰翔新城", "情况：厨房水管漏水，地上全是水")


def test_the_only_name_below_the_caller_s_signs_whatever_stands_before_it() -> None:
    assert read_column(*FORM, "收条子：陶阿毛")["operator"] == "陶阿毛"
    assert read_column(*FORM, "宋根生")["operator"] == "宋根生"


def test_who_has_a_title_or_comes_second_does_not() -> None:
    assert "operator" not in read_column(*FORM, "宋先生")
    assert "operator" not in read_column(*FORM, "宋根生", "陶阿毛")
    assert "operator" not in read_column("宋根生", *FORM)  # above


def signed(*last: Line) -> str | None:
    form = (line(text, 60, (0, 180, 240, 300)[i]) for i, text in enumerate(FORM))
    return read(*form, *last).get("operator")


def test_a_person_s_label_that_nobody_knows_names_who_signed() -> None:
    assert signed(line("岗亭员", 60, 60), line("乐怡", 60, 100)) == "乐怡"
    others = (line("闲杂人", 600, 60), line("请保持安静", 800, 60))
    assert signed(line("岗亭员", 60, 60), line("乐怡", 300, 60), *others) == "乐怡"


def test_of_two_such_labels_none_does() -> None:
    one = (line("岗亭员", 60, 60), line("乐怡", 300, 60))
    assert signed(*one, line("观察员", 600, 60), line("苏合", 800, 60)) is None


def test_a_printed_sentence_is_nobody_s_name() -> None:
    found = read_column(*FORM, "接线人：邓海燕", "热线人员填写后拍照上传，原件留存三年。")
    assert found["operator"] == "邓海燕"


def test_who_signs_may_be_called_as_colleagues_do() -> None:
    found = read_column(
        "12月6日19:08", "丰翔新城3号502室", "沈桂芳13812345678", "电梯不动", "记小万"
    )
    assert found["operator"] == "小万"
