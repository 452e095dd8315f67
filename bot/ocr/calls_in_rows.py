"""A register with several calls: below its headings each row is one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bot.ocr.labels.wording import Wording, known_wording
from bot.ocr.page.flat import FlatPage, flat_page
from bot.ocr.page.lines import Line
from bot.ocr.page.rows import rows
from bot.ocr.sheets import asked_by
from bot.ocr.values.shapes import ROOM
from models.directory import Directory

_FEWEST = 4  # fields that a row of headings asks for
_TWO = 2  # labels in a row below: columns of labels, no headings
_SEVERAL = 2  # calls
_FIGURE = r"[\dlI|oOSBZ]"  # as a hand's are read
_NUMBER = re.compile(rf"(?:{_FIGURE}-?){{9,13}}|(?<!{_FIGURE}){_FIGURE}{{8}}(?!{_FIGURE})")
_ROOM = re.compile(ROOM)
_EXAMPLE = re.compile(r"\W*(?:示例|样例|举例|例)(?:[如：:）)\d]|$)")


def calls_in_rows(
    lines: Sequence[Line], labels: Mapping[str, Sequence[str]], directory: Directory
) -> list[list[Line]]:
    """For each call of a register the page's lines without those of the others. None where it has
    fewer than two, or a row that does not tell where."""
    if sum(_NUMBER.search(line.text) is not None for line in lines) < _SEVERAL:
        return []
    page, wording = flat_page(lines), known_wording(labels)
    whole = rows(lines, page)
    at = _headings(whole, wording)
    if at is None:
        return []
    place = re.compile("|".join([ROOM, *(re.escape(one.name) for one in directory.communities)]))
    number = next(x for x in whole[at] if "phone" in asked_by(x, wording))
    below = [row for row in whole[at + 1 :] if not any(_is_labelled(line, wording) for line in row)]
    calls = list(_apart(below, number, page))
    written = [call for call in calls if not any(_EXAMPLE.match(line.text) for line in call)]
    if len(written) < _SEVERAL or not all(_tells_where(call, place) for call in written):
        return []
    theirs = {id(line) for call in calls for line in call}
    around = [line for line in lines if id(line) not in theirs]
    return [[*around, *call] for call in written]


def _tells_where(call: Sequence[Line], place: re.Pattern[str]) -> bool:
    """Whether a row tells where, and in one room only: else it is two, or none."""
    rooms = sum(_ROOM.search(line.text) is not None for line in call)
    return rooms <= 1 and any(place.search(line.text) for line in call)


def _headings(whole: Sequence[Sequence[Line]], wording: Wording) -> int | None:
    """The row that asks for most, if it asks for a telephone and the rows below ask for nothing."""
    asked = [[asked_by(line, wording) for line in row] for row in whole]
    most = max(range(len(whole)), key=lambda at: len(set().union(*asked[at])))
    fields = set().union(*asked[most])
    again = any(sum(map(bool, row)) >= _TWO for row in asked[most + 1 :])
    return None if again or len(fields) < _FEWEST or "phone" not in fields else most


def _is_labelled(line: Line, wording: Wording) -> bool:
    """Whether a label leads to what the line says: it is of the whole page, 值班电话：021-…."""
    mark = wording.first(line)
    return mark is not None and mark.clear


def _apart(below: Sequence[Sequence[Line]], heading: Line, page: FlatPage) -> Iterator[list[Line]]:
    """The lines of each call: between two telephones of the column the widest gap parts two."""
    column = page.spot(heading)
    numbered = [
        at
        for at, row in enumerate(below)
        if any(_NUMBER.search(x.text) and page.spot(x).shares_column(column) for x in row)
    ]
    heights = [sum(page.spot(line).y for line in row) / len(row) for row in below]
    cuts = [
        max(range(one + 1, other + 1), key=lambda at: heights[at] - heights[at - 1])
        for one, other in pairwise(numbered)
    ]
    for start, end in pairwise([0, *cuts, len(below)]) if numbered else ():
        yield [line for row in below[start:end] for line in row]
