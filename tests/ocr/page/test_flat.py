"""Rows of a page stay rows, however the photo was taken."""

import itertools
from collections.abc import Mapping
from math import cos, pi, sin

import pytest

from bot.ocr.page.flat import flat_page
from tests.ocr.writing import HEIGHT, Bend, line

ROWS = range(100, 1500, 80)


def turned(degrees: float) -> Bend:
    """Lying askew, or on its side, or upside down."""
    a = degrees * pi / 180
    return lambda x, y: (x * cos(a) - y * sin(a), x * sin(a) + y * cos(a))


def slanted(x: float, y: float) -> tuple[float, float]:
    """Taken from a corner: rows run together."""
    depth = 1 + 0.00012 * x + 0.0002 * y
    return (x + 0.1 * y) / depth, (y + 0.08 * x) / depth


def curled(x: float, y: float) -> tuple[float, float]:
    """A sheet that bulges in the middle."""
    return x, y + 18 * sin(pi * x / 1200)


BENDS: Mapping[str, Bend] = {
    "flat": lambda x, y: (x, y),
    "askew": turned(9),
    "on its side": turned(90),
    "upside down": turned(180),
    "nearly upside down": turned(-176),
    "slanted": slanted,
    "curled": curled,
}


@pytest.mark.parametrize("name", BENDS)
def test_label_and_value_lie_level_and_rows_apart(name: str) -> None:
    bend = BENDS[name]
    labels = [line("联系电话", 80, y, bend) for y in ROWS]
    values = [line("13812345678转二十三号楼", 420, y, bend) for y in ROWS]
    ends = [line("加急", 1050, y, bend) for y in ROWS]
    page = flat_page([*labels, *values, *ends])
    rows = [[page.spot(one) for one in row] for row in zip(labels, values, ends, strict=True)]
    for row in rows:
        assert max(spot.y for spot in row) - min(spot.y for spot in row) < 0.35 * HEIGHT
        assert row[0].right < row[1].left < row[1].right < row[2].left
    heights = [row[0].y for row in rows]
    assert heights == sorted(heights)
    assert all(b - a > 1.2 * HEIGHT for a, b in itertools.pairwise(heights))


def test_it_is_laid_flat_once_for_the_same_lines() -> None:
    lines = [line("所属小区大华一村", 80, y) for y in ROWS]
    assert flat_page(lines) is flat_page(tuple(lines))
    assert flat_page(lines) is not flat_page(lines[1:])


def test_a_stray_line_does_not_bend_the_page() -> None:
    straight = [line("所属小区大华一村", 80, y) for y in ROWS]
    stray = line("歪歪扭扭的一行字", 700, 400, turned(25))
    page = flat_page([*straight, stray])
    for y, one in zip(ROWS, straight, strict=True):
        assert page.spot(one).y - page.spot(straight[0]).y == pytest.approx(y - ROWS[0], abs=6)
