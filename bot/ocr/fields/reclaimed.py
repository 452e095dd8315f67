"""Values that were given to another field, or to a label that nobody knows, though they tell what
they are: 来电 | 2024.10.1 08:15 asks for the time, not for who called."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.ocr.labels.signs import BETWEEN
from bot.ocr.labels.slots import SENTENCE, Slot, Tells
from bot.ocr.page.lines import Line
from models.kinds import kind_implied
from models.labels.grammar import UNKNOWN
from models.labels.listed import OTHER

_OF_A_CELL = re.compile("[A-Za-z0-9：:，。]|^[弄号幢栋室]$")  # no community has these behind it
_MOBILE = re.compile(r"1\d{10}")
_NUMBER = re.compile(r"(?:\d\W?){7}")  # 2困人、燃气同时报119 is none
_LINES = 2
_ALONE = frozenset({"phone", "address"})  # in a line; a community's name may be a stamp's
_OF_OTHERS = frozenset({"urgency", "community", "address"})  # 时限要求：紧急; no firm has a room
# Beside whose labels a value may stand whose own label has nothing, and how many stand there.
_BESIDE = (
    ("caller", frozenset({"time", "phone", "address"}), 1),
    ("phone", frozenset({"caller", "community", "address", "time"}), 2),
    ("phone", frozenset({"caller"}), 1),  # nobody's name
    ("community", frozenset({"caller", "phone", "address"}), 2),
)
_PAIRS = (("community", "address"), ("caller", "phone"))
_REMARKS = frozenset({"意见", "备注"})
_RESIDENT_S = re.compile("(?:客户|业主|居民|住户|用户|业户|群众|市民)的?意见(?:[及和与]?建议)?")
_PLEASED = re.compile("满意|感谢|表扬")
_SOUGHT = ("time", "phone", "address", "community", "category", "urgency")


def reclaimed(slots: Sequence[Slot], telling: Mapping[str, Tells]) -> Iterator[Slot]:
    """For fields that have no label on the page, the only value that can be nothing else; it is no
    longer the other's. `telling`: field → whether a text is a value of it."""
    _exchange(slots, telling)
    _whole_values(slots, telling)
    missing = telling.keys() - {slot.name for slot in slots}
    _returned(slots, telling)
    for name in (name for name in _SOUGHT if name in missing):
        found = [(slot, value) for slot in slots for value in _misplaced(slot, name, telling)]
        if len(found) == 1:
            ((slot, value),) = found
            slot.values.remove(value)
            yield Slot(name, slot.label, [value])
    yield from _sentence(slots)
    yield from _names(slots, telling)
    yield from _beside_places(slots, telling)


def _exchange(slots: Sequence[Slot], telling: Mapping[str, Tells]) -> None:
    """Two values, where each stands behind the other's label: of 坐落__小区__弄__号__室 the label
    小区 stands behind its blank, and a column may have two labels, 来电人 above 电话."""
    by_name = {slot.name: slot for slot in slots if slot.values}
    for one, other in _PAIRS:
        if {one, other} <= by_name.keys() & telling.keys():
            first, second = by_name[one], by_name[other]
            if telling[one](second.text) and telling[other](first.text):
                first.values, second.values = second.values, first.values


def _whole_values(slots: Sequence[Slot], telling: Mapping[str, Tells]) -> None:
    """A community that is whole has no figures or letters of another cell behind it: 卡号A-117; a
    mobile's number that is whole, nothing but other numbers; a room, no other telephone."""
    called = any(slot.name == "phone" and slot.values for slot in slots)
    for slot in (slot for slot in slots if slot.values):
        first, *more = slot.values
        if slot.name == "community" and _tells(first, "community", telling):
            slot.values = [first, *(line for line in more if not _OF_A_CELL.search(line.text))]
        elif slot.name == "phone" and _MOBILE.fullmatch(first.text.replace("-", "")):
            slot.values = [first, *(line for line in more if _NUMBER.search(line.text))]
        elif slot.name == "address" and called:
            slot.values = [first, *(line for line in more if not _tells(line, "phone", telling))]


