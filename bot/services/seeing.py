"""Who may see all of a resident's data: asked for, and once more when it is told."""

from sqlmodel import Session, col, select

from bot.services import people
from bot.services.people import Person, standings
from bot.services.scope import Scope
from models.deed import Deed
from models.rights import may
from models.tables.ticket import Assist, Ticket


def may_see(session: Session, person: Person, ticket: Ticket) -> bool:
    """Those whose standing allows it, and a firm that was asked to come and help."""
    return may(standings(person, ticket), Deed.DISCLOSE) or _helps(session, person, ticket)


def may_still_see(session: Session, scope: Scope, user_id: int, ticket: Ticket) -> bool:
    """The same of a Telegram user who was to be told: they may have left meanwhile."""
    member = people.find(session, scope, user_id)
    return member is not None and may_see(session, Person(user_id, "", None, member), ticket)


def _helps(session: Session, person: Person, ticket: Ticket) -> bool:
    query = select(Assist.id).where(Assist.ticket_id == ticket.id, Assist.firm_id == person.firm_id)
    query = query.where(col(Assist.accepted_at).is_not(None), col(Assist.thanked_at).is_(None))
    return session.exec(query).first() is not None
