"""Notes on whatever lies about: a sticker, a letter, a message, a page of the log."""

import pytest

from bot.ocr.prose.calls import in_a_sentence
from tests.ocr.prose.test_calls import DIRECTORY, page, read, said

WHO = {
    "community": "丰翔新城",
    "address": "7-502",
    "caller": "沈桂芳",
    "phone": "13812345678",
}


@pytest.mark.parametrize(
    "note",
    [
        ("刚刚丰翔新城7-502的沈桂芳打", "来热线，电话13812345678"),
        ("丰翔新城7-502的沈桂芳", "说厨房水管漏水，", "13812345678"),
        ("接到丰翔新城", "7-502，沈桂芳来电，13812345678"),
        ("我是丰翔新城7-502室的住户", "沈桂芳，手机13812345678"),
        ("沈桂芳，住丰翔新城7-502，电话", "13812345678"),
        ("电话13812345678(沈桂芳)", "住丰翔新城7-502室"),
    ],
    ids="".join,
)
def test_who_and_where_in_a_few_words(note: tuple[str, ...]) -> None:
    assert {name: text for name, text in read(*note).items() if name in WHO} == WHO


def test_a_name_stands_before_a_landline_as_well() -> None:
    note = "丰翔新城60号202室邓美珍021-58301252来电反映整个单元停水，已告知住户等候"
    found = said(in_a_sentence(page(note), DIRECTORY))
    assert found["caller"] == "邓美珍"
    assert found["description"] == "整个单元停水"


def test_a_room_with_a_figure_struck_out_is_kept_to_be_asked_about() -> None:
    note = "丰翔新城60号2%2室邓美珍021-58301252来电反映整个单元停水"
    assert said(in_a_sentence(page(note), DIRECTORY))["address"] == "60号2%2室"


@pytest.mark.parametrize("urgency", ["此事特急，请速派人", "，特急。", "，加急！"])
def test_how_urgent_it_is_said_to_be(urgency: str) -> None:
    found = read("丰翔新城3号502室沈桂芳来电，反映：电梯关不上", urgency)
    assert found["urgency"] in ("特急", "加急")


@pytest.mark.parametrize("half", ["", "上午", "晚上"])
def test_a_day_said_without_its_year(half: str) -> None:
    found = read(f"9月2号{half}9:41，丰翔新城39号302室宋桂珍来电，反映漏水")
    assert found["time"] == f"9月2号{half}9:41"


@pytest.mark.parametrize(
    ("told", "trouble"),
    [
        ("沈桂芳打来，讲旧家具堆在安全出口，疏散门推不开", "旧家具堆在安全出口，疏散门推不开"),
        ("沈桂芳来电，反映外墙起皮，碎片掉落。电话13812345678", "外墙起皮，碎片掉落"),
        ("沈桂芳来电，反映道闸砸到车顶。来电人电话为13812345678", "道闸砸到车顶"),
        ("沈桂芳来电，反映夜间没有保安。望加强管理", "夜间没有保安"),
        ("沈桂芳说门禁按了不响，让物业尽快回个电话", "门禁按了不响"),
        ("沈桂芳来电，反映门禁刷不开，要绕路。已向来电人说明", "门禁刷不开，要绕路"),
    ],
)
def test_the_trouble_ends_where_the_note_goes_on(told: str, trouble: str) -> None:
    found = said(in_a_sentence(page(f"丰翔新城3号502室{told}"), DIRECTORY))
    assert found["description"] == trouble
