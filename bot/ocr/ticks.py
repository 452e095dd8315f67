"""Boxes among printed options: which one is ticked is a matter of ink, not of letters.

An empty box is a ring of ink around a white hole; whatever ticks it cuts or fills the hole."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import cv2
import numpy as np

from bot.ocr.closed_list import LENIENT, fits
from bot.ocr.geometry import cut, sides
from bot.ocr.lines import Line
from bot.ocr.picture import Pixels
from models.intake import Quad, Value

FEWEST = 3  # options in a cell, or it holds a written word
_STRIP = 64  # pixels of height at which holes are measured
_REACH = 1.4  # times the line's height that a box reaches to the left of its word
_CUT = 0.7  # times the usual hole: a smaller one is cut up
_HOLE = 0.04  # times the squared height: boxes have larger holes, letters smaller ones
_MARK = re.compile(r"[□口☐☑☒✓✔√■]")
_TICKED = frozenset("☑☒✓✔√■")  # as a reader may see them; most ticks it makes nothing of
_EMPTY = frozenset("□☐口")


@dataclass(frozen=True)
class Option:
    """A printed option: its word, and where it stands in its line."""

    word: str
    line: Line
    start: int

    @property
    def box(self) -> Quad:
        """Where its word is in the photo."""
        return self.line.part(self.start, self.start + len(self.word)).box

    @property
    def mark(self) -> str:
        """What was read right before it."""
        return self.line.text[self.start - 1] if self.start else ""

    @property
    def mark_after(self) -> str:
        """What was read right after it."""
        end = self.start + len(self.word)
        return self.line.text[end : end + 1]

    def hole(self, picture: Pixels) -> float:
        """The largest white hole in the ink left of the word, as a share of the line's height
        squared."""
        line, place = _beside(self.line), self._edge()
        grey = cv2.cvtColor(cut(picture, line, _STRIP), cv2.COLOR_RGB2GRAY)
        along, across = sides(self.line.box)
        word = (across * _REACH + place * along) * _STRIP / max(across, 1.0)
        window = np.asarray(grey, np.uint8)[:, max(0, round(word - _REACH * _STRIP)) : round(word)]
        return _largest_hole(window) / _STRIP**2 if window.size else 0.0

    def _edge(self) -> float:
        """Where the word's ink begins, as a share of the line."""
        places = [glyph.place for glyph in self.line.glyphs[self.start : self.start + 2]]
        pitch = places[1] - places[0] if len(places) > 1 else 0.0
        return places[0] - 0.35 * pitch


def _largest_hole(grey: Pixels) -> float:
    """In pixels."""
    smooth = cv2.GaussianBlur(grey, (0, 0), 1.0)
    _, ink = cv2.threshold(smooth, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    contours, tree = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    if tree is None:
        return 0.0
    holes = [c for c, (_, _, _, parent) in zip(contours, tree[0], strict=True) if parent >= 0]
    return max((cv2.contourArea(hole) for hole in holes), default=0.0)


def _beside(line: Line) -> Quad:
    """The line's box, reaching further to the left: the tick may not be part of the line."""
    along, across = sides(line.box)
    share = _REACH * across / max(along, 1.0)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = line.box
    return (
        (ax - (bx - ax) * share, ay - (by - ay) * share),
        (bx, by),
        (cx, cy),
        (dx - (cx - dx) * share, dy - (cy - dy) * share),
    )


def options(lines: Sequence[Line], words: Mapping[str, str]) -> list[Option]:
    """The printed options in a cell. `words`: as printed → the value that it means."""
    known = sorted(words, key=lambda word: -len(word))
    printed = re.compile("|".join(map(re.escape, known)))
    return [option for line in lines for option in _in_line(line, printed, known)]


def _in_line(line: Line, printed: re.Pattern[str], known: Sequence[str]) -> Iterator[Option]:
    start = 0
    for piece in _MARK.split(line.text):
        found = list(printed.finditer(piece))
        for match in found:
            yield Option(match[0], line, start + match.start())
        if piece and not found:
            likely = [word for word in known if len(word) == len(piece)]
            fitting = fits(line.part(start, start + len(piece)), likely, LENIENT)
            for word in [word for _, word in fitting][:1] or _cut_short(piece, known):
                yield Option(word, line, start)
        start += len(piece) + 1


def _cut_short(piece: str, known: Sequence[str]) -> list[str]:
    """The only word that has this piece in it: a tick may hide the rest."""
    words = [word for word in known if piece in word]
    return words if len(words) == 1 else []


def ticked(picture: Pixels, found: Sequence[Option], words: Mapping[str, str]) -> Value | None:
    """The one option that is ticked; None if the cell holds no options; an empty value where
    none, or more than one, stands out."""
    if len(found) < FEWEST:
        return None
    if _boxes_follow(found):
        option = _alone([x for x in found if x.mark_after in _TICKED]) or _alone(
            [x for x in found if x.mark_after not in _EMPTY]
        )
        return Value(words[option.word], option.line.confidence, option.box) if option else Value()
    if (option := _read_as_ticked(found)) is not None:
        return Value(words[option.word], option.line.confidence, option.box)
    holes = [option.hole(picture) for option in found]
    usual = median(holes)
    cut_up = [
        (hole, option)
        for hole, option in zip(holes, found, strict=True)
        if hole < _CUT * usual and option.mark not in _EMPTY
    ]
    if usual > _HOLE and len(cut_up) == 1:
        hole, option = cut_up[0]
        return Value(words[option.word], 1.0 - 0.5 * hole / usual, option.box)
    if (option := _without_empty_box(found)) is not None:
        return Value(words[option.word], option.line.confidence, option.box)
    return Value()


def _read_as_ticked(found: Sequence[Option]) -> Option | None:
    """The option whose box was read as a ticked one, if it is the only one."""
    ticked = [option for option in found if option.mark in _TICKED]
    lines = {id(option.line): option.line.text for option in found}.values()
    marks = sum(character in _TICKED for text in lines for character in text)
    return ticked[0] if ticked and marks == 1 else None


def _boxes_follow(found: Sequence[Option]) -> bool:
    """一般□ 紧急☑: the first word has no box before it, the last has one behind it."""
    boxes = _EMPTY | _TICKED
    return found[0].mark not in boxes and found[-1].mark_after in boxes


def _alone(found: Sequence[Option]) -> Option | None:
    return found[0] if len(found) == 1 else None


def _without_empty_box(found: Sequence[Option]) -> Option | None:
    """The only option before which no empty box was read: what ticks it hides it."""
    return _alone([option for option in found if option.mark not in _EMPTY])
