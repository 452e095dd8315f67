"""A printed bar or = between each label and its value: 住户姓名|沈桂芳. Before figures alone a bar
may be a misread 1."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.ocr.labels.wording import Wording
from bot.ocr.page.lines import Line

_BAR = re.compile("[|丨｜=＝]")
_EQUALS = ("=", "＝")
_FEWEST = 2  # of them before words, on a page that has them


def with_colons(lines: Sequence[Line], wording: Wording) -> list[Line]:
    """The lines, with a colon for each such bar; without the = that begins a value in a cell of its
    own."""
    bars = [(line, _behind_labels(line, wording)) for line in lines]
    words = sum(line.text[at + 1 : at + 2].isalpha() for line, found in bars for at in found)
    if words < _FEWEST:
        return list(lines)
    return [_with_colons(line, found) for line, found in bars]


def _behind_labels(line: Line, wording: Wording) -> list[int]:
    """Where a bar stands right behind a label."""
    found, start = list[int](), 0
    for bar in _BAR.finditer(line.text):
        before = line.text[start : bar.start()].strip()
        if any(wording.names(before[cut:]) for cut in range(len(before) - 1)):
            found.append(bar.start())
        start = bar.end()
    return found


def _with_colons(line: Line, places: Sequence[int]) -> Line:
    glyphs = list(line.glyphs)
    for at in places:
        glyphs[at] = replace(glyphs[at], text="：")
    whole = replace(line, glyphs=tuple(glyphs)) if places else line
    return whole.part(1) if whole.text[:1] in _EQUALS else whole
