"""A value that was begun wrong: what a stroke runs through, with the right one written beside it: a
surname, a room's number, a telephone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import cv2
import numpy as np

from bot.ocr.page.geometry import cut, stretched
from bot.ocr.page.ink import HEIGHT, SIZE, STROKE, ink, straightest
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from bot.ocr.values.shapes import is_name, is_room
from models import phone
from models.surnames import DOUBLE_SURNAMES

_TWO_SURNAMES = 4  # characters: names have two or three, and few have two surnames
_DOUBLE = re.compile(DOUBLE_SURNAMES)
_TWO_ROOMS = re.compile(r"号([^号弄室]{6,8})室?$")  # 26号809801室, and 65号午6041504室
_FIGURES = 5  # of them at least: through others run the strokes
_ROOM = range(3, 5)  # figures
_TWO = 2
_TALL = 2.0  # characters that the strip is high
_REACH = 0.9  # of a character that the stroke is long, at least

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


def without_struck_room(line: Line, picture: Pixels) -> Line:
    """The line without that of two rooms' numbers through which a stroke runs. `picture`: RGB."""
    rooms = _TWO_ROOMS.search(line.text)
    if rooms is None or sum(map(str.isdigit, rooms[1])) < _FIGURES:
        return line
    start, end = rooms.span(1)
    halves = [(start, start + n - 1) for n in _ROOM if end - start - n in _ROOM]
    halves += [(end - n, end - 1) for n in _ROOM if end - start - n in _ROOM]
    struck = strokes(line, picture)
    left, share = max(
        ((_without(line, *half), struck(*half)) for half in halves), key=lambda pair: pair[1]
    )
    return left if share > STROKE and is_room(left.text) else line


def without_struck_number(lines: Sequence[Line], picture: Pixels) -> Sequence[Line]:
    """Of two whole telephones that without a stroke through it; else both. `picture`: RGB."""
    whole = all(phone.is_whole(phone.tidy(line.text)) for line in lines)
    return without_struck_line(lines, picture) if whole else lines


def without_struck_line(lines: Sequence[Line], picture: Pixels) -> Sequence[Line]:
    """Of two values that without a stroke through all of it; else both. `picture`: RGB."""
    if len(lines) != _TWO or any(len(line.glyphs) < _TWO for line in lines):
        return lines
    kept = [x for x in lines if strokes(x, picture)(0, len(x.glyphs) - 1) <= STROKE]
    return kept if len(kept) == 1 else lines


def without_struck_part(line: Line, picture: Pixels, tells: Callable[[str], bool]) -> Line:
    """Of two values in one line, 乔磊俞静, that without a stroke through it; else both. `tells`:
    whether a text is such a value; `picture`: RGB."""
    for at in range(_TWO, len(line.text) - 1):
        if tells(line.text[:at]) and tells(line.text[at:]):
            struck = strokes(line, picture)
            first, last = struck(0, at - 1) > STROKE, struck(at, len(line.glyphs) - 1) > STROKE
            if first != last:
                return line.part(at) if first else line.part(0, at)
    return line


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
