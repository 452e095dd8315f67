"""The page laid flat by its own lines of text.

In a photo taken askew the rows run together at a far point, on a curled sheet they bend. A smooth
surface is fitted under which every line of text lies level; only places are mapped, no pixels, so
whatever is found on the flat page still has its box in the photo."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.ocr.page.geometry import angle, sides
from bot.ocr.page.lines import Line
from models.intake import Quad

Points = NDArray[np.floating]  # n × (x, y)

_LONG = 2.0  # times its height: of a shorter line nobody can tell how it runs
_ROUNDS = 6  # of weighing down the lines that disagree with the others
_STIFF = np.array([0.0, 0.02, 0.02, 0.2, 0.2])  # how little each bend is believed in
_OFF = 0.15  # of a line's height: what counts as disagreement


@dataclass(frozen=True)
class Spot:
    """Where a line lies on the flat page, in pixels about as large as the photo's."""

    left: float
    right: float
    y: float
    height: float

    def shares_column(self, other: "Spot") -> bool:
        """Whether some of it stands right above, or below, some of the other."""
        return self.left < other.right and other.left < self.right


class FlatPage:
    """The mapping from a photo to its page laid flat."""

    def __init__(self, boxes: Sequence[Quad]) -> None:
        self._turn = _turn(direction(boxes))
        corners = self._turned(np.asarray(boxes).reshape(-1, 2))
        self._middle = corners.mean(axis=0)
        self._scale = float(np.abs(corners - self._middle).max()) or 1.0
        self._bends: Points = np.zeros(len(_STIFF))
        self._bends = self._fitted([box for box in boxes if _is_long(box)])
        self._spots: dict[Quad, Spot] = {}  # each is asked for many times

    def spot(self, line: Line) -> Spot:
        """Where the line, or a part of one, lies."""
        if (spot := self._spots.get(line.box)) is None:
            spot = self._spots[line.box] = self._spot(line.box)
        return spot

    def _spot(self, box: Quad) -> Spot:
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self._flat(np.asarray(box)).tolist()
        y, height = (ay + by + cy + dy) / 4, (cy + dy - ay - by) / 2
        return Spot((ax + dx) / 2, (bx + cx) / 2, y, height)

    def _turned(self, points: Points) -> Points:
        return points @ self._turn.T

    def _flat(self, points: Points) -> Points:
        turned = self._turned(points)
        down = self._terms(turned) @ self._bends * self._scale
        return np.stack([turned[:, 0], turned[:, 1] + down], axis=1)

    def _terms(self, turned: Points) -> Points:
        """What bends a level line: slant, perspective, curl along it, and both together."""
        x, y = ((turned - self._middle) / self._scale).T
        return np.stack([x, x * y, x * x, x * x * y, x**3], axis=1)

    def _fitted(self, boxes: Sequence[Quad]) -> Points:
        """The bends under which both ends of each line come to lie level: least squares, again
        and again with less weight for those that stay off."""
        if not boxes:
            return self._bends
        corners = np.asarray(boxes)
        starts = self._turned((corners[:, 0] + corners[:, 3]) / 2)
        ends = self._turned((corners[:, 1] + corners[:, 2]) / 2)
        rises = (ends - starts)[:, 1] / self._scale
        terms = self._terms(ends) - self._terms(starts)
        heights = np.array([sides(box)[1] for box in boxes]) / self._scale
        weights = np.ones(len(boxes))
        bends: Points = self._bends
        for _ in range(_ROUNDS):
            left = terms.T @ (terms * weights[:, None]) + np.diag(_STIFF)
            bends = np.linalg.solve(left + 1e-9 * np.eye(len(left)), -terms.T @ (weights * rises))
            off = np.abs(rises + terms @ bends) / (_OFF * heights)
            weights = 1 / np.maximum(1.0, off)
        return bends


def flat_page(lines: Sequence[Line]) -> FlatPage:
    """The page laid flat by these lines; made once for all who look at the same lines."""
    return _laid_flat(tuple(line.box for line in lines))


@lru_cache(maxsize=4)  # a page, and the parts of one
def _laid_flat(boxes: tuple[Quad, ...]) -> FlatPage:
    return FlatPage(boxes)


def _turn(radians: float) -> Points:
    """The matrix that takes this slant out."""
    cos, sin = np.cos(radians), np.sin(radians)
    return np.array([[cos, sin], [-sin, cos]])


def _is_long(box: Quad) -> bool:
    along, across = sides(box)
    return along > _LONG * across


def direction(boxes: Sequence[Quad]) -> float:
    """Which way most of the text runs, in radians: a median, so that no stray line turns it; of
    what is left beside the mean, so that it may be any direction of the circle."""
    angles = np.array([angle(box) for box in boxes])
    weights = np.array([sides(box)[0] for box in boxes])
    mean = float(np.angle((weights * np.exp(1j * angles)).sum()))
    off = np.remainder(angles - mean + np.pi, 2 * np.pi) - np.pi
    order = np.argsort(off)
    reached = np.cumsum(weights[order])
    return mean + float(off[order[np.searchsorted(reached, reached[-1] / 2)]])
