"""Figures read off the tickets: what was left out, medians, what recurs, how many a day."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, literal, select
from sqlmodel import col

from bot.services.report.asked import Asked
from bot.services.report.elapsed import Elapsed
from models.tables.base import UtcDateTime
from models.tables.community import Community
from models.tables.ticket import UNCOUNTED, Ticket
from models.tally import TOP, Count, Series, step_of

LONG = timedelta(days=62)  # a longer period is drawn from its first ticket on


def left_out(asked: Asked) -> dict[str, int]:
    query = select(col(Ticket.status), func.count()).where(*asked.accepted())
    query = query.where(col(Ticket.status).in_(UNCOUNTED)).group_by(col(Ticket.status))
    found = dict(asked.session.execute(query).all())
    return {status.value: found.get(status, 0) for status in UNCOUNTED}


def median(asked: Asked, since: datetime, until: datetime | None, unit: int) -> int | None:
    """The median in seconds, exact to `unit` seconds: durations are counted by unit first, so
    that what is sorted is as many rows as there are different durations, not tickets."""
    length = (Elapsed(since, until) // unit).label("length")
    sizes = (
        select(length, func.count().label("tickets"))
        .where(*asked.counted(), col(until).is_not(None))
        .group_by(length)
        .subquery()
    )
    upto = func.sum(sizes.c.tickets).over(order_by=sizes.c.length)
    whole = func.sum(sizes.c.tickets).over()
    sums = select(sizes.c.length, upto.label("upto"), whole.label("whole")).subquery()
    query = select(func.min(sums.c.length)).where(sums.c.upto * 2 >= sums.c.whole)
    middle = asked.session.execute(query).scalar()
    return None if middle is None else int(middle) * unit


def kinds(asked: Asked) -> tuple[Count, ...]:
    number = func.count().label("number")
    kind = col(Ticket.category)
    query = select(kind, number).where(*asked.counted(), kind != "")
    query = query.group_by(kind).order_by(number.desc(), kind).limit(TOP)
    return _counts(asked.session.execute(query).all())


def communities(asked: Asked) -> tuple[Count, ...]:
    number = func.count().label("number")
    place = col(Ticket.community_id)
    found = (
        select(place.label("id"), number)
        .where(*asked.counted(), place.is_not(None))
        .group_by(place)
        .order_by(number.desc(), place)
        .limit(TOP)
        .subquery()
    )
    query = select(col(Community.name), found.c.number)
    query = query.join(found, found.c.id == col(Community.id))
    query = query.order_by(found.c.number.desc(), found.c.id)
    return _counts(asked.session.execute(query).all())


def _counts(rows: Sequence[tuple[str, int]]) -> tuple[Count, ...]:
    return tuple(Count(name, number) for name, number in rows)


def series(asked: Asked) -> Series:
    start = _drawn_from(asked)
    step = step_of(asked.end - start)
    bucket = Elapsed(literal(start, UtcDateTime), Ticket.accepted_at) // int(step.total_seconds())
    place = bucket.label("place")
    query = select(place, func.count()).where(*asked.counted()).group_by(place)
    found = dict(asked.session.execute(query).all())
    steps = -((start - asked.end) // step)  # rounded up
    return Series(start, step, tuple(found.get(n, 0) for n in range(steps)))


def _drawn_from(asked: Asked) -> datetime:
    """A period of all time may begin before the first ticket by decades: those are not drawn."""
    if asked.end - asked.start <= LONG:
        return asked.start
    first = asked.session.execute(
        select(func.min(Ticket.accepted_at)).where(*asked.counted())
    ).scalar()
    return first if first is not None else asked.end - LONG
