"""Lines → fields: by their labels, by the row of a table, by position."""

from collections.abc import Mapping, Sequence
from math import inf
from types import MappingProxyType

from bot.ocr.cell import Cells, Ownership, Unruled
from bot.ocr.columns import give_columns
from bot.ocr.flat import FlatPage, Spot
from bot.ocr.labelled import back_to_text, goes_on, joined, labelled, no_values, unlabelled
from bot.ocr.lines import Line
from bot.ocr.option_rows import give_options
from bot.ocr.run_together import parted
from bot.ocr.slots import ROW, Slot, Tells, in_row
from bot.ocr.stacked import give_below
from bot.ocr.wording import known_wording
from models import phone
from models.kinds import WRITTEN
from models.label_grammar import OTHER
from models.labels import PARTS

_NEXT = 2.2  # of its height that a line may lie below the value it continues
_ADJOINING = 0.7  # of its height that the next word of a line stands away
_SENTENCE = 8  # characters: shorter ones are titles and names
ONE_LINE = frozenset({"caller", "operator", "urgency"})


def find(
    lines: Sequence[Line],
    labels: Mapping[str, Sequence[str]],
    telling: Mapping[str, Tells] = MappingProxyType({}),
    cells: Cells | None = None,
) -> list[Slot]:
    """The fields among the lines, their values' lines in the order in which they are read.
    `telling`: field → whether a text can be nothing else than its value. `cells`: of the page's
    ruling, if any was looked for."""
    if not lines:
        return []
    page, wording, cells = FlatPage(lines), known_wording(labels), cells or Unruled()
    celled = (piece for line in lines for piece in cells.cut(line))
    pieces = [piece for line in celled for piece in parted(line, wording, telling)]
    lines = sorted(joined(pieces, page, wording), key=lambda line: page.spot(line).y)
    slots, free = labelled(lines, wording)
    back_to_text(slots, free, page)
    ownership = Ownership(cells, page, slots, free)
    free = give_options(slots, _give_cells(free, ownership))
    free = give_columns(slots, free, page, wording)
    told = unlabelled(slots, free, page, telling)
    nothing = no_values(slots, free, page)
    free = give_below(slots, [line for line in free if line not in nothing], page)
    rest = _give_rows(slots, free, page, ownership)
    rest = _give_empty(slots, rest, page, ownership)
    rest = _give_adjoining(slots, rest, page)
    rest = _give_rest(slots, rest, page, ownership)
    for slot in slots:
        slot.values = _in_order(slot.values, page)
    found = [*_one_a_field(slots), *told]
    top = min((page.spot(slot.label).y for slot in [*slots, *told]), default=inf)
    below = [line for line in rest if page.spot(line).y > top]  # above stands the form's title
    return [*found, *_described(found, below, page)]


def _give_cells(free: Sequence[Line], ownership: Ownership) -> list[Line]:
    """What stands in a cell that a label owns is its value. Returns the rest."""
    rest = []
    for line in free:
        owner = ownership.owner(line)
        if owner is None:
            rest.append(line)
        else:
            owner.values.append(line)
    return rest


def _described(slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage) -> list[Slot]:
    """A description whose label was not read: the longest line that belongs to nothing, and what
    goes on below it."""
    long = [line for line in rest if len(line.text) >= _SENTENCE]
    if not long or not slots or any(slot.name == "description" for slot in slots):
        return []
    slot = Slot("description", max(long, key=lambda line: len(line.text)), told=True)
    slot.values = [slot.label]
    for line in sorted(rest, key=lambda one: page.spot(one).y):
        if goes_on(page.spot(line), page.spot(slot.values[-1])):
            slot.values.append(line)
    return [slot]


def _one_a_field(slots: Sequence[Slot]) -> list[Slot]:
    """Of several labels of a field the one that has a value; of these the one that says most: the
    电话 of a letterhead is not the 联系电话, the 日期 below a signature not the 来电时间."""
    _name_kinds(slots)
    best: dict[str, Slot] = {}
    for slot in _whole_addresses(slots):
        if slot.name != OTHER and (slot.name not in best or _says_more(slot, best[slot.name])):
            best[slot.name] = slot
    return list(best.values())


def _name_kinds(slots: Sequence[Slot]) -> None:
    """问题：停车 asks for the kind, where 内容 asks for what it is."""
    said = [slot for slot in slots if slot.name == "description" and slot.values]
    if len(said) > 1 and not any(slot.name == "category" and slot.values for slot in slots):
        for slot in said:
            if len(slot.values) == 1 and slot.values[0].text in WRITTEN:
                slot.name = "category"


