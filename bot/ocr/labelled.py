"""Which pieces of a page are labels, and which of these may be none."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.ocr.flat import FlatPage, Spot
from bot.ocr.lines import Line
from bot.ocr.slots import Slot
from bot.ocr.wording import OTHER, Mark, Wording

_NEXT = 2.2  # of its height that a line may lie below the one that it continues
_INDENT = 0.8  # of its height that the two may begin apart


def labelled(lines: Sequence[Line], wording: Wording) -> tuple[list[Slot], list[Line]]:
    """The labels' slots with what follows in their own lines, and all pieces without a label: a
    label begins a line, or stands within it with a colon."""
    marks: dict[int, list[Mark]] = {}
    seen: set[str] = set()
    for number, line in enumerate(lines):
        mark = wording.first(line)
        if mark is not None and (mark.clear or mark.name not in seen):
            marks[number] = [mark]
            seen.add(mark.name)
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


def _before(line: Line, marks: Sequence[Mark]) -> list[Line]:
    """What stands in the line before any label."""
    piece = line.part(0, marks[0].start) if marks else line
    return [piece] if piece.glyphs else []


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
        again, place = slot.name in named and slot.name != OTHER, page.spot(slot.label)
        named.add(slot.name)
        if again and not slot.values and any(_goes_on(place, spot) for spot in spots):
            slots.remove(slot)
            free.append(slot.label)


def _goes_on(line: Spot, above: Spot) -> bool:
    near = 0 < line.y - above.y < _NEXT * line.height
    return near and abs(line.left - above.left) < _INDENT * line.height


def unlabelled(
    slots: list[Slot],
    free: list[Line],
    page: FlatPage,
    telling: Mapping[str, Callable[[str], bool]],
) -> None:
    """A field whose label could not be read, but whose value tells: the only such piece among the
    labels. (A letterhead stands above them, a stamp below.) `telling`: field → whether a text is
    a value of it."""
    heights = [page.spot(slot.label).y for slot in slots]
    for name in telling.keys() - {slot.name for slot in slots}:
        told = [line for line in free if telling[name](line.text)]
        told = [
            line for line in told if heights and min(heights) < page.spot(line).y < max(heights)
        ]
        if len(told) == 1:
            free.remove(told[0])
            slots.append(Slot(name, told[0], [told[0]]))
