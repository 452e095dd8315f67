"""Text whose characters stand below one another, as in narrow cells of labels: put side by side, it
is read like any other."""

from collections.abc import Sequence
from itertools import pairwise
from math import log

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.ocr.page.geometry import cut, sides
from bot.ocr.page.picture import Pixels
from models.intake import Quad

_TALL = 1.5  # times as high as long: a single character is not, and two are
_WIDE = 0.7  # of the page's usual line, so long: a figure 1 is less
_MOST = 8  # characters
_SHIFT = 0.25  # of a character that the gap to the next may lie off
_WIDTH = 48  # pixels of a character


def is_upright(box: Quad, usual: float) -> bool:
    """Whether the box is of such a text. `usual`: pixels that the page's lines are high."""
    along, across = sides(box)
    return across > _TALL * along and along > _WIDE * usual


def side_by_side(picture: Pixels, box: Quad) -> Pixels:
    """A strip of the box's text, its characters one after another."""
    along, across = sides(box)
    column = cut(picture, box, round(_WIDTH * across / max(along, 1.0)))
    cuts = _gaps(column)
    high = max(end - start for start, end in pairwise(cuts))
    pieces = [column[start:end] for start, end in pairwise(cuts)]
    return np.concatenate([_filled_up(piece, high) for piece in pieces], axis=1)


def _gaps(column: Pixels) -> list[int]:
    """Where each character begins, and the last one ends: as many as leave the least ink cut, and
    are about as high as wide; one, where the box is only loose."""
    high, wide = column.shape[:2]
    grey = cv2.cvtColor(column, cv2.COLOR_RGB2GRAY)
    ink = 255.0 - cv2.GaussianBlur(grey, (0, 0), 1.0).min(axis=1)
    darkness = (ink - ink.min()) / max(float(np.ptp(ink)), 1.0)
    counts = range(1, min(_MOST, round(1.5 * high / wide)) + 1)
    found = [_cuts(darkness, count) for count in counts]

    def badness(cuts: Sequence[int]) -> float:
        pitch = high / (len(cuts) - 1) / wide
        cut = darkness[list(cuts[1:-1])]
        return abs(log(pitch)) + (float(cut.mean()) if cut.size else 0.0)

    return min(found, key=badness)


def _cuts(darkness: NDArray[np.floating], count: int) -> list[int]:
    """The lightest rows near the ends of `count` characters of one height."""
    high = len(darkness)
    reach = round(_SHIFT * high / count)
    middles = [round(high * number / count) for number in range(1, count)]
    lightest = [at - reach + int(darkness[at - reach : at + reach + 1].argmin()) for at in middles]
    return [0, *lightest, high]


def _filled_up(piece: Pixels, high: int) -> Pixels:
    """As high as the others, with paper below and above."""
    above, below = (high - len(piece)) // 2, (high - len(piece) + 1) // 2
    filled = cv2.copyMakeBorder(piece, above, below, 0, 0, cv2.BORDER_REPLICATE)
    return np.asarray(filled, np.uint8)
