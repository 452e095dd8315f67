"""The lines of a page in the order in which they are read."""

from collections.abc import Sequence
from statistics import fmean

from bot.ocr.page.flat import FlatPage
from bot.ocr.page.lines import Line

# Of its height that a line may lie below the middle of its row. The ROW of labels and their values
# is larger; here every line belongs to some row, and rows set close must not run together.
_ROW = 0.5


def rows(lines: Sequence[Line], page: FlatPage) -> list[list[Line]]:
    """Row by row, each from left to right. What a pen puts in a blank may stand a little higher or
    lower than what is printed around it."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: page.spot(one).y):
        spot = page.spot(line)
        if found and spot.y - _middle(found[-1], page) < _ROW * spot.height:
            found[-1].append(line)
        else:
            found.append([line])
    return [sorted(row, key=lambda one: page.spot(one).left) for row in found]


def _middle(row: Sequence[Line], page: FlatPage) -> float:
    return fmean(page.spot(line).y for line in row)
