"""The time of a call where its label has nothing, or a part of it: the whole may stand elsewhere on
the page, or the year in the head of a register."""

import re
from collections.abc import Sequence

from bot.ocr.labels.signs import BETWEEN
from bot.ocr.labels.slots import Slot
from bot.ocr.page.lines import Line
from bot.ocr.values.times import (
    TIME,
    is_clock,
    is_day,
    is_day_of_year,
    is_moment,
    is_time,
    tidy_time,
)
from models.labels.listed import OTHER

# …，接居民来电
_CALLED = re.compile(rf"({TIME})\W*(?:[一-鿿]{{0,6}}接|来电|有?(?:居民|住户|业主))")
_HAPPENED = re.compile("事发|发生|转办|交办|移交|派[单工]|反馈")
_YEAR = re.compile(r"(?:\D|24(?=小时))*(20\d\d)\s*年?度?(?:\d{1,2}月份?)?\D*")


def complete_time(slots: list[Slot], rest: Sequence[Line], lines: Sequence[Line]) -> None:
    """Give the time's slot what makes it whole. `rest`: what belongs to no field; `lines`: all of
    the page's."""
    asked = [slot for slot in slots if slot.name == "time"]
    if any(_is_whole(slot.values) for slot in asked):
        return
    others = [slot for slot in slots if slot.name not in ("time", OTHER)]
    values = [value for slot in asked for value in slot.values]
    whole = (
        _elsewhere(others, rest)
        or _with_year(values, lines)
        or _in_a_sentence(lines)
        or _with_clock(values, others)
        or _when_it_happened(slots)
    )
    if not whole:
        return
    for slot in others:
        slot.values = [value for value in slot.values if not any(value is one for one in whole)]
    if asked:
        asked[0].values = whole
    else:
        slots.append(Slot("time", whole[0], whole, told=True))


def _is_whole(values: Sequence[Line]) -> bool:
    texts = [value.text.strip(BETWEEN) for value in values]
    whole = is_time(tidy_time("".join(texts)))
    return whole or (any(map(is_day, texts)) and any(map(is_clock, texts)))


def _elsewhere(slots: Sequence[Slot], rest: Sequence[Line]) -> list[Line]:
    """A day with the time of day, in one piece or in two of one place; none where there are two."""
    places = [*(slot.values for slot in slots), *([line] for line in rest)]
    found = [whole for values in places if (whole := _moment(values))]
    texts = {"".join(line.text for line in whole) for whole in found}
    return found[0] if len(texts) == 1 else []


def _with_clock(values: Sequence[Line], others: Sequence[Slot]) -> list[Line]:
    """The day among the values, and the time of day: of two labels each asks for one, or another
    label alone was given the only one."""
    days = [value for value in values if is_day(value.text) or is_day_of_year(value.text)]
    given = [value for slot in others for value in slot.values]
    own = [value for value in values if is_clock(value.text)]
    clocks = own or [value for value in given if is_clock(value.text)]
    return [*days, *clocks] if len(days) == len(clocks) == 1 else []


def _when_it_happened(slots: Sequence[Slot]) -> list[Line]:
    """When it happened, or was passed on, where nobody wrote when the call came."""
    others = (slot for slot in slots if slot.name == OTHER and _HAPPENED.match(slot.label.text))
    found = [whole for slot in others if (whole := _moment(slot.values))]
    return found[0] if len(found) == 1 else []


def _in_a_sentence(lines: Sequence[Line]) -> list[Line]:
    """The time at which somebody called, told on one line of the page."""
    found = [line.part(*called.span(1)) for line in lines if (called := _CALLED.search(line.text))]
    return found if len(found) == 1 else []


def _moment(values: Sequence[Line]) -> list[Line]:
    whole = [value for value in values if is_time(value.text.strip(BETWEEN))]
    if len(whole) == 1:
        return whole
    if is_time("".join(value.text for value in values)):
        return list(values)  # its units stand apart
    parts = [value for value in values if is_day(value.text) or is_clock(value.text)]
    return parts if _is_whole(parts) else []


def _with_year(values: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The day and the time of day among the values, behind the year that the page's head has; the
    figures of a register's rows left out."""
    years = [
        line.part(*year.span(1))
        for line in lines
        if (year := _YEAR.fullmatch(line.text)) is not None
    ]
    days = [value for value in values if is_day_of_year(value.text) or is_moment(value.text)]
    clocks = [value for value in values if is_clock(value.text) and value not in days]
    if len(years) != 1 or len(days) != 1 or len(clocks) > 1:
        return []
    return [years[0].followed_by("年"), *days, *clocks]
