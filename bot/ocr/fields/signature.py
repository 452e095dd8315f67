"""Who took the call, where no label asks for it: a desk's word with a name (热线 沈桂芳, 沈桂芳记)
on a line of its own, what an unknown label of a person asks for (岗亭员 沈桂芳), or the only name
below the caller's."""

import re
from collections.abc import Iterator, Sequence
from math import inf

from bot.ocr.labels.labelled import goes_on
from bot.ocr.labels.signs import BETWEEN, is_signature
from bot.ocr.labels.slots import ROW, Slot, in_row
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import NAME, is_name
from models.kinds import kind_implied
from models.labels.grammar import UNKNOWN, field_named
from models.labels.listed import OTHER

_SIGNED = re.compile(
    rf"(?P<label>[一-鿿]{{2,4}})[：:]?(?P<name>{NAME})|(?P<short>{NAME})[记接](?:录|听)?"
)
_WHOLE = re.compile(f"{NAME}(?<!先生|女士|小姐|老师|师傅|阿姨|老伯|爷叔|阿婆|大姐|书记|主任|经理)")
_WHO = re.compile("[一-鿿]{2,4}[员者人]")
_CALLED = re.compile("[一-鿿]{2,4}|[A-Za-z]{3,12}")
_OFFICES = ("所", "处", "室", "站", "中心", "窗口", "居委", "居委会", "物业")
_ANYWHERE = frozenset({"description", UNKNOWN, OTHER})  # a value may be a signature as well


def signature(slots: Sequence[Slot], lines: Sequence[Line], page: FlatPage) -> Iterator[Slot]:
    """The operator, where no label asks for one and only one of the lines is signed so; or else the
    only name below the caller's. `lines`: those that belong to no slot."""
    if any(slot.name == "operator" and slot.values for slot in slots):
        return
    values = [value for slot in slots if slot.name in _ANYWHERE for value in slot.values]
    signed = [name for line in (*lines, *values) if (name := _signed(line)) is not None]
    found = signed or list(_asked_for(slots, lines, page))
    found = found or list(_names_below_caller(slots, (*lines, *values), page))
    if len({name.before + name.text for name in found}) == 1:
        yield Slot("operator", found[0], found[:1], told=True)


def _asked_for(slots: Sequence[Slot], lines: Sequence[Line], page: FlatPage) -> Iterator[Line]:
    """What stands behind or below a label of a person that nobody knows, below the caller."""
    below = _below_caller(slots, lines, page)
    asked = [one for one in below if _WHO.fullmatch(one.text) and field_named(one.text) is None]
    for label in asked:
        place = page.spot(label)
        others = ((_gap(page.spot(one), place), one) for one in below if one is not label)
        near = min((pair for pair in others if pair[0] < inf), key=lambda p: p[0], default=None)
        if near and _CALLED.fullmatch(near[1].text) and near[1] not in asked:
            yield near[1]


def _gap(line: Spot, label: Spot) -> float:
    """How far behind the label it begins, or below it; infinite where it does neither."""
    if in_row(line, label):
        return line.left - label.right
    return line.y - label.y if goes_on(line, label) else inf


def _below_caller(slots: Sequence[Slot], lines: Sequence[Line], page: FlatPage) -> list[Line]:
    callers = [page.spot(v) for slot in slots if slot.name == "caller" for v in slot.values]
    lowest = max((spot.y + ROW * spot.height for spot in callers), default=inf)
    return [line for line in lines if page.spot(line).y > lowest]


def _names_below_caller(
    slots: Sequence[Slot], lines: Sequence[Line], page: FlatPage
) -> Iterator[Line]:
    """Whole names, without a title: residents have one more often than colleagues."""
    below = _below_caller(slots, lines, page)
    return (line for line in below if _WHOLE.fullmatch(line.text) and is_name(line.text))


def is_signed(text: str) -> bool:
    """Whether the whole line says who signs."""
    text = text.strip(BETWEEN)
    return is_signature(text) or _match(text) is not None


def _signed(line: Line) -> Line | None:
    """The name of who signed."""
    found = _match(line.text)
    return line.part(*found.span("name" if found["name"] else "short")) if found else None


def _match(text: str) -> re.Match[str] | None:
    """Only a desk's word, or an office's, makes it a signature."""
    found = _SIGNED.fullmatch(text)
    if found is None or found["label"] is None:
        return found
    if found["label"].endswith(_OFFICES):
        return None if kind_implied(text) else found  # 监控室黄灯亮
    asked = {field_named(found["label"]), field_named(f"{found['label']}人")}
    return found if "operator" in asked else None
