"""Two fields in one place: a label that asks for both at once (姓名/电话), a kind with its urgency
behind it (门禁（紧急）)."""

import re
from collections.abc import Mapping, Sequence, Set
from itertools import product

from bot.ocr.labels.signs import BETWEEN
from bot.ocr.labels.slots import PLACE, REACHED, Slot, Tells
from bot.ocr.labels.two_values import field_told, second_value
from bot.ocr.page.lines import Line
from models.kinds import URGENCIES, WRITTEN
from models.labels.grammar import UNKNOWN, asked_together
from models.labels.listed import LABELS

_PRESSING = re.compile(rf"({'|'.join(WRITTEN)})类?\W*({'|'.join(URGENCIES)})\W*")
_PERSON = re.compile(r"([一-鿿]{2,4})[\W电话手机]*([\d-]{7,})\W*")
_ASKED = "|".join(LABELS["community"])
_NAMED = re.compile(  # 丰翔新城（小区）3号, or 小区丰翔新城 3号
    rf"(.{{2,12}})[（(](?:{_ASKED})[)）](.*\d.*)"
    rf"|(?:{_ASKED})\W*([一-鿿]{{2,10}}?)(?:.号|门牌|地址|楼室|[室房号])?\W*(\d+[弄号幢栋].*)"
    r"|([一-鿿]{2,10})[室房]\W*(\d+[弄号幢栋].*)"  # 丰翔新城 室 3号502室
)
_DOUBLED = re.compile(r"([一-鿿]{2,10})(小区)\W*(\d+[弄号幢栋].*)")  # printed behind it, or its own


def shared_out(slots: Sequence[Slot], telling: Mapping[str, Tells]) -> list[Slot]:
    """The slots, of such a place one a field: a value that tells what it is, and for the one field
    that is left what is left. `telling`: field → whether a text is a value of it."""
    single = [one for slot in slots for one in _each_asked(slot, telling)]
    single = [one for slot in single for one in _kind_and_urgency(slot)]
    if len(REACHED - {slot.name for slot in single}) == 1:
        single = [one for slot in single for one in _name_and_number(slot, telling)]
    asked = {slot.name: slot for slot in single}
    _beside_one_another(single, telling)
    if asked.keys() >= PLACE:
        _without_community(asked["address"], asked["community"], telling)
        return single
    return [one for slot in single for one in _place(slot, telling)]


def _name_and_number(slot: Slot, telling: Mapping[str, Tells]) -> Sequence[Slot]:
    """来电：沈桂芳13812345678, where no label asks for the telephone, or none for the name."""
    if slot.name not in REACHED or not telling.keys() >= REACHED:
        return [slot]
    told = {name: telling[name] for name in sorted(REACHED)}
    pieces = {
        field_told(piece.text, told): piece for value in slot.values for piece in _cut(value, told)
    }
    if pieces.keys() != REACHED:
        return [slot]
    return [Slot(name, slot.label, [pieces[name]]) for name in sorted(REACHED)]


def _beside_one_another(slots: Sequence[Slot], telling: Mapping[str, Tells]) -> None:
    """Two cells of a row that were seen as one, 8月26日05:16康华苑: the second is the value of the
    label that has none."""
    empty = [slot for slot in slots if slot.name in telling and not slot.values]
    single = [slot for slot in slots if slot.name in telling and len(slot.values) == 1]
    for wanting, giving in product(empty, single):
        told = {name: telling[name] for name in (giving.name, wanting.name)}
        parts = {field_told(one.text, told): one for one in _cut(giving.values[0], told)}
        if parts.keys() == told.keys() and not wanting.values:
            giving.values, wanting.values = [parts[giving.name]], [parts[wanting.name]]


def _without_community(address: Slot, community: Slot, telling: Mapping[str, Tells]) -> None:
    """An address begins with the community's name, though that has a label of its own, or all of it
    stands beside the community's label."""
    parts = _community_and_address(address if address.values else community, telling)
    if parts and not address.values:
        community.values, address.values = parts[:1], parts[1:]
    elif parts and community.text.strip(BETWEEN) in ("", parts[0].text.strip(BETWEEN)):
        community.values = community.values or [parts[0]]
        address.values = parts[1:]


