"""Two short rows that were found as one, as labels in narrow cells are set: 小区 above 全名."""

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.ocr.engines.upright import is_upright
from bot.ocr.page.geometry import cut, sides, stretched
from bot.ocr.page.picture import Pixels
from models.intake import Quad

_TALL = 1.35  # times as high as the page's usual line
_HEIGHT = 64  # pixels of a strip of both
_MIDDLE = (0.35, 0.65)  # of its height: where the paper between rows of one height lies
_EDGE = 0.1  # of its width to each side, where the cell's own lines may be
_NO_INK = 0.02  # of a row of pixels: specks
_LEAST = 3  # rows of pixels that are paper
_INK = 0.06  # of a row of text that is ink, at least


def parted(picture: Pixels, box: Quad, usual: float) -> list[Quad]:
    """The box of each of the two rows, or the box. `usual`: pixels that the page's lines are high.
    `picture`: RGB."""
    if sides(box)[1] < _TALL * usual or is_upright(box, usual):
        return [box]
    ink = _ink_by_row(cut(picture, box, _HEIGHT))
    paper = _longest_gap(ink)
    if paper is None:
        return [box]
    start, end = paper
    if min(ink[:start].mean(), ink[end:].mean()) < _INK:
        return [box]
    at = (start + end) / 2 / _HEIGHT
    return [stretched(box, (0, 1), (0, at)), stretched(box, (0, 1), (at, 1))]


def _ink_by_row(strip: Pixels) -> NDArray[np.floating]:
    """How much of each row of pixels is ink."""
    grey = cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY)
    edge = round(_EDGE * grey.shape[1])
    inner = np.ascontiguousarray(grey[:, edge : grey.shape[1] - edge])
    _, ink = cv2.threshold(inner, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    rows: NDArray[np.floating] = ink.mean(axis=1)
    return rows


def _longest_gap(ink: NDArray[np.floating]) -> tuple[int, int] | None:
    """(start, end) of the rows of paper near the middle."""
    low, high = (round(share * len(ink)) for share in _MIDDLE)
    rows = low + np.flatnonzero(ink[low:high] <= _NO_INK)
    runs = np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)
    longest = max(runs, key=len)
    return (int(longest[0]), int(longest[-1]) + 1) if len(longest) >= _LEAST else None
