"""A hurried 1, which is taken for a 7, and a slash that is taken for a 1. What can be no value of
its field is put right; where it may be either, the likelier stands, and somebody is asked."""

import re
from collections.abc import Callable, Mapping

from bot.ocr.page.lines import Line
from bot.ocr.values.closed_list import fits
from bot.ocr.values.figures import put_right
from bot.ocr.values.shapes import is_room
from models import phone

_LIKELIER = 8.0  # of log-likelihood that a figure may lack to one that can't stand there
# The same of one that can, where nobody can say which it is: of 2,784 that were read as a 1 in
# strangers' hands each was one, of 1,223 that were read as a 7 eight were a 1, most of them below
# this, and no true 7, of which a brush's lay at 4.9.
_EVEN = {"1": 1.0, "7": 4.4}
_OTHER = {"1": "7", "7": "1"}
_NO_SEVEN: Mapping[str, re.Pattern[str]] = {
    "phone": re.compile(r"^7(?=[3-9]\d{9}$)"),  # a mobile number begins with a 1
    # No house has seventy floors.
    "address": re.compile(r"(?<=[号/-])7(?=\d{3}室?$)|^7(?=\d{3}室$)"),
}
_IS_VALUE: Mapping[str, Callable[[str], bool]] = {
    "phone": phone.is_number,
    "address": lambda text: _NO_SEVEN["address"].search(text) is None,
}


def telephone(line: Line) -> str:
    """What the line says as a telephone."""
    return _with_ones("phone", line)


def room(line: Line) -> str:
    """What the line says as an address. The slash of 67/1402 may be a 1 as well, where all are
    figures and the picture allows it at one place only."""
    text = _with_ones("address", line)
    ones = [at for at, figure in enumerate(text) if figure == "1"] if text.isdigit() else []
    parted = [whole for at in ones if is_room(whole := f"{text[:at]}/{text[at + 1 :]}")]
    likely = fits(line, parted, _LIKELIER)
    return likely[0][1] if len(likely) == 1 else text


def may_be_another(name: str, line: Line) -> bool:
    """Whether a 1 of the line's telephone or address may as well be a 7, or a 7 a 1."""
    text = telephone(line) if name == "phone" else room(line)
    return any(_may_be(name, line, text, at) for at in range(len(text)))


def _with_ones(name: str, line: Line) -> str:
    """With a 1 for each 7 that can't stand there, or that may as well be one: no true 7 is like a
    1, but many a 1 is taken for a 7."""
    text = put_right(name, line)
    other = _NO_SEVEN[name].sub("1", text)
    text = other if other != text and fits(line, [other], _LIKELIER) else text
    for at, figure in enumerate(text):
        if figure == "7" and _may_be(name, line, text, at):
            text = _swapped(text, at)
    return text


def _may_be(name: str, line: Line, text: str, at: int) -> bool:
    """Whether what stands there may as well be its like, and the text be a value still."""
    if text[at] not in _OTHER or not _IS_VALUE[name](other := _swapped(text, at)):
        return False
    least = line.likelihood(text) - _EVEN[text[at]]
    return line.likelihood(other, least) > least


def _swapped(text: str, at: int) -> str:
    return text[:at] + _OTHER[text[at]] + text[at + 1 :]
