"""Rows of printed options are known by what they are."""

import pytest

from bot.ocr.lines import Line
from bot.ocr.option_rows import give_options
from bot.ocr.slots import Slot
from tests.ocr.writing import line


def no_owner(_: Line) -> Slot | None:
    return None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("□供水□排水☑漏水", "category"),
        ("供水 排水 漏水", "category"),
        ("V水□排水□漏水□管道", "category"),  # a tick hides a character
        ("□其他", "category"),
        ("一般 □紧急 □特急", "urgency"),
        ("一般（ ）紧急（√）特急（ ）", "urgency"),
    ],
)
def test_a_row_of_options_is_of_its_field(text: str, name: str) -> None:
    slots: list[Slot] = []
    assert give_options(slots, [line(text, 0, 0)], no_owner) == []
    assert [(slot.name, slot.values[0].text) for slot in slots] == [(name, text)]


@pytest.mark.parametrize("text", ["漏水", "停车", "厨房漏水，电梯也停了", "13812345678", "紧急"])
def test_what_may_be_written_is_no_row_of_options(text: str) -> None:
    slots: list[Slot] = []
    assert [one.text for one in give_options(slots, [line(text, 0, 0)], no_owner)] == [text]
    assert slots == []


def test_a_row_goes_to_the_slot_that_its_field_has() -> None:
    slot = Slot("category", line("问题类别", 0, 0), [line("□供水□排水", 150, 0)])
    give_options([slot], [line("□漏水□管道", 150, 40)], no_owner)
    assert [value.text for value in slot.values] == ["□供水□排水", "□漏水□管道"]


def test_a_row_that_the_ruling_gives_to_another_kind_of_options_stays_there() -> None:
    urgency = Slot("urgency", line("紧急程度", 0, 0))
    row = line("□供水□排水", 150, 0)
    assert give_options([urgency], [row], lambda _: urgency) == [row]
