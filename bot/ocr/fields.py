"""Lines → fields: by their labels, by the row of a table, by position."""

from collections.abc import Callable, Mapping, Sequence

from bot.ocr.figures import is_time
from bot.ocr.flat import FlatPage, Spot
from bot.ocr.labelled import back_to_text, labelled, unlabelled
from bot.ocr.lines import Line
from bot.ocr.slots import ROW, Slot, in_row
from bot.ocr.stacked import give_below
from bot.ocr.wording import OTHER, Wording

_NEXT = 2.2  # of its height that a line may lie below the value it continues
ONE_LINE = frozenset({"caller", "operator", "urgency"})


def find(
    lines: Sequence[Line],
    labels: Mapping[str, Sequence[str]],
    is_community: Callable[[str], bool] = lambda _: False,
) -> list[Slot]:
    """The fields among the lines, their values' lines in the order in which they are read.
    `is_community`: whether the roster has a community of this name."""
    if not lines:
        return []
    page, wording = FlatPage(lines), Wording(labels)
    lines = sorted(lines, key=lambda line: page.spot(line).y)
    slots, free = labelled(lines, wording)
    back_to_text(slots, free, page)
    unlabelled(slots, free, page, {"community": is_community, "time": is_time})
    free = give_below(slots, free, page)
    rest = _give_rows(slots, free, page)
    _give_rest(slots, rest, page)
    for slot in slots:
        slot.values = _in_order(slot.values, page)
    return _one_a_field(slots)


def _one_a_field(slots: Sequence[Slot]) -> list[Slot]:
    """Of several labels of a field the one that has a value; of these the one that says most: the
    电话 of a letterhead is not the 联系电话, the 日期 below a signature not the 来电时间."""
    best: dict[str, Slot] = {}
    for slot in slots:
        if slot.name != OTHER and (slot.name not in best or _says_more(slot, best[slot.name])):
            best[slot.name] = slot
    return list(best.values())


def _says_more(one: Slot, other: Slot) -> bool:
    places = [(bool(slot.values), len(slot.label.text)) for slot in (one, other)]
    return places[0] > places[1]


def _give_rows(slots: list[Slot], free: Sequence[Line], page: FlatPage) -> list[Line]:
    """What stands right of a label in its row is its value; the nearest label to the left wins.
    Returns what stands in no label's row."""
    places = [(page.spot(slot.label), slot) for slot in slots]
    rest = []
    for line in free:
        own = page.spot(line)
        ahead = [(own.left - place.right, slot) for place, slot in places if in_row(own, place)]
        if ahead:
            min(ahead, key=lambda pair: pair[0])[1].values.append(line)
        else:
            rest.append(line)
    return rest


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
    row = [(p, s) for p, s in places if abs(p.y - line.y) < away + ROW * p.height]
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
    """A description may stand anywhere in its cell; what is short goes on right below, but no
    name goes on."""
    if slot.name in ("description", "category"):
        return True
    if slot.name in ONE_LINE and slot.values:
        return False
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
