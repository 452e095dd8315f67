"""A page's labels and what stands right behind them, and all that has no label."""

import re
from collections.abc import Iterator, Sequence

from bot.ocr.labels.marks import LONG, marks_of
from bot.ocr.labels.signs import COLON, NOISE, Mark
from bot.ocr.labels.slots import INDENT, NEXT, ROW, Slot
from bot.ocr.labels.wording import Wording
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from models.labels.listed import LABELS, OTHER

_OPEN = COLON + NOISE + "【〔"  # what may stand between a label and its value
_BRACKETS = re.compile(r"[（(]\s*[)）]$")  # of an option: 类别：（）电梯（√）门禁
_NUMBER = re.compile(
    r"\W*问?(?:[A-Z]?\d{1,2}|[①-⑳Ⅰ-Ⅻ]+|[IVX]{1,4}|[一二三四五六七八九十]{1,2}(?=\W|问))?问?\W*"
)


def labelled(
    lines: Sequence[Line], page: FlatPage, wording: Wording
) -> tuple[list[Slot], list[Line]]:
    """The labels' slots with what follows in their own lines, and all pieces without a label: a
    label begins a line, or stands within it with a colon."""
    marks = marks_of(lines, page, wording)
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


def _before(line: Line, marks: Sequence[Mark]) -> list[Line]:
    """What stands in the line before any label, if it is not the label's own number or bracket."""
    piece = line.part(0, marks[0].start) if marks else line
    return [piece] if piece.glyphs and not (marks and _NUMBER.fullmatch(piece.text)) else []


def _slots(line: Line, marks: Sequence[Mark]) -> Iterator[Slot]:
    ends = [mark.start for mark in marks[1:]] + [len(line.text)]
    for mark, end in zip(marks, ends, strict=False):
        slot = Slot(mark.name, line.part(mark.start, mark.end), guessed=mark.guessed)
        box = _BRACKETS.search(line.text[mark.end : mark.value])
        start = mark.end + box.start() if box else mark.value
        value = line.text[start:end].rstrip("【〔（(")  # of the next label
        if value:
            slot.values.append(line.part(start, start + len(value)))
        yield slot


def back_to_text(slots: list[Slot], free: list[Line], page: FlatPage) -> None:
    """A word that names a field once more, at the beginning of a line below another, is the end of
    a sentence: 来之前请打 / 电话. So is one that names none of ours, below what was described: 没有
    / 配件."""
    spots, named = [page.spot(line) for line in free], dict[str, float]()
    told = [page.spot(value) for s in slots if s.name == "description" for value in s.values]
    for slot in list(slots):
        place = page.spot(slot.label)
        first = named.setdefault(slot.name, place.y)
        again = slot.name in LABELS and place.y - first > ROW * place.height
        short = len(slot.label.text) < LONG and not _is_numbered(slot.label)
        above = spots if again else told if slot.name == OTHER and not slot.label.after else ()
        if short and not slot.values and any(goes_on(place, spot) for spot in above):
            slots.remove(slot)
            free.append(slot.label)


def _is_numbered(label: Line) -> bool:
    return bool(label.before.strip(NOISE)) and _NUMBER.fullmatch(label.before) is not None


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
