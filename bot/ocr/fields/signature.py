"""Who signed a note: a desk's word with a name (热线 沈桂芳, 挂牌：沈桂芳, 沈桂芳记), on a line of
its own."""

import re
from collections.abc import Iterator, Sequence

from bot.ocr.labels.signs import BETWEEN
from bot.ocr.labels.slots import Slot
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import NAME
from models.label_grammar import field_named

_SIGNED = re.compile(
    rf"(?P<label>[一-鿿]{{2,4}})[：:]?(?P<name>{NAME})|(?P<short>{NAME})[记接](?:录|听)?"
)
_OFFICES = frozenset({"operator"})


def signature(slots: Sequence[Slot], lines: Sequence[Line]) -> Iterator[Slot]:
    """The operator, where no label asks for one and only one of the lines is signed so."""
    if any(slot.name == "operator" and slot.values for slot in slots):
        return
    values = (value for slot in slots if slot.name == "description" for value in slot.values)
    signed = [(line, name) for line in (*lines, *values) if (name := _signed(line)) is not None]
    if len({line.text for line, _ in signed}) == 1:
        line, name = signed[0]
        yield Slot("operator", line, [name], told=True)


def is_signed(text: str) -> bool:
    """Whether the whole line says who signs."""
    found = _SIGNED.fullmatch(text.strip(BETWEEN))
    return found is not None and _is_desk(found)


def _signed(line: Line) -> Line | None:
    """The name of who signed."""
    found = _SIGNED.fullmatch(line.text)
    if found is None or not _is_desk(found):
        return None
    return line.part(*found.span("name" if found["name"] else "short"))


def _is_desk(signed: re.Match[str]) -> bool:
    label = signed["label"]
    return label is None or bool({field_named(label), field_named(f"{label}人")} & _OFFICES)
