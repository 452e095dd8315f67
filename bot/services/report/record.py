"""Figures that only the record of deeds, and the offers of help, can tell."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select
from sqlmodel import col

from bot.services.report.asked import Asked
from models.deed import Deed
from models.satisfaction import Answer
from models.tables.event import Event
from models.tables.ticket import OPEN, Assist, Ticket

Answers = Counter[tuple[int, Answer]]  # (firm, answer) → how often


def _fact(name: str) -> Any:
    return col(Event.facts)[name]


def answers_of_reopened(asked: Asked) -> Answers:
    """The last answer of each round: one that nothing follows, or a reopening."""
    then = func.lead(Event.deed).over(
        partition_by=col(Event.ticket_id), order_by=(col(Event.at), col(Event.id))
    )
    said = (
        select(
            func.coalesce(Event.firm_id, Ticket.firm_id).label("firm_id"),
            col(Event.deed).label("deed"),
            _fact("answer").as_string().label("answer"),
            then.label("then"),
        )
        .join(Ticket, col(Event.ticket_id) == col(Ticket.id))
        .where(*asked.counted(), col(Ticket.reopened) > 0)
        .where(col(Event.deed).in_((Deed.ANSWER, Deed.REOPEN)))
        .subquery()
    )
    last = or_(said.c.then.is_(None), said.c.then == Deed.REOPEN)
    query = select(said.c.firm_id, said.c.answer, func.count())
    query = query.where(said.c.deed == Deed.ANSWER, last).group_by(said.c.firm_id, said.c.answer)
    return Counter({(f, Answer(answer)): n for f, answer, n in asked.session.execute(query)})


@dataclass(frozen=True)
class Redone:
    """Tickets that were reopened after they were done, and how many of them are not done now."""

    all: int
    unresolved: int


def redone(asked: Asked) -> Redone:
    """Where a mistaken 作废 or 并单 was undone, nothing was done again."""
    then = func.lead(Event.deed).over(
        partition_by=col(Event.ticket_id), order_by=(col(Event.at), col(Event.id))
    )
    steps = (
        select(
            col(Ticket.id).label("id"),
            col(Ticket.status).label("status"),
            col(Event.deed).label("deed"),
            then.label("then"),
        )
        .join(Event, col(Event.ticket_id) == col(Ticket.id))
        .where(*asked.counted(), col(Ticket.reopened) > 0)
        .where(col(Event.deed).in_((Deed.RESOLVE, Deed.CANCEL, Deed.REOPEN)))
        .subquery()
    )
    query = select(steps.c.id, steps.c.status).distinct()
    query = query.where(steps.c.deed == Deed.RESOLVE, steps.c.then == Deed.REOPEN)
    found = [status for _, status in asked.session.execute(query)]
    return Redone(len(found), sum(status in OPEN for status in found))


def helped_by_firm(asked: Asked) -> dict[int, int]:
    """Nobody helps itself: a helper to which the ticket was handed holds it. Written as "in", not
    as a join: else SQLite may look up the ticket of every offer ever."""
    period = select(col(Ticket.id)).where(*asked.counted())
    holds = col(Assist.firm_id) == col(Ticket.firm_id)
    own = select(col(Ticket.id)).where(col(Ticket.id) == col(Assist.ticket_id), holds).exists()
    query = (
        select(col(Assist.firm_id), func.count())
        .where(col(Assist.ticket_id).in_(period), col(Assist.thanked_at).is_(None), ~own)
        .group_by(col(Assist.firm_id))
    )
    return dict(asked.session.execute(query).all())
