"""A note in whatever words: a notebook's page, a slip, a chat, a letter, where no label asks for
anything. Its values are known wherever they stand; what is left and no talk is the trouble."""

import re
from collections.abc import Sequence

from bot.ocr.labels.slots import DECISIVE, Slot
from bot.ocr.page.flat import flat_page
from bot.ocr.page.lines import Line
from bot.ocr.page.squeezed import stands_over, without_squeezed
from bot.ocr.prose.entries import with_time
from bot.ocr.prose.note_values import found_anywhere
from bot.ocr.prose.running_text import RunningText
from bot.ocr.prose.trouble import trouble
from bot.ocr.prose.who_called import who_called
from models.directory import Directory

_FIGURES = re.compile(r"[\d号室-]+")
_WITH_FIGURES = frozenset({"address", "phone"})
_FEWEST = 2  # of what decides


def note(lines: Sequence[Line], directory: Directory) -> list[Slot]:
    """The values, each its own label, and the trouble."""
    if not lines:
        return []
    page = flat_page(lines)
    rest = without_squeezed(lines, page)
    text = RunningText(rest, page)
    found = found_anywhere(text, directory)
    if "caller" not in found.values and (who := who_called(text, found)):
        found.add("caller", [who], text.text)
    values = {name: text.lines(*span) for name, span in found.values.items()}
    anew = [line for line in lines if line not in rest and _FIGURES.fullmatch(line.text)]
    for name in values.keys() & _WITH_FIGURES:
        values[name] = [*_over(values[name], anew), *values[name]]
    values["description"] = [line for span in trouble(text, found) for line in text.lines(*span)]
    slots = [Slot(name, own[0], own, told=True) for name, own in values.items() if own]
    return slots if "time" in values else with_time(slots, lines, page)


def _over(values: Sequence[Line], anew: Sequence[Line]) -> list[Line]:
    """What was written above one of them instead: 904 above 2号903室."""
    return [one for one in anew if any(stands_over(one, value) for value in values)]


def is_whole(slots: Sequence[Slot]) -> bool:
    """Whether it tells of a trouble, of whose, and in which room: an advertisement has none."""
    told = {slot.name for slot in slots}
    return told >= {"address", "description"} and len(told & DECISIVE) >= _FEWEST
