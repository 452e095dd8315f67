"""What lies under and around a form when it is photographed. Arrays are height × width × 3, RGB."""

from collections.abc import Callable, Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Noise = np.random.Generator


def _smooth(noise: Noise, size: tuple[int, int], grain: tuple[int, int]) -> NDArray[np.float32]:
    """Soft noise around 0: `grain` (x, y) is how large its patches are, in pixels."""
    width, height = size
    small = noise.normal(size=(height // grain[1] + 2, width // grain[0] + 2)).astype(np.float32)
    return np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_CUBIC), np.float32)


def _tinted(tone: NDArray[np.float32], colour: tuple[int, int, int]) -> Pixels:
    tinted: Pixels = np.clip(tone[..., None] * np.array(colour), 0, 255).astype(np.uint8)
    return tinted


def plain(noise: Noise, size: tuple[int, int]) -> Pixels:
    """A desk of one colour."""
    tone = 1 + 0.05 * _smooth(noise, size, (3, 3)) + 0.06 * _smooth(noise, size, (300, 300))
    colours = ((92, 66, 48), (60, 58, 56), (150, 132, 108), (112, 110, 112), (40, 56, 66))
    return _tinted(tone, colours[noise.integers(len(colours))])


def wood(noise: Noise, size: tuple[int, int]) -> Pixels:
    """A board with grain."""
    bend = _smooth(noise, size, (500, 160)) * 6
    rows = np.arange(size[1], dtype=np.float32)[:, None]
    tone = 1 + 0.1 * np.sin(rows / 9 + bend) + 0.08 * _smooth(noise, size, (120, 3))
    return _tinted(tone, ((150, 100, 60), (196, 156, 108), (90, 58, 40))[noise.integers(3)])


def tiles(noise: Noise, size: tuple[int, int]) -> Pixels:
    """Square tiles with dark joints, as hard edges as a page's own."""
    side = int(noise.integers(90, 220))
    y, x = np.mgrid[: size[1], : size[0]]
    joint = ((x % side) < 5) | ((y % side) < 5)
    tone = np.where(joint, 0.55, 1 + 0.04 * _smooth(noise, size, (40, 40))).astype(np.float32)
    return _tinted(tone, ((188, 180, 170), (120, 134, 140))[noise.integers(2)])


def cloth(noise: Noise, size: tuple[int, int]) -> Pixels:
    """A checked tablecloth."""
    side = int(noise.integers(40, 90))
    y, x = np.mgrid[: size[1], : size[0]]
    checks = ((x // side) % 2 + (y // side) % 2) / 2
    tone = (0.6 + 0.4 * checks + 0.04 * _smooth(noise, size, (2, 2))).astype(np.float32)
    return _tinted(tone, ((190, 90, 90), (110, 140, 190), (230, 226, 210))[noise.integers(3)])


def clutter(noise: Noise, size: tuple[int, int]) -> Pixels:
    """Other papers, a cup, a pen."""
    desk = plain(noise, size)
    for _ in range(int(noise.integers(2, 5))):
        _paper(desk, noise)
    centre = (int(noise.integers(size[0])), int(noise.integers(size[1])))
    cv2.circle(desk, centre, 90, (235, 235, 230), -1, cv2.LINE_AA)
    cv2.circle(desk, centre, 72, (70, 40, 20), -1, cv2.LINE_AA)
    start = noise.integers(0, size, 2)
    end = start + noise.integers(-400, 400, 2)
    cv2.line(desk, _point(start), _point(end), (20, 30, 90), 14, cv2.LINE_AA)
    return desk


def _paper(desk: Pixels, noise: Noise) -> None:
    """A sheet with grey rows, which look like writing from afar."""
    height, width = desk.shape[:2]
    centre = (float(noise.integers(width)), float(noise.integers(height)))
    extent, turn = (520.0, 700.0), float(noise.uniform(-40, 40))
    corners = cv2.boxPoints((centre, extent, turn)).astype(np.int32)
    cv2.fillPoly(desk, [corners], (225, 225, 218), cv2.LINE_AA)
    a, b, c, _ = corners.astype(np.float64)
    for share in np.linspace(0.1, 0.9, 12):
        row = a + (b - a) * share
        cv2.line(desk, _point(row + (c - b) * 0.1), _point(row + (c - b) * 0.8), (150,) * 3, 3)


def _point(place: NDArray[np.generic]) -> tuple[int, int]:
    x, y = place.astype(int).tolist()
    return x, y


DESKS: Mapping[str, tuple[Callable[[Noise, tuple[int, int]], Pixels], ...]] = {
    "tuning": (plain, wood, clutter),
    "test": (tiles, cloth, wood, clutter),
}
