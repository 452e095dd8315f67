"""What a field's lines say, without what a form's ruling and printed blanks leave in it."""

import re
from collections.abc import Sequence

from bot.ocr.figures import put_right
from bot.ocr.lines import Line
from bot.ocr.times import spaced, tidy_time

STRAY = " _-—.|丨】[]"
_BLANK_PART = re.compile(r"^\D?弄(?=\d)")  # of a printed __弄__号__室, where there is no 弄
_POINT = re.compile(r",|(?<=[一-鿿])[.．](?=[一-鿿])")  # a comma, as a pen or an engine makes it
_SQUEEZED = frozenset({"phone", "address", "caller", "operator"})


def written(name: str, lines: Sequence[Line]) -> str:
    """The value of this field."""
    texts = [put_right(name, line) for line in lines]
    if name == "time":
        texts = [spaced(text, line.glyphs) for text, line in zip(texts, lines, strict=True)]
        return tidy_time(" ".join(texts).strip(STRAY))
    text = "".join(texts).strip(STRAY)
    if name in _SQUEEZED:
        text = re.sub(r"\s+", "", text)
    if name == "address":
        return _BLANK_PART.sub("", re.sub(r"(?<=\d)=(?=\d+室)", "号", text))
    return _POINT.sub("，", text) if name == "description" else text
