"""补录: a step that was taken but not noted gets its true time, on record as backfilled."""

from datetime import datetime

from bot.services import respond
from bot.services.people import Person
from bot.services.respond import Done, Refused
from bot.services.work import Work
from models.deed import Deed
from models.effects import Detail
from models.reminders import next_look
from models.ticket import OPEN, Status

_COLUMN = {
    Deed.ACKNOWLEDGE: "acknowledged_at",
    Deed.CONTACT: "contacted_at",
    Deed.RESOLVE: "resolved_at",
}


def note(
    work: Work, person: Person, ticket_id: int, step: Deed, at: datetime
) -> Done | Refused | None:
    """Put the true time of a step; None if it lies before the dispatch or in the future."""
    result = respond.act(
        work, ticket_id, Deed.BACKFILL, person, Detail(f"{step.value} {at.isoformat()}")
    )
    if isinstance(result, Refused):
        return result
    ticket = result.ticket
    if not ticket.accepted_at <= at <= work.now:
        work.session.rollback()
        return None
    setattr(ticket, _COLUMN[step], at)
    if step is Deed.RESOLVE and ticket.status in OPEN:
        ticket.status, ticket.call_at = Status.RESOLVED, work.now
    elif ticket.status is Status.DISPATCHED:
        ticket.status = Status.ACKNOWLEDGED
    ticket.look_at = next_look(ticket, work.now, work.scope.rules)
    return result
