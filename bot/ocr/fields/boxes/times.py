"""A time with a box for each digit: □□□□年□□月□□日□□时□□分, with or without the century printed."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from bot.ocr.fields.boxes.row import Box, Boxed, Window, in_groups
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from models.intake import Quad

_UNITS = "年月日时分"
_GROUPS = {12: (4, 2, 2, 2, 2), 10: (2, 2, 2, 2, 2)}  # digits before each unit, by how many boxes


def time_in_boxes(picture: Pixels, label: Quad) -> Boxed | None:
    """The row of boxes right of the label, or right below it, that lie in a time's groups, all of
    them filled; None where there is none. `picture`: RGB."""
    window = Window(picture, label)
    row = window.nearest_row(_is_grouped)
    found = window.filled(row) if row else None
    return found if found and found.count == len(row) else None


def with_units(line: Line) -> Line:
    """The digits of such a row with the units that stand between its groups."""
    return in_groups(line, _GROUPS[len(line.glyphs)], _UNITS)


def _is_grouped(row: Sequence[Box]) -> bool:
    """Whether the gaps between its groups are wider than those within."""
    if len(row) not in _GROUPS:
        return False
    gaps = [other.left - one.left - one.width for one, other in pairwise(row)]
    between = {end - 1 for end in list(accumulate(_GROUPS[len(row)]))[:-1]}
    within = [gap for number, gap in enumerate(gaps) if number not in between]
    return min(gaps[number] for number in between) > max(within)
