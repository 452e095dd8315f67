"""Labels of two rows in a narrow cell, drawn and read."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.ocr.engines import engine
from bot.ocr.engines.two_rows import parted
from bot.ocr.page.geometry import quad
from bot.ocr.page.picture import Pixels
from bot.pictures.fonts import font
from models.intake import Quad

PAPER, INK = (245, 243, 238), (40, 40, 45)
SIZE = 28  # pixels of a character
PITCH = 36  # pixels from one row to the next
BOX = quad([[41, 18], [103, 18], [103, 90], [41, 90]])
USUAL = 44  # pixels that a line is high


def drawn(*rows: str) -> Pixels:
    picture = Image.new("RGB", (140, 110), PAPER)
    for row, text in enumerate(rows):
        ImageDraw.Draw(picture).text((44, 20 + PITCH * row), text, INK, font(SIZE))
    return np.asarray(picture)


def read(picture: Pixels, box: Quad) -> list[str]:
    strips = [
        (picture[round(a[1]) : round(c[1]), round(a[0]) : round(c[0])], (a, b, c, d))
        for a, b, c, d in parted(picture, box, USUAL)
    ]
    return [line.text for line in engine("rapidocr").recognise(strips)]


@pytest.mark.parametrize("rows", [("小区", "全名"), ("手机", "固话"), ("接电", "人")])
def test_each_of_two_rows_is_read(rows: tuple[str, str]) -> None:
    assert tuple(read(drawn(*rows), BOX)) == rows


def test_a_large_word_is_one_row() -> None:
    picture = Image.new("RGB", (140, 110), PAPER)
    ImageDraw.Draw(picture).text((40, 16), "急", INK, font(66))
    assert parted(np.asarray(picture), BOX, USUAL) == [BOX]


def test_a_line_as_high_as_the_others_is_one_row() -> None:
    assert parted(drawn("小区", "全名"), BOX, 72) == [BOX]


def test_labels_below_one_another_are_not_rows() -> None:
    narrow = quad([[41, 18], [75, 18], [75, 90], [41, 90]])
    assert parted(drawn("小", "区"), narrow, USUAL) == [narrow]


def test_a_cell_s_border_is_no_ink_between_rows() -> None:
    picture = drawn("小区", "全名").copy()
    picture[:, 42:44] = INK
    assert len(parted(picture, BOX, USUAL)) > 1
