"""Fields whose labels could not be read, known by what their values look like."""

import re
from collections.abc import Mapping, Sequence

from bot.ocr.labels.labelled import goes_on
from bot.ocr.labels.signs import BETWEEN
from bot.ocr.labels.slots import DECISIVE, INDENT, NEXT, ROW, Slot, Tells, in_row, is_in_row_of
from bot.ocr.labels.two_values import field_told
from bot.ocr.page.flat import FlatPage
from bot.ocr.page.lines import Line
from models.kinds import OPTIONS

_WIDEST = 8  # times its height that a value may stand behind its label
_PLACED = DECISIVE | {"caller"}  # elsewhere on the paper stand other names and numbers
_FIGURES = frozenset({"phone", "address"})
_OPTION = 2  # characters
_MANY = 3
_TWO = 2  # names
_FEW = 2  # labels: a note that has no more has its values wherever it likes
# What firms call a place that they serve, and an office of theirs.
_SERVED = re.compile("(?:物业)?(?:服务|项目|管理|管家)[处部点站]")
_LABEL = 9  # characters, with its number


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
    if "caller" in told:  # 康华苑 might be a name
        told["caller"] = [one for one in told["caller"] if not _is_place(one, telling)]
    if len(places := told.get("community", [])) > 1:
        told["community"] = [one for one in places if not _is_before(one, places, page)]
    known = [slot.label for slot in slots] + [line for lines in told.values() for line in lines]
    heights = [page.spot(line).y for line in known]
    _sign(told, page)
    found = []
    for name, lines in told.items():
        among = [x for x in lines if min(heights) < page.spot(x).y < max(heights)]
        among += [x for x in lines if _is_beside(x, name, told, slots, page)]
        among += [x for x in lines if name == "community" and _is_served(x, free, page)]
        if name in OPTIONS and any(_is_one_of_many(x, free, page) for x in lines):
            continue
        if len(lines) == 1 and (among or name not in _PLACED or len(slots) < _FEW):
            before = [line for line in free if _is_lost_label(line, lines[0], page)]
            lost = [line for line in before if field_told(line.text, telling) is None]
            free[:] = [line for line in free if line not in (*lines, *lost)]
            found.append(Slot(name, lines[0], lines, told=True))
    return found


def _is_before(line: Line, others: Sequence[Line], page: FlatPage) -> bool:
    """Whether another of them stands behind it in its row: it is that one's label, 美丽家园."""
    own = page.spot(line)
    return any(in_row(page.spot(one), own) for one in others if one is not line)


def _is_place(line: Line, telling: Mapping[str, Tells]) -> bool:
    return "community" in telling and telling["community"](line.text.strip(BETWEEN))


def _is_one_of_many(line: Line, free: Sequence[Line], page: FlatPage) -> bool:
    """Whether other short words stand in its row: options, of which most could not be read."""
    own = page.spot(line)
    level = (one for one in free if is_in_row_of(page.spot(one), own))
    return sum(len(one.text) <= _OPTION for one in level) > _MANY


def left_over(
    slots: Sequence[Slot], rest: Sequence[Line], telling: Mapping[str, Tells]
) -> list[Slot]:
    """A room or a telephone that belongs to nothing, where its own label has nothing and no other
    piece of the page tells so: the second cell behind one label."""
    empty = [slot for slot in slots if slot.name in _FIGURES and not slot.values]
    told = ((slot, [x for x in rest if telling[slot.name](x.text)]) for slot in empty)
    return [Slot(slot.name, slot.label, lines) for slot, lines in told if len(lines) == 1]


def _is_beside(
    line: Line,
    name: str,
    told: Mapping[str, Sequence[Line]],
    slots: Sequence[Slot],
    page: FlatPage,
) -> bool:
    """Whether what decides as well stands in its row, or a label of that: 丰翔新城 3号502室, or
    丰翔新城 门牌, above all else; or a room stands right below its community, below all else or
    above."""
    others = [one for other in DECISIVE - {name} for one in told.get(other, ())]
    others += [slot.label for slot in slots if slot.name in DECISIVE]
    spot = page.spot(line)
    near = (in_row(page.spot(one), spot) or in_row(spot, page.spot(one)) for one in others)
    if name == "address":
        below = any(goes_on(spot, page.spot(one)) for one in told.get("community", ()))
    else:
        below = any(goes_on(page.spot(one), spot) for one in told.get("address", ()))
    return name in DECISIVE and (below or any(near))


def _is_served(line: Line, free: Sequence[Line], page: FlatPage) -> bool:
    """Whether what stands before it, or right above, calls it a place that a firm serves."""
    own = page.spot(line)
    labels = [page.spot(one) for one in free if _SERVED.fullmatch(one.text)]
    return any(in_row(own, label) or goes_on(own, label) for label in labels)


def _sign(told: dict[str, list[Line]], page: FlatPage) -> None:
    """Of two names the one beside the only telephone is the caller's; the other, below all else of
    a note, is of who wrote it."""
    names, phones = told.get("caller", []), told.get("phone", [])
    if len(names) != _TWO or len(phones) != 1:
        return
    signature = max(names, key=lambda line: page.spot(line).y)
    caller = next(line for line in names if line is not signature)
    others = [page.spot(one).y for lines in told.values() for one in lines if one is not signature]
    spot, phone, last = (page.spot(one) for one in (caller, phones[0], signature))
    beside = in_row(phone, spot) or abs(phone.y - spot.y) < NEXT * phone.height
    if beside and last.y > max(others) - ROW * last.height:
        told["caller"], told["operator"] = [caller], [signature]


def _has_label(line: Line, slots: Sequence[Slot], free: Sequence[Line], page: FlatPage) -> bool:
    """Whether the nearest thing before it in its row is a label."""
    own = page.spot(line)
    labels = [page.spot(slot.label) for slot in slots if not slot.values]
    others = [page.spot(one) for one in free if one is not line]
    before = [place for place in (*labels, *others) if in_row(own, place)]
    return bool(before) and max(before, key=lambda place: place.right) in labels


def _is_lost_label(line: Line, value: Line, page: FlatPage) -> bool:
    spot, place = page.spot(line), page.spot(value)
    near = -INDENT < (place.left - spot.right) / place.height < _WIDEST
    return near and is_in_row_of(spot, place) and len(line.text) <= _LABEL
