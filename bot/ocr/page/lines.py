"""Lines of text as an engine reads them, whichever engine it is."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from math import inf

from bot.ocr.page.frames import Frames
from bot.ocr.page.geometry import sides
from models.intake import Quad

_HIGHER = 1.5  # times its length: no text that lies


@dataclass(frozen=True)
class Glyph:
    """One character of a line: where it stands (0.0 left … 1.0 right) and how sure it is."""

    text: str
    place: float
    confidence: float


@dataclass(frozen=True)
class Line:
    """A line of text. `box`: four corners in the picture, clockwise from the text's top left."""

    box: Quad
    glyphs: tuple[Glyph, ...]
    frames: Frames | None = field(default=None, repr=False, compare=False)
    alphabet: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    before: str = ""  # of a part: what stands before and after it in the whole line
    after: str = ""

    @cached_property  # asked for many times
    def text(self) -> str:
        """What it says."""
        return "".join(g.text for g in self.glyphs)

    @property
    def confidence(self) -> float:
        """Of the least sure character: one wrong character is a wrong value."""
        return min((g.confidence for g in self.glyphs), default=0.0)

    @property
    def is_upright(self) -> bool:
        """Whether its characters stand below one another."""
        along, across = sides(self.box)
        return len(self.text) > 1 and across > _HIGHER * along

    def part(self, start: int, end: int | None = None) -> "Line":
        """The line's characters from `start` to `end`, with the piece of the box they stand in."""
        left = _edge(self.glyphs, start)
        right = _edge(self.glyphs, len(self.glyphs) if end is None else end)
        width = max(right - left, 1e-6)
        own = self.glyphs[start:end]
        glyphs = tuple(replace(glyph, place=(glyph.place - left) / width) for glyph in own)
        before = self.before + self.text[:start]
        after = (self.text[end:] if end is not None else "") + self.after
        box = _slice(self.box, left, right)
        return Line(box, glyphs, self.frames, self.alphabet, before, after)

    def followed_by(self, text: str) -> "Line":
        """The line with this text behind it, as sure as the line: it is known, not read."""
        more = tuple(Glyph(character, 1.0, self.confidence) for character in text)
        return replace(self, glyphs=self.glyphs + more)

    def may_say(self, text: str) -> bool:
        """Whether each of these characters is likely anywhere in the line: quicker to ask."""
        if self.frames is None:
            return False
        held = self.frames.held
        return all(self.alphabet.get(character) in held for character in text)

    def likelihood(self, text: str, least: float = -inf) -> float:
        """How well the picture fits `text` in this place: the logarithm of its probability; -inf
        where nobody can say, or where it can't reach `least`, which is quicker found out."""
        text = self.before + text + self.after
        if self.frames is None or not all(c in self.alphabet for c in text):
            return -inf
        characters = [self.alphabet[c] for c in text]
        if self.frames.at_most(characters) < least:
            return -inf
        return self.frames.likelihood(characters)


def known(text: str, box: Quad) -> Line:
    """A line of which it is known what it says, its characters evenly apart."""
    glyphs = (Glyph(letter, (i + 0.5) / len(text), 1.0) for i, letter in enumerate(text))
    return Line(box, tuple(glyphs))


def _edge(glyphs: tuple[Glyph, ...], index: int) -> float:
    """Where the character of this index begins: halfway from the one before."""
    if index <= 0 or not glyphs:
        return 0.0
    if index >= len(glyphs):
        return 1.0
    return (glyphs[index - 1].place + glyphs[index].place) / 2


def _slice(box: Quad, left: float, right: float) -> Quad:
    def between(a: tuple[float, float], b: tuple[float, float], t: float) -> tuple[float, float]:
        return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)

    top_left, top_right, bottom_right, bottom_left = box
    return (
        between(top_left, top_right, left),
        between(top_left, top_right, right),
        between(bottom_left, bottom_right, right),
        between(bottom_left, bottom_right, left),
    )
