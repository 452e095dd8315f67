"""An option's word and the ink around it, flattened: all options of a cell in one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, inf, sin
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.ocr.options.printed import Option
from bot.ocr.page.geometry import angle, cut, sides, stretched
from bot.ocr.page.ink import HEIGHT, SIZE, ink
from bot.ocr.page.picture import Pixels

_SIDE = 2.0  # characters that are seen left and right of a word
_TALL = 1.3  # characters that are seen above and below the middle of a word
_ROW = 0.7  # characters that words of a row may lie apart across it
_TOUCHING = 0.3  # characters: what is nearer is one word found twice
_LONG = 40  # pixels that a line below a word may be longer than it
_HIGH = 38  # pixels: upright strokes of circles are shorter


@dataclass(frozen=True)
class Surroundings:
    """`ink`: 1 where there is ink, the word in its middle row. `left`, `right`: the word's ends in
    pixels of it."""

    option: Option
    ink: Pixels
    left: int
    right: int

    @property
    def middle(self) -> int:
        """The row of pixels in which the word stands."""
        return len(self.ink) // 2

    @cached_property
    def unruled(self) -> Pixels:
        """The ink without straight lines longer than a pen draws for a word: without ruling."""
        bold = cv2.dilate(self.ink, np.ones((3, 3), np.uint8))  # lines may be a little askew
        long = self.right - self.left + _LONG
        along = cv2.morphologyEx(bold, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
        across = cv2.morphologyEx(bold, cv2.MORPH_OPEN, np.ones((_HIGH, 1), np.uint8))
        return np.where(np.maximum(along, across) > 0, 0, self.ink).astype(np.uint8)


def around(grey: Pixels, found: Sequence[Option]) -> list[Surroundings]:
    """The surroundings of each option in a grey picture."""
    size = character(found)
    return [_around(grey, option, size) for option in found]


def character(found: Sequence[Option]) -> float:
    """Pixels of the photo that a character is wide."""
    return HEIGHT * median(sides(option.line.box)[1] for option in found)


def room(found: Sequence[Option]) -> float:
    """The least space between two words in a row, in characters."""
    size = character(found)
    middles = np.array([_middle(option) for option in found]) / size
    spaces = [
        ahead - (len(option.word) + len(other.word)) / 2
        for option, middle in zip(found, middles, strict=True)
        for other, (ahead, down) in zip(found, (middles - middle) @ _axes(option), strict=True)
        if ahead > 0 and abs(down) < _ROW
    ]
    return min((space for space in spaces if space > _TOUCHING), default=inf)


def _middle(option: Option) -> tuple[float, float]:
    """Of the word, in the photo."""
    place = (option.places[0] + option.places[-1]) / 2
    return stretched(option.line.box, (place, place), (0.5, 0.5))[0]


def _axes(option: Option) -> NDArray[np.float64]:
    """Two columns: the direction of the text, and the one down from it."""
    turn = angle(option.line.box)
    return np.array([[cos(turn), -sin(turn)], [sin(turn), cos(turn)]])


def _around(grey: Pixels, option: Option, size: float) -> Surroundings:
    along, across = sides(option.line.box)
    first, last = option.places[0], option.places[-1]
    half = 0.5 * (size + (last - first) * along)
    reach = (half + _SIDE * size) / max(along, 1.0)
    middle, tall = (first + last) / 2, _TALL * size / max(across, 1.0)
    box = stretched(option.line.box, (middle - reach, middle + reach), (0.5 - tall, 0.5 + tall))
    strip = cut(grey, box, round(2 * _TALL * SIZE))
    left, right = round(_SIDE * SIZE), strip.shape[1] - round(_SIDE * SIZE)
    return Surroundings(option, ink(strip, left, right), left, right)