def _place(slot: Slot, telling: Mapping[str, Tells]) -> Sequence[Slot]:
    """地址：丰翔新城3号502室, where no label asks for the community; or none for the address."""
    parts = _community_and_address(slot, telling) if slot.name in PLACE else []
    return _both(slot, parts) if parts else [slot]


def _both(slot: Slot, parts: Sequence[Line]) -> list[Slot]:
    first, *more = parts
    return [Slot("community", slot.label, [first]), Slot("address", slot.label, more)]


def _community_and_address(slot: Slot, telling: Mapping[str, Tells]) -> list[Line]:
    """The line with the community's name, and those with the address; none where the slot's values
    are not both."""
    if not slot.values or not telling.keys() >= PLACE:
        return []
    first, *more = slot.values
    if (named := _NAMED.fullmatch(first.text)) is not None:
        groups = next((one, one + 1) for one in (1, 3, 5) if named[one])
        return [*(first.part(*named.span(group)) for group in groups), *more]
    rest = "".join(value.text for value in more)
    if slot.name == "community" and telling["address"](rest.strip(BETWEEN)):
        return [first, *more]
    told = {name: telling[name] for name in sorted(PLACE)}
    pieces = [piece for value in slot.values for piece in _cut(value, told)]
    by_field = {field_told(piece.text, told): piece for piece in pieces}
    if by_field.keys() == PLACE and len(pieces) == len(PLACE):
        return [by_field["community"], by_field["address"]]
    doubled = _DOUBLED.fullmatch(first.text)
    if doubled is None:
        return []
    end = doubled.end(2) if telling["community"](doubled[1] + doubled[2]) else doubled.end(1)
    return [first.part(0, end), first.part(doubled.start(3)), *more]


def _kind_and_urgency(slot: Slot) -> Sequence[Slot]:
    """The kind alone in its place, or on the last row of the description."""
    both = _PRESSING.fullmatch(slot.values[-1].text) if slot.values else None
    if both is None or slot.name not in ("category", "description"):
        return [slot]
    *said, value = slot.values
    if said and slot.name == "category":
        return [slot]
    kind, urgency = (value.part(*both.span(group)) for group in (1, 2))
    found = [Slot("category", slot.label, [kind]), Slot("urgency", slot.label, [urgency])]
    return [*found, Slot(slot.name, slot.label, said)] if said else found


def _each_asked(slot: Slot, telling: Mapping[str, Tells]) -> Sequence[Slot]:
    names = asked_together(slot.label.text)
    if not names:
        return [slot]
    if names == REACHED and (people := _who_and_number(slot)):
        return people
    if names == PLACE and (parts := _community_and_address(slot, telling)):
        return _both(slot, parts)
    return _by_what_tells(slot, names, telling)


def _by_what_tells(slot: Slot, names: Set[str], telling: Mapping[str, Tells]) -> list[Slot]:
    """A value that tells which of the named fields it is of goes there, what is left to the field
    that is left."""
    told = {name: telling[name] for name in sorted(names & telling.keys())}
    given: dict[str, list[Line]] = {}
    left = list[Line]()
    for line in (piece for value in slot.values for piece in _cut(value, told)):
        name = field_told(line.text, told)
        if name is None or name in given:
            left.append(line)
        else:
            given[name] = [line]
    rest = names - given.keys()
    if left:
        given[next(iter(rest)) if len(rest) == 1 else UNKNOWN] = left
    return [Slot(name, slot.label, values) for name, values in given.items()]


def _who_and_number(slot: Slot) -> Sequence[Slot]:
    """姓名／电话: 沈桂芳 ／ 1381234567, though the number lacks a digit and tells nothing."""
    if len(slot.values) != 1 or (both := _PERSON.fullmatch(slot.values[0].text)) is None:
        return []
    parts = (slot.values[0].part(*both.span(group)) for group in (1, 2))
    return [
        Slot(name, slot.label, [part])
        for name, part in zip(("caller", "phone"), parts, strict=True)
    ]


def _cut(line: Line, told: Mapping[str, Tells]) -> Sequence[Line]:
    """宋先生021-55869384 in two, where both halves tell."""
    at = second_value(line.text, told)
    return [line] if at is None else [line.part(0, at), line.part(at)]
