"""The detector's map of where text is → a box around each line.

The method is that of DBNet (https://arxiv.org/abs/1911.08947): a line is marked by its core, and
the box around the core is grown by what the core leaves out."""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.ocr.engines.sessions import Floats
from bot.ocr.page.geometry import quad
from models.intake import Quad

Corners = NDArray[np.float32]  # 4 × (x, y), clockwise

_TEXT = 0.3  # likely enough that a place belongs to a line
_LINE = 0.6  # likely enough, on average within its outline, that it is one
_MOST = 1000  # boxes: more are no page of writing
_SMALLEST = 3.0  # of a core's sides, in places of the map; a grown box's is two more
_GROW = 1.0  # area by circumference. As delivered 1.6: tight boxes fill their strips with letters
_EDGE = 0.5  # of a place, to each side: an outline runs through the middles of its places
_SMALLEST_SEEN = 4.0  # of a box's sides, in pixels of the picture
_DILATE = np.ones((2, 2), dtype=np.uint8)


def line_boxes(shares: Floats, wide: int, high: int) -> list[Quad]:
    """`shares`: how likely each place of the map is text. The boxes are in the pixels of a picture
    of this width and height; where their text begins is not known."""
    rows, columns = shares.shape
    scale = np.array([wide / columns, high / rows], dtype=np.float32)
    limit = np.array([wide - 1, high - 1], dtype=np.float32)
    boxes = [np.clip(np.round(box * scale), 0, limit) for box in _grown(shares)]
    return [quad(box) for box in boxes if min(_lengths(box)) >= _SMALLEST_SEEN]


def _grown(shares: Floats) -> Iterator[Corners]:
    text = cv2.dilate((shares > _TEXT).astype(np.uint8), _DILATE)
    outlines, _ = cv2.findContours(text, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    for outline in outlines[:_MOST]:
        core = cv2.minAreaRect(outline)
        middle, (along, across), turn = core
        if min(along, across) < _SMALLEST or _share(shares, outline) < _LINE:
            continue
        more = _GROW * along * across / (along + across) + 2 * _EDGE
        if min(along, across) + more >= _SMALLEST + 2:
            yield _corners((middle, (along + more, across + more), turn))


def _corners(box: cv2.typing.RotatedRect) -> Corners:
    return np.asarray(cv2.boxPoints(box), dtype=np.float32)


def _share(shares: Floats, outline: cv2.typing.MatLike) -> float:
    """How likely text is on average within this outline. Not within its box: on a curled page a
    long line bends, and half of its box is paper."""
    x, y, wide, high = cv2.boundingRect(outline)
    inside = np.zeros((high, wide), dtype=np.uint8)
    cv2.drawContours(inside, [outline], 0, 1, cv2.FILLED, offset=(-x, -y))
    return float(cv2.mean(shares[y : y + high, x : x + wide], inside)[0])


def _lengths(box: Corners) -> tuple[float, float]:
    return float(np.linalg.norm(box[0] - box[1])), float(np.linalg.norm(box[0] - box[3]))
