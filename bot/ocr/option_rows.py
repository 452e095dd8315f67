"""Rows of printed options: they say by themselves which field they are of."""

import re
from collections.abc import Callable, Mapping, Sequence

from bot.ocr.lines import Line
from bot.ocr.options import MARK
from bot.ocr.slots import Slot
from models.kinds import URGENCIES, WRITTEN

_FEWEST = 2  # options in a row without boxes; one may be a written value
_COVERED = 0.6  # of its characters: a tick makes others unreadable


def give_options(
    slots: list[Slot], free: Sequence[Line], owner: Callable[[Line], Slot | None]
) -> list[Line]:
    """A row of kinds, or of urgencies, is the value of its field, though its label stands nearer to
    another row, or was not read. Returns the rest. `owner`: whose a line is by the ruling."""
    rest = []
    for line in free:
        name, ruled = _field(line.text), owner(line)
        if name is None or (ruled is not None and ruled.name in _PATTERNS):
            rest.append(line)
            continue
        slot = next((slot for slot in slots if slot.name == name), None)
        if slot is None:
            slot = Slot(name, line, told=True)
            slots.append(slot)
        slot.values.append(line)
    return rest


def _field(text: str) -> str | None:
    """Whose options these are."""
    words = "".join(MARK.sub("", text).split())
    for name, pattern in _PATTERNS.items():
        found = pattern.findall(words)
        if sum(map(len, found)) < _COVERED * len(words) or not found:
            continue
        if len(found) >= _FEWEST or (len(words) < len(text) and words == found[0]):
            return name
    return None


def _pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


_PATTERNS = {"urgency": _pattern(URGENCIES), "category": _pattern(WRITTEN)}
