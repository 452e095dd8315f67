"""Which pieces of a page are labels, and which of these may be none."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.ocr.flat import FlatPage, Spot
from bot.ocr.lines import Glyph, Line
from bot.ocr.run_together import BETWEEN
from bot.ocr.slots import DECISIVE, ROW, Slot, Tells, in_row
from bot.ocr.wording import Mark, Wording, is_half
from models.intake import Quad
from models.label_grammar import UNKNOWN
from models.labels import LABELS

_NEXT = 2.2  # of its height that a line may lie below the one that it continues
_WIDE = 3.5  # of their height that the two characters of a label may stand apart
_WRAPPED = re.compile(r"\D{1,6}")  # a label's line that goes on below
_CLOSE = 1.6  # of its height that the next line of a label lies below
_WIDEST = 8  # times its height that a value may stand behind its label
_PLACED = DECISIVE | {"caller"}  # elsewhere on the paper stand other names and numbers
_ANY = re.compile(r"\s*([一-鿿/／]{2,6})[：:]\s*")
_COLUMN = 3  # labels below one another
_LONG = 4  # characters of a label that ends no sentence: 诉求摘要
_INITIALS = 3  # labels of one character: fewer are the ends of sentences, 来/电：
_FEW = 2  # labels: a note that has no more has its values wherever it likes
_LABEL = 9  # characters, with its number
_NUMBER = re.compile(r"\W*(?:\d{1,2}|[①-⑳]+|[一二三四五六七八九十]{1,2}(?=\W))?\W*")
_LATIN = re.compile(r"[A-Za-z][A-Za-z /.&-]{2,}")
_PAGE = re.compile(r"第[\s\d_]*页|共[\s\d_]*页")
_INDENT = 0.8  # of its height that the two may begin apart


def labelled(
    lines: Sequence[Line], page: FlatPage, wording: Wording
) -> tuple[list[Slot], list[Line]]:
    """The labels' slots with what follows in their own lines, and all pieces without a label: a
    label begins a line, or stands within it with a colon."""
    marks: dict[int, list[Mark]] = {}
    seen: set[str] = set()
    for number, line in enumerate(lines):
        mark = wording.first(line)
        if mark is not None and (mark.clear or mark.name not in seen):
            marks[number] = [mark]
            seen.add(mark.name)
    initials = [number for number, (mark,) in marks.items() if mark.end - mark.start == 1]
    if len(initials) < _INITIALS:
        marks = {number: own for number, own in marks.items() if number not in initials}
    known = [page.spot(lines[number]) for number in marks]
    for number, line in enumerate(lines):
        if number not in marks and _is_in_column(page.spot(line), known):
            marks[number] = _likely(line, wording, seen)
    for number, line in enumerate(lines):
        own = marks.setdefault(number, [])
        for mark in wording.further(line.text):
            if not own or mark.start >= own[-1].value:
                own.append(mark)
    slots, free = list[Slot](), list[Line]()
    for number, line in enumerate(lines):
        free += _before(line, marks[number])
        slots += _slots(line, marks[number])
    return slots, free


def _is_in_column(line: Spot, labels: Sequence[Spot]) -> bool:
    """Whether the line begins where the labels of the page begin."""
    return sum(abs(spot.left - line.left) < _INDENT * line.height for spot in labels) >= _COLUMN


def _likely(line: Line, wording: Wording, seen: set[str]) -> list[Mark]:
    """Among other labels a line may begin with one that begins ordinary sentences as well, if its
    field has no other; or with an unknown one and its colon."""
    found = _ANY.match(line.text)
    if found is not None:
        return [Mark(UNKNOWN, *found.span(1), found.end())]
    mark = wording.opening(line.text)
    if mark is None or (mark.name in seen and mark.end - mark.start < _LONG):
        return []
    seen.add(mark.name)
    return [mark]


def _before(line: Line, marks: Sequence[Mark]) -> list[Line]:
    """What stands in the line before any label, if it is not the label's own number or bracket."""
    piece = line.part(0, marks[0].start) if marks else line
    return [piece] if piece.glyphs and not (marks and _NUMBER.fullmatch(piece.text)) else []


def _slots(line: Line, marks: Sequence[Mark]) -> Iterator[Slot]:
    ends = [mark.start for mark in marks[1:]] + [len(line.text)]
    for mark, end in zip(marks, ends, strict=False):
        slot = Slot(mark.name, line.part(mark.start, mark.end))
        if mark.value < end:
            slot.values.append(line.part(mark.value, end))
        yield slot


def back_to_text(slots: list[Slot], free: list[Line], page: FlatPage) -> None:
    """A word that names a field once more, at the beginning of a line below another, is the end of
    a sentence: 来之前请打 / 电话."""
    spots, named = [page.spot(line) for line in free], set[str]()
    for slot in list(slots):
        again, place = slot.name in named and slot.name in LABELS, page.spot(slot.label)
        named.add(slot.name)
        short = len(slot.label.text) < _LONG
        if again and short and not slot.values and any(goes_on(place, spot) for spot in spots):
            slots.remove(slot)
            free.append(slot.label)


