"""The telephone of a note without labels that tells nothing by itself: it stands within other
words, lacks a digit, has one too many, or lacks its area code."""

import re
from collections.abc import Sequence

from bot.ocr.labels.slots import Slot
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import is_name
from models.labels.listed import OTHER

_TELLS = frozenset({"community", "address", "description"})  # enough for a number to be whose it is
_DAY = r"20\d\d[01]\d[0-3]\d(?!\d)"
_NUMBER = re.compile(
    rf"(?<![\d.:：/-])(?:(?!{_DAY})[2-9]\d{{7}}|1[3-9]\d{{7,10}}|0\d{{2,3}}-?\d{{7,8}})(?![\d.:：/-])"
)
_SAID = re.compile(r"\W*(?:回电|联系|[请给找打致]+)?([一-鿿]{2,3}?)(?:打来|来电|的?电话|手机)?\W*$")


def number_of_note(slots: Sequence[Slot], lines: Sequence[Line]) -> list[Slot]:
    """The only such number of a page that tells where and what, and whose it is if a name stands
    right before it: another name of the note is of who signed it. None of any other page."""
    told = {slot.name for slot in slots if slot.values}
    numbers = [(line, number) for line in lines for number in _NUMBER.finditer(line.text)]
    if len(numbers) != 1 or "phone" in told or not told >= _TELLS:
        return []
    ((line, number),) = numbers
    value, said = line.part(*number.span()), _SAID.match(line.text[: number.start()])
    before = line.part(*said.span(1)) if said else line.part(0, 0)
    found = [Slot("phone", value, [value], told=True)]
    asked = any(slot.name == "caller" and slot.values and not slot.told for slot in slots)
    if asked or not is_name(before.text):
        return found
    for slot in slots:
        if slot.name == "caller":
            slot.name = OTHER if "operator" in told else "operator"
    return [*found, Slot("caller", before, [before], told=True)]
