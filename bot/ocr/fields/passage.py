"""A description's own lines, among all that stands around it: a footnote, the next label unread."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.ocr.labels.slots import SENTENCE
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from bot.ocr.page.rows import rows
from bot.ocr.page.squeezed import is_squeezed_in, stands_over
from bot.ocr.values.times import is_noted
from models.kinds import kind_implied

_CHARACTER = re.compile("[一-鿿]")
_NEXT = 3.0  # of its height that the next row of a passage lies below
_INDENT = 4.0  # of its height that two of its rows may begin apart
_APART = 1.5  # of its height that two pieces of one row may stand apart


def passage(lines: Sequence[Line], label: Line, page: FlatPage) -> list[Line]:
    """The lines that go on from the longest of them that tells of a trouble, or else the longest,
    in the order in which they are read; all, if it is no sentence. A full row goes on below the
    label as well."""
    longest = max(lines, key=lambda line: (tells_of_trouble(line.text), _words(line)), default=None)
    if longest is None or len(longest.text) < SENTENCE:
        return list(lines)
    anew = [line for line in lines if any(is_squeezed_in(line, other) for other in lines)]
    in_order = [_whole(row, page) for row in rows([x for x in lines if x not in anew], page)]
    spots = [_bounds(row, page) for row in in_order]
    begins, full = page.spot(label).left, max(spot.right for spot in spots)

    def goes_on(above: Spot, below: Spot) -> bool:
        height = max(above.height, below.height)
        is_full = above.right > full - _INDENT * height
        lefts = (above.left, begins) if is_full else (above.left,)
        aligned = any(abs(below.left - left) < _INDENT * height for left in lefts)
        return aligned and below.y - above.y < _NEXT * height

    first = last = next(number for number, row in enumerate(in_order) if longest in row)
    while first and goes_on(spots[first - 1], spots[first]):
        first -= 1
    while last + 1 < len(spots) and goes_on(spots[last], spots[last + 1]):
        last += 1
    if last > first and is_noted("".join(line.text for line in in_order[last])):
        last -= 1
    kept = [line for row in in_order[first : last + 1] for line in row]
    anew = [line for line in anew if any(stands_over(line, other) for other in kept)]
    return [line for row in rows([*kept, *anew], page) for line in row]


def tells_of_trouble(text: str) -> bool:
    """Whether it is a sentence, and about what is reported."""
    return len(text) >= SENTENCE and bool(kind_implied(text))


def _words(line: Line) -> int:
    """How much it says: a footnote's telephone is no sentence."""
    return len(_CHARACTER.findall(line.text))


def _whole(row: Sequence[Line], page: FlatPage) -> list[Line]:
    """Of the pieces of a row those that adjoin its longest."""
    longest = max(row, key=_words)
    at = list(row).index(longest)
    ends = [0, *(n for n, (a, b) in enumerate(pairwise(row), 1) if _gap(a, b, page)), len(row)]
    first, end = next((a, b) for a, b in pairwise(ends) if a <= at < b)
    return list(row[first:end])


def _gap(one: Line, other: Line, page: FlatPage) -> bool:
    left, right = page.spot(one), page.spot(other)
    return right.left - left.right > _APART * max(left.height, right.height)


def _bounds(row: Sequence[Line], page: FlatPage) -> Spot:
    first, last = page.spot(row[0]), page.spot(row[-1])
    return Spot(first.left, last.right, first.y, first.height)