def goes_on(line: Spot, above: Spot) -> bool:
    """Whether the line stands right below the other and begins where it does."""
    near = 0 < line.y - above.y < _NEXT * line.height
    return near and abs(line.left - above.left) < _INDENT * line.height


def continued(first: Line, lines: Sequence[Line], page: FlatPage) -> list[Line]:
    """The line and those that go on below it, one after another."""
    found = [first]
    for line in sorted(lines, key=lambda one: page.spot(one).y):
        if goes_on(page.spot(line), page.spot(found[-1])):
            found.append(line)
    return found


def unlabelled(
    slots: Sequence[Slot], free: list[Line], page: FlatPage, telling: Mapping[str, Tells]
) -> list[Slot]:
    """Fields whose labels could not be read, but whose values tell: no longer free. Only one piece
    of the page tells so; what decides stands between others that do, or labels: a letterhead
    stands above them, a stamp below. What stands right before such a value was its label, and is
    no longer free either. `telling`: field → whether a text is a value of it."""
    sought = sorted(telling.keys() - {slot.name for slot in slots})
    lone = [line for line in free if not _has_label(line, slots, free, page)]
    told = {
        name: [line for line in lone if telling[name](line.text.strip(BETWEEN))] for name in sought
    }
    known = [slot.label for slot in slots] + [line for lines in told.values() for line in lines]
    heights = [page.spot(line).y for line in known]
    found = []
    for name, lines in told.items():
        among = [x for x in lines if min(heights) < page.spot(x).y < max(heights)]
        if len(lines) == 1 and (among or name not in _PLACED or len(slots) < _FEW):
            lost = [line for line in free if _is_lost_label(line, lines[0], page)]
            free[:] = [line for line in free if line not in (*lines, *lost)]
            found.append(Slot(name, lines[0], lines, told=True))
    return found


def _has_label(line: Line, slots: Sequence[Slot], free: Sequence[Line], page: FlatPage) -> bool:
    """Whether the nearest thing before it in its row is a label."""
    own = page.spot(line)
    labels = [page.spot(slot.label) for slot in slots if not slot.values]
    others = [page.spot(one) for one in free if one is not line]
    before = [place for place in (*labels, *others) if in_row(own, place)]
    return bool(before) and max(before, key=lambda place: place.right) in labels


def _is_lost_label(line: Line, value: Line, page: FlatPage) -> bool:
    spot, place = page.spot(line), page.spot(value)
    near = -_INDENT < (place.left - spot.right) / place.height < _WIDEST
    return near and abs(spot.y - place.y) < ROW * place.height and len(line.text) <= _LABEL


def joined(lines: Sequence[Line], page: FlatPage, wording: Wording) -> list[Line]:
    """The lines; the two characters of a label that is set wide (姓　　名) as one, and so those of
    a label that is wrapped (处理结 / 果)."""
    halves = [line for line in lines if is_half(line.text)]
    wide = (
        (first, last)
        for first in halves
        for last in halves
        if wording.names(first.text + last.text) and _beside(page.spot(first), page.spot(last))
    )
    short = [line for line in lines if _WRAPPED.fullmatch(line.text)]
    wrapped = (
        (upper, lower)
        for upper in short
        for lower in short
        if wording.goes_on(upper.text, lower.text) and _above(page.spot(upper), page.spot(lower))
    )
    pairs = [((a, b), (a.box[0], b.box[1], b.box[2], a.box[3])) for a, b in wide]
    pairs += [((a, b), (a.box[0], a.box[1], b.box[2], b.box[3])) for a, b in wrapped]
    used = {id(half) for pair, _ in pairs for half in pair}
    whole = [_one(first.text + last.text, box) for (first, last), box in pairs]
    return [line for line in lines if id(line) not in used] + whole


def _beside(first: Spot, last: Spot) -> bool:
    height = max(first.height, last.height)
    apart = last.left - first.right  # boxes reach a little beyond their characters
    return abs(first.y - last.y) < ROW * height and -_INDENT < apart / height < _WIDE


def _above(upper: Spot, lower: Spot) -> bool:
    return 0 < lower.y - upper.y < _CLOSE * upper.height and _overlap(upper, lower)


def _one(text: str, box: Quad) -> Line:
    glyphs = (Glyph(c, (i + 0.5) / len(text), 1.0) for i, c in enumerate(text))
    return Line(box, tuple(glyphs))


def values_only(slots: Sequence[Slot], free: Sequence[Line], page: FlatPage) -> list[Line]:
    """Without what is free but no value: a label's translation below it, the half of a label whose
    other half was not seen, the page's number."""
    spots, labels = [page.spot(x) for x in free], [page.spot(slot.label) for slot in slots]

    def is_none(line: Line) -> bool:
        spot = page.spot(line)
        if is_half(line.text):
            return not any(goes_on(spot, above) for above in spots)
        translated = _LATIN.fullmatch(line.text) and any(_overlap(spot, one) for one in labels)
        return bool(translated or _PAGE.search(line.text))

    return [line for line in free if not is_none(line)]


def _overlap(line: Spot, label: Spot) -> bool:
    return line.left < label.right and label.left < line.right
