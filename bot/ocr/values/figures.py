"""Figures that a hurried hand draws like letters: 4 like H, 6 like G. Put right only where a figure
must stand, and where the picture allows it: a printed H stays one. And a brush's 1, like its 7."""

import re
from collections.abc import Mapping
from dataclasses import replace
from math import exp
from string import digits

from bot.ocr.page.lines import Line
from bot.ocr.values.closed_list import fits
from bot.ocr.values.shapes import is_room
from models import phone

_LETTER = 5.0  # of log-likelihood that the figure may lack to each letter
# Of 2,315 telephones in strangers' hands fifteen had one for the other, eight of them below this;
# of those that were right, eight were.
_EVEN = 2.0  # of log-likelihood that the other figure lacks where nobody can say which it is
_SLASH = 8.0  # of log-likelihood that it lacks to the 1 that it was taken for; to a true 1, more
_BOXED = frozenset(digits) | {"-"}
_OTHER = {"1": "7", "7": "1"}
_NO_MOBILE = re.compile(r"^7(?=[3-9]\d{9}$)")
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


def telephone(line: Line) -> str:
    """What the line says as a telephone: a mobile number begins with a 1, though it looks like a
    7."""
    text = put_right("phone", line)
    mobile = _NO_MOBILE.sub("1", text)
    return mobile if mobile != text and fits(line, [mobile], _LETTER) else text


def room(line: Line) -> str:
    """What the line says as an address: the slash of 67/1402 looks like a 1, where all are figures
    and the picture allows it at one place only."""
    text = put_right("address", line)
    ones = [at for at, figure in enumerate(text) if figure == "1"] if text.isdigit() else []
    parted = [whole for at in ones if is_room(whole := f"{text[:at]}/{text[at + 1 :]}")]
    likely = fits(line, parted, _SLASH)
    return likely[0][1] if len(likely) == 1 else text


def may_be_another(line: Line) -> bool:
    """Whether a 1 of the line's telephone may as well be a 7, or a 7 a 1, and it be one still."""
    text = telephone(line)
    least = line.likelihood(text) - _EVEN
    others = (
        text[:at] + _OTHER[figure] + text[at + 1 :]
        for at, figure in enumerate(text)
        if figure in _OTHER
    )
    whole = (other for other in others if phone.is_number(other))
    return any(line.likelihood(other, least) > least for other in whole)
