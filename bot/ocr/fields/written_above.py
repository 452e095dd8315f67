"""A telephone with another right above it: the lower one was struck out perhaps."""

from collections.abc import Mapping, Sequence

from bot.ocr.labels.signs import BETWEEN
from bot.ocr.labels.slots import NEXT, Slot, Tells
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line


def give_above(
    slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage, telling: Mapping[str, Tells]
) -> None:
    """Both are values of the slot then: what is struck is told by the picture, or somebody is
    asked. `telling`: field → whether a text is a value of it."""
    tells = telling.get("phone")
    if tells is None:
        return
    for slot in (slot for slot in slots if slot.name == "phone" and len(slot.values) == 1):
        own = page.spot(slot.values[0])
        above = [line for line in rest if _is_right_above(page.spot(line), own)]
        slot.values[:0] = [line for line in above if tells(line.text.strip(BETWEEN))]


def _is_right_above(line: Spot, value: Spot) -> bool:
    height = max(line.height, value.height)
    return 0 < value.y - line.y < NEXT * height and line.shares_column(value)
