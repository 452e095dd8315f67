"""Hints in small print below a form's labels: how each is filled in."""

from collections.abc import Sequence

from bot.ocr.labels.slots import INDENT, Slot, in_row
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line

_FEWEST = 3  # labels that have one, and a value beside them


def without_hints(slots: Sequence[Slot], free: Sequence[Line], page: FlatPage) -> list[Line]:
    """Without what is printed right below the labels, smaller than they are, where the values stand
    beside them: 手机优先 below 联系电话."""
    labels = [page.spot(slot.label) for slot in slots]
    hints = [line for line in free if any(_is_below(page.spot(line), label) for label in labels)]
    rest = [line for line in free if line not in hints]
    values = [page.spot(line) for line in rest]
    hinted = [label for label in labels if any(_is_below(page.spot(hint), label) for hint in hints)]
    filled = sum(any(in_row(value, label) for value in values) for label in hinted)
    return rest if filled >= _FEWEST else list(free)


def _is_below(line: Spot, label: Spot) -> bool:
    """Whether it stands nearer below the label than a row of the form would."""
    near = 0 < line.y - label.y < label.height
    begins = abs(line.left - label.left) < INDENT * line.height
    return near and begins and line.height < label.height
