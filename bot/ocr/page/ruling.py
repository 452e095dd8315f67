"""The cells that a form's ruling makes, whatever stands in them.

Long level and upright strokes are ruling; what paper they enclose is a cell. Where a stroke is too
faint two cells are one, and position must tell, as on a page without ruling."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.ocr.page.cell import Cell
from bot.ocr.page.flat import direction
from bot.ocr.page.geometry import sides
from bot.ocr.page.light import as_pixels
from bot.ocr.page.lines import Glyph, Line
from bot.ocr.page.picture import Pixels
from models.intake import Quad

_SIDE = 960  # pixels of the longer side at which strokes are looked for
_LONG = 2.5  # times the usual height of text that a ruled line is longer than any stroke of a hand
_NOISE = 1.0  # pixels over which a dark photo's noise is smoothed
_BEGINNING = 3  # characters of a line
_APART = 1.3  # times the steps beside it that a step from one cell to the next is longer
_VALUE_ENDS = re.compile(r"\d室$|[\d\-.:：]\d{1,2}$|\d{7}$")  # of an address, a date, a telephone
_GOES_ON = frozenset("弄号幢栋单座室楼层年月日时点分秒")  # behind figures, one value with them
_NUMBER = 7  # figures of a telephone at least
_HEIGHTS = (0.1, 0.3, 0.5, 0.7, 0.9)  # of a character at which its cell is looked for
_SHORTEST = 20  # pixels of a ruled line at least
_DARKER = 6  # of 255 that ink is darker than the paper around it
_AROUND = 21  # pixels of that paper
_THICK = 8  # pixels; what is thicker, once made so, is a row of text
_FULL = 0.85  # of its length that a ruled line is ink; a row of text has white between its strokes
_SMALLEST = 0.6  # times the height of text that a cell is high
_FRAME = 3  # cells within one make it a frame; it counts as within itself
_LARGEST = 0.5  # of the picture: a frame around the whole form makes no cell


class Ruling:
    """A page's cells."""

    def __init__(self, picture: Pixels, lines: Sequence[Line]) -> None:
        self._scale = min(1.0, _SIDE / max(picture.shape))
        self._turn, size = _upright(picture, direction([line.box for line in lines]), self._scale)
        height = float(np.median([sides(line.box)[1] for line in lines])) * self._scale
        grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
        flat = as_pixels(cv2.warpAffine(grey, self._turn, size, borderMode=cv2.BORDER_REPLICATE))
        _, self._regions, stats, _ = cv2.connectedComponentsWithStats(
            _paper(flat, height), connectivity=4
        )
        self._cells = _without_frames(dict(_bounds(stats, height, flat.size)))
        self._found: dict[Quad, Cell | None] = {}

    @property
    def all(self) -> Sequence[Cell]:
        """Every cell."""
        return tuple(self._cells.values())

    def cell(self, line: Line) -> Cell | None:
        """The cell that the line begins in; None where it stands in none."""
        if line.box not in self._found:  # each is asked for many times
            self._found[line.box] = self._begun(line)
        return self._found[line.box]

    def _begun(self, line: Line) -> Cell | None:
        begins = [number for number in self._along(line) if number is not None][:_BEGINNING]
        number = _usual(begins)
        return self._cells[number] if number is not None else None

    def cut(self, line: Line) -> Iterator[Line]:
        """The line in pieces, one a cell: what fills two cells is often seen as one."""
        numbers = _steady(self._along(line))
        changes = [i for i, (a, b) in enumerate(pairwise(numbers), 1) if a != b]
        ends = [0, *(i for i in changes if _is_apart(line.glyphs, i)), len(numbers)]
        return (line.part(start, end) for start, end in pairwise(ends))

    def _along(self, line: Line) -> list[int | None]:
        """The number of the cell that each character of the line stands in."""
        corners = np.asarray(line.box) @ self._turn[:, :2].T + self._turn[:, 2]
        right = np.array([glyph.place for glyph in line.glyphs])[:, None, None]
        down = np.array(_HEIGHTS)[None, :, None]
        above = corners[0] + right * (corners[1] - corners[0])
        below = corners[3] + right * (corners[2] - corners[3])
        x, y = np.moveaxis(np.round(above + down * (below - above)).astype(int), -1, 0)
        high, wide = self._regions.shape
        found = self._regions[y.clip(0, high - 1), x.clip(0, wide - 1)]
        return [_usual([n for n in row if n in self._cells]) for row in found.tolist()]


