"""Entries of a log: each a few lines below one another, with its time of day beside it."""

import re
from collections.abc import Iterator, Sequence

from bot.ocr.labels.labelled import continued
from bot.ocr.labels.slots import Slot
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from bot.ocr.page.rows import rows
from bot.ocr.values.times import day_within, is_clock, is_day

_BEGUN = re.compile(r"\d{1,2}(?:[:：]\d\d|[点时]\d{1,2}分)(?=[一-鿿])")
_PIECES = 6  # of a day with its units


def entries(lines: Sequence[Line], page: FlatPage) -> Iterator[list[Line]]:
    """The lines that go on below one another."""
    left = list(lines)
    while left:
        first = min(left, key=lambda line: page.spot(line).y)
        entry = continued(first, [line for line in left if line is not first], page)
        left = [line for line in left if not any(line is one for one in entry)]
        yield entry


def with_time(slots: list[Slot], lines: Sequence[Line], page: FlatPage) -> list[Slot]:
    """The slots, and the time of day in their rows, on the day that the page has."""
    if not slots:
        return slots
    heights = [page.spot(value).y for slot in slots for value in slot.values]
    days = [day for row in rows(lines, page) if (day := _day(row))]
    clocks = [clock for line in lines if (clock := _clock(line)) is not None]
    own = [line for line in clocks if _is_between(page.spot(line), heights)]
    if len(days) != 1 or len(own) != 1:
        return slots
    return [*slots, Slot("time", days[0][0], [*days[0], *own], told=True)]


def _clock(line: Line) -> Line | None:
    """The time of day alone in a line, or at its beginning: 23:49丰翔新城3号502室来电."""
    if is_clock(line.text):
        return line
    begun = _BEGUN.match(line.text)
    return line.part(0, begun.end()) if begun else None


def _day(row: Sequence[Line]) -> list[Line]:
    """The day in a row, in as many pieces as make one, or within one; none where there is none. Its
    year, month and day stand apart in printed blanks."""
    for count in range(min(_PIECES, len(row)), 1, -1):
        for start in range(len(row) - count + 1):
            pieces = list(row[start : start + count])
            if is_day("".join(piece.text for piece in pieces)):
                return pieces
    days = (line.part(*day) for line in row if (day := day_within(line.text)) is not None)
    return list(days)[:1]


def _is_between(line: Spot, heights: Sequence[float]) -> bool:
    return min(heights) - line.height / 2 < line.y < max(heights) + line.height / 2
