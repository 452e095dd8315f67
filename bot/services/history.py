"""What is on record of a ticket, for those who ask; who did what, in order."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.services.scope import Scope
from models.deed import Deed
from models.event import Event
from models.firm import Firm
from models.member import Member
from models.ticket import Ticket

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


def of_ticket(
    session: Session, scope: Scope, ticket: Ticket, *, everything: bool = False
) -> list[Entry]:
    """The whole history, oldest first; with looks and refusals of rights only on demand."""
    query = select(Event).where(Event.ticket_id == ticket.id)
    rows = session.exec(query.order_by(col(Event.at), col(Event.id))).all()
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
        )
        for row in rows
        if everything or row.deed not in _HIDDEN
    ]


def _who(member: Member | None, row: Event) -> str:
    """A name, the id of somebody unknown, or nothing for the bot."""
    if row.actor_id is None:
        return ""
    return member.name if member and member.name else str(row.actor_id)


def _own(member: Member | None, row: Event) -> bool:
    return row.actor_id is None or (member is not None and member.firm_id == row.firm_id)


def holders(
    session: Session, scope: Scope, ticket: Ticket, now: datetime
) -> list[tuple[str, timedelta]]:
    """Which firm held the ticket for how long, the first one first; until it was resolved."""
    query = select(Event).where(Event.ticket_id == ticket.id, Event.deed == Deed.REASSIGN)
    firms = dict(
        session.exec(select(Firm.id, Firm.name).where(Firm.federation_id == scope.id)).all()
    )
    found, since = [], ticket.dispatched_at
    for row in session.exec(query.order_by(col(Event.at), col(Event.id))):
        found.append((firms.get(row.facts.get("from_firm"), ""), row.at - since))
        since = row.at
    return [*found, (firms.get(ticket.firm_id, ""), (ticket.resolved_at or now) - since)]