def _whole_addresses(slots: Sequence[Slot]) -> list[Slot]:
    """The slots; an address that is asked for in parts (楼号, 室号) as one."""
    parts = [slot for slot in slots if slot.label.text in PARTS and slot.values]
    if len(parts) < 2:
        return list(slots)
    values = [value.followed_by(_unit(slot, value)) for slot in parts for value in slot.values]
    whole = Slot("address", parts[0].label, values)
    return [whole, *(slot for slot in slots if slot not in parts)]


def _unit(slot: Slot, value: Line) -> str:
    """What the label says that the figure means."""
    return PARTS[slot.label.text] if value.text.strip().isdecimal() else ""


def _says_more(one: Slot, other: Slot) -> bool:
    places = [(bool(slot.values), _length(slot), len(slot.label.text)) for slot in (one, other)]
    return places[0] > places[1]


def _length(slot: Slot) -> int:
    """Of a description's values: 问题：停车 above 内容 is a kind."""
    return sum(len(v.text) for v in slot.values) if slot.name == "description" else 0


def _give_rows(
    slots: list[Slot], free: Sequence[Line], page: FlatPage, ownership: Ownership
) -> list[Line]:
    """What stands right of a label in its row is its value; the nearest label to the left wins.
    Returns what stands in no label's row."""
    places = [(page.spot(slot.label), slot) for slot in slots]
    rest = []
    for line in free:
        own = page.spot(line)
        ahead = [
            (own.left - place.right, slot)
            for place, slot in places
            if in_row(own, place) and ownership.together(line, slot.label)
        ]
        if ahead:
            min(ahead, key=lambda pair: pair[0])[1].values.append(line)
        else:
            rest.append(line)
    return rest


def _give_empty(
    slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage, ownership: Ownership
) -> list[Line]:
    """A label without a value takes what stands next to it in its row, if no cell lies between: a
    rule may be too faint to tell whose it is. Returns the rest."""
    taken = []
    for slot in (slot for slot in slots if not slot.values):
        place = page.spot(slot.label)
        pieces = [one.label for one in slots if one is not slot] + list(rest)
        behind = [piece for piece in pieces if in_row(page.spot(piece), place)]
        value = min(behind, key=lambda piece: page.spot(piece).left, default=None)
        mine = any(value is line for line in rest)
        if value is not None and mine and ownership.follows(value, slot.label):
            slot.values.append(value)
            taken.append(value)
    return [line for line in rest if not any(line is one for one in taken)]


def _give_adjoining(slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage) -> list[Line]:
    """What goes on right behind a value is part of it: a fold, or a shadow's edge, is no rule.
    Returns the rest."""
    left = []
    for line in rest:
        own = page.spot(line)
        ahead = (
            slot for slot in slots if slot.values and _adjoins(own, page.spot(slot.values[-1]))
        )
        slot = next(ahead, None)
        if slot is None:
            left.append(line)
        else:
            slot.values.append(line)
    return left


def _adjoins(line: Spot, value: Spot) -> bool:
    apart = abs(line.left - value.right)
    return in_row(line, value) and apart < _ADJOINING * line.height


def _give_rest(
    slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage, ownership: Ownership
) -> list[Line]:
    """What is left continues a value above it, or stands in the tall cell of a description.
    Returns what does neither."""
    left = []
    for line in rest:
        own = page.spot(line)
        near = [slot for slot in slots if ownership.together(line, slot.label)]
        above = _nearest([s for s in near if page.spot(s.label).y <= own.y], own, page)
        below = _nearest([s for s in near if page.spot(s.label).y > own.y], own, page)
        slot = _tall(above, below) if above else None
        if slot and own.right > page.spot(slot.label).left and _continues(slot, own, page):
            slot.values.append(line)
        else:
            left.append(line)
    return left


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
    name does, and nothing that is whole."""
    if slot.name in ("description", "category"):
        return True
    if slot.values and (slot.name in ONE_LINE or _is_whole(slot)):
        return False
    last = max(page.spot(one).y for one in (slot.label, *slot.values))
    return line.y - last < _NEXT * line.height


def _is_whole(slot: Slot) -> bool:
    """Whether the value can have no more to it."""
    text = slot.values[-1].text
    if slot.name == "phone":
        return phone.is_whole(phone.tidy(text))
    return slot.name == "address" and text.endswith("室")


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
