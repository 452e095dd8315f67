"""Other signs than a colon between each label and its value: a printed bar, = or dash (住户姓名|
沈桂芳), the end of its brackets, or its translation: （客户）沈桂芳, 住客Guest沈桂芳. Before
figures alone a bar may be a misread 1; a dash is often read as 一."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.ocr.labels.wording import Wording
from bot.ocr.page.lines import Line

_BAR = re.compile("[|丨｜=＝]")
_EQUALS = ("=", "＝")
_FEWEST = 2  # of them before words, on a page that has them
_DASH = re.compile("[一—–－-]")
_DASHES = 3  # lines with a label and a dash, on a page that has them: 业主一家 is none
_BRACKETED = re.compile("[（(]([一-鿿]{2,8})[）)](?![：:])")
_BRACKETS = 3  # lines that begin with a label in them, on a page that has them
_BILINGUAL = re.compile(r"([一-鿿/／]{2,8})\s*([A-Z][A-Za-z. ]*[A-Za-z.])(?=\s*(?:[一-鿿\d]|$))")
_FEWEST_BILINGUAL = 2  # lines of such labels, alone or not, on a page that has them


def with_colons(lines: Sequence[Line], wording: Wording) -> list[Line]:
    """The lines, with a colon for each such bar; without the = that begins a value in a cell of its
    own."""
    bars = [(line, _behind_labels(line, wording, _BAR)) for line in lines]
    words = sum(line.text[at + 1 : at + 2].isalpha() for line, found in bars for at in found)
    if words >= _FEWEST:
        return [_with_colons(line, found) for line, found in bars]
    dashes = [(line, _behind_labels(line, wording, _DASH)[:1]) for line in lines]
    if sum(bool(found) for _, found in dashes) >= _DASHES:
        return [_with_colons(line, found) for line, found in dashes]
    brackets = [(line, _ends_of_brackets(line, wording)) for line in lines]
    if sum(bool(ends) and line.text[0] in "（(" for line, ends in brackets) >= _BRACKETS:
        return [_with_colons(line, ends) for line, ends in brackets]
    foreign = [_translation(line, wording) for line in lines]
    if sum(found is not None for found in foreign) >= _FEWEST_BILINGUAL:
        return [_without(line, found) for line, found in zip(lines, foreign, strict=True)]
    return list(lines)


def _translation(line: Line, wording: Wording) -> tuple[int, int] | None:
    """Where the translation of its label stands, if it has one."""
    found = _BILINGUAL.match(line.text)
    return found.span(2) if found and wording.names(found[1]) else None


def _without(line: Line, translation: tuple[int, int] | None) -> Line:
    """With a colon for the translation of its label, where its value follows."""
    start, end = translation or (len(line.text), len(line.text))
    if end == len(line.text):
        return line
    colon = replace(line.glyphs[start], text="：")
    return replace(line, glyphs=(*line.glyphs[:start], colon, *line.glyphs[end:]))


def _ends_of_brackets(line: Line, wording: Wording) -> list[int]:
    """Where brackets around a label end."""
    found = _BRACKETED.finditer(line.text)
    return [inner.end() - 1 for inner in found if wording.names(inner[1])]


def _behind_labels(line: Line, wording: Wording, sign: re.Pattern[str]) -> list[int]:
    """Where such a sign stands right behind a label."""
    found, start = list[int](), 0
    for bar in sign.finditer(line.text):
        before = line.text[start : bar.start()].strip()
        if any(wording.names(before[cut:]) for cut in range(max(len(before) - 1, 1))):
            found.append(bar.start())
        start = bar.end()
    return found


def _with_colons(line: Line, places: Sequence[int]) -> Line:
    glyphs = list(line.glyphs)
    for at in places:
        glyphs[at] = replace(glyphs[at], text="：")
    whole = replace(line, glyphs=tuple(glyphs)) if places else line
    return whole.part(1) if whole.text[:1] in _EQUALS else whole
