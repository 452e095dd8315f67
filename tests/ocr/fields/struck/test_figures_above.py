"""Figures above struck ones of a telephone, where the finder saw none."""

from dataclasses import replace

import numpy as np
import pytest

from bot.ocr.fields.struck.figures_above import look_above
from bot.ocr.labels.slots import Slot
from bot.ocr.page.lines import Line
from models.intake import Quad
from tests.ocr.answering import Answering
from tests.ocr.writing import line

PAGE = np.full((400, 900, 3), 230, np.uint8)
LEFT, ROW, SIZE = 100, 200, 30


def look(number: Line, answer: str) -> tuple[Slot, list[Quad]]:
    reader = Answering(answer)
    slot = Slot("phone", line("电话", 20, ROW), [number])
    look_above([slot], PAGE, reader)
    return slot, reader.boxes


def with_gap(text: str, at: int) -> Line:
    """A line in which a character between two others was not read."""
    whole = line(f"{text[:at]}?{text[at:]}", LEFT, ROW, height=SIZE)
    return replace(whole, glyphs=(*whole.glyphs[:at], *whole.glyphs[at + 1 :]))


@pytest.mark.parametrize(
    ("number", "at", "answer", "whole"),
    [
        (line("021-59104#F42", LEFT, ROW, height=SIZE), 9.5, "1", "021-59104142"),
        (with_gap("132-7308-445", 10), 10, "1", "132-7308-4145"),
        (with_gap("138123456", 5), 5, "70", "13812703456"),
    ],
)
def test_what_is_read_there_is_of_the_number_and_asked_about(
    number: Line, at: float, answer: str, whole: str
) -> None:
    slot, ((corner, right, *_),) = look(number, answer)
    assert slot.text == whole
    assert slot.values[0].confidence == 0.0
    assert corner[0] < LEFT + (at + 0.5) * SIZE < right[0]
    assert corner[1] < ROW


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        (with_gap("132-7308-445", 10), "一"),
        (with_gap("132-7308-4", 10), "1"),  # it would be none still
        (line("13812345678", LEFT, ROW), "1"),
        (line("1381234567", LEFT, ROW), "8"),  # nothing is struck: a figure was left out
        (line("1#812#4567", LEFT, ROW), "3"),  # nobody knows which was written anew
        (line("无", LEFT, ROW), "1"),
    ],
)
def test_else_the_number_stays(number: Line, answer: str) -> None:
    assert look(number, answer)[0].values == [number]
