"""Rows of printed options are known by what they are."""

import pytest

from bot.ocr.option_rows import give_options
from bot.ocr.slots import Slot
from tests.ocr.writing import line


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
    assert give_options(slots, [line(text, 0, 0)]) == []
    assert [(slot.name, slot.values[0].text) for slot in slots] == [(name, text)]


@pytest.mark.parametrize("text", ["漏水", "停车", "厨房漏水，电梯也停了", "13812345678", "紧急"])
def test_what_may_be_written_is_no_row_of_options(text: str) -> None:
    slots: list[Slot] = []
    assert [one.text for one in give_options(slots, [line(text, 0, 0)])] == [text]
    assert slots == []


def test_a_row_goes_to_the_slot_that_its_field_has() -> None:
    slot = Slot("category", line("问题类别", 0, 0), [line("□供水□排水", 150, 0)])
    give_options([slot], [line("□漏水□管道", 150, 40)])
    assert [value.text for value in slot.values] == ["□供水□排水", "□漏水□管道"]
