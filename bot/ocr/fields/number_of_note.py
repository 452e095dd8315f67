"""The telephone of a note without labels that is none by itself: it lacks a digit, has one too
many, or lacks its area code."""

import re
from collections.abc import Sequence

from bot.ocr.labels.slots import Slot
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import is_name

_TELLS = frozenset({"community", "address", "description"})  # enough for a number to be whose it is
_DAY = r"20\d\d[01]\d[0-3]\d(?!\d)"
_NUMBER = re.compile(
    rf"(?<![\d.:：/-])(?:(?!{_DAY})[2-9]\d{{7}}|1[3-9]\d{{7,8}}|1[3-9]\d{{10}})(?![\d.:：/-])"
)


def number_of_note(slots: Sequence[Slot], lines: Sequence[Line]) -> list[Slot]:
    """The only such number of a page that tells where and what, and whose it is if a name stands
    right before it; none of any other page."""
    told = {slot.name for slot in slots if slot.values}
    found = [(line, number) for line in lines for number in _NUMBER.finditer(line.text)]
    if len(found) != 1 or "phone" in told or not told >= _TELLS:
        return []
    ((line, number),) = found
    value, before = line.part(*number.span()), line.part(0, number.start())
    slots = [Slot("phone", value, [value], told=True)]
    if "caller" not in told and is_name(before.text):
        slots.append(Slot("caller", before, [before], told=True))
    return slots