def _usual(numbers: Sequence[int]) -> int | None:
    return max(numbers, key=numbers.count, default=None)


def _is_apart(glyphs: Sequence[Glyph], at: int) -> bool:
    """Whether more than a usual step lies before this character, or figures begin with it, or a
    value of figures ends before it: a fold, or a shadow's edge, runs through a word, a rule does
    not."""
    if glyphs[at].text.isdigit() and not glyphs[at - 1].text.isascii():
        return True
    before = "".join(glyph.text for glyph in glyphs[max(0, at - _NUMBER) : at])
    if _VALUE_ENDS.search(before) and not glyphs[at].text.isascii():
        return glyphs[at].text not in _GOES_ON
    beside = ((one, one + 1) for one in (at - 2, at) if one >= 0 and one + 1 < len(glyphs))
    steps = [glyphs[b].place - glyphs[a].place for a, b in beside]
    across = glyphs[at].place - glyphs[at - 1].place
    return across > _APART * max(steps, default=0.0)


def _steady(numbers: Sequence[int | None]) -> list[int | None]:
    """A character on a ruled line, or outside any cell, belongs to the cell before it."""
    steady: list[int | None] = []
    known = next((number for number in numbers if number is not None), None)
    for number in numbers:
        known = known if number is None else number
        steady.append(known)
    return steady


def _upright(
    picture: Pixels, radians: float, scale: float
) -> tuple[NDArray[np.float64], tuple[int, int]]:
    """The matrix that turns the picture so that its text runs to the right, and the new size."""
    high, wide = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), np.degrees(radians), scale)
    cos, sin = np.abs(turn[0, :2])
    size = (round(wide * cos + high * sin), round(wide * sin + high * cos))
    turn[:, 2] += np.array(size) / 2 - (wide / 2, high / 2)
    return np.asarray(turn), size


def _paper(grey: Pixels, height: float) -> Pixels:
    """1 where there is no ruling. `height`: of the text, in pixels."""
    long = max(_SHORTEST, round(_LONG * height))
    smooth = cv2.GaussianBlur(grey, (0, 0), _NOISE)
    ink = cv2.adaptiveThreshold(
        smooth, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _AROUND, _DARKER
    )
    level = _strokes(ink, (long, 1), (1, 3))
    upright = _strokes(ink, (1, long), (3, 1))
    ruled = cv2.dilate(level | upright, np.ones((3, 3), np.uint8))
    return np.asarray(1 - _joined(ruled, height), np.uint8)


def _joined(ruled: cv2.typing.MatLike, height: float) -> Pixels:
    """The strokes that meet others: one alone encloses nothing, and is a row of text perhaps."""
    _, strokes, stats, _ = cv2.connectedComponentsWithStats(ruled.astype(np.uint8), connectivity=8)
    kept = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].min(axis=1) > height
    kept[0] = False
    return np.asarray(kept.view(np.uint8).take(strokes), np.uint8)


def _strokes(ink: cv2.typing.MatLike, long: tuple[int, int], thick: tuple[int, int]) -> Pixels:
    """The ink in strokes of this length. Made thicker first: a slanting stroke runs in steps."""
    whole = cv2.dilate(ink, cv2.getStructuringElement(cv2.MORPH_RECT, thick))
    middles = (cv2.blur(whole * np.uint8(255), long) > _FULL * 255).astype(np.uint8)
    near = cv2.dilate(middles, cv2.getStructuringElement(cv2.MORPH_RECT, long))
    found = cv2.bitwise_and(near, whole)
    across = (_THICK, 1) if long[0] == 1 else (1, _THICK)
    text = cv2.morphologyEx(
        found, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, across)
    )
    return np.asarray(found - text, np.uint8)


def _bounds(stats: cv2.typing.MatLike, height: float, whole: int) -> Iterator[tuple[int, Cell]]:
    """(number, bounds) of the regions that may be cells."""
    for number, (x, y, wide, high, area) in enumerate(stats.tolist()):
        if number and high > _SMALLEST * height and wide > height and area < _LARGEST * whole:
            yield number, Cell(x, y, x + wide, y + high)


def _without_frames(cells: dict[int, Cell]) -> dict[int, Cell]:
    """Without those that have others within them: the paper's own edge, a frame around all."""
    return {
        number: cell
        for number, cell in cells.items()
        if sum(cell.holds(other) for other in cells.values()) < _FRAME
    }
