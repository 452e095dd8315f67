"""One slot a field, where a form asks twice, or for a part at a time."""

import re
from collections.abc import Mapping, Sequence

from bot.ocr.fields.passage import tells_of_trouble
from bot.ocr.labels.slots import FOOTNOTE, Slot, Tells
from bot.ocr.page.flat import FlatPage
from bot.ocr.page.lines import Line
from bot.ocr.values.times import is_clock, is_day
from models.kinds import WRITTEN
from models.labels.listed import LABELS, PARTS

_STAFF = "人员"
_HOUSE = re.compile("热线|报修|报事|服务|夜间|白天|抢修|值班")
_ASKED = frozenset({"community", "address", "description", "caller"})


def one_a_field(slots: Sequence[Slot], telling: Mapping[str, Tells], page: FlatPage) -> list[Slot]:
    """Of several labels of a field the one that has a value; of these the one whose value tells
    what it is, or says most: the 电话 of a letterhead is not the 联系电话, the 日期 below a
    signature not the 来电时间. `telling`: field → whether a text is a value of it."""
    _name_kinds(slots)
    _name_staff(slots)
    best: dict[str, Slot] = {}
    slots = _without_footer(slots, page)
    for slot in _whole_times(_whole_addresses(slots)):
        if slot.name in LABELS:
            held = best.get(slot.name, slot)
            best[slot.name] = max(held, slot, key=lambda one: _rank(one, telling))
    return list(best.values())


def _without_footer(slots: Sequence[Slot], page: FlatPage) -> list[Slot]:
    """Without the house's own telephone below the form, where another is asked for."""
    phones = [slot for slot in slots if slot.name == "phone"]
    lowest = max((page.spot(slot.label).y for slot in slots if slot.name in _ASKED), default=0.0)
    own = [
        slot
        for slot in phones
        if _HOUSE.search(slot.label.text) and page.spot(slot.label).y > lowest
    ]
    return [slot for slot in slots if slot not in own or len(own) == len(phones)]


def _name_kinds(slots: Sequence[Slot]) -> None:
    """问题：停车 asks for the kind, where 内容 asks for what it is."""
    said = [slot for slot in slots if slot.name == "description" and slot.values]
    if len(said) > 1 and not any(slot.name == "category" and slot.values for slot in slots):
        for slot in said:
            if len(slot.values) == 1 and slot.values[0].text in WRITTEN:
                slot.name = "category"


def _name_staff(slots: Sequence[Slot]) -> None:
    """人员 asks for who took the call, where 姓名 asks for who called: each in its own part of the
    form, whose heading names it."""
    callers = [slot for slot in slots if slot.name == "caller" and slot.values]
    if len(callers) > 1 and not any(slot.name == "operator" and slot.values for slot in slots):
        for slot in callers:
            if slot.label.text == _STAFF:
                slot.name = "operator"


def _whole_addresses(slots: Sequence[Slot]) -> list[Slot]:
    """The slots; an address that is asked for in parts (楼号, 室号) as one."""
    parts = [slot for slot in slots if slot.label.text in PARTS and slot.values]
    if len(parts) < 2 or len({slot.label.text for slot in parts}) < len(parts):
        return list(slots)  # a counterfoil asks for the same
    values = [value.followed_by(_unit(slot, value)) for slot in parts for value in slot.values]
    whole = Slot("address", parts[0].label, values)
    return [whole, *(slot for slot in slots if slot not in parts)]


def _whole_times(slots: list[Slot]) -> list[Slot]:
    """The slots; a day and its time of day that are asked for one by one (日期, 时刻) as one."""
    times = [slot for slot in slots if slot.name == "time"]
    days = [(slot, day) for slot in times if (day := _part(slot, is_day))]
    clocks = [(slot, clock) for slot in times if (clock := _part(slot, is_clock))]
    if len(days) != 1 or len(clocks) != 1 or days[0][0] is clocks[0][0]:
        return slots
    ((one, day),), ((other, clock),) = days, clocks
    whole = Slot("time", one.label, [*day, *clock])
    return [whole, *(slot for slot in slots if slot not in (one, other))]


def _part(slot: Slot, tells: Tells) -> Sequence[Line]:
    """All of its values, or the one among figures of a register's rows, if they are such a part of
    a time."""
    return slot.values if tells(slot.text) else [v for v in slot.values if tells(v.text)][:1]


def _unit(slot: Slot, value: Line) -> str:
    """What the label says that the figure means."""
    return PARTS[slot.label.text] if value.text.strip().isdecimal() else ""


def _rank(slot: Slot, telling: Mapping[str, Tells]) -> tuple[bool, bool, bool, int, int]:
    asked = "caller" if slot.name == "operator" else slot.name  # who took it has a name as well
    told = tells_of_trouble if slot.name == "description" else telling.get(asked)
    tells = told is not None and slot.label.text != FOOTNOTE and told(slot.text)
    return bool(slot.values), tells, not slot.guessed, _length(slot), len(slot.label.text)


def _length(slot: Slot) -> int:
    """Of a description's values: 问题：停车 above 内容 is a kind, 说明：… a footnote."""
    if slot.name != "description" or slot.label.text == FOOTNOTE:
        return 0
    return len(slot.text)