def _returned(slots: Sequence[Slot], telling: Mapping[str, Tells]) -> None:
    """A name beside the label of another field, where the label of the caller has nothing: who is
    called back is not who serves him. A telephone or a community beside a label that has a
    value of its own."""
    for name, whose, fewest in _BESIDE:
        empty = [slot for slot in slots if slot.name == name and not slot.values]
        others = (slot for slot in slots if slot.name in whose and len(slot.values) >= fewest)
        found = [(slot, line) for slot in others for line in _misplaced(slot, name, telling)]
        if len(empty) == len(found) == 1:
            ((slot, value),) = found
            slot.values.remove(value)
            empty[0].values.append(value)


def _names(slots: Sequence[Slot], telling: Mapping[str, Tells]) -> Iterator[Slot]:
    """The caller, where no label asks for one: the only name that an unknown label asks for; of two
    the upper, if nobody else took the call."""
    people = {slot.name for slot in slots} & {"caller", "operator"}
    unknown = [slot for slot in slots if slot.name == UNKNOWN]
    named = [(slot, v) for slot in unknown for v in _misplaced(slot, "caller", telling)]
    for name, (slot, value) in zip(("caller", "operator"), named, strict=False):
        if name not in people and len(named) <= 2 - len(people):
            slot.values.remove(value)
            yield Slot(name, slot.label, [value])


def _beside_places(slots: Sequence[Slot], telling: Mapping[str, Tells]) -> Iterator[Slot]:
    """The caller, where no label asks for one: a name beside the community's own name."""
    if any(slot.name == "caller" for slot in slots):
        return
    for slot in (slot for slot in slots if slot.name == "community"):
        own = [value for value in slot.values if _tells(value, "community", telling)]
        names = _misplaced(slot, "caller", telling)
        if own and len(names) == 1 and names != own:
            slot.values.remove(names[0])
            yield Slot("caller", slot.label, names)


def _sentence(slots: Sequence[Slot]) -> Iterator[Slot]:
    """The longest of what unknown labels ask for, where no label asks for the trouble; what tells
    of one before all else."""
    long = [s for s in slots if len(s.text) >= SENTENCE and (_is_unknown(s) or _is_remark(s))]
    if long and all(slot.name != "description" for slot in slots):
        longest = max(long, key=lambda slot: (bool(kind_implied(slot.text)), len(slot.text)))
        yield Slot("description", longest.label, longest.values, told=True)


def _is_unknown(slot: Slot) -> bool:
    """Whether nobody knows what its label asks for; an office's telephone is no trouble."""
    plain = not _NUMBER.search(slot.text) or kind_implied(slot.text)
    return slot.name == UNKNOWN and bool(plain)


def _is_remark(slot: Slot) -> bool:
    """Whether it tells of a trouble beside a label that asks for more than that, 意见; or what the
    resident says of nothing else: 客户意见."""
    if slot.label.text in _REMARKS:
        return bool(kind_implied(slot.text))
    return bool(_RESIDENT_S.fullmatch(slot.label.text)) and not _PLEASED.search(slot.text)


def _misplaced(slot: Slot, name: str, telling: Mapping[str, Tells]) -> list[Line]:
    """The slot's values that are of the named field, and not what the slot asks for; no more than
    one of several lines of a description."""
    told = slot.name == "description" and (name not in _ALONE or len(slot.values) < _LINES)
    others = slot.name == OTHER and name not in _OF_OTHERS
    if others or told:
        return []
    return [value for value in slot.values if _tells(value, name, telling)]


def _tells(line: Line, name: str, telling: Mapping[str, Tells]) -> bool:
    told = telling.get(name)
    return told is not None and told(line.text.strip(BETWEEN))
