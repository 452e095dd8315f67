"""Which pieces of a page are labels, and which of these may be none."""

import re
from collections.abc import Iterator, Sequence
from math import inf
from statistics import median

from bot.ocr.flat import FlatPage, Spot
from bot.ocr.label_signs import COLON, NOISE, Mark
from bot.ocr.lines import Line
from bot.ocr.slots import INDENT, NEXT, ROW, Slot
from bot.ocr.wording import Wording
from models.label_grammar import UNKNOWN
from models.labels import INITIALS, LABELS

_ANY = re.compile(r"\s*([一-鿿/／]{2,6})[：:【〔]\s*")
_OPEN = COLON + NOISE + "【〔"  # what may stand between a label and its value
_TWO_LINES = 1.6  # times the usual height: a label that is wrapped
_LARGER = 1.25  # times the usual height: a title
_COLUMN = 3  # labels below one another
_LONG = 4  # characters of a label that ends no sentence: 诉求摘要
_INITIALS = 3  # labels of one character: fewer are the ends of sentences, 来/电：
_NUMBERED = re.compile(r"\s*\d{1,2}[、.．)）]\s*[一-鿿]")  # 7、是否已告知处理流程
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
    return slots, _without_own(slots, free)


def _without_own(slots: Sequence[Slot], free: Sequence[Line]) -> list[Line]:
    """The pieces without those that stood right behind a label in one text: they are its value."""
    left = list(free)
    for slot in (slot for slot in slots if not slot.values):
        own = next((piece for piece in left if _is_cut_from(piece, slot.label)), None)
        if own is not None:
            slot.values.append(own)
            left = [piece for piece in left if piece is not own]
    return left


def _is_cut_from(piece: Line, label: Line) -> bool:
    """Whether the two were one line of text, the piece right behind the label."""
    ahead = label.before + label.text
    one_line = piece.frames is label.frames and piece.before.startswith(ahead)
    return one_line and not piece.before[len(ahead) :].strip(_OPEN)


def _marks(lines: Sequence[Line], page: FlatPage, wording: Wording) -> list[list[Mark]]:
    """The labels of each line, from the left."""
    marks = _at_the_beginning(lines, wording)
    seen = {mark.name for own in marks for mark in own}
    first = [(line.text, own) for line, own in zip(lines, marks, strict=True) if own]
    initials = [own for text, own in first if _is_initial(text, own[0])]
    if len(initials) < _INITIALS:
        marks = [[] if own in initials else own for own in marks]
    numbered = sum(_NUMBERED.match(line.text) is not None for line in lines) >= _COLUMN
    known = [page.spot(line) for line, own in zip(lines, marks, strict=True) if own]
    for line, own in zip(lines, marks, strict=True):
        plain, place = own and not set(COLON) & set(line.text), page.spot(line)
        if plain and _is_title(place, [one for one in known if one != place], _TWO_LINES):
            own.clear()
    for line, own in zip(lines, marks, strict=True):
        further, place = list(wording.further(line.text)), page.spot(line)
        if not own and _is_in_column(place, known) and not _is_title(place, known):
            own.extend(_unknown(line, further) or _likely(line, wording, seen))
        if not own and numbered and _NUMBERED.match(line.text):
            own.append(Mark(UNKNOWN, 0, len(line.text), len(line.text)))
        elif not own and _is_in_row(place, known):
            own.extend(_unknown(line, further, alone=True))
        for mark in further:
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


def _is_initial(text: str, mark: Mark) -> bool:
    """Whether the label is one character, and not in brackets: 【时】 stands alone."""
    return text[mark.start : mark.end] in INITIALS and not text[: mark.start].endswith("【")


def _is_title(line: Spot, labels: Sequence[Spot], most: float = inf) -> bool:
    """Whether the line stands above all labels and is higher, below `most` times: 服务请求受理."""
    if not labels or line.y > min(spot.y for spot in labels):
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
        slot = Slot(mark.name, line.part(mark.start, mark.end), guessed=mark.guessed)
        value = line.text[mark.value : end].rstrip("【〔（(")  # of the next label
        if value:
            slot.values.append(line.part(mark.value, mark.value + len(value)))
        yield slot


def back_to_text(slots: list[Slot], free: list[Line], page: FlatPage) -> None:
    """A word that names a field once more, at the beginning of a line below another, is the end of
    a sentence: 来之前请打 / 电话."""
    spots, named = [page.spot(line) for line in free], dict[str, float]()
    for slot in list(slots):
        place = page.spot(slot.label)
        first = named.setdefault(slot.name, place.y)
        again = slot.name in LABELS and place.y - first > ROW * place.height
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
