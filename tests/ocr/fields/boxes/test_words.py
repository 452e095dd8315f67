"""Names with a box for each character."""

from collections.abc import Sequence

import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.ocr.fields.boxes.words import may_have_boxes, word_in_boxes
from bot.ocr.fields.second_look import look_again
from bot.ocr.labels.slots import Slot
from bot.ocr.page.geometry import quad
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from bot.pictures.fonts import font
from models.intake import Quad
from tests.ocr.fields.test_second_look import sure
from tests.ocr.printed import PAPER, PEN, PRINT
from tests.ocr.writing import line

LABEL = quad([[40, 100], [130, 100], [130, 130], [40, 130]])
SIDE = 44  # pixels of a box


def drawn(name: str, boxes: int = 8) -> Pixels:
    picture = Image.new("RGB", (700, 240), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.text((40, 100), "小区名", PRINT, font(30))
    for place in range(boxes):
        x = 180 + place * SIDE
        pen.rectangle((x, 93, x + SIDE, 93 + SIDE), outline=PRINT, width=2)
        pen.text((x + SIDE / 2, 93 + SIDE / 2), name[place : place + 1], PEN, font(30), "mm")
    return np.asarray(picture).copy()


class Same:
    """An engine that reads the same in each strip."""

    def __init__(self, answer: str) -> None:
        self.answer = answer

    def read(self, picture: Pixels) -> list[Line]:
        raise AssertionError("the page has been read already")

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        return [sure(self.answer, 0.9) for _ in strips]


def slot(*values: str, name: str = "community") -> Slot:
    pieces = [line(value, 200 + 44 * i, 100) for i, value in enumerate(values)]
    label = line("小区名", 40, 100)
    return Slot(name, label, pieces)


def test_the_filled_boxes_are_one_word() -> None:
    found = word_in_boxes(drawn("丰翔新城"), LABEL)
    assert found is not None
    assert found.count == 4


def test_without_boxes_there_is_none() -> None:
    assert word_in_boxes(drawn("", boxes=0), LABEL) is None
    assert word_in_boxes(drawn("", boxes=8), LABEL) is None


@pytest.mark.parametrize(
    ("values", "may"), [(("丰", "新"), True), (("丰翔新城",), False), (("丰翔", "城"), False)]
)
def test_single_characters_may_stand_in_boxes(values: tuple[str, ...], may: bool) -> None:
    assert may_have_boxes(slot(*values)) is may
    assert not may_have_boxes(slot(*values, name="description"))


@pytest.mark.parametrize(
    ("answer", "read"), [("丰翔新城", "丰翔新城"), ("丰翔新", "丰新"), ("", "丰新")]
)
def test_the_word_replaces_its_characters_where_each_was_read(answer: str, read: str) -> None:
    name = slot("丰", "新")
    look_again([name], drawn("丰翔新城"), Same(answer))
    assert name.text == read
