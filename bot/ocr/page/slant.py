"""Handwriting that leans, stood upright: a 1 that leans is easily read as a 7."""

import cv2
import numpy as np

from bot.ocr.page.geometry import cut, quad, sides
from bot.ocr.page.light import as_pixels
from bot.ocr.page.picture import Pixels
from models.intake import Quad

_LEANS = np.arange(-0.6, 0.61, 0.1)  # tried: to the right, per height
_HARDLY = 0.2  # what leans no further is read as it is
_AROUND = 31  # pixels around one that its darkness is measured against
_DARKER = 15  # of 255, than what is around it


def lean(strip: Pixels) -> float:
    """How far its strokes lean to the right, per height; 0.0 where they hardly do. Stood upright
    they fill the fewest columns."""
    ink = _ink(strip)
    most = max(_LEANS.tolist(), key=lambda lean: (_gathered(ink, lean), -abs(lean)))
    return most if abs(most) > _HARDLY else 0.0


def leaned(box: Quad, lean: float) -> Quad:
    """The box whose ends lean so: cut out, what leans stands upright in it."""
    a, b, c, d = (np.asarray(corner) for corner in box)
    along, across = sides(box)
    ahead = (b - a) / max(along, 1.0) * lean * across / 2
    return quad([[*(a + ahead)], [*(b + ahead)], [*(c - ahead)], [*(d - ahead)]])


def stood_upright(strip: Pixels) -> Pixels:
    """The strip, what leans in it upright."""
    high, wide = strip.shape[:2]
    whole = quad([[0, 0], [wide, 0], [wide, high], [0, high]])
    return cut(strip, leaned(whole, lean(strip)), high)


def _ink(strip: Pixels) -> Pixels:
    grey = as_pixels(cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY))
    mean, inverted = cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV
    return as_pixels(cv2.adaptiveThreshold(grey, 1, mean, inverted, _AROUND, _DARKER))


def _gathered(ink: Pixels, lean: float) -> float:
    """How much of it stands one above the other once a lean is taken back."""
    high, wide = ink.shape
    aside = abs(lean) * high
    back = np.array([[1, lean, aside - lean * high / 2], [0, 1, 0]])
    upright = cv2.warpAffine(ink * 255.0, back, (round(wide + 2 * aside), high))
    return float((upright.sum(axis=0) ** 2).sum())
