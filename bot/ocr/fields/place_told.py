"""The community, where no label asks for it: its name with the room right behind it in any line
(事项：丰翔新城3号502室报修), or as whom a letter addresses (丰翔新城物业服务处：)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.ocr.labels.signs import BETWEEN, COLON
from bot.ocr.labels.slots import PLACE, Slot, Tells, in_row
from bot.ocr.page.flat import FlatPage
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import ROOM
from models.labels.grammar import field_named, is_about

_WITH_ROOM = re.compile(rf"([一-鿿]{{2,12}})(?:[（(]小区[)）])?[\s，,]*({ROOM})")
_ADDRESSED = re.compile(
    r"致?([一-鿿]{2,12}?)(?:物业)?(?:服务|管理)?(?:处|部|站|中心)(?:经理|主任)*(?:收|[：:])"
)
# Whose the matter is: 交办对象 丰翔新城物业服务中心, 自：丰翔新城业主委员会.
_OF_OFFICE = re.compile(
    r"(?:[一-鿿]{1,6}[：:])?([一-鿿]{2,12}?)"
    r"(?:小区)?(?:物业(?:服务|管理)?(?:中心|处|单位|部|站|公司|企业)?|业主委员会|业委会)"
)
# A sentence begins so.
_LEAD = re.compile("我[是住]|(?:[今兹]|我[处司台])?接到?|[今兹]有|来自|家?住在?|位于|前往|关于")
_WHO = re.compile("([一-鿿]{2,4})[，,（(]")
_SHORT = 6  # characters of a label
_REST = 4  # characters behind a place that are no value of their own: 报修

Span = tuple[int, int]


class _Place(NamedTuple):
    """Where in a line the community's name stands, and the room."""

    line: Line
    name: Span
    room: Span | None


def place_told(
    slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage, telling: Mapping[str, Tells]
) -> Iterator[Slot]:
    """The community, and the address if that is missing as well; only one of the page's lines tells
    them. `rest`: lines that belong to no slot. `telling`: field → whether a text is its value."""
    if not telling.keys() >= PLACE or any(_asks_for_community(slot) for slot in slots):
        return
    values = (value for slot in slots for value in slot.values)
    lines = [(line, line.text + line.after) for line in (*rest, *values)]
    offices = [v for slot in slots if slot.name != "description" for v in slot.values]
    offices += [line for line in rest if _is_answer(line, rest, page)]
    lines += [(slot.label, f"{slot.label.text}：") for slot in slots]  # its colon is not its own
    found = [place for line, said in lines if (place := _place(line, said, telling["community"]))]
    found = found or [place for line in offices if (place := _office(line, telling["community"]))]
    if len({place.line.text for place in found}) != 1:
        return
    line, name, room = found[0]
    yield Slot("community", line, [line.part(*name)], told=True)
    if room is not None and not any(slot.name == "address" and slot.values for slot in slots):
        yield Slot("address", line, [line.part(*room)], told=True)
    if len(line.text) - (room or name)[1] <= _REST:
        _take_out(line, name[0], slots)


def _asks_for_community(slot: Slot) -> bool:
    """Whether it has a label for it; 丰翔新城物业管理处： has none."""
    before = slot.label.before
    addressed = before and _ADDRESSED.fullmatch(f"{before}{slot.label.text}：")
    return slot.name == "community" and (bool(slot.values) or not addressed)


def _take_out(line: Line, start: int, slots: Sequence[Slot]) -> None:
    """But for whose the place is, before it: 沈桂芳，住丰翔新城3号502室, 沈桂芳（丰翔新城3号502室.
    `start`: of the place."""
    who = _WHO.match(line.text[:start])
    for slot in slots:
        kept = [line.part(0, who.end(1))] if who and slot.name == "caller" else []
        own = [value for value in slot.values if value is not line]
        slot.values = [*kept, *own] if len(own) < len(slot.values) else own


def _place(line: Line, said: str, is_community: Tells) -> _Place | None:
    """`said`: the line with what stands behind it, where it was cut."""
    with_room = _WITH_ROOM.search(line.text)
    if with_room and (name := _name(with_room[1], is_community)):
        start = with_room.start(1) + with_room[1].index(name)
        return _Place(line, (start, start + len(name)), with_room.span(2))
    if addressed := _ADDRESSED.fullmatch(said.strip(BETWEEN)):
        name = next(filter(is_community, _with_and_without(addressed[1])), None)
        if name and name in line.text:
            start = line.text.index(name)
            return _Place(line, (start, start + len(name)), None)
    return None


def _is_answer(line: Line, rest: Sequence[Line], page: FlatPage) -> bool:
    """Whether it has a colon, or stands behind a short piece of its row: a label unknown to all."""
    own = page.spot(line)
    before = (one for one in rest if in_row(own, page.spot(one)) and len(one.text) <= _SHORT)
    return bool(set(COLON) & set(line.text)) or any(before)


def _office(line: Line, is_community: Tells) -> _Place | None:
    """Of a community; a letterhead is nobody's value, and has no colon."""
    office = _OF_OFFICE.fullmatch(line.text.strip(BETWEEN))
    if office is None or not is_community(office[1]):
        return None
    start = line.text.index(office[1])
    return _Place(line, (start, start + len(office[1])), None)


def _name(said: str, is_community: Tells) -> str | None:
    """The community's name, all that is said, or behind a label and before the printed 小区 of its
    blank: 居住地丰翔新城小区3号502室."""
    ends = [end for end in range(1, len(said)) if _may_begin_so(said[:end])]
    if lead := _LEAD.match(said):
        ends.append(lead.end())
    names = (name for end in (*ends, 0) for name in _with_and_without(said[end:]))
    return next(filter(is_community, names), None)


def _may_begin_so(said: str) -> bool:
    return field_named(said) is not None or is_about(said)


def _with_and_without(name: str) -> tuple[str, str]:
    """The 小区 at its end may be its own, or printed."""
    return name, name.removesuffix("小区")
