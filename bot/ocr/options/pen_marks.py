"""What a pen draws around a printed word to choose it: a circle, a line below, a mark beside."""

import cv2
import numpy as np

from bot.ocr.options.surroundings import Surroundings
from bot.ocr.page.ink import SIZE, STROKE, straightest
from bot.ocr.page.picture import Pixels

_GAP = 3  # pixels in a circle that count as closed
_ENCLOSED = 0.96  # of the word's place that nothing outside reaches; letters alone shut in 0.93
_HELD = 0.8  # of a larger place that lies within a circle with a gap; a word alone fills 0.7
_STRAIGHT = 0.75  # of the word's width: shorter strokes are of letters
_BELOW = (0.5, 1.1)  # characters below its middle that a line may be
_BEYOND = 0.9  # characters that a line may begin before its word and end behind it
_UNDER = 0.9  # of the word that is underlined
_THROUGH = 4  # pixels beside a word to which a stroke through it reaches
_CLEAR = 5  # pixels beside a word into which it may reach


def circled(word: Surroundings) -> bool:
    """Whether a curve runs around the word; a cell of a table is none."""
    return _enclosed(word) > _ENCLOSED or _held(word) > _HELD


def _enclosed(word: Surroundings) -> float:
    """The share of the word's place that cannot be reached from outside but through ink."""
    closed = cv2.dilate(word.unruled, np.ones((_GAP, _GAP), np.uint8))
    free = cv2.copyMakeBorder(1 - closed, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    _, areas = cv2.connectedComponents(free, connectivity=4)
    reached = (areas == areas[0, 0])[1:-1, 1:-1]
    return 1.0 - float(_place(word, reached, 0.05).mean())


def _held(word: Surroundings) -> float:
    """The largest share of the word's place, and of some paper around it, within one stroke that
    does not run on beyond what is seen, as ruling does."""
    _, areas, bounds, _ = cv2.connectedComponentsWithStats(word.unruled)
    high, wide = word.ink.shape
    shares = [0.0]
    for area, (x, y, width, height, _) in enumerate(bounds[1:], 1):
        inside = x > 0 and y > 0 and x + width < wide and y + height < high
        if inside and width > word.right - word.left and height > SIZE:
            hull = cv2.convexHull(cv2.findNonZero((areas == area).astype(np.uint8)))
            filled = cv2.fillConvexPoly(np.zeros_like(word.ink), hull, 1)
            shares.append(float(_place(word, np.asarray(filled, np.uint8), 0.2).mean()))
    return max(shares)


def _place(word: Surroundings, of: Pixels, more: float) -> Pixels:
    """The word's place, and `more` characters on each side of it."""
    high, edge = round((0.5 + more) * SIZE), round(more * SIZE)
    rows = slice(word.middle - high, word.middle + high)
    return of[rows, word.left - edge : word.right + edge]


def underlined(word: Surroundings) -> bool:
    """Whether a line runs below the word, straight or wavy, and below no other word."""
    first, end = (word.middle + round(share * SIZE) for share in _BELOW)
    width, beyond = word.right - word.left, round(_BEYOND * SIZE)
    bold = cv2.dilate(word.unruled, np.ones((3, 1), np.uint8))  # a line may slope
    straight = np.ones((1, round(_STRAIGHT * width)), np.uint8)
    return any(
        top + height < end - first
        and word.left - beyond < left
        and left + length < word.right + beyond
        and min(left + length, word.right) - max(left, word.left) > _UNDER * width
        for ink in (
            cv2.morphologyEx(bold, cv2.MORPH_OPEN, straight)[first:end],
            word.unruled[first:end],
        )
        for left, top, length, height, _ in cv2.connectedComponentsWithStats(ink)[2][1:]
    )


def struck(word: Surroundings) -> bool:
    """Whether a stroke runs through the word, from before it to behind it."""
    return straightest(word.ink, word.left - _THROUGH, word.right + _THROUGH) > STROKE


def beside(word: Surroundings, width: float, *, behind: bool) -> float:
    """Ink right behind the word, or right before it, without ruling, in squared characters.
    `width`: how far to look, in characters."""
    reach = round(width * SIZE)
    first = word.right + _CLEAR if behind else max(0, word.left - reach)
    last = word.right + reach if behind else word.left - _CLEAR
    rows = slice(word.middle - round(0.75 * SIZE), word.middle + round(0.75 * SIZE))
    return float(word.unruled[rows, first:last].sum()) / SIZE**2
