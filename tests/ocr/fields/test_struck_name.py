"""Names that were begun wrong, drawn with a pen's strokes through the first character."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.ocr.fields.struck_name import without_struck_surname
from bot.ocr.page.picture import Pixels
from bot.pictures.fonts import font
from tests.ocr.printed import PAPER, PEN, badly_lit
from tests.ocr.writing import line

SIZE = 40  # pixels of a character


def written(text: str, *, struck: bool) -> Pixels:
    picture = Image.new("RGB", (400, 120), PAPER)
    ImageDraw.Draw(picture).text((60, 40), text, PEN, font(SIZE))
    page = np.asarray(picture).copy()
    if struck:
        cv2.line(page, (56, 58), (102, 54), PEN, 3, cv2.LINE_AA)
        cv2.line(page, (57, 66), (103, 63), PEN, 3, cv2.LINE_AA)
    return page


def name(text: str, page: Pixels) -> str:
    return without_struck_surname(line(text, 60, 30, height=SIZE), page).text


@pytest.mark.parametrize("text", ["徐黄建国", "张王女士", "王沈美珍"])
def test_a_struck_surname_is_left_out(text: str) -> None:
    page = written(text, struck=True)
    assert name(text, page) == name(text, badly_lit(page)) == text[1:]


def test_the_second_of_two_may_be_struck() -> None:
    page = written("郑王凤英", struck=False)
    cv2.line(page, (98, 62), (142, 58), PEN, 3, cv2.LINE_AA)
    assert name("郑王凤英", page) == "郑凤英"


def test_two_surnames_are_kept_where_none_is_struck() -> None:
    assert name("徐黄建国", written("徐黄建国", struck=False)) == "徐黄建国"


def test_nothing_but_a_whole_name_may_be_left() -> None:
    for text in ("徐建国", "居民建国"):
        assert name(text, written(text, struck=True)) == text
