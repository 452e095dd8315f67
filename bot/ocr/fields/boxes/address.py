"""An address with a box for each digit, and the units printed between them: □□□弄□□号□□□□室, or
without the lane."""

from collections.abc import Sequence
from itertools import pairwise

from bot.ocr.fields.boxes.row import Box, Boxed, Window, in_groups
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from models.intake import Quad

_UNITS = "弄号室"
_FEWEST = 2  # groups: a number and a room
_ROOM = (3, 4)  # boxes
_APART = 0.3  # of a box's width that the next group stands away at least


def address_in_boxes(picture: Pixels, label: Quad) -> tuple[Boxed, list[int]] | None:
    """The row of boxes right of the label, or right below it, that lie in an address's groups, and
    how many of each are filled; None where there is none. `picture`: RGB."""
    window = Window(picture, label)
    row = window.nearest_row(_is_address)
    found = window.filled(row) if row else None
    if found is None:
        return None
    return found, [sum(window.is_inked(box) for box in group) for group in _groups(row)]


def with_units(line: Line, groups: Sequence[int]) -> Line:
    """The digits of such a row with the unit behind each group that has any."""
    return in_groups(line, groups, _UNITS[-len(groups) :])


def _groups(row: Sequence[Box]) -> list[list[Box]]:
    """The boxes that adjoin one another."""
    groups = [[row[0]]]
    for one, other in pairwise(row):
        if other.left - one.left - one.width > _APART * one.width:
            groups.append([])
        groups[-1].append(other)
    return groups


def _is_address(row: Sequence[Box]) -> bool:
    sizes = [len(group) for group in _groups(row)]
    return _FEWEST <= len(sizes) <= len(_UNITS) and sizes[-1] in _ROOM and max(sizes) <= max(_ROOM)
