"""Figures that a hurried hand draws like letters: 4 like H, 6 like G. Put right only where a figure
must stand, and where the picture allows it: a printed H stays one."""

import re
from collections.abc import Mapping

from bot.ocr.closed_list import fits
from bot.ocr.lines import Line

_LETTER = 5.0  # of log-likelihood that the figure may lack to each letter
_LIKE = str.maketrans("HGOoZzSsqg", "4600225599")  # not I: the ruling of a table looks like it
_DAY_AND_TIME = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日 \d{1,2}:\d{2}")
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


def tidy_time(text: str) -> str:
    """2025年8日 10日 02.16 → 2025年8月10日 02:16: marks that are none, and a 月 taken for a 日.
    2时16分 is 2:16; what follows the time of day is no time."""
    text = re.sub(r"(?<!\d)(\d{1,2})[时点](\d{2})分?.*$", r"\1:\2", text)
    text = re.sub(r"(日\s*\d{1,2}:\d{2}).*$", r"\1", text)
    text = re.sub(r"(?<!\d)(\d{1,2})[:：.·]+(\d{2})$", r"\1:\2", text)
    text = re.sub(r"年\W*(\d{1,2})[月日]\W*(?=\d{1,2}日)", r"年\1月", text)
    return re.sub(r"(日)\s*(?=\d)", r"\1 ", text)


def is_time(text: str) -> bool:
    """Whether it is a day with the time of day, and nothing else."""
    return bool(_DAY_AND_TIME.fullmatch(tidy_time(text)))
