"""Printed options in a cell: which words they are, and where each stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.ocr.page.lines import Line
from bot.ocr.values.closed_list import LENIENT, fits
from models.intake import Quad

_TICKED = frozenset("☑☒✓✔√■")  # as a reader may see them; most ticks it makes nothing of
_EMPTY = frozenset("□☐口○〇◯")
_BRACKETS = frozenset("（()）〔〕[]［］【】")
_IN_BRACKETS = _TICKED | frozenset("VvJXx×丿")  # what a tick in brackets is read as
_MARKS = _TICKED | _EMPTY | _BRACKETS
_COMMAS = "、，,/／ "
_LATIN = re.compile(r"\s*[A-Za-z]{2,}")
_HINT = re.compile(r"[（()）〔〕][^（()）〔〕]*\w{2}[^（()）〔〕]*[（()）〔〕]")  # 紧急（24小时）
_NEARER = 0.9  # times as far: where spaces are even, boxes stand before their words
MARK = re.compile("[" + "".join(map(re.escape, sorted(_MARKS))) + "]")


@dataclass(frozen=True)
class Option:
    """A printed option: its word, and where it stands in its line. `length`: of what was read for
    its word, in characters."""

    word: str
    line: Line
    start: int
    length: int

    @property
    def box(self) -> Quad:
        """Where its word is in the photo."""
        return self.line.part(self.start, self._end).box

    @property
    def is_whole(self) -> bool:
        """Whether its word was read letter by letter."""
        return self.line.text[self.start : self._end] == self.word

    def gap(self, *, behind: bool) -> float | None:
        """How far from the word a box or a bracket was read right behind it, or right before it,
        as a share of the line; None where there is none, or brackets that explain the word."""
        near = self._next(behind)
        if near[:1] not in _MARKS or _HINT.match(near):
            return None
        glyphs = self.line.glyphs
        if behind:
            return glyphs[self._end].place - self.places[-1]
        return self.places[0] - glyphs[self.start - 1].place

    def full(self, *, behind: bool) -> bool | None:
        """Whether the box, or the brackets, behind the word or before it were read as ticked; None
        where it cannot be said."""
        near = self._next(behind)
        mark, inside = near[:1], near[1:2]
        if mark in _BRACKETS:
            return True if inside in _IN_BRACKETS else False if inside in _BRACKETS else None
        return True if mark in _TICKED else False if mark in _EMPTY else None

    def in_brackets(self, *, behind: bool) -> bool:
        """Whether a bracket was read right behind the word, or before it."""
        return self._next(behind)[:1] in _BRACKETS

    @property
    def lettered(self) -> bool:
        """Whether a letter or a number stands right before it: A供水 B排水."""
        before = self._next(behind=False)[:1]
        return before.isascii() and before.isalnum()

    def _next(self, behind: bool) -> str:
        """What was read right behind the word, or before it, the nearest character first."""
        return self.line.text[self._end :] if behind else self.line.text[: self.start][::-1]

    @property
    def places(self) -> list[float]:
        """Where its characters stand, as shares of its line."""
        return [glyph.place for glyph in self.line.glyphs[self.start : self._end]]

    @property
    def translated(self) -> "Option":
        """With the translation behind it: 一般 Normal."""
        latin = _LATIN.match(self.line.text, self._end)
        return replace(self, length=latin.end() - self.start) if latin else self

    @property
    def _end(self) -> int:
        return self.start + self.length


def options(lines: Sequence[Line], words: Mapping[str, str]) -> list[Option]:
    """The printed options in a cell. `words`: as printed → the value that it means."""
    known = sorted(words, key=lambda word: -len(word))
    either = "|".join(map(re.escape, known))
    printed = re.compile(f"(?!(?<=缓)急)(?:{either})")  # the label 缓急 is none
    return [option for line in lines for option in _in_line(line, printed, known)]


def follow(found: Sequence[Option]) -> bool:
    """Whether boxes or brackets stand behind their words, 一般□ 紧急☑: then they are nearer."""
    behind, before = (
        [gap for option in found if (gap := option.gap(behind=side)) is not None]
        for side in (True, False)
    )
    if len(behind) != len(before):
        return len(behind) > len(before)
    return sum(behind) < _NEARER * sum(before)


def _in_line(line: Line, printed: re.Pattern[str], known: Sequence[str]) -> Iterator[Option]:
    start = 0
    for piece in MARK.split(line.text):
        found = list(printed.finditer(piece))
        for match in found:
            yield Option(match[0], line, start + match.start(), len(match[0]))
        if piece and not found:
            likely = [word for word in known if len(word) == len(piece) > 1]
            fitting = fits(line.part(start, start + len(piece)), likely, LENIENT)
            for word in [word for _, word in fitting][:1] or _cut_short(piece, known):
                yield Option(word, line, start, len(piece))
        elif head := _head(piece, found[0].start()) if found else "":
            # (一般)紧急: its ring hides 一
            for word in _cut_short(head, [w for w in known if w not in piece]):
                yield Option(word, line, start, len(head))
        start += len(piece) + 1


def _head(piece: str, end: int) -> str:
    """What stands before the first known word, without its translation."""
    return re.sub(rf"{_LATIN.pattern}$", "", piece[:end].rstrip(_COMMAS))


def _cut_short(piece: str, known: Sequence[str]) -> list[str]:
    """The only word that has this piece in it: a tick may hide the rest."""
    words = [word for word in known if piece in word]
    return words if len(words) == 1 else []
