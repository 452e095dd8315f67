"""A telephone number with a box for each digit, on a form that is not the federation's own.

A reader of lines makes nothing of such a row, or a few stray figures; the insides of its boxes, put
side by side, are a number like any other."""

from collections.abc import Sequence
from dataclasses import astuple
from itertools import accumulate, pairwise

import numpy as np

from bot.ocr.fields.boxes.row import ENCLOSED, Box, Boxed, Window
from bot.ocr.page.picture import Pixels
from models.intake import Quad

_FEWEST = 7  # boxes found
_MOST = 13  # of a row
_WIDEST = 1.8  # times a box's width from one to the next: boxes to tick stand wider
_SIDE = 3  # pixels that a box may be off
_RULED = 0.7  # of its side that is ink
_FRAMED = 3  # sides of a box: beside the row there is one


def digits_in_boxes(picture: Pixels, label: Quad) -> Boxed | None:
    """The row of boxes right of the label, or right below it; None where there is none.
    `picture`: RGB."""
    window = Window(picture, label)
    row = _whole_row(window)
    return window.filled(row) if row else None


def _whole_row(window: Window) -> list[Box]:
    """The row of boxes nearest to the label, if there is one; where a digit cuts one up, or a faint
    rule leaves it open, it is put where it must be."""
    ink, row = window.ink, window.nearest_row(lambda boxes: len(boxes) >= _FEWEST)
    if not row:
        return []
    places = _places(row)
    if places[-1] >= _MOST or row[-1].left - row[0].left > _WIDEST * places[-1] * row[0].width:
        return []
    at = [np.polyfit(places, side, 2) for side in zip(*map(astuple, row), strict=True)]

    def guessed(place: int) -> Box:
        left, top, width, height = (round(float(np.polyval(one, place))) for one in at)
        return Box(left, top, width, height)

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


def _places(row: Sequence[Box]) -> list[int]:
    """Which in the row each is; in a photo taken askew the steps grow with the boxes."""
    steps = [
        (other.middle[0] - one.middle[0]) / (one.width + other.width)
        for one, other in pairwise(row)
    ]
    usual = float(np.median(steps))
    return [0, *accumulate(max(1, round(step / usual)) for step in steps)]


def _is_framed(ink: Pixels, box: Box) -> bool:
    """Whether there is ink along its sides, and paper within; beside a dark cell one of them may be
    lost."""
    right, bottom = box.left + box.width, box.top + box.height
    if box.left < _SIDE or box.top < _SIDE:
        return False
    rows, columns = slice(box.top, bottom), slice(box.left, right)
    sides = [ink[y - _SIDE : y + _SIDE, columns].any(axis=0) for y in (box.top, bottom)]
    sides += [ink[rows, x - _SIDE : x + _SIDE].any(axis=1) for x in (box.left, right)]
    ruled = sum(bool(side.size > 0 and side.mean() > _RULED) for side in sides)
    return ruled >= _FRAMED and bool(ink[rows, columns].mean() < ENCLOSED)
