"""Figures that a hurried hand draws like letters: 4 like H, 6 like G. Put right only where a figure
must stand, and where the picture allows it: a printed H stays one. And a brush's 1, like its 7."""

import re
from collections.abc import Mapping

from bot.ocr.page.lines import Line
from bot.ocr.values.closed_list import fits

_LETTER = 5.0  # of log-likelihood that the figure may lack to each letter
# Of 1,113 telephones in strangers' hands seven had one for the other, five of them below this; of
# those that were right, four were.
_EVEN = 2.0  # of log-likelihood that the other figure lacks where nobody can say which it is
_OTHER = {"1": "7", "7": "1"}
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


def may_be_another(line: Line) -> bool:
    """Whether a 1 of the line may as well be a 7, or a 7 a 1."""
    text, read = line.text, line.likelihood(line.text)
    others = (
        text[:at] + _OTHER[figure] + text[at + 1 :]
        for at, figure in enumerate(text)
        if figure in _OTHER
    )
    return any(line.likelihood(other, read - _EVEN) > read - _EVEN for other in others)
