"""Where the labels of a page stand in its pieces of text."""

import re
from collections.abc import Sequence
from math import inf
from statistics import median

from bot.ocr.labels.signs import COLON, Mark, is_signature
from bot.ocr.labels.slots import INDENT, ROW
from bot.ocr.labels.wording import Wording
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import is_name
from models.label_grammar import UNKNOWN
from models.labels import INITIALS

_ANY = re.compile(r"\s*([一-鿿/／]{2,6})[：:【〔]\s*")
_TWO_LINES = 1.6  # times the usual height: a label that is wrapped
_LARGER = 1.25  # times the usual height: a title
_COLUMN = 3  # labels below one another
LONG = 4  # characters of a label that ends no sentence: 诉求摘要
_INITIALS = 3  # labels of one character: fewer are the ends of sentences, 来/电：
_NUMBERED = re.compile(r"\s*\d{1,2}[、.．)）]\s*[一-鿿]")  # 7、是否已告知处理流程


def marks_of(lines: Sequence[Line], page: FlatPage, wording: Wording) -> list[list[Mark]]:
    """The labels of each line, from the left: a label begins a line, or stands within it with a
    colon."""
    marks = _without_stray(_at_the_beginning(lines, wording), lines, page)
    seen = {mark.name for own in marks for mark in own}
    known = [page.spot(line) for line, own in zip(lines, marks, strict=True) if own]
    numbered = sum(_NUMBERED.match(line.text) is not None for line in lines) >= _COLUMN
    for line, own in zip(lines, marks, strict=True):
        further = list(wording.further(line.text))
        if not own:
            own.extend(_by_its_place(line, page.spot(line), known, further, wording, seen))
        if not own and numbered and _NUMBERED.match(line.text):
            own.append(Mark(UNKNOWN, 0, len(line.text), len(line.text)))
        for mark in further:
            if not own or mark.start >= own[-1].value:
                own.append(mark)
    return marks


def _by_its_place(
    line: Line,
    place: Spot,
    known: Sequence[Spot],
    further: Sequence[Mark],
    wording: Wording,
    seen: set[str],
) -> list[Mark]:
    """A label that is one by where it stands: where the labels of the page begin, or in the row of
    one."""
    if _is_in_column(place, known) and not _is_title(place, known):
        return _unknown(line, further) or _likely(line, wording, seen)
    return _unknown(line, further, alone=True) if _is_in_row(place, known) else []


def _without_stray(
    marks: list[list[Mark]], lines: Sequence[Line], page: FlatPage
) -> list[list[Mark]]:
    """Without labels of one character, where they are few and no signatures, and without the
    title."""
    first = [(line.text, own) for line, own in zip(lines, marks, strict=True) if own]
    initials = [own for text, own in first if _is_initial(text, own[0])]
    signed = [own for text, own in first if is_signature(text[own[0].start :])]
    if len(initials) < _INITIALS:
        marks = [[] if own in initials and own not in signed else own for own in marks]
    known = [page.spot(line) for line, own in zip(lines, marks, strict=True) if own]
    for line, own in zip(lines, marks, strict=True):
        plain, place = own and not set(COLON) & set(line.text), page.spot(line)
        if plain and _is_title(place, [one for one in known if one != place], _TWO_LINES):
            own.clear()
    return marks


def _at_the_beginning(lines: Sequence[Line], wording: Wording) -> list[list[Mark]]:
    """The label that each line begins with, if any; one that may begin a sentence as well counts
    only where its field had none yet."""
    seen, marks = set[str](), list[list[Mark]]()
    for line in lines:
        mark = wording.first(line)
        named = mark is not None and mark.name == "caller" and is_name(line.text[mark.value :])
        counts = mark is not None and (mark.clear or named or mark.name not in seen)
        marks.append([mark] if mark is not None and counts else [])
        seen.update(mark.name for mark in marks[-1])
    return marks


def _is_initial(text: str, mark: Mark) -> bool:
    """Whether the label is one character, and not in brackets: 【时】 stands alone."""
    return text[mark.start : mark.end] in INITIALS and not text[: mark.start].endswith("【")


def _is_title(line: Spot, labels: Sequence[Spot], most: float = inf) -> bool:
    """Whether the line stands above all labels and is higher, below `most` times: 服务请求受理."""
    lies = line.height < line.right - line.left  # an upright label is higher as well
    if not labels or not lies or line.y > min(spot.y for spot in labels):
        return False
    return _LARGER < line.height / median(spot.height for spot in labels) < most


def _is_in_column(line: Spot, labels: Sequence[Spot]) -> bool:
    """Whether the line begins where the labels of the page begin."""
    return sum(abs(spot.left - line.left) < INDENT * line.height for spot in labels) >= _COLUMN


def _is_in_row(line: Spot, labels: Sequence[Spot]) -> bool:
    """Whether a label stands in the line's row."""
    return any(abs(spot.y - line.y) < ROW * line.height for spot in labels)


def _unknown(line: Line, known: Sequence[Mark], *, alone: bool = False) -> list[Mark]:
    """A label that nobody knows, by its colon; where a known one stands before that, 本页值班员：,
    it is that one. `alone`: with nothing behind it."""
    found = _ANY.match(line.text)
    if found is None or any(mark.start < found.end() for mark in known):
        return []
    whole = found.end() == len(line.text)
    return [Mark(UNKNOWN, *found.span(1), found.end())] if whole or not alone else []


def _likely(line: Line, wording: Wording, seen: set[str]) -> list[Mark]:
    """Among other labels a line may begin with one that begins ordinary sentences as well, if its
    field has no other."""
    mark = wording.opening(line.text)
    if mark is None or (mark.name in seen and mark.end - mark.start < LONG):
        return []
    seen.add(mark.name)
    return [mark]
