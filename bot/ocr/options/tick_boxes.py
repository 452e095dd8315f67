"""Boxes to tick: an empty one is a ring of ink around a white hole; whatever ticks it cuts or
fills the hole."""

import cv2

from bot.ocr.options.printed import Option
from bot.ocr.page.geometry import cut, sides, stretched
from bot.ocr.page.picture import Pixels

_STRIP = 64  # pixels of height at which holes are measured
_REACH = 1.4  # times the line's height that a box reaches from its word


def hole(grey: Pixels, option: Option, *, behind: bool) -> float:
    """The largest white hole in the ink left of the word, or right of it, in a grey picture: as a
    share of the line's height squared."""
    along, across = sides(option.line.box)
    reach, edge = _REACH * across / max(along, 1.0), _edge(option, behind=behind)
    ends = (edge, edge + reach) if behind else (edge - reach, edge)
    window = cut(grey, stretched(option.line.box, ends, (0.0, 1.0)), _STRIP)
    return _largest_hole(window) / _STRIP**2


def _edge(option: Option, *, behind: bool) -> float:
    """Where the word's ink ends, or begins, as a share of the line."""
    places = option.places
    pitch = (places[-1] - places[0]) / max(len(places) - 1, 1)
    return places[-1] + 0.35 * pitch if behind else places[0] - 0.35 * pitch


def _largest_hole(grey: Pixels) -> float:
    """In pixels."""
    smooth = cv2.GaussianBlur(grey, (0, 0), 1.0)
    _, ink = cv2.threshold(smooth, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    contours, tree = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    if tree is None:
        return 0.0
    holes = [c for c, (_, _, _, parent) in zip(contours, tree[0], strict=True) if parent >= 0]
    return max((cv2.contourArea(one) for one in holes), default=0.0)
