"""Writing the record: what happened to a ticket, when, by whom. Only ever added to."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from bot.services.people import Person
from models.deed import Deed
from models.tables.event import Event
from models.tables.ticket import Status, Ticket


def record(
    session: Session,
    ticket: Ticket,
    deed: Deed,
    now: datetime,
    *,
    by: Person | None = None,
    note: str = "",
    firm_id: int | None = None,
    facts: dict[str, Any] | None = None,
) -> None:
    """One event. `by` None: the bot itself; the firm concerned is the holder unless said."""
    session.add(
        Event(
            federation_id=ticket.federation_id,
            ticket_id=ticket.id,
            deed=deed,
            at=now,
            actor_id=by.user_id if by else None,
            firm_id=firm_id if firm_id is not None else ticket.firm_id,
            note=note,
            facts=facts or {},
        )
    )


def said_in(place: tuple[int, int]) -> str:
    """A message, at (chat id, message id), as the record of its deed names it."""
    chat_id, message_id = place
    return f"{chat_id}:{message_id}"


def done_in(
    session: Session, ticket_id: int | None, deed: Deed, place: tuple[int, int]
) -> Event | None:
    """The deed on this ticket that a message did last, if it did one: Telegram tells of a message
    again whenever it is edited."""
    query = select(Event).where(Event.ticket_id == ticket_id, Event.deed == deed)
    query = query.where(col(Event.facts)["said_in"].as_string() == said_in(place))
    return session.exec(query.order_by(col(Event.id).desc())).first()


def on_hold_since(session: Session, ticket: Ticket) -> datetime | None:
    """When it was put on hold, if it is."""
    if ticket.status is not Status.ON_HOLD:
        return None
    query = select(Event.at).where(Event.ticket_id == ticket.id, Event.deed == Deed.HOLD)
    return session.exec(query.order_by(col(Event.id).desc())).first()


def did(
    session: Session,
    federation_id: int,
    deeds: Collection[Deed],
    place: tuple[int, int],
    since: datetime,
) -> Event | None:
    """What a message, written at `since`, did last of these, on any ticket."""
    query = select(Event).where(Event.federation_id == federation_id, col(Event.deed).in_(deeds))
    query = query.where(col(Event.at) >= since)
    query = query.where(col(Event.facts)["said_in"].as_string() == said_in(place))
    return session.exec(query.order_by(col(Event.id).desc())).first()


def deny(
    session: Session, federation_id: int, now: datetime, by: Person | None, facts: dict[str, Any]
) -> None:
    """Somebody tried what they may not do, about no ticket that could be told."""
    session.add(
        Event(
            federation_id=federation_id,
            deed=Deed.DENY,
            at=now,
            actor_id=by.user_id if by else None,
            facts=facts,
        )
    )


def deny_daily(
    session: Session, federation_id: int, now: datetime, by: Person, facts: dict[str, Any]
) -> None:
    """The same for what tries without end: the first of its tries in a day."""
    query = select(Event.id).where(Event.federation_id == federation_id, Event.deed == Deed.DENY)
    query = query.where(col(Event.at) > now - timedelta(days=1), Event.actor_id == by.user_id)
    if session.exec(query).first() is None:
        deny(session, federation_id, now, by, facts)
