"""Telephones of notes without labels that are none by themselves."""

import pytest

from bot.ocr.fields.number_of_note import number_of_note
from bot.ocr.labels.slots import Slot
from tests.ocr.finding import CALL
from tests.ocr.writing import line


def told(*texts: str, without: str = "") -> dict[str, str]:
    lines = [line(text, 60, 60 * i) for i, text in enumerate(texts)]
    known = [
        Slot(name, lines[0], [lines[0]])
        for name in ("community", "address", "description")
        if name != without
    ]
    return {slot.name: slot.text for slot in number_of_note(known, lines)}


@pytest.mark.parametrize("number", ["1381234567", "138123456789", "66120398"])
def test_a_number_that_is_none_by_itself_is_the_notes(number: str) -> None:
    assert told(f"沈桂芳{number}", CALL["description"]) == {"caller": "沈桂芳", "phone": number}
    assert told(number) == {"phone": number}


@pytest.mark.parametrize("figures", ["20241108", "2024110823", "2024-11-08", "1381234", "8:15"])
def test_other_figures_are_no_telephone(figures: str) -> None:
    assert told(f"{figures}来电") == {}


def test_a_page_that_does_not_tell_where_or_what_has_other_numbers() -> None:
    assert told("1381234567", without="community") == {}
    assert told("1381234567", without="description") == {}


def test_of_two_numbers_nobody_knows_which() -> None:
    assert told("1381234567", "66120398") == {}


def test_a_name_before_the_number_is_the_callers_and_another_of_who_signed() -> None:
    lines = [line(text, 60, 60 * i) for i, text in enumerate(("李老伯61173091", "丁莉"))]
    known = [Slot(name, lines[0], [lines[0]]) for name in ("community", "address", "description")]
    signed = Slot("caller", lines[1], [lines[1]], told=True)
    found = number_of_note([*known, signed], lines)
    assert {slot.name: slot.text for slot in found} == {"phone": "61173091", "caller": "李老伯"}
    assert signed.name == "operator"
