"""Where the labels of a page stand in its pieces of text."""

import re
from collections.abc import Sequence
from math import inf
from statistics import median

from bot.ocr.labels.signs import COLON, Mark, begin, is_signature
from bot.ocr.labels.slots import INDENT, is_in_row_of
from bot.ocr.labels.wording import Wording
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import is_name
from models.kinds import URGENCIES, WRITTEN
from models.labels.grammar import UNKNOWN
from models.labels.listed import INITIALS

_ANY = re.compile(
    r"\W*(?:\d{1,2}\W)?([一-鿿/／、 ]{2,8}(?:[（(][^（()）]{1,10}[)）])?)[：:【〔]\s*"
)
_TWO_LINES = 1.6  # times the usual height: a label that is wrapped
_LARGER = 1.25  # times the usual height: a title
_COLUMN = 3  # labels below one another
LONG = 4  # characters of a label that ends no sentence: 诉求摘要
_INITIALS = 3  # labels of one character: fewer are the ends of sentences, 来/电：
_NUMBERED = re.compile(r"\s*\d{1,2}[、.．)）]\s*([一-鿿].*?)\W*")  # 7、是否已告知处理流程


def marks_of(lines: Sequence[Line], page: FlatPage, wording: Wording) -> list[list[Mark]]:
    """The labels of each line, from the left: a label begins a line, or stands within it with a
    colon."""
    marks = _without_stray(_at_the_beginning(lines, wording), lines, page)
    seen = {mark.name for own in marks for mark in own}
    pairs = list(zip(lines, marks, strict=True))
    known = [_place(line, page) for line, own in pairs if own or _ANY.match(line.text)]
    numbered = sum(map(_is_numbered, lines)) >= _COLUMN
    for line, own in pairs:
        further = list(wording.further(line.text))
        if not own:
            own.extend(_by_its_place(line, _place(line, page), known, further, wording, seen))
        if not own and numbered and _is_numbered(line):
            own.append(Mark(UNKNOWN, 0, len(line.text), len(line.text)))
        for mark in further:
            if not own or mark.start >= own[-1].value:
                own.append(mark)
    return marks


def _place(line: Line, page: FlatPage) -> Spot:
    """Where the line begins, its number aside: of 4）什么毛病… it may have been cut off, or not."""
    start = begin(line.text)
    return page.spot(line.part(start) if 0 < start < len(line.text) else line)


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
    """Without what is no label by its place: ends of sentences, the title, translations."""
    marks = _without_initials(marks, lines, page)
    labels = [(line, own) for line, own in zip(lines, marks, strict=True) if own]
    known = {id(own): page.spot(line) for line, own in labels}
    asked = [(page.spot(line), own[0].name) for line, own in labels if not line.text.isascii()]
    for line, own in labels:
        place = known[id(own)]
        others = [one for one in known.values() if one != place]
        alone = not set(COLON) & set(line.text) and not _has_value(line, lines)
        titled = alone and _is_title(place, others, _TWO_LINES)
        latin = line.text.isascii() and own[0].value >= len(line.text)
        below = any(_is_below(place, one) for one in others)
        above = any(_is_below(one, place) and name == own[0].name for one, name in asked)
        if titled or (latin and (below or above)):
            own.clear()
    return marks


def _has_value(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the line was cut from a longer one, which goes on behind it."""
    return any(one.frames is line.frames and len(one.before) > len(line.before) for one in lines)


def _is_numbered(line: Line) -> bool:
    """Whether it is one of a list of labels, and none of a list of options: 2.供水√."""
    found = _NUMBERED.fullmatch(line.text)
    return found is not None and found[1] not in (*WRITTEN, *URGENCIES)


def _is_below(line: Spot, label: Spot) -> bool:
    """Whether it may be the label's translation."""
    return 0 < line.y - label.y < _TWO_LINES * label.height and line.shares_column(label)


def _without_initials(
    marks: list[list[Mark]], lines: Sequence[Line], page: FlatPage
) -> list[list[Mark]]:
    """Without labels of one character, where they are few, no signatures, and begin where no other
    labels do; but 区： in the row of another label, or ending where labels end, asks for what
    nothing else does: its first half was not seen."""
    pairs = [(line, own) for line, own in zip(lines, marks, strict=True) if own]
    initials = [(line, own) for line, own in pairs if _is_initial(line.text, own[0])]
    if len(initials) >= _INITIALS:
        return marks
    whole = [(line, own[0]) for line, own in pairs if not _is_initial(line.text, own[0])]
    others = [page.spot(line) for line, _ in whole]
    labels = [page.spot(line.part(mark.start, mark.end)) for line, mark in whole]
    asked = [own[0].name for _, own in pairs]

    def is_stray(line: Line, mark: Mark) -> bool:
        place, label = page.spot(line), page.spot(line.part(mark.start, mark.end))
        if is_signature(line.text[mark.start :]) or _is_in_column(place, others):
            return False
        is_half = _is_in_row(place, others) or _ends_in_column(label, labels)
        return not is_half or asked.count(mark.name) > 1

    stray = [id(own) for line, own in initials if is_stray(line, own[0])]
    return [[] if id(own) in stray else own for own in marks]


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
    return text[mark.start : mark.end] in INITIALS and not text[: mark.start].endswith(
        ("【", "[", "［")
    )


def _is_title(line: Spot, labels: Sequence[Spot], most: float = inf) -> bool:
    """Whether the line stands above all labels and is higher, below `most` times: 服务请求受理."""
    lies = line.height < line.right - line.left  # an upright label is higher as well
    if not labels or not lies or line.y > min(spot.y for spot in labels):
        return False
    return _LARGER < line.height / median(spot.height for spot in labels) < most


def _is_in_column(line: Spot, labels: Sequence[Spot]) -> bool:
    """Whether the line begins where the labels of the page begin."""
    return sum(abs(spot.left - line.left) < INDENT * line.height for spot in labels) >= _COLUMN


def _ends_in_column(label: Spot, labels: Sequence[Spot]) -> bool:
    """Whether it ends where the labels of the page end, all as wide as the widest."""
    return sum(abs(one.right - label.right) < INDENT * label.height for one in labels) >= _COLUMN


def _is_in_row(line: Spot, labels: Sequence[Spot]) -> bool:
    """Whether a label stands in the line's row."""
    return any(is_in_row_of(spot, line) for spot in labels)


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
