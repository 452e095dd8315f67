"""Boxes among printed options: which one is ticked is a matter of ink, not of letters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from bot.ocr.geometry import cut, sides
from bot.ocr.lines import Line
from bot.ocr.picture import Pixels
from models.intake import Quad, Value

_MARKS = "☑✓√☒■✔V√"
_STRIP = 40  # pixels of height at which ink is compared
_CLEAR = 1.35  # times the ink of the next best
FEWEST = 3  # options in a cell, or it holds a written word


@dataclass(frozen=True)
class Option:
    """A printed option: its word, its line, and where its box ends in that line."""

    word: str
    line: Line
    start: int

    def ink(self, picture: Pixels) -> float:
        """How much darker than the paper the square left of the word is."""
        strip = cv2.cvtColor(cut(picture, _wider(self.line), _STRIP), cv2.COLOR_RGB2GRAY)
        along, across = sides(self.line.box)
        scale = _STRIP / max(across, 1.0)
        end = int((across + _edge(self.line, self.start) * along) * scale)
        square = strip[:, max(0, end - int(1.25 * _STRIP)) : end]
        if square.size == 0:
            return 0.0
        paper = float(np.percentile(strip, 90))
        return float(np.clip(paper - square.astype(np.float32) - 12, 0, None).mean())


def _wider(line: Line) -> Quad:
    """The line's box, with one more square at its left: the tick may not be part of the line."""
    along, across = sides(line.box)
    share = across / max(along, 1.0)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = line.box
    return (
        (ax - (bx - ax) * share, ay - (by - ay) * share),
        (bx, by),
        (cx, cy),
        (dx - (cx - dx) * share, dy - (cy - dy) * share),
    )


def _edge(line: Line, start: int) -> float:
    """Where the word begins, as a share of the line."""
    glyphs = line.glyphs
    if start <= 0:
        return 0.0
    return (glyphs[start - 1].place + glyphs[start].place) / 2


def options(lines: Sequence[Line], words: Mapping[str, str]) -> list[Option]:
    """The printed options in a cell. `words`: as printed → the value that it means."""
    found = []
    for line in lines:
        for word in words:
            start = line.text.find(word)
            if start >= 0:
                found.append(Option(word, line, start))
    return found


def ticked(picture: Pixels, found: Sequence[Option], words: Mapping[str, str]) -> Value | None:
    """The one option that is ticked; None if the cell holds no options; an empty value where
    none, or more than one, stands out."""
    if len(found) < FEWEST:
        return None
    inks = sorted(((option.ink(picture), option) for option in found), key=lambda p: -p[0])
    (most, best), (second, _) = inks[0], inks[1]
    typical = float(np.median([ink for ink, _ in inks]))
    marked = best.start > 0 and best.line.text[best.start - 1] in _MARKS
    if most < _CLEAR * max(second, 1.0) and not (marked and most > second):
        return Value()
    confidence = min(1.0, 0.5 + 0.5 * (most - typical) / max(most, 1.0))
    part = best.line.part(best.start, best.start + len(best.word))
    return Value(words[best.word], confidence, part.box)
