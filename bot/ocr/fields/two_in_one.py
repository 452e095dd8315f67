"""Two fields in one place: a label that asks for both at once (姓名/电话), a kind with its urgency
behind it (门禁（紧急）)."""

import re
from collections.abc import Mapping, Sequence

from bot.ocr.labels.slots import Slot, Tells
from bot.ocr.labels.two_values import field_told, second_value
from bot.ocr.page.lines import Line
from models.kinds import URGENCIES, WRITTEN
from models.label_grammar import UNKNOWN, asked_together

_PRESSING = re.compile(rf"({'|'.join(WRITTEN)})\W*({'|'.join(URGENCIES)})\W*")


def shared_out(slots: Sequence[Slot], telling: Mapping[str, Tells]) -> list[Slot]:
    """The slots, of such a place one a field: a value that tells what it is, and for the one field
    that is left what is left. `telling`: field → whether a text is a value of it."""
    single = [one for slot in slots for one in _each_asked(slot, telling)]
    single = [one for slot in single for one in _kind_and_urgency(slot)]
    if {"community", "address"} <= {slot.name for slot in single}:
        return single
    return [one for slot in single for one in _place(slot, telling)]


def _place(slot: Slot, telling: Mapping[str, Tells]) -> Sequence[Slot]:
    """地址：丰翔新城3号502室, where no label asks for the community; or none for the address."""
    told = {name: telling[name] for name in ("community", "address") if name in telling}
    if slot.name not in told:
        return [slot]
    pieces = [piece for value in slot.values for piece in _cut(value, told)]
    names = [field_told(piece.text, told) for piece in pieces]
    if set(names) != told.keys() or len(names) != len(told):
        return [slot]
    return [Slot(name or "", slot.label, [line]) for name, line in zip(names, pieces, strict=True)]


def _kind_and_urgency(slot: Slot) -> Sequence[Slot]:
    both = _PRESSING.fullmatch(slot.values[0].text) if len(slot.values) == 1 else None
    if both is None or slot.name not in ("category", "description"):
        return [slot]
    (value,) = slot.values
    kind, urgency = (value.part(*both.span(group)) for group in (1, 2))
    return [Slot("category", slot.label, [kind]), Slot("urgency", slot.label, [urgency])]


def _each_asked(slot: Slot, telling: Mapping[str, Tells]) -> Sequence[Slot]:
    names = asked_together(slot.label.text)
    if not names:
        return [slot]
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


def _cut(line: Line, told: Mapping[str, Tells]) -> Sequence[Line]:
    """宋先生021-55869384 in two, where both halves tell."""
    at = second_value(line.text, told)
    return [line] if at is None else [line.part(0, at), line.part(at)]
