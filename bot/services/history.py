"""What is on record of a ticket, for those who ask; who did what, in order."""

from dataclasses import dataclass
from datetime import datetime

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
    firm: str
    note: str


def of_ticket(
    session: Session, scope: Scope, ticket: Ticket, *, everything: bool = False
) -> list[Entry]:
    """The whole history, oldest first; with looks and refusals of rights only on demand."""
    query = select(Event).where(Event.ticket_id == ticket.id)
    rows = session.exec(query.order_by(col(Event.at), col(Event.id))).all()
    query_firms = select(Firm.id, Firm.name).where(Firm.federation_id == scope.id)
    firms = dict(session.exec(query_firms).all())
    query_names = select(Member.user_id, Member.name).where(Member.federation_id == scope.id)
    names = dict(session.exec(query_names).all())
    return [
        Entry(row.at, row.deed, names.get(row.actor_id, ""), firms.get(row.firm_id, ""), row.note)
        for row in rows
        if everything or row.deed not in _HIDDEN
    ]
