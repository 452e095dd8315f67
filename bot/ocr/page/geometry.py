"""Boxes in a picture: cutting them out, turning them, ordering them."""

from math import atan2, cos, dist, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.ocr.page.picture import Pixels
from models.intake import Quad


def quad(corners: NDArray[np.floating] | list[list[float]]) -> Quad:
    """Four corners as plain numbers."""
    a, b, c, d = ((float(x), float(y)) for x, y in corners)
    return (a, b, c, d)


def sides(box: Quad) -> tuple[float, float]:
    """(length along the text, height of the text) in pixels."""
    a, b, c, d = box
    return (dist(a, b) + dist(d, c)) / 2, (dist(a, d) + dist(b, c)) / 2


def angle(box: Quad) -> float:
    """Of the text's direction, in radians; 0 is to the right, positive is downwards."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = box
    return atan2((by - ay) + (cy - dy), (bx - ax) + (cx - dx))


def cut(picture: Pixels, box: Quad, height: int) -> Pixels:
    """The box flattened to a strip of this height, its text running to the right."""
    along, across = sides(box)
    width = max(8, round(along * height / max(across, 1.0)))
    corners = np.array(box, dtype=np.float32)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    strip = cv2.warpPerspective(
        picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return strip.astype(np.uint8, copy=False)


def stretched(box: Quad, along: tuple[float, float], across: tuple[float, float]) -> Quad:
    """From one share of the box to another, in both directions; shares may lie beyond its edges."""
    a, b, c, d = (np.asarray(corner) for corner in box)

    def at(u: float, v: float) -> list[float]:
        return [*((a + (b - a) * u) * (1 - v) + (d + (c - d) * u) * v)]

    (left, right), (top, bottom) = along, across
    return quad([at(left, top), at(right, top), at(right, bottom), at(left, bottom)])


def turned(box: Quad, quarter_turns: int) -> Quad:
    """The same box read from another side: its corners begin elsewhere."""
    a, b, c, d = (box[(quarter_turns + k) % 4] for k in range(4))
    return (a, b, c, d)


def bounds(boxes: list[Quad]) -> Quad:
    """The rectangle around several boxes along the text of the first, begun where that begins: on
    a photo that lies on its side, or its head, it can be cut out upright."""
    turn = angle(boxes[0])
    axes = np.array([[cos(turn), sin(turn)], [-sin(turn), cos(turn)]])  # along the text, and down
    points = np.asarray(boxes).reshape(-1, 2) @ axes.T
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    return quad(np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]]) @ axes)
