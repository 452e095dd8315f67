"""Labels that are questions, with their marks: 您贵姓？ 哪个小区？几号几室？"""

import re

from bot.ocr.labels.signs import NOISE, Mark, past, value_start
from models.labels.listed import OTHER
from models.labels.questions import field_asked, field_asked_within

_LONGER = re.compile(r"([一-鿿（）()、]{4,20})[?？]\W*")
_QUESTION = re.compile(r"(?:[^？?，]{1,12}，){0,2}([一-鿿、]{2,12})(?:[?？]|。\W*$)")


def question(text: str, start: int) -> Mark | None:
    """A question, and what asks for the same behind it: 您贵姓？怎么称呼？ Or for something else:
    哪个小区？几号几室？ asks for both."""
    asked = _QUESTION.match(text, start)
    name = field_asked(asked[1]) if asked else None
    if asked is None or name is None:
        return _longer(text, start)
    again = _QUESTION.match(text, past(text, asked.end(), NOISE))
    other = field_asked(again[1]) if again else None
    last = again if again and other is not None else asked
    both = name if other in (None, name) else OTHER
    return Mark(both, start, last.end(1), value_start(text, last.end()))


def _longer(text: str, start: int) -> Mark | None:
    """A question that is all of the line, by what it is about: 线索来自哪个小区？"""
    whole = _LONGER.fullmatch(text, start)
    name = field_asked_within(whole[1]) if whole else None
    return Mark(name, start, len(text), len(text)) if name else None
