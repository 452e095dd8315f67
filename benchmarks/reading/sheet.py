"""A sheet of paper to print and to write on. Positions are pixels at 150 dpi."""

import math
from dataclasses import dataclass
from functools import cache
from random import Random

from PIL import Image, ImageDraw, ImageFont

from benchmarks.reading.hands import Hand, font, has

A4 = (1240, 1754)
PRINT = Hand("print", "print", "NotoSansCJK-Regular.ttc", 2)
INKS = ((20, 20, 28), (28, 30, 60), (22, 32, 110), (40, 50, 130), (60, 60, 66))
CLOSING = "，。；：、）"


@dataclass(frozen=True)
class Manner:
    """How somebody writes: a hand, its size in pixels, the ink, how restless it is (0 … 1)."""

    hand: Hand
    size: int
    ink: tuple[int, int, int]
    restless: float


class Sheet:
    """The paper. `rng` makes the writing restless, and only that."""

    def __init__(self, size: tuple[int, int], rng: Random, colour: str = "#fdfdfb") -> None:
        self.image = Image.new("RGB", size, colour)
        self._draw = ImageDraw.Draw(self.image)
        self._rng = rng

    def print(
        self, x: float, y: float, words: str, size: int, hand: Hand = PRINT, colour: str = "#222"
    ) -> float:
        """Printed words, their middle at height `y`. Returns where they end."""
        face = font(hand.file, size, hand.face)
        self._draw.text((x, y), words, fill=colour, font=face, anchor="lm")
        return x + face.getlength(words)

    def line(self, x0: float, y0: float, x1: float, y1: float, colour: str = "#333") -> None:
        """A ruled line."""
        self._draw.line((x0, y0, x1, y1), fill=colour, width=2)

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: str = "#333") -> None:
        """A frame."""
        self._draw.rectangle((x0, y0, x1, y1), outline=colour, width=2)

    def tick(self, x: float, y: float, side: float, style: str, ink: tuple[int, int, int]) -> None:
        """A mark in the square whose left edge is at x and whose middle is at y."""
        strokes = {
            "check": ((0.1, 0.0), (0.42, 0.38), (1.15, -0.62)),
            "cross": ((0.0, -0.5), (1.0, 0.5), (0.5, 0.0), (1.0, -0.5), (0.0, 0.5)),
            "scribble": ((0.1, -0.4), (0.9, -0.3), (0.1, -0.1), (0.9, 0.1), (0.1, 0.3), (0.9, 0.4)),
        }[style]
        shaken = [
            (x + (a + self._rng.gauss(0, 0.05)) * side, y + (b + self._rng.gauss(0, 0.05)) * side)
            for a, b in strokes
        ]
        self._draw.line(shaken, fill=ink, width=self._rng.randint(3, 5), joint="curve")

    def write(
        self, x: float, y: float, words: str, manner: Manner, until: float = math.inf
    ) -> float:
        """Handwriting on one line, squeezed to end before `until`. Returns where it ends."""
        squeeze = min(1.0, (until - x) / max(self.width(words, manner), 1.0))
        slope = self._rng.gauss(0, 0.006) * manner.restless
        phase, start = self._rng.uniform(0, 6.28), x
        for char in words:
            wave = math.sin(phase + x / 90) * manner.size * 0.05 * manner.restless
            self._glyph(x, y + wave + slope * (x - start), char, manner)
            spread = 1 + self._rng.gauss(0, 0.03) * manner.restless
            x += _advance(char, manner) * squeeze * spread
        return x

    def width(self, words: str, manner: Manner) -> float:
        """How wide the words come out in this manner."""
        return sum(_advance(char, manner) for char in words)

    def wrap(self, words: str, manner: Manner, width: float) -> list[str]:
        """The words in lines no wider than `width`; closing punctuation may stick out."""
        lines = [""]
        for char in words:
            full = self.width(lines[-1] + char, manner) > width
            if full and char not in CLOSING:
                lines.append("")
            lines[-1] += char
        return lines

    def _glyph(self, x: float, y: float, char: str, manner: Manner) -> None:
        size = round(manner.size * manner.hand.grow)
        pad = size // 2
        face = _face(char, manner)
        mask = Image.new("L", (size + 2 * pad, size + 2 * pad), 0)
        ImageDraw.Draw(mask).text((pad, pad + size / 2), char, fill=255, font=face, anchor="lm")
        mask = mask.rotate(self._rng.gauss(0, 1.8) * manner.restless, Image.Resampling.BICUBIC)
        if self._rng.random() < 0.3 * manner.restless:  # a pen that writes thinly
            mask = mask.point(lambda v: int(v * 0.75))
        tone = tuple(min(255, max(0, c + round(self._rng.gauss(0, 6)))) for c in manner.ink)
        rise = self._rng.gauss(0, 0.03) * manner.restless * size
        place = (round(x) - pad, round(y - size / 2 - pad + rise))
        self.image.paste(Image.new("RGB", mask.size, tone), place, mask)


def _face(char: str, manner: Manner) -> ImageFont.FreeTypeFont:
    """The hand's font, or the one that lends it what it lacks."""
    hand, size = manner.hand, round(manner.size * manner.hand.grow)
    for file, face in ((hand.file, hand.face), (hand.latin, 0)):
        if file and has(found := font(file, size, face), char):
            return found
    return font(PRINT.file, size, PRINT.face)


@cache
def _advance(char: str, manner: Manner) -> float:
    if char == " ":
        return manner.size * 0.4
    return _face(char, manner).getlength(char)
