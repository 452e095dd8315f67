"""A row of printed options as an engine would read them, to draw on with a pen."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
from PIL import Image, ImageDraw

from bot.ocr.page.geometry import quad
from bot.ocr.page.lines import Glyph, Line
from bot.ocr.page.picture import Pixels
from bot.pictures.fonts import font

PAPER = (235, 232, 225)
PRINT = (40, 40, 40)
PEN = (60, 70, 130)
SIZE = 30  # pixels of a character
PAD = 9  # pixels that a line's box is larger than its text, above and below
ROW = 100  # the upper edge of the row


@dataclass
class Printed:
    """A page with words in a row, each a line of its own. `text`: what stands behind each word,
    `read`: what was read of it."""

    words: Sequence[str]
    space: int = 3 * SIZE
    text: str = ""
    read: Sequence[str] = ()
    page: Pixels = field(init=False)

    def __post_init__(self) -> None:
        self.page = np.full((280, 1000, 3), PAPER, np.uint8)
        picture = Image.fromarray(self.page)
        for place, word in enumerate(self.words):
            left = self.box(place)[0]
            ImageDraw.Draw(picture).text(
                (left, ROW + SIZE / 2), word + self.text, PRINT, font(SIZE), anchor="lm"
            )
        self.page = np.asarray(picture).copy()

    def box(self, place: int) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of a word."""
        widths = [SIZE * len(word) for word in self.words]
        left = 120 + sum(widths[:place]) + self.space * place
        return left, ROW, left + widths[place], ROW + SIZE

    def lines(self) -> list[Line]:
        """As they were read."""
        read = self.read or [self.text] * len(self.words)
        return [self._line(place, word + read[place]) for place, word in enumerate(self.words)]

    def _line(self, place: int, text: str) -> Line:
        left, top, *_ = self.box(place)
        right = left + len(text) * SIZE
        upper, lower = float(top - PAD), float(top + SIZE + PAD)
        box = quad([[left, upper], [right, upper], [right, lower], [left, lower]])
        glyphs = [Glyph(sign, (i + 0.5) / len(text), 0.99) for i, sign in enumerate(text)]
        return Line(box, tuple(glyphs))


def circle(printed: Printed, place: int, *, gap: int = 0, aside: int = 0) -> None:
    """`gap`: degrees that it lacks; `aside`: pixels that it is off its word."""
    left, top, right, bottom = printed.box(place)
    middle = ((left + right) // 2 + aside, (top + bottom) // 2 - aside // 2)
    axes = ((right - left) // 2 + 14, 28)
    cv2.ellipse(printed.page, middle, axes, -4, gap / 2, 360 - gap / 2, PEN, 3, cv2.LINE_AA)


def underline(printed: Printed, place: int) -> None:
    left, _, right, bottom = printed.box(place)
    cv2.line(printed.page, (left - 6, bottom + 5), (right + 8, bottom + 3), PEN, 3, cv2.LINE_AA)


def tick(printed: Printed, place: int, *, away: int = 4) -> None:
    """Behind the word, so many pixels away."""
    left, top = printed.box(place)[2] + away, printed.box(place)[1]
    bend = (left + 8, top + 26)
    cv2.line(printed.page, (left, top + 14), bend, PEN, 3, cv2.LINE_AA)
    cv2.line(printed.page, bend, (left + 26, top - 2), PEN, 3, cv2.LINE_AA)


def cross(printed: Printed, place: int, *, away: int = 4) -> None:
    left, top = printed.box(place)[2] + away, printed.box(place)[1]
    cv2.line(printed.page, (left, top + 4), (left + 22, top + 26), PEN, 3, cv2.LINE_AA)
    cv2.line(printed.page, (left + 22, top + 4), (left, top + 26), PEN, 3, cv2.LINE_AA)


def badly_lit(page: Pixels) -> Pixels:
    """Out of focus, and half of it in shadow."""
    light = np.linspace(1.0, 0.45, page.shape[1])[None, :, None]
    noise = np.random.default_rng(1).normal(0, 5, page.shape)
    dim = cv2.GaussianBlur(page, (0, 0), 1.6) * light + noise
    return np.clip(dim, 0, 255).astype(np.uint8)


def turned(page: Pixels, lines: Sequence[Line], quarters: int) -> tuple[Pixels, list[Line]]:
    """Page and lines as the camera sees them, turned to the left."""
    high, wide = page.shape[:2]
    for _ in range(quarters):
        lines = [Line(quad([[y, wide - x] for x, y in line.box]), line.glyphs) for line in lines]
        high, wide = wide, high
    return np.rot90(page, quarters).copy(), list(lines)
