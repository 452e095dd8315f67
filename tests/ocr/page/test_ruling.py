"""Cells found in a picture of a ruled page."""

from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np
import pytest

from bot.ocr.page.lines import Glyph, Line
from bot.ocr.page.picture import Pixels
from bot.ocr.page.ruling import Ruling
from tests.ocr.writing import line

COLUMNS, ROWS = (60, 260, 760), (100, 160, 220, 400)
TEXTS = [
    ("来电人", 80, 115),
    ("沈桂芳", 300, 115),
    ("联系电话", 80, 175),
    ("13812345678", 300, 175),
]


def table(*, ruled: bool = True) -> tuple[Pixels, list[Line]]:
    """A page with a table of two columns and three rows; words are drawn as bars and strokes."""
    page = np.full((500, 820, 3), 225, np.uint8)
    for x in COLUMNS if ruled else ():
        cv2.line(page, (x, ROWS[0]), (x, ROWS[-1]), (60, 60, 60), 2)
    for y in ROWS if ruled else ():
        cv2.line(page, (COLUMNS[0], y), (COLUMNS[-1], y), (60, 60, 60), 2)
    lines = [line(text, x, y) for text, x, y in TEXTS]
    for text, x, y in TEXTS:
        for i in range(len(text)):
            cv2.rectangle(page, (x + 30 * i + 4, y + 4), (x + 30 * i + 25, y + 25), (40, 40, 40), 3)
    return page, lines


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_each_word_stands_in_its_cell_however_the_page_is_turned(turns: int) -> None:
    page, lines = table()
    turned = np.ascontiguousarray(np.rot90(page, turns))
    lines = [_turned(one, page.shape[:2], turns) for one in lines]
    ruling = Ruling(turned, lines)
    cells = [ruling.cell(one) for one in lines]
    assert None not in cells
    assert len(set(cells)) == len(lines)
    label, value, below, _ = (cell for cell in cells if cell)
    assert value.right_of(label)
    assert below.below(label)


def test_a_page_without_ruling_has_no_cells() -> None:
    page, lines = table(ruled=False)
    ruling = Ruling(page, lines)
    assert ruling.all == ()
    assert [ruling.cell(one) for one in lines] == [None] * len(lines)


def test_a_line_that_fills_two_cells_is_cut_at_the_rule() -> None:
    page, lines = table()
    label, value = lines[0], lines[1]
    both = Line(
        (label.box[0], value.box[1], value.box[2], label.box[3]),
        tuple(_placed(label, value)),
    )
    ruling = Ruling(page, lines)
    assert [piece.text for piece in ruling.cut(both)] == ["来电人", "沈桂芳"]
    assert [piece.text for piece in ruling.cut(value)] == ["沈桂芳"]


def test_a_rule_before_figures_cuts_however_near_they_stand() -> None:
    page, lines = table()
    room = line("3号502室", 262, 115)  # the rule is at 260
    name = line("骏利财富", 140, 115)
    both = Line((name.box[0], room.box[1], room.box[2], name.box[3]), tuple(_placed(name, room)))
    letters = replace(both, glyphs=tuple(replace(g, text="城") for g in both.glyphs))
    ruling = Ruling(page, lines)
    assert [piece.text for piece in ruling.cut(both)] == ["骏利财富", "3号502室"]
    assert len(list(ruling.cut(letters))) == 1  # a fold runs through a word


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("14:24", "沈桂芳"),
        ("2024.11.8", "祝海燕"),
        ("13812345678", "丰翔新城"),
        ("31号502室", "到车棚"),
    ],
)
def test_a_rule_behind_a_whole_value_of_figures_cuts_however_near_the_next_stands(
    first: str, second: str
) -> None:
    page, lines = table()
    value, next_one = line(first, 260 - 30 * len(first), 115), line(second, 262, 115)
    corners = (value.box[0], next_one.box[1], next_one.box[2], value.box[3])
    both = Line(corners, tuple(_placed(value, next_one)))
    assert [piece.text for piece in Ruling(page, lines).cut(both)] == [first, second]


@pytest.mark.parametrize(
    ("figure", "unit"), [("门牌-31", "号楼"), ("14:24", "分来电"), ("地下车库", "积水")]
)
def test_a_fold_cuts_no_figure_from_its_unit_nor_a_word(figure: str, unit: str) -> None:
    page, lines = table()
    value, next_one = line(figure, 260 - 30 * len(figure), 115), line(unit, 262, 115)
    corners = (value.box[0], next_one.box[1], next_one.box[2], value.box[3])
    both = Line(corners, tuple(_placed(value, next_one)))
    assert len(list(Ruling(page, lines).cut(both))) == 1


def test_a_fold_cuts_no_row_where_a_narrow_mark_stands_near() -> None:
    page, lines = table()
    whole = line("没水，停电，通知", 140, 115)  # the rule is at 260, behind the fourth
    narrow = [0.0, 1.0, 2.0, 3.0, 4.0, 4.75, 5.75, 6.75]
    glyphs = tuple(
        replace(glyph, place=(place + 0.5) / 8)
        for glyph, place in zip(whole.glyphs, narrow, strict=True)
    )
    assert len(list(Ruling(page, lines).cut(replace(whole, glyphs=glyphs)))) == 1


def _placed(label: Line, value: Line) -> Iterator[Glyph]:
    left, right = label.box[0][0], value.box[1][0]
    for one in (label, value):
        start, end = one.box[0][0], one.box[1][0]
        for glyph in one.glyphs:
            place = (start + glyph.place * (end - start) - left) / (right - left)
            yield Glyph(glyph.text, place, glyph.confidence)


def _turned(one: Line, size: tuple[int, ...], turns: int) -> Line:
    """The line as it lies in the page turned so many quarters to the left."""
    high, wide = size
    points = list(one.box)
    for _ in range(turns):
        points = [(y, wide - 1 - x) for x, y in points]
        high, wide = wide, high
    a, b, c, d = points
    return Line((a, b, c, d), one.glyphs)
