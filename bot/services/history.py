"""What is on record of a ticket, for those who ask; who did what, in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.services.scope import Scope
from models.deed import Deed
from models.lifecycle import Why
from models.satisfaction import Answer
from models.tables.event import Event
from models.tables.firm import Firm
from models.tables.member import Member
from models.tables.ticket import OPEN, Ticket

_HIDDEN = frozenset({Deed.DISCLOSE, Deed.DENY})  # on record, shown to the secretary alone


@dataclass(frozen=True)
class Entry:
    """One line of a ticket's history."""

    at: datetime
    deed: Deed
    who: str
    firm: str  # the firm concerned
    note: str
    own: bool  # whether that person's own
    tried: str  # by somebody who may not, or at the wrong time
    late: bool  # whether they might have, as the ticket stood before
    told: str  # who was shown a resident's data
    until: datetime | None  # what was promised, asked for or granted
    answer: Answer | None  # the resident's
    other: str  # the ticket that it was merged into


def of_ticket(
    session: Session, scope: Scope, ticket: Ticket, *, everything: bool = False
) -> list[Entry]:
    """The whole history, oldest first; with looks and refusals of rights only on demand."""
    query = select(Event).where(Event.ticket_id == ticket.id)
    if not everything:
        query = query.where(col(Event.deed).not_in(_HIDDEN))
    return _entries(session, scope, session.exec(query.order_by(col(Event.at), col(Event.id))))


def newest(
    session: Session, scope: Scope, start: datetime, end: datetime, limit: int
) -> list[tuple[str, Entry]]:
    """The last of all that was done in a period, each with its ticket's number ("": of none), the
    oldest first; looks and refusals of rights too."""
    query = select(Event, Ticket).outerjoin(Ticket, col(Ticket.id) == Event.ticket_id)
    query = query.where(Event.federation_id == scope.id, Event.at >= start, Event.at < end)
    rows = session.exec(query.order_by(col(Event.at).desc(), col(Event.id).desc()).limit(limit))
    found = list(rows)[::-1]
    labels = [ticket.label if ticket else "" for _, ticket in found]
    return list(zip(labels, _entries(session, scope, [row for row, _ in found]), strict=True))


def _entries(session: Session, scope: Scope, rows: Iterable[Event]) -> list[Entry]:
    query_firms = select(Firm.id, Firm.name).where(Firm.federation_id == scope.id)
    firms = dict(session.exec(query_firms).all())
    query_members = select(Member).where(Member.federation_id == scope.id)
    members = {member.user_id: member for member in session.exec(query_members)}
    return [
        Entry(
            row.at,
            row.deed,
            _who(members.get(row.actor_id), row),
            firms.get(row.firm_id, ""),
            row.note,
            _own(members.get(row.actor_id), row),
            _tried(row),
            row.facts.get("why", Why.NO_RIGHT) != Why.NO_RIGHT,
            _told(members, row),
            datetime.fromisoformat(row.facts["until"]) if "until" in row.facts else None,
            Answer(row.facts["answer"]) if "answer" in row.facts else None,
            _other(session, row),
        )
        for row in rows
    ]


def _tried(row: Event) -> str:
    """What somebody tried who may not: a deed, a command, or what a forged button carried."""
    facts = row.facts if row.deed is Deed.DENY else {}
    ways = ("deed", "tried", "anonymous", "data", "bot")
    commands = ("command", "forwarded")
    typed = (f"/{facts[way]}" for way in commands if way in facts)
    return next((str(facts[way]) for way in ways if way in facts), next(typed, ""))


def _told(members: Mapping[int | None, Member], row: Event) -> str:
    """To whom a resident's data were shown."""
    to = row.facts.get("to") if row.deed is Deed.DISCLOSE else None
    return _name(members.get(to), to) if to is not None else ""


def _other(session: Session, row: Event) -> str:
    other = session.get(Ticket, row.facts.get("other_ticket", 0))
    return other.label if other is not None else ""


def _name(member: Member | None, user_id: int) -> str:
    return member.name if member and member.name else f"id {user_id}"


def _who(member: Member | None, row: Event) -> str:
    """A name, the id of somebody unknown, or nothing for the bot."""
    if row.actor_id is None:
        return ""
    return _name(member, row.actor_id)


def _own(member: Member | None, row: Event) -> bool:
    return row.actor_id is None or (member is not None and member.firm_id == row.firm_id)


def end_of(session: Session, ticket: Ticket, now: datetime) -> datetime:
    """Until when the ticket's clock ran: it was done, cancelled or merged; `now`: it runs on."""
    if ticket.status in OPEN or ticket.resolved_at is not None:
        return ticket.resolved_at or now
    query = select(Event.at).where(Event.ticket_id == ticket.id)
    query = query.where(col(Event.deed).in_((Deed.CANCEL, Deed.MERGE)))
    return session.exec(query.order_by(col(Event.id).desc())).first() or now


def holders(
    session: Session, scope: Scope, ticket: Ticket, end: datetime
) -> list[tuple[str, timedelta]]:
    """Which firm held the ticket for how long, the first one first."""
    query = select(Event).where(Event.ticket_id == ticket.id, Event.deed == Deed.REASSIGN)
    firms = dict(
        session.exec(select(Firm.id, Firm.name).where(Firm.federation_id == scope.id)).all()
    )
    found, since = [], ticket.dispatched_at
    for row in session.exec(query.order_by(col(Event.at), col(Event.id))):
        found.append((firms.get(row.facts.get("from_firm"), ""), row.at - since))
        since = row.at
    return [*found, (firms.get(ticket.firm_id, ""), end - since)]
