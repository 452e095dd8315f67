"""Boxes for one character each, in a row: on paper they are pieces of one size, each enclosed by
ink."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from bot.ocr.page.geometry import cut, sides, stretched
from bot.ocr.page.lines import Glyph, Line
from bot.ocr.page.picture import Pixels
from models.intake import Quad

_HEIGHT = 32  # pixels of the label's height in the window that is looked at
_ABOVE = 2.0  # heights of the label that the window reaches up
_BELOW = 3.0  # and down
_SMALLEST, _LARGEST = 0.6, 2.4  # heights of the label, of a box's side
_SQUARE = 2.6  # times as long at most as the other side, in a photo taken askew
ENCLOSED = 0.4  # of its bounds that a box's paper is, beside the digit
_ALIKE = 0.25  # of its side that a box may differ from the others
_EDGE = 0.1  # of a box's side that its ruling may take inside
_MIDDLE = 0.25  # of a box's side that lies off its middle: there a slanting rule may run
_INKED = 0.02  # of a box's middle that a thin 1 covers
_DARKER = 8  # of 255 that ink is darker than the paper around it
_AROUND = 41  # pixels of that paper
_NOISE = 1.0  # pixels over which a dark photo's noise is smoothed
_SPACE = 4  # pixels of paper beside a digit


@dataclass(frozen=True)
class Boxed:
    """The filled boxes side by side, how many they are, and where the row is in the photo."""

    strip: Pixels
    box: Quad
    count: int


@dataclass(frozen=True)
class Box:
    """A box in the window, in pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[float, float]:
        """Across and down."""
        return self.left + self.width / 2, self.top + self.height / 2


class Window:
    """What is right of a label, and right below it, as if it were level."""

    def __init__(self, picture: Pixels, label: Quad) -> None:
        """`picture`: RGB."""
        self._place = _beside(picture, label)
        self._strip = cut(picture, self._place, round((_ABOVE + _BELOW + 1) * _HEIGHT))
        self.ink = _ink(self._strip)  # 1 where there is some

    def _boxes(self) -> list[Box]:
        """Pieces of paper that are enclosed by ink and about square, from the left."""
        _, _, stats, _ = cv2.connectedComponentsWithStats(1 - self.ink, connectivity=4)
        found = []
        for left, top, width, height, area in stats[1:].tolist():
            short, long = sorted((width, height))
            fits = short > _SMALLEST * _HEIGHT and long < _LARGEST * _HEIGHT
            if fits and long < _SQUARE * short and area > ENCLOSED * width * height:
                found.append(Box(left, top, width, height))
        return sorted(found, key=lambda box: box.left)

    def nearest_row(self, fits: Callable[[Sequence[Box]], bool]) -> list[Box]:
        """The row that fits nearest to the label, of several the longest; empty where none does."""
        boxes = self._boxes()
        rows = [row for row in (_row(box, boxes) for box in boxes) if fits(row)]
        return min(rows, key=lambda row: (_away(row[0]), -len(row)), default=[])

    def filled(self, row: Sequence[Box]) -> Boxed | None:
        """What stands in the boxes of a row; None where nothing does."""
        parts = [_inside(box, _EDGE) for box in row if self.is_inked(box)]
        if not parts:
            return None
        high, wide = self.ink.shape
        first, last = row[0], row[-1]
        along = (first.left / wide, (last.left + last.width) / wide)
        tops = [box.top for box in row]
        across = (min(tops) / high, (max(tops) + first.height) / high)
        strip = _side_by_side([(self._strip[part], self.ink[part]) for part in parts])
        return Boxed(strip, stretched(self._place, along, across), len(parts))

    def is_inked(self, box: Box) -> bool:
        """Whether something stands in it."""
        return bool(self.ink[_inside(box, _MIDDLE)].mean() > _INKED)


def in_groups(line: Line, groups: Sequence[int], units: str) -> Line:
    """What stands in a row of boxes, with the unit behind each group that has any. `groups`: how
    many characters stand in each."""
    glyphs, left = list[Glyph](), list(line.glyphs)
    for unit, count in zip(units, groups, strict=True):
        own, left = left[:count], left[count:]
        glyphs += own
        if own:
            glyphs.append(Glyph(unit, own[-1].place, own[-1].confidence))
    return Line(line.box, tuple(glyphs))


def _away(box: Box) -> int:
    """How far from the label's row, in heights of the label."""
    return round(abs(box.middle[1] / _HEIGHT - _ABOVE - 0.5))


def _row(first: Box, boxes: Sequence[Box]) -> list[Box]:
    """Those that follow, each about as large and as high up as the one before it."""
    row = [first]
    for box in boxes:
        last = row[-1]
        ahead = box.left > last.left + last.width / 2
        wide = abs(box.width - last.width) <= _ALIKE * last.width
        high = abs(box.height - last.height) <= _ALIKE * last.height
        level = abs(box.middle[1] - last.middle[1]) < _ALIKE * last.height
        if ahead and wide and high and level:
            row.append(box)
    return row


def _beside(picture: Pixels, label: Quad) -> Quad:
    along, across = sides(label)
    first, reach = -across / max(along, 1.0), max(picture.shape) / max(along, 1.0)
    return stretched(label, (first, 1.0 + reach), (-_ABOVE, 1.0 + _BELOW))


def _ink(window: Pixels) -> Pixels:
    """1 where there is ink."""
    grey = cv2.GaussianBlur(cv2.cvtColor(window, cv2.COLOR_RGB2GRAY), (0, 0), _NOISE)
    ink = cv2.adaptiveThreshold(
        grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _AROUND, _DARKER
    )
    return np.asarray(ink, np.uint8)


def _inside(box: Box, edge: float) -> tuple[slice, slice]:
    """Its rows and columns without this share of its sides, where its ruling is."""
    dx, dy = round(edge * box.width), round(edge * box.height)
    top, left = max(0, box.top + dy), max(0, box.left + dx)
    return (
        slice(top, box.top + box.height - dy),
        slice(left, box.left + box.width - dx),
    )


def _side_by_side(parts: Sequence[tuple[Pixels, Pixels]]) -> Pixels:
    """The digits as one word: of one height, with little paper between them."""
    height = max(picture.shape[0] for picture, _ in parts)
    return np.concatenate([_digit(picture, ink, height) for picture, ink in parts], axis=1)


def _digit(picture: Pixels, ink: Pixels, height: int) -> Pixels:
    columns = np.flatnonzero(ink.any(axis=0))
    narrow = picture[:, max(0, columns[0] - _SPACE) : columns[-1] + 1 + _SPACE]
    below = height - narrow.shape[0]
    # What is left of the ruling at its edge would be spread to a stroke.
    paper = np.median(picture[ink == 0], axis=0).tolist()
    padded = cv2.copyMakeBorder(narrow, 0, below, _SPACE, _SPACE, cv2.BORDER_CONSTANT, value=paper)
    return np.asarray(padded, np.uint8)
