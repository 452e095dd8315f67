"""补录: a step that was taken but not noted gets its true time, on record as backfilled."""

from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any

from sqlmodel import Session, col, select

from bot.services import consequences, duplicates, respond, telling
from bot.services.people import Person
from bot.services.record import record
from bot.services.respond import Done, Refused
from bot.services.work import Act, Work
from models.deadlines import Rules, call_back_time
from models.deed import Deed
from models.effects import Detail, effects_of
from models.reminders import next_look
from models.tables.event import Event
from models.tables.ticket import OPEN, Status, Ticket
from models.ticket_deadlines import contact_due


class Step(StrEnum):
    """What can be backfilled, in the words of the record."""

    ACCEPT = "受理"
    DISPATCH = "派单"
    ACKNOWLEDGE = "接单"
    CONTACT = "联系"
    RESOLVE = "办结"


_DEEDS = {
    Step.ACKNOWLEDGE: Deed.ACKNOWLEDGE,
    Step.CONTACT: Deed.CONTACT,
    Step.RESOLVE: Deed.RESOLVE,
}


def note(
    work: Work, person: Person, ticket_id: int, step: Step, at: datetime
) -> Done | Refused | None:
    """Put the true time of a step; None if it lies in the future, or before what precedes it."""
    ticket = concerned(work.session, ticket_id, step)
    if ticket is None or at > work.now or not _in_order(work.session, ticket, step, at):
        return None
    detail = Detail(f"{step.value} {work.scope.moment(at)}")
    result = respond.act(work, ticket.id or 0, Deed.BACKFILL, person, detail)
    if isinstance(result, Done):
        _put(work, person, result.ticket, step, at)
    return result


def concerned(session: Session, ticket_id: int, step: Step) -> Ticket | None:
    """What the firm did for a merged ticket, it did for the one that stands."""
    if step in _DEEDS:
        return duplicates.standing(session, ticket_id)
    return session.get(Ticket, ticket_id)


def _in_order(session: Session, ticket: Ticket, step: Step, at: datetime) -> bool:
    """Accepted, dispatched, then what the firm did in this round. The clock was not started by
    hand once the firm has taken the ticket."""
    match step:
        case Step.ACCEPT:
            return at <= ticket.dispatched_at
        case Step.DISPATCH:
            return ticket.accepted_at <= at and ticket.acknowledged_at is None
        case _:
            return at >= (reopened_at(session, ticket, step) or ticket.dispatched_at)


def reopened_at(session: Session, ticket: Ticket, step: Step) -> datetime | None:
    """When what is the firm's to do was last to be done again. What undid a mistaken 作废 or 并单
    began no round."""
    if step not in _DEEDS:
        return None
    steps = (Deed.RESOLVE, Deed.CANCEL, Deed.MERGE, Deed.REOPEN)
    query = select(Event).where(Event.ticket_id == ticket.id, col(Event.deed).in_(steps))
    record = session.exec(query.order_by(col(Event.id))).all()
    begun = [
        then.at
        for before, then in pairwise(record)
        if (before.deed, then.deed) == (Deed.RESOLVE, Deed.REOPEN)
    ]
    return begun[-1] if begun else None


def _put(work: Work, person: Person, ticket: Ticket, step: Step, at: datetime) -> None:
    was_open, rules = ticket.status in OPEN, work.scope.rules
    _record(work, person, ticket, step, at)
    for column, value in _changes(ticket, step, at, rules).items():
        setattr(ticket, column, value)
    if step is Step.RESOLVE and was_open:
        last_call = work.now - timedelta(hours=rules.call_back_at)  # past it: the next morning
        ticket.call_at = call_back_time(max(at, last_call), rules)
        work.session.flush()
        consequences.follow(work, Act(ticket, Deed.RESOLVE, person, Detail()))
    if step is not Step.ACCEPT:
        ticket.look_at = next_look(ticket, work.now, rules)
        telling.reminder_edits(work, ticket)


def _record(work: Work, person: Person, ticket: Ticket, step: Step, at: datetime) -> None:
    """What the firm did stands in the record at its true time, for the figures."""
    deed = _DEEDS.get(step)
    if deed is not None:
        _, facts = effects_of(ticket, deed, at, work.scope.rules, Detail())
        known = facts | {"backfilled": True}
        record(work.session, ticket, deed, at, by=person, facts=known)


def _changes(ticket: Ticket, step: Step, at: datetime, rules: Rules) -> dict[str, Any]:
    limits, hours = rules.limits[ticket.tier], rules.hours
    in_hand = {"status": Status.ACKNOWLEDGED} if ticket.status is Status.DISPATCHED else {}
    match step:
        case Step.ACCEPT:
            return {"accepted_at": at}
        case Step.DISPATCH:
            ack_due, done_due = limits.due(at, hours)
            begun = {"dispatched_at": at, "held_since": at, "contact_due": None}
            return begun | {"ack_due": ack_due, "done_due": done_due}
        case Step.ACKNOWLEDGE:
            progress = {"progress_due": limits.contact_due(at, hours)} if in_hand else {}
            return _acknowledged(ticket, at, rules) | in_hand | progress
        case Step.CONTACT:
            in_time = at <= contact_due(ticket, rules)
            held = ticket.status is Status.ON_HOLD  # where it tells who has taken it
            due = ticket.progress_due if held else None
            contacted = {"contacted_at": at, "contacted_in_time": in_time, "progress_due": due}
            return contacted | _taken_by_then(ticket, at, rules) | in_hand
        case Step.RESOLVE:
            done = {"status": Status.RESOLVED} if ticket.status in OPEN else {}
            return {"resolved_at": at} | _taken_by_then(ticket, at, rules) | done


def _acknowledged(ticket: Ticket, at: datetime, rules: Rules) -> dict[str, Any]:
    """By the deadline of whoever held it then: one who held it before had the first."""
    due = ticket.ack_due
    if at < ticket.held_since:
        due = rules.limits[ticket.tier].acknowledge.after(ticket.dispatched_at, rules.hours)
    return {"acknowledged_at": at, "acknowledged_in_time": at <= due}


def _taken_by_then(ticket: Ticket, at: datetime, rules: Rules) -> dict[str, Any]:
    """Whoever calls a resident, or mends, has taken the ticket."""
    known = ticket.acknowledged_at
    return {} if known is not None and known <= at else _acknowledged(ticket, at, rules)
