"""An extension that nobody has ruled on is asked about again."""

from datetime import datetime

from sqlmodel import col, func, select

from bot.services import consequences, respond
from bot.services.respond import BOT
from bot.services.work import Work
from models.deed import Deed
from models.reminders import rule_again_at
from models.tables.event import Event
from models.tables.ticket import RUNNING, Request, Ticket

_TOLD = (Deed.ASK_EXTENSION, Deed.ASK_AGAIN, Deed.ESCALATE)  # to the dispatchers


def ask_again(work: Work) -> None:
    """Put each question that has waited long enough to the dispatchers once more."""
    for ticket, request in _unruled(work):
        again = rule_again_at(ticket, _last_asked(work, request), work.scope.rules)
        if work.now >= again:
            respond.act(work, request.ticket_id, Deed.ASK_AGAIN, BOT)
            consequences.ask_ruling(work, ticket, request, again=True)


def _unruled(work: Work) -> list[tuple[Ticket, Request]]:
    query = select(Ticket, Request).join(Request, col(Request.ticket_id) == Ticket.id)
    query = query.where(Ticket.federation_id == work.scope.id, col(Ticket.status).in_(RUNNING))
    query = query.where(Request.kind == Deed.ASK_EXTENSION, col(Request.ruled_at).is_(None))
    return list(work.session.exec(query.with_for_update(skip_locked=True)))


def _last_asked(work: Work, request: Request) -> datetime:
    """When the dispatchers last heard of it, or of another thing about its ticket."""
    query = select(func.max(Event.at)).where(Event.ticket_id == request.ticket_id)
    query = query.where(col(Event.deed).in_(_TOLD))
    return max(request.asked_at, work.session.exec(query).one() or request.asked_at)
