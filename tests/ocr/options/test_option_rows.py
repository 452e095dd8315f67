"""Rows of printed options are known by what they are."""

import pytest

from bot.ocr.labels.slots import Slot
from bot.ocr.options.option_rows import give_options
from bot.ocr.page.flat import flat_page
from bot.ocr.page.lines import Line
from tests.ocr.writing import line


def give(slots: list[Slot], *lines: Line) -> list[Line]:
    return give_options(slots, lines, flat_page(lines), lambda _: None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("□供水□排水☑漏水", "category"),
        ("供水 排水 漏水", "category"),
        ("V水□排水□漏水□管道", "category"),  # a tick hides a character
        ("□其他", "category"),
        ("[]保洁[]绿化", "category"),
        ("□供水 Water ☑排水 Drain", "category"),
        ("1.安保2.外墙3.绿化", "category"),
        ("度☑一般", "urgency"),  # the half of 程　　度
        ("一般 □紧急 □特急", "urgency"),
        ("一般（ ）紧急（√）特急（ ）", "urgency"),
    ],
)
def test_a_row_of_options_is_of_its_field(text: str, name: str) -> None:
    slots: list[Slot] = []
    assert give(slots, line(text, 0, 0)) == []
    assert [(slot.name, slot.values[0].text) for slot in slots] == [(name, text)]


@pytest.mark.parametrize(
    "text",
    [
        "漏水",
        "停车",
        "厨房漏水，电梯也停了",
        "13812345678",
        "紧急",
        "车库出口道闸杆卡住，早高峰车辆出不去",
    ],
)
def test_what_may_be_written_is_no_row_of_options(text: str) -> None:
    slots: list[Slot] = []
    assert [one.text for one in give(slots, line(text, 0, 0))] == [text]
    assert slots == []


def test_a_row_goes_to_the_slot_that_its_field_has() -> None:
    slot = Slot("category", line("问题类别", 0, 0), [line("□供水□排水", 150, 0)])
    give([slot], line("□漏水□管道", 150, 40))
    assert [value.text for value in slot.values] == ["□供水□排水", "□漏水□管道"]


def test_a_row_that_the_ruling_gives_to_another_kind_of_options_stays_there() -> None:
    urgency = Slot("urgency", line("紧急程度", 0, 0))
    row = line("□供水□排水", 150, 0)
    assert give_options([urgency], [row], flat_page([row]), lambda _: urgency) == [row]


@pytest.mark.parametrize("place", [(150, 3), (3, 45)], ids=["in a row", "in a column"])
def test_an_option_whose_box_was_not_seen_belongs_to_those_beside_it(
    place: tuple[float, float],
) -> None:
    slots: list[Slot] = []
    assert give(slots, line("□供水", 0, 0), line("漏水", *place)) == []
    assert [[value.text for value in slot.values] for slot in slots] == [["□供水", "漏水"]]


def test_a_written_word_far_from_any_option_is_none() -> None:
    written = line("漏水", 300, 200)
    assert give([], line("□供水", 0, 0), written) == [written]


def test_words_in_a_row_are_options_without_boxes() -> None:
    slots: list[Slot] = []
    lines = (line("一般", 0, 0), line("紧急", 100, 4), line("特急", 200, 2))
    assert give(slots, *lines) == []
    assert [(slot.name, len(slot.values)) for slot in slots] == [("urgency", 3)]


def test_options_say_what_their_label_asks_for() -> None:
    slot = Slot("category", line("事件性质", 0, 0), [line("□特急□紧急□一般", 150, 0)])
    give([slot], line("沈桂芳", 0, 60))
    assert slot.name == "urgency"


def test_a_ticked_box_may_be_read_as_a_letter() -> None:
    slots: list[Slot] = []
    row = [line(text, 300 * n, 0) for n, text in enumerate(("□供水", "停车团", "□保洁"))]
    assert give(slots, *row) == []
    assert [value.text for value in slots[0].values] == ["□供水", "□保洁", "停车团"]


def test_an_option_with_its_translation_belongs_to_those_beside_it() -> None:
    slots: list[Slot] = []
    rest = give(slots, line("一般Normal", 0, 0), line("□紧急Urgent", 400, 0))
    assert rest == []
    assert {value.text for value in slots[0].values} == {"一般Normal", "□紧急Urgent"}
