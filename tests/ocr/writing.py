"""Lines of text as an engine would hand them over, written where a test wants them."""

from collections.abc import Callable, Mapping

import numpy as np

from bot.ocr.page.frames import Frames
from bot.ocr.page.lines import Glyph, Line
from models.intake import Quad

HEIGHT = 30.0
Bend = Callable[[float, float], tuple[float, float]]


def line(
    text: str, x: float, y: float, bend: Bend | None = None, *, height: float = HEIGHT
) -> Line:
    """A line whose letters are as wide as high, its upper left corner at (x, y) of a flat page;
    `bend`: where the photo shows a place of the page."""
    along = len(text) * height
    corners = ((x, y), (x + along, y), (x + along, y + height), (x, y + height))
    a, b, c, d = (bend(*corner) if bend else corner for corner in corners)
    return Line((a, b, c, d), _glyphs(text))


def doubtful(text: str, others: Mapping[int, tuple[str, float]], box: Quad) -> Line:
    """A line as text says, but at these indexes the picture might as well show another character,
    with this probability."""
    letters = sorted({*text, *(other for other, _ in others.values())})
    alphabet = {letter: 1 + i for i, letter in enumerate(letters)}
    odds = np.zeros((2 * len(text) + 1, 1 + len(letters)), np.float32)
    odds[::2, 0] = 1.0
    for i, letter in enumerate(text):
        other, share = others.get(i, (letter, 0.0))
        odds[2 * i + 1, alphabet[letter]] = 1.0 - share
        odds[2 * i + 1, alphabet[other]] += share
    frames = Frames.of(odds, np.arange(odds.shape[1]))
    return Line(box, _glyphs(text), frames, alphabet)


def _glyphs(text: str) -> tuple[Glyph, ...]:
    return tuple(Glyph(letter, (i + 0.5) / len(text), 0.99) for i, letter in enumerate(text))
