"""A label that has no value yet, and what tells near it that it is one."""

from collections.abc import Mapping, Sequence
from math import inf

from bot.ocr.labels.signs import BETWEEN
from bot.ocr.labels.slots import NEXT, Slot, Tells, in_row
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line

_ASKEW = 1.2  # of its height that a value may stand higher or lower than its label


def give_near(
    slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage, telling: Mapping[str, Tells]
) -> list[Line]:
    """A label without a value takes what tells that it is one, right below it, or beside it though
    not quite in its row: a label of two lines. Returns the rest."""
    left, labels = list(rest), [page.spot(slot.label) for slot in slots]
    for slot in slots:
        told, place = telling.get(slot.name), page.spot(slot.label)
        if slot.values or told is None:
            continue
        others = [label.left for label in labels if in_row(label, place)]
        end = min((x for x in others if x > place.right), default=inf)
        near = (line for line in left if _is_near(page.spot(line), place, end))
        found = next((line for line in near if told(line.text.strip(BETWEEN))), None)
        if found is not None:
            slot.values.append(found)
            left = [line for line in left if line is not found]
    return left


def _is_near(line: Spot, label: Spot, end: float) -> bool:
    """`end`: where the next label of the row begins."""
    below, height = line.y - label.y, max(line.height, label.height)
    begins = label.right - label.height < line.left < end
    beside = begins and abs(below) < _ASKEW * height
    return beside or (0 < below < NEXT * height and line.shares_column(label))
