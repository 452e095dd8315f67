"""Entries of a log: each a few lines below one another, with its time of day beside it."""

from collections.abc import Iterator, Sequence

from bot.ocr.labels.labelled import continued
from bot.ocr.labels.slots import Slot
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from bot.ocr.values.times import day_within, is_clock


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
    rows = [page.spot(value).y for slot in slots for value in slot.values]
    days = [line.part(*day) for line in lines if (day := day_within(line.text)) is not None]
    clocks = [line for line in lines if is_clock(line.text)]
    own = [line for line in clocks if _is_between(page.spot(line), rows)]
    if len(days) != 1 or len(own) != 1:
        return slots
    return [*slots, Slot("time", days[0], [*days, *own], told=True)]


def _is_between(line: Spot, rows: Sequence[float]) -> bool:
    return min(rows) - line.height / 2 < line.y < max(rows) + line.height / 2
