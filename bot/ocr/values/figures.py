"""Figures that a hurried hand draws like letters: 4 like H, 6 like G. Put right only where a figure
must stand, and where the picture allows it: a printed H stays one."""

import re
from collections.abc import Mapping
from dataclasses import replace
from math import exp
from string import digits

from bot.ocr.page.lines import Line
from bot.ocr.values.closed_list import fits

_LETTER = 5.0  # of log-likelihood that the figure may lack to each letter
_BOXED = frozenset(digits) | {"-"}
_LIKE = str.maketrans("HGOoZzSsqg", "4600225599")  # not I: the ruling of a table looks like it
_PLACES: Mapping[str, re.Pattern[str]] = {
    "phone": re.compile(r"[0-9A-Za-z]+"),
    "address": re.compile(r"[0-9A-Za-z]+(?=[弄号幢栋室])"),
    "time": re.compile(r"[0-9A-Za-z]+(?=[年月日时点分:：]|$)"),
}


def put_right(name: str, line: Line) -> str:
    """What the line says as the value of this field."""
    places = _PLACES.get(name)
    if places is None:
        return line.text
    text = places.sub(lambda place: place[0].translate(_LIKE), line.text)
    letters = sum(a != b for a, b in zip(text, line.text, strict=True))
    return text if letters and fits(line, [text], _LETTER * letters) else line.text


def figures_only(line: Line) -> Line:
    """The line with the figure that the picture nearly says for each character that is none: where
    each box holds one."""
    for at, glyph in enumerate(line.glyphs):
        others = (line.text[:at] + figure + line.text[at + 1 :] for figure in digits)
        if glyph.text not in _BOXED and (nearly := fits(line, others, _LETTER)):
            lacks, text = nearly[0]
            figure = replace(glyph, text=text[at], confidence=exp(min(lacks, 0.0)))
            line = replace(line, glyphs=(*line.glyphs[:at], figure, *line.glyphs[at + 1 :]))
    return line
