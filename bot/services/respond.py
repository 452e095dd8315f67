"""What people do to a ticket: decided by the rules, stored with its record and its messages."""

from dataclasses import dataclass, replace

from bot.services import consequences, telling, tickets
from bot.services.people import Person, standings
from bot.services.record import record
from bot.services.work import Act, Work
from models.deed import Deed
from models.effects import Detail, reopens
from models.lifecycle import Decision, Refusal, Why, decide
from models.reminders import next_look
from models.rights import Standing
from models.ticket import Status, Ticket

BOT = Person(0, "")
_QUIET = frozenset({Deed.NOTE, Deed.DISCLOSE})  # the card shows nothing of these
_LOOK_STAYS = _QUIET | {
    Deed.OFFER,
    Deed.ACCEPT_HELP,
    Deed.THANK,
    Deed.CALL_HELP,
    Deed.ASK_EXTENSION,
    Deed.DECLINE,
    Deed.REMIND,
    Deed.ESCALATE,
    Deed.BACKFILL,
}


@dataclass(frozen=True)
class Done:
    """The deed is done, and stored."""

    ticket: Ticket
    deed: Deed


@dataclass(frozen=True)
class Refused:
    """The deed is not done. `ticket` is None where there is none of that id here."""

    why: Why
    deed: Deed
    ticket: Ticket | None


def act(
    work: Work, ticket_id: int, deed: Deed, person: Person, detail: Detail | None = None
) -> Done | Refused:
    """Do the deed, if this person may do it now; in the caller's transaction."""
    ticket = tickets.locked(work.session, work.scope, ticket_id)
    if ticket is None:
        return Refused(Why.NO_RIGHT, deed, None)
    deed_done = Act(ticket, deed, person, _completed(work, ticket, deed, detail or Detail()))
    own = frozenset({Standing.BOT}) if person is BOT else standings(person, ticket)
    decision = decide(ticket, deed, own, work.now, work.scope.rules, deed_done.detail)
    if isinstance(decision, Refusal):
        return _refused(work, deed_done, decision)
    _store(work, deed_done, decision)
    if reopens(deed, deed_done.detail) and ticket.status is Status.CLOSED:
        act(work, ticket_id, Deed.REOPEN, person, Detail(words=deed_done.detail.words))
    return Done(ticket, deed)


def _completed(work: Work, ticket: Ticket, deed: Deed, detail: Detail) -> Detail:
    """A ruling on an extension takes its time from the request."""
    if deed in (Deed.GRANT, Deed.DECLINE) and detail.until is None:
        request = consequences.open_request(work, ticket, Deed.ASK_EXTENSION)
        return replace(detail, until=request.until if request else None)
    return detail


def _refused(work: Work, act: Act, no: Refusal) -> Refused:
    """What somebody had no right to is kept in the record; the rest is everyday."""
    if no.why is Why.NO_RIGHT:
        facts = {"deed": act.deed.value}
        record(work.session, act.ticket, Deed.DENY, work.now, by=act.person, facts=facts)
    return Refused(no.why, act.deed, act.ticket)


def _store(work: Work, act: Act, decision: Decision) -> None:
    ticket = act.ticket
    for column, value in decision.changes.items():
        setattr(ticket, column, value)
    ticket.version += 1
    if act.deed not in _LOOK_STAYS:
        ticket.look_at = next_look(ticket, work.now, work.scope.rules)
    _record(work, act, decision)
    work.session.flush()
    consequences.follow(work, act)
    if act.deed not in _QUIET:
        telling.card_edit(work, ticket)


def _record(work: Work, act: Act, decision: Decision) -> None:
    record(
        work.session,
        act.ticket,
        act.deed,
        work.now,
        by=None if act.person is BOT else act.person,
        note=act.detail.words,
        firm_id=act.person.firm_id if act.deed is Deed.OFFER else None,
        facts=decision.facts,
    )
