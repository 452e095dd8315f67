"""A value that was begun wrong: what a stroke runs through, with the right one written beside it: a
surname, a room's number, a telephone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from statistics import median

import cv2
import numpy as np

from bot.ocr.labels.slots import Tells
from bot.ocr.page.geometry import cut, stretched
from bot.ocr.page.ink import HEIGHT, SIZE, STROKE, ink, straightest
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from bot.ocr.values.shapes import is_name, is_room
from models.surnames import DOUBLE_SURNAMES

_TWO_SURNAMES = 4  # characters: names have two or three, and few have two surnames
_DOUBLE = re.compile(DOUBLE_SURNAMES)
_TWO_NUMBERS = re.compile(  # 26号809801室, 65号午6041504室, 43-=40081004, 4746号1103室
    r"^\d{4,}[号幢栋]|弄.*弄|(?:号|\d[/／-])(?=(?:\D?\d){5})[^号弄室]{6,9}室?$"
)
_ALIKE = 0.03  # of a line that is ink: nobody can tell which of two is struck
_TWO = 2
_TALL = 2.0  # characters that the strip is high
_REACH = 0.9  # of a character that the stroke is long, at least

OF_TWO = 0.85  # of a line that is ink, where one of two is struck: a misty photo has gaps in it
_MORE = 0.1  # of it than through the other

Struck = Callable[[int, int], float]  # characters first … last → how much of a straight line is ink


def without_struck_surname(line: Line, picture: Pixels) -> Line:
    """The line without that of its first two characters through which a stroke runs, where a whole
    name is left. `picture`: RGB."""
    if len(line.glyphs) != _TWO_SURNAMES or _DOUBLE.match(line.text):
        return line
    struck = strokes(line, picture)
    at = max((0, 1), key=lambda place: struck(place, place))
    left = _without(line, at, at)
    return left if struck(at, at) > STROKE and is_name(left.text) else line


def without_struck_room(lines: Sequence[Line], picture: Pixels) -> list[Line]:
    """The rows of an address without that of two rooms' numbers through which a stroke runs.
    `picture`: RGB."""
    texts, left = [line.text for line in lines], list(lines)
    for at, line in enumerate(lines):
        before, behind = "".join(texts[:at]), "".join(texts[at + 1 :])
        if _TWO_NUMBERS.search("".join(texts)):
            whole: Tells = partial(_is_room_between, before, behind)
            left[at] = without_struck_figures(line, picture, whole)
            texts[at] = left[at].text
    return [line for line in left if line.glyphs]


def _is_room_between(before: str, behind: str, text: str) -> bool:
    return is_room(before + text + behind)


def without_struck_figures(line: Line, picture: Pixels, tells: Tells) -> Line:
    """The line without the figures through which a stroke runs, 021-6095781672167216, where it is
    such a value then; as it was where it may be one of two. `picture`: RGB."""
    ends = range(len(line.glyphs))
    runs = [(a, b) for a in ends for b in ends[a + 1 :] if tells(_without(line, a, b).text)]
    struck = strokes(line, picture)
    shares = {run: share for run in runs if (share := struck(*run)) > STROKE}
    surest = max(shares.values(), default=0.0) - _ALIKE
    likely = [run for run, share in shares.items() if share > surest]
    found = [run for run in likely if _is_whole(line.text, *run)] or likely
    first, last = max(found, key=lambda run: run[1] - run[0], default=(0, 0))
    within = all(first <= a and b <= last for a, b in found)  # a part of what is struck is as well
    return _without(line, first, last) if found and within else line


def _is_whole(text: str, first: int, last: int) -> bool:
    """Whether a number begins, or ends, with these figures."""
    return not (text[first - 1 : first].isdigit() and text[last + 1 : last + 2].isdigit())


def without_struck_line(
    lines: Sequence[Line], picture: Pixels, tells: Tells, least: float = OF_TWO
) -> list[Line]:
    """Of two values of a field that without a stroke through all of it; else both. `tells`: whether
    a text is such a value, as what is left must be; `least`: how much of a line through the other
    is ink; `picture`: RGB."""
    if len(lines) != _TWO or any(len(line.glyphs) < _TWO for line in lines):
        return list(lines)
    struck = _struck([strokes(line, picture)(0, len(line.glyphs) - 1) for line in lines], least)
    left = [line for number, line in enumerate(lines) if number != struck]
    return left if all(tells(line.text) for line in left) else list(lines)


def without_struck_part(line: Line, picture: Pixels, tells: Tells, least: float = OF_TWO) -> Line:
    """The same of two in one line, 乔磊俞静."""
    for at in range(_TWO, len(line.text) - 1):
        if tells(line.text[:at]) and tells(line.text[at:]):
            ink_of, last = strokes(line, picture), len(line.glyphs) - 1
            struck = _struck([ink_of(0, at - 1), ink_of(at, last)], least)
            if struck is not None:
                return line.part(0, at) if struck else line.part(at)
    return line


def without_struck_beginning(line: Line, picture: Pixels, tells: Tells) -> Line:
    """The line without what a stroke runs through before such a value, whatever was read of it:
    街M区文海花园. `picture`: RGB."""
    if tells(line.text):
        return line
    ends = [at for at in range(_TWO, len(line.text)) if tells(line.text[at:])]
    struck = [at for at in ends if strokes(line, picture)(0, at - 1) > STROKE]
    return line.part(struck[0]) if struck else line


def _struck(shares: Sequence[float], least: float) -> int | None:
    """Which of the two is struck out, if one is."""
    struck = max((0, 1), key=lambda number: shares[number])
    more = shares[struck] - shares[1 - struck] > _MORE
    alone = shares[1 - struck] <= STROKE < shares[struck]
    return struck if shares[struck] > least and (more or alone) else None


def strokes(line: Line, picture: Pixels) -> Struck:
    """How much of a straight line through some of its characters is ink. `picture`: RGB."""
    high = _TALL * HEIGHT / 2
    box = stretched(line.box, (0.0, 1.0), (0.5 - high, 0.5 + high))
    strip = cut(picture, box, round(_TALL * SIZE))
    grey = np.asarray(cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY), np.uint8)
    dark, wide = ink(grey, 0, grey.shape[1]), grey.shape[1]
    steps = (b.place - a.place for a, b in pairwise(line.glyphs))
    reach = _REACH * median(steps) / 2

    def struck(first: int, last: int) -> float:
        left, right = line.glyphs[first].place - reach, line.glyphs[last].place + reach
        return straightest(dark, round(left * wide), round(right * wide))

    return struck


def _without(line: Line, first: int, last: int) -> Line:
    return replace(line, glyphs=(*line.glyphs[:first], *line.glyphs[last + 1 :]))
