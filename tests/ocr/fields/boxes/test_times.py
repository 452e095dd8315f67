"""Times with a box for each digit, drawn and looked for."""

from itertools import accumulate

import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.ocr.fields.boxes.times import time_in_boxes, with_units
from bot.ocr.page.picture import Pixels
from bot.pictures.fonts import font
from tests.ocr.fields.boxes.test_digits import LABEL, ROW, SIDE
from tests.ocr.printed import PAPER, PEN, PRINT, badly_lit
from tests.ocr.writing import line

UNITS = "年月日时分"


def drawn_time(
    digits: str, *, groups: tuple[int, ...] = (4, 2, 2, 2, 2), apart: int = 30
) -> Pixels:
    """A label, and boxes in groups with their units between them."""
    picture = Image.new("RGB", (1000, 240), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.text((40, 100), "来电时间", PRINT, font(30))
    ends = list(accumulate(groups))
    for place in range(ends[-1]):
        group = sum(end <= place for end in ends)
        x = 200 + place * SIDE + group * apart
        pen.rectangle((x, ROW, x + SIDE, ROW + SIDE), outline=PRINT, width=2)
        pen.text((x + SIDE / 2, ROW + SIDE / 2), digits[place : place + 1], PEN, font(32), "mm")
        if place + 1 in ends and apart:
            pen.text((x + SIDE + apart / 2, ROW + SIDE / 2), UNITS[group], PRINT, font(20), "mm")
    return np.asarray(picture).copy()


def count(picture: Pixels) -> int:
    found = time_in_boxes(picture, LABEL)
    return found.count if found else 0


def test_the_boxes_of_a_time_are_found() -> None:
    assert count(drawn_time("202505261639")) == 12
    assert count(badly_lit(drawn_time("202505261639"))) == 12


def test_the_century_may_be_printed() -> None:
    assert count(drawn_time("2505261639", groups=(2, 2, 2, 2, 2))) == 10


@pytest.mark.parametrize(
    "picture",
    [
        drawn_time("202505261639", apart=0),  # a number of twelve digits
        drawn_time("20250526", groups=(4, 2, 2)),
        drawn_time("2025052616"),  # two are empty
    ],
    ids=["no groups", "a day", "not filled"],
)
def test_other_boxes_are_no_time(picture: Pixels) -> None:
    assert time_in_boxes(picture, LABEL) is None


def test_its_units_stand_behind_its_groups() -> None:
    assert with_units(line("202505261639", 0, 0)).text == "2025年05月26日16时39分"
    assert with_units(line("2505261639", 0, 0)).text == "25年05月26日16时39分"
