"""Lines → fields: by their labels, by the row of a table, by position."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.ocr.flat import FlatPage, Spot
from bot.ocr.lines import Line
from bot.ocr.wording import Mark, Wording

_ROW = 0.65  # of the higher one's height that two pieces of one row may lie apart
_NEXT = 2.2  # of its height that a line may lie below the value it continues


@dataclass
class Slot:
    """A field's label on the paper, and the lines found to belong to it."""

    name: str
    label: Line
    values: list[Line] = field(default_factory=list)


def find(lines: Sequence[Line], labels: Mapping[str, Sequence[str]]) -> list[Slot]:
    """The fields among the lines, their values' lines in the order in which they are read."""
    if not lines:
        return []
    page, wording = FlatPage(lines), Wording(labels)
    lines = sorted(lines, key=lambda line: page.spot(line).y)
    slots, free = _labelled(lines, wording)
    rest = _give_rows(slots, free, page)
    _give_rest(slots, rest, page)
    for slot in slots:
        slot.values = _in_order(slot.values, page)
    return slots


def _labelled(lines: Sequence[Line], wording: Wording) -> tuple[list[Slot], list[Line]]:
    """The labels' slots with what follows in their own lines, and all pieces without a label. A
    field is named where a line begins with its label; else where one stands within a line."""
    marks: dict[int, list[Mark]] = {}
    seen: set[str] = set()
    for number, line in enumerate(lines):
        mark = wording.first(line)
        if mark is not None and mark.name not in seen:
            marks[number] = [mark]
            seen.add(mark.name)
    for number, line in enumerate(lines):
        own = marks.setdefault(number, [])
        for mark in wording.further(line.text):
            if mark.name not in seen and (not own or mark.start >= own[-1].value):
                own.append(mark)
                seen.add(mark.name)
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


def _give_rows(slots: list[Slot], free: Sequence[Line], page: FlatPage) -> list[Line]:
    """What stands right of a label in its row is its value; the nearest label to the left wins.
    Returns what stands in no label's row."""
    places = [(page.spot(slot.label), slot) for slot in slots]
    rest = []
    for line in free:
        own = page.spot(line)
        ahead = [(own.left - place.right, slot) for place, slot in places if _row(own, place)]
        if ahead:
            min(ahead, key=lambda pair: pair[0])[1].values.append(line)
        else:
            rest.append(line)
    return rest


def _row(line: Spot, label: Spot) -> bool:
    """Whether the line stands right of the label, in its row."""
    height = max(line.height, label.height)
    return abs(line.y - label.y) < _ROW * height and line.left - label.right > -0.5 * height


def _give_rest(slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage) -> None:
    """What is left continues a value above it, or stands in the tall cell of a description."""
    for line in rest:
        own = page.spot(line)
        above = _nearest([s for s in slots if page.spot(s.label).y <= own.y], own, page)
        below = _nearest([s for s in slots if page.spot(s.label).y > own.y], own, page)
        if above is None:
            continue  # the form's title
        slot = _tall(above, below)
        if own.right > page.spot(slot.label).left and _continues(slot, own, page):
            slot.values.append(line)


def _nearest(slots: Sequence[Slot], line: Spot, page: FlatPage) -> Slot | None:
    """The slot whose label's row is nearest; of several in that row, the one whose column the
    line stands in."""
    if not slots:
        return None
    places = [(page.spot(slot.label), slot) for slot in slots]
    away = min(abs(place.y - line.y) for place, _ in places)
    row = [(p, s) for p, s in places if abs(p.y - line.y) < away + _ROW * p.height]
    left = [(p, s) for p, s in row if p.left <= line.left + p.height]
    return max(left or row, key=lambda pair: pair[0].left if left else -pair[0].left)[1]


def _tall(above: Slot, below: Slot | None) -> Slot:
    """Between two labels: a description, or boxes to tick, may reach up to the label before."""
    for name in ("description", "category"):
        for slot in (above, below):
            if slot is not None and slot.name == name:
                return slot
    return above


def _continues(slot: Slot, line: Spot, page: FlatPage) -> bool:
    """A description may stand anywhere in its cell; what is short goes on right below."""
    if slot.name in ("description", "category"):
        return True
    last = max(page.spot(one).y for one in (slot.label, *slot.values))
    return line.y - last < _NEXT * line.height


def _in_order(lines: Sequence[Line], page: FlatPage) -> list[Line]:
    """Row by row, left to right."""
    rows: list[list[tuple[Spot, Line]]] = []
    placed = [(page.spot(line), line) for line in lines]
    for spot, line in sorted(placed, key=lambda pair: pair[0].y):
        if rows and abs(spot.y - rows[-1][0][0].y) < 0.5 * spot.height:
            rows[-1].append((spot, line))
        else:
            rows.append([(spot, line)])
    return [line for row in rows for _, line in sorted(row, key=lambda pair: pair[0].left)]
