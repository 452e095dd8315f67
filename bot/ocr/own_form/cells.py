"""The cells of a registered form: lines as strips, digits a box each, ticks by their ink."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.ocr.own_form.registered import SCALE, Registered
from bot.ocr.page.picture import Pixels
from models.form_layout import CELLS, DIGITS, TICKS, Rect
from models.intake import Quad, Value

WRITTEN = ("time", "caller", "community", "address", "description", "operator")
_RULED = 1.3  # mm inside a cell that its lines and a small error may take
_AROUND = 1.2  # mm of paper left around what is written
_SPECK = 0.25  # mm² of ink that are no writing
_GAP = 1.2  # mm of white between two lines of writing
_TALLEST = 15.0  # mm of one line; more is several that touch
_FILLED = 0.012  # share of a digit's box that a thin 1 covers
_TICKED = 0.05  # share of a tick's box
_CLEAR = 2.0  # times the ink of the next best


@dataclass(frozen=True)
class Strip:
    """One line of writing, and where it is in the photo."""

    picture: Pixels
    box: Quad


@dataclass(frozen=True)
class Digits:
    """The filled boxes of the telephone number: side by side as one strip, and how many."""

    strips: tuple[Strip, ...]  # one, or none where no box is filled
    count: int


def strips(form: Registered, name: str) -> list[Strip]:
    """The lines written in a field's cell, from above."""
    cell = CELLS[name].inside(_RULED)
    rects = _lines(form, cell) if name == "description" else _tight(form, cell)
    return [Strip(form.cut(rect), form.box(rect)) for rect in rects]


def digits(form: Registered) -> Digits:
    """The telephone number's digits, without the lines of their boxes."""
    boxes = [box.inside(1.0) for box in DIGITS]
    filled = [box for box in boxes if float(_cleaned(form.ink_in(box)).mean()) > _FILLED]
    if not filled:
        return Digits((), 0)
    first, last = filled[0], filled[-1]
    whole = Rect(first.x, first.y, last.right - first.x, first.height)
    rows = [_rows(form.ink_in(box), box) for box in filled]
    top, bottom = min(r[0] for r in rows) - _AROUND, max(r[1] for r in rows) + _AROUND
    span = slice(max(0, round((top - first.y) * SCALE)), round((bottom - first.y) * SCALE))
    parts = [_trimmed(form, box)[span] for box in filled]
    edge = np.full((parts[0].shape[0], SCALE, 3), 250, np.uint8)
    strip = Strip(np.concatenate([edge, *parts, edge], axis=1), form.box(whole))
    return Digits((strip,), len(filled))


def ticked(form: Registered, name: str) -> Value:
    """The option whose box holds clearly more ink than any other; else an empty value. Of several
    urgencies it is the most pressing: who waits in vain is worse off than who is seen too soon."""
    boxes: Mapping[str, Rect] = TICKS[name]
    inks = {word: float(form.ink_in(box.inside(0.9)).mean()) for word, box in boxes.items()}
    most = max(inks.values())
    word, *rivals = [word for word, ink in inks.items() if most < _CLEAR * ink] or [""]
    if most < _TICKED or (rivals and name != "urgency"):
        return Value(box=form.box(CELLS[name]))
    next_best = max(ink for other, ink in inks.items() if other != word)
    confidence = min(1.0, 0.5 + 0.5 * (inks[word] - next_best) / most)
    return Value(word, confidence, form.box(boxes[word].inside(-1)))


def _tight(form: Registered, cell: Rect) -> Iterator[Rect]:
    """The part of the cell that is written on, if any."""
    ink = _cleaned(form.ink_in(cell))
    if not ink.any():
        return
    top, bottom = _rows(ink, cell)
    columns = np.flatnonzero(ink.any(axis=0))
    left, right = cell.x + columns[0] / SCALE, cell.x + (columns[-1] + 1) / SCALE
    yield Rect(left, top, right - left, bottom - top).inside(-_AROUND)


def _lines(form: Registered, cell: Rect) -> Iterator[Rect]:
    """The written lines of a tall cell: bands of ink with white between them."""
    used = _cleaned(form.ink_in(cell)).sum(axis=1) > 2
    closed = cv2.morphologyEx(
        used.astype(np.uint8)[:, None], cv2.MORPH_CLOSE, np.ones((round(_GAP * SCALE), 1), np.uint8)
    ).ravel()
    edges = np.flatnonzero(np.diff(np.concatenate(([0], closed, [0]))))
    for start, end in _joined(edges.reshape(-1, 2).tolist()):
        parts = max(1, round((end - start) / SCALE / (_TALLEST * 0.75)))
        height = (end - start) / SCALE / parts
        if height * parts < _TALLEST:
            parts, height = 1, height * parts
        for part in range(parts):
            top = cell.y + start / SCALE + part * height
            yield from _tight(form, Rect(cell.x, top, cell.width, height))


def _joined(bands: list[list[int]]) -> list[list[int]]:
    """A low band is part of the line next to it: the upper stroke of 二, a comma."""
    joined: list[list[int]] = []
    for start, end in bands:
        low = end - start < 3.0 * SCALE or (joined and joined[-1][1] - joined[-1][0] < 3.0 * SCALE)
        if joined and low and start - joined[-1][1] < 2.5 * SCALE:
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return joined


def _cleaned(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Without specks."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    kept = stats[:, cv2.CC_STAT_AREA] >= _SPECK * SCALE * SCALE
    kept[0] = False  # the paper
    return np.asarray(kept[labels])


def _rows(ink: NDArray[np.bool_], place: Rect) -> tuple[float, float]:
    """The first and the last row with ink, in mm on the page."""
    rows = np.flatnonzero(ink.any(axis=1))
    return place.y + rows[0] / SCALE, place.y + (rows[-1] + 1) / SCALE


def _trimmed(form: Registered, box: Rect) -> Pixels:
    """A digit with little paper beside it, so that the digits read as one word."""
    columns = np.flatnonzero(form.ink_in(box).any(axis=0))
    margin = round(0.6 * SCALE)
    return form.cut(box)[:, max(0, columns[0] - margin) : columns[-1] + 1 + margin]
