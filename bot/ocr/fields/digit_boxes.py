"""A telephone number with a box for each digit, on a form that is not the federation's own.

A reader of lines makes nothing of such a row, or a few stray figures. The boxes are found as what
they are: pieces of paper of one size in a row, each enclosed by ink; their insides, put side by
side, are a number like any other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import cv2
import numpy as np

from bot.ocr.page.geometry import cut, sides, stretched
from bot.ocr.page.picture import Pixels
from models.intake import Quad

_HEIGHT = 32  # pixels of the label's height in the window that is looked at
_ABOVE, _BELOW = 2.0, 3.0  # heights of the label that the window reaches up and down
_SMALLEST, _LARGEST = 0.6, 2.4  # heights of the label, of a box's side
_SQUARE = 2.6  # times as long at most as the other side, in a photo taken askew
_ENCLOSED = 0.4  # of its bounds that a box's paper is, beside the digit
_ALIKE = 0.25  # of its side that a box may differ from the others
_FEWEST = 7  # boxes found
_MOST = 13  # of a row
_WIDEST = 1.8  # times a box's width from one to the next: boxes to tick stand wider
_EDGE = 0.1  # of a box's side that its ruling may take inside
_INKED = 0.02  # of a box that a thin 1 covers
_DARKER = 8  # of 255 that ink is darker than the paper around it
_AROUND = 41  # pixels of that paper
_NOISE = 1.0  # pixels over which a dark photo's noise is smoothed
_SIDE = 3  # pixels that a box may be off
_RULED = 0.7  # of its side that is ink
_FRAMED = 3  # sides of a box: beside the row there is one
_SPACE = 4  # pixels of paper beside a digit


@dataclass(frozen=True)
class Boxed:
    """The filled boxes side by side, how many they are, and where the row is in the photo."""

    strip: Pixels
    box: Quad
    count: int


@dataclass(frozen=True)
class _Box:
    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2


def digits_in_boxes(picture: Pixels, label: Quad) -> Boxed | None:
    """The row of boxes right of the label, or right below it; None where there is none.
    `picture`: RGB."""
    place = _beside(picture, label)
    window = cut(picture, place, round((_ABOVE + _BELOW + 1) * _HEIGHT))
    ink = _ink(window)
    row = _whole_row(ink)
    filled = [part for part in map(_inside, row) if ink[part].mean() > _INKED]
    if not filled:
        return None
    high, wide = ink.shape
    first, last = row[0], row[-1]
    along = (first.left / wide, (last.left + last.width) / wide)
    tops = [box.top for box in row]
    across = (min(tops) / high, (max(tops) + first.height) / high)
    strip = _side_by_side([(window[part], ink[part]) for part in filled])
    return Boxed(strip, stretched(place, along, across), len(filled))


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


def _boxes(ink: Pixels) -> list[_Box]:
    """Pieces of paper that are enclosed by ink and about square, from the left."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(1 - ink, connectivity=4)
    found = []
    for left, top, width, height, area in stats[1:].tolist():
        short, long = sorted((width, height))
        fits = short > _SMALLEST * _HEIGHT and long < _LARGEST * _HEIGHT
        if fits and long < _SQUARE * short and area > _ENCLOSED * width * height:
            found.append(_Box(left, top, width, height))
    return sorted(found, key=lambda box: box.left)


def _whole_row(ink: Pixels) -> list[_Box]:
    """The row of boxes nearest to the label, if there is one; where a digit cuts one up, or a faint
    rule leaves it open, it is put where it must be."""
    boxes = _boxes(ink)
    rows = [row for row in (_row(box, boxes) for box in boxes) if len(row) >= _FEWEST]
    row = min(rows, key=lambda one: (_away(one[0]), -len(one)), default=[])
    if not row:
        return []
    places = _places(row)
    if places[-1] >= _MOST or row[-1].left - row[0].left > _WIDEST * places[-1] * row[0].width:
        return []
    at = [np.polyfit(places, side, 2) for side in zip(*map(_bounds, row), strict=True)]

    def guessed(place: int) -> _Box:
        left, top, width, height = (round(float(np.polyval(one, place))) for one in at)
        return _Box(left, top, width, height)

    known = dict(zip(places, row, strict=True))
    whole = [known.get(place) or guessed(place) for place in range(places[-1] + 1)]
    before, behind = -1, places[-1] + 1
    while before > -_MOST and _is_framed(ink, guessed(before)):
        whole.insert(0, guessed(before))
        before -= 1
    while behind < _MOST and _is_framed(ink, guessed(behind)):
        whole.append(guessed(behind))
        behind += 1
    return whole if len(whole) <= _MOST else []


def _away(box: _Box) -> int:
    """How far from the label's row, in heights of the label."""
    return round(abs(box.middle[1] / _HEIGHT - _ABOVE - 0.5))


def _row(first: _Box, boxes: Sequence[_Box]) -> list[_Box]:
    """Those that follow, each about as large and as high up as the one before it."""
    row = [first]
    for box in boxes:
        last = row[-1]
        ahead = box.left >= last.left + last.width
        wide = abs(box.width - last.width) <= _ALIKE * last.width
        high = abs(box.height - last.height) <= _ALIKE * last.height
        level = abs(box.middle[1] - last.middle[1]) < _ALIKE * last.height
        if ahead and wide and high and level:
            row.append(box)
    return row


def _places(row: Sequence[_Box]) -> list[int]:
    """Which in the row each is; in a photo taken askew the steps grow with the boxes."""
    steps = [
        (other.middle[0] - one.middle[0]) / (one.width + other.width)
        for one, other in pairwise(row)
    ]
    usual = float(np.median(steps))
    return [0, *accumulate(max(1, round(step / usual)) for step in steps)]


def _bounds(box: _Box) -> tuple[int, int, int, int]:
    return box.left, box.top, box.width, box.height


def _is_framed(ink: Pixels, box: _Box) -> bool:
    """Whether there is ink along its sides, and paper within; beside a dark cell one of them may be
    lost."""
    right, bottom = box.left + box.width, box.top + box.height
    if box.left < _SIDE or box.top < _SIDE:
        return False
    rows, columns = slice(box.top, bottom), slice(box.left, right)
    sides = [ink[y - _SIDE : y + _SIDE, columns].any(axis=0) for y in (box.top, bottom)]
    sides += [ink[rows, x - _SIDE : x + _SIDE].any(axis=1) for x in (box.left, right)]
    ruled = sum(bool(side.size > 0 and side.mean() > _RULED) for side in sides)
    return ruled >= _FRAMED and bool(ink[rows, columns].mean() < _ENCLOSED)


def _inside(box: _Box) -> tuple[slice, slice]:
    """Its rows and columns, without its ruling."""
    dx, dy = round(_EDGE * box.width), round(_EDGE * box.height)
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
    padded = cv2.copyMakeBorder(narrow, 0, below, _SPACE, _SPACE, cv2.BORDER_REPLICATE)
    return np.asarray(padded, np.uint8)
