"""Which pieces of a page are labels, and which of these may be none."""

import re
from collections.abc import Iterator, Sequence

from bot.ocr.flat import FlatPage, Spot
from bot.ocr.label_signs import Mark
from bot.ocr.lines import Line
from bot.ocr.slots import INDENT, NEXT, Slot
from bot.ocr.wording import Wording
from models.label_grammar import UNKNOWN
from models.labels import LABELS

_ANY = re.compile(r"\s*([一-鿿/／]{2,6})[：:]\s*")
_COLUMN = 3  # labels below one another
_LONG = 4  # characters of a label that ends no sentence: 诉求摘要
_INITIALS = 3  # labels of one character: fewer are the ends of sentences, 来/电：
_NUMBER = re.compile(r"\W*(?:\d{1,2}|[①-⑳]+|[一二三四五六七八九十]{1,2}(?=\W))?\W*")


def labelled(
    lines: Sequence[Line], page: FlatPage, wording: Wording
) -> tuple[list[Slot], list[Line]]:
    """The labels' slots with what follows in their own lines, and all pieces without a label: a
    label begins a line, or stands within it with a colon."""
    marks = _marks(lines, page, wording)
    slots, free = list[Slot](), list[Line]()
    for line, own in zip(lines, marks, strict=True):
        free += _before(line, own)
        slots += _slots(line, own)
    return slots, free


def _marks(lines: Sequence[Line], page: FlatPage, wording: Wording) -> list[list[Mark]]:
    """The labels of each line, from the left."""
    marks = _at_the_beginning(lines, wording)
    seen = {mark.name for own in marks for mark in own}
    initials = [own for own in marks if own and own[0].end - own[0].start == 1]
    if len(initials) < _INITIALS:
        marks = [[] if own in initials else own for own in marks]
    known = [page.spot(line) for line, own in zip(lines, marks, strict=True) if own]
    for line, own in zip(lines, marks, strict=True):
        if not own and _is_in_column(page.spot(line), known):
            own.extend(_likely(line, wording, seen))
        for mark in wording.further(line.text):
            if not own or mark.start >= own[-1].value:
                own.append(mark)
    return marks


def _at_the_beginning(lines: Sequence[Line], wording: Wording) -> list[list[Mark]]:
    """The label that each line begins with, if any; one that may begin a sentence as well counts
    only where its field had none yet."""
    seen, marks = set[str](), list[list[Mark]]()
    for line in lines:
        mark = wording.first(line)
        counts = mark is not None and (mark.clear or mark.name not in seen)
        marks.append([mark] if mark is not None and counts else [])
        seen.update(mark.name for mark in marks[-1])
    return marks


def _is_in_column(line: Spot, labels: Sequence[Spot]) -> bool:
    """Whether the line begins where the labels of the page begin."""
    return sum(abs(spot.left - line.left) < INDENT * line.height for spot in labels) >= _COLUMN


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
    near = 0 < line.y - above.y < NEXT * line.height
    return near and abs(line.left - above.left) < INDENT * line.height


def continued(first: Line, lines: Sequence[Line], page: FlatPage) -> list[Line]:
    """The line and those that go on below it, one after another."""
    found = [first]
    for line in sorted(lines, key=lambda one: page.spot(one).y):
        if goes_on(page.spot(line), page.spot(found[-1])):
            found.append(line)
    return found
