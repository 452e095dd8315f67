"""Labels in English, or in two languages: Name 尊称：, Mobile, DATE 2025年8月6日."""

import re
from collections.abc import Callable

from bot.ocr.labels.signs import NOISE, Mark, may_follow, value_start
from models.labels.english import field_in_english

_LATIN = re.compile(r"[A-Za-z][A-Za-z.&/ -]*")
_PLACE = re.compile("[一-鿿]{2,10}\\d[^，。]*$")  # 丰翔新城3号502室
# The same in Chinese.
_ECHO = re.compile("来自|发自|何处|何人|号码|口信|留言|住在|来电的是|回电请打|联络")


def in_english(
    text: str, start: int, colon: int, named: Callable[[str], str | None]
) -> Mark | None:
    """The label that begins with Latin letters. `colon`: where the text's first one is, or its end.
    `named`: which field a Chinese label asks for."""
    latin = _LATIN.match(text, start)
    if latin is None:
        return None
    echo = _ECHO.match(text, latin.end())
    behind = echo.end() if echo else latin.end()
    own, value = text[behind:colon].strip(NOISE), value_start(text, colon)
    english = field_in_english(latin[0])
    chinese = named(own)
    if english and own and chinese is None and (own[0].isdigit() or colon == len(text)):
        follows = may_follow(english, own) or (english == "community" and _PLACE.match(own))
        return Mark(english, latin.start(), behind, behind) if follows else None
    name = chinese or english
    return Mark(name, latin.start(), colon, value) if name is not None else None
