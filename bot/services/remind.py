"""The sweep: what is due now is done once — remind, escalate, let an acknowledgement lapse."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from bot.services import respond, telling
from bot.services.consequences import open_request
from bot.services.record import on_hold_since
from bot.services.respond import BOT
from bot.services.work import Work
from models.deed import Deed
from models.reminders import Look, look
from models.tables.ticket import OPEN, Status, Ticket

BATCH = 200


@dataclass(frozen=True)
class _Due:
    """A ticket of which its firm is to be reminded. `climbs`: those above are told too."""

    ticket: Ticket
    why: str
    climbs: bool


def sweep(work: Work) -> int:
    """Look at every ticket whose time has come; one message a firm. How many were looked at."""
    due_by_firm: defaultdict[int, list[_Due]] = defaultdict(list)
    found = _due(work)
    for ticket in found:
        seen = _look(work, ticket)
        why = _act(work, ticket, seen)
        if why:
            due_by_firm[ticket.firm_id].append(_Due(ticket, why, seen.deed is Deed.ESCALATE))
    for due in due_by_firm.values():
        _tell(work, due)
    return len(found)


def _tell(work: Work, due: Sequence[_Due]) -> None:
    """One ticket is told of once: if it climbs, its firm and those above hear together."""
    together = len(due) == 1 and due[0].climbs
    for one in due:
        if one.climbs:
            telling.escalation(work, one.ticket, urges=together)
    if not together:
        telling.remind(work, [(one.ticket, one.why) for one in due])


def _due(work: Work) -> list[Ticket]:
    query = select(Ticket).where(
        Ticket.federation_id == work.scope.id,
        col(Ticket.status).in_(OPEN),
        col(Ticket.look_at) <= work.now,
    )
    query = query.order_by(col(Ticket.look_at)).limit(BATCH).with_for_update(skip_locked=True)
    return list(work.session.exec(query))


def _look(work: Work, ticket: Ticket) -> Look:
    """Who has asked for more time in time awaits a ruling, and no reminder."""
    seen = look(ticket, work.now, work.scope.rules)
    late = ticket.status is Status.ACKNOWLEDGED and work.now >= ticket.due
    if late and open_request(work, ticket, Deed.ASK_EXTENSION) is not None:
        return Look(None, seen.next_at)
    return seen


def _act(work: Work, ticket: Ticket, seen: Look) -> str:
    """Why the firm is to be reminded, or nothing. The time moves on before anything is said."""
    ticket.look_at = seen.next_at
    if seen.deed is None or ticket.id is None:
        return ""
    late = work.now >= ticket.due
    status = ticket.status
    respond.act(work, ticket.id, seen.deed, BOT)
    ticket.reminded += seen.deed in (Deed.REMIND, Deed.ESCALATE)
    if status is Status.ON_HOLD:
        _ask_whether_held(work, ticket)
        return ""
    if status is Status.RETURNED:
        telling.escalation(work, ticket)
        return ""
    if seen.deed is Deed.LAPSE:
        return "lapsed"
    if status is Status.DISPATCHED:
        return "unacknowledged"
    return "late" if late else "promise"


def _ask_whether_held(work: Work, ticket: Ticket) -> None:
    since = on_hold_since(work.session, ticket) or work.now
    telling.about(
        work,
        ticket,
        say="still_on_hold",
        days=(work.now - since).days,
        words=ticket.hold_reason,
        mention=telling.rulers(work),
        buttons=[[["resume", f"{Deed.RESUME}:{ticket.id}"]]],
        urgent=True,
    )
