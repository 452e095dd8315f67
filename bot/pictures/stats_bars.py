"""Tickets in the course of time, and what recurs, as plain bars."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from bot.pictures.pen import GREEN, GREY, LINE, Pen
from bot.pictures.stats_page import LEFT, RIGHT, draw_heading
from bot.texts import figures as texts
from bot.texts.text import Text
from models.tally import Count, Series, Tally

HEIGHT = 96  # of the highest bar of the series
WIDEST = 64  # of one bar, where there are few
ROW = 40
BETWEEN = 48  # kinds and communities


def draw_series(pen: Pen, y: float, series: Series, zone: tzinfo) -> float:
    """A bar a step; the baseline carries the first and the last step."""
    y = draw_heading(pen, LEFT, y, texts.TICKETS, _step(series.step))
    most = max(series.counts, default=0)
    base = y + HEIGHT + 4
    pen.box(LEFT, base, RIGHT - LEFT, 2, LINE)
    if most == 0:
        pen.both(LEFT, base - 24, texts.NONE, 24, colour=GREY)
        return base + 30
    peak = f"{texts.MOST.zh} {texts.MOST.en} {most}"
    pen.write(RIGHT, y - 20, peak, 20, colour=GREY, right=True)
    pitch = (RIGHT - LEFT) / len(series.counts)
    width = min(WIDEST, max(1, pitch * 0.72))
    for place, tickets in enumerate(series.counts):
        height = max(3, round(HEIGHT * tickets / most)) if tickets else 0
        middle = LEFT + pitch * (place + 0.5)
        pen.box(round(middle - width / 2), base - height, round(width), height, GREEN)
    return _draw_ends(pen, base, series, zone)


def _draw_ends(pen: Pen, base: float, series: Series, zone: tzinfo) -> float:
    last = series.start + series.step * (len(series.counts) - 1)
    pen.write(LEFT, base + 30, _moment(series.start, series.step, zone), 20, colour=GREY)
    pen.write(RIGHT, base + 30, _moment(last, series.step, zone), 20, colour=GREY, right=True)
    return base + 44


def _moment(at: datetime, step: timedelta, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    if step < timedelta(days=1):
        return f"{local:%H:%M}"
    return f"{local:%m-%d}" if step == timedelta(days=1) else f"{local:%Y-%m-%d}"


def _step(step: timedelta) -> Text:
    names = {1: texts.BY_DAY, 7: texts.BY_WEEK, 30: texts.BY_MONTH}
    return names.get(step.days, texts.BY_HOUR)


def draw_counts(pen: Pen, y: float, tally: Tally) -> float:
    """Kinds and communities side by side; nothing where there are none."""
    if not tally.kinds and not tally.communities:
        return y
    width = (RIGHT - LEFT - BETWEEN) / 2
    kinds = _draw_list(pen, LEFT, y, width, texts.KINDS, tally.kinds)
    right = LEFT + width + BETWEEN
    return max(kinds, _draw_list(pen, right, y, width, texts.COMMUNITIES, tally.communities))


def _draw_list(
    pen: Pen, x: float, y: float, width: float, name: Text, counts: Sequence[Count]
) -> float:
    y = draw_heading(pen, x, y, name)
    most = max((count.tickets for count in counts), default=1)
    bar, room = x + 190, width - 190 - 70
    for count in counts:
        pen.write(x, y + 28, pen.fit(count.name, 24, 178), 24)
        length = max(3, round(room * count.tickets / most))
        pen.box(round(bar), y + 10, length, 20, GREEN)
        pen.write(bar + length + 10, y + 28, str(count.tickets), 22, colour=GREY)
        y += ROW
    return y + 8
