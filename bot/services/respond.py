"""What people do to a ticket: decided by the rules, stored with its record and its messages."""

from dataclasses import dataclass, replace

from bot.services import consequences, duplicates, telling, tickets
from bot.services.people import Person, standings
from bot.services.record import deny, on_hold_since, record
from bot.services.work import Act, Work
from models.deed import Deed
from models.effects import Detail, reopens
from models.lifecycle import SLIPS, Decision, Refusal, Why, decide
from models.reminders import look_of_another_tier, next_look
from models.rights import Standing
from models.shortened import MOST_WORDS, shortened
from models.tables.ticket import DONE, Status, Ticket

BOT = Person(0, "")
_QUIET = frozenset({Deed.NOTE, Deed.DISCLOSE})  # the card shows nothing of these
_LOOK_STAYS = _QUIET | {
    Deed.OFFER,
    Deed.ACCEPT_HELP,
    Deed.THANK,
    Deed.WITHDRAW,
    Deed.CALL_HELP,
    Deed.ASK_EXTENSION,
    Deed.DECLINE,
    Deed.REMIND,
    Deed.ESCALATE,
    Deed.ASK_AGAIN,
    Deed.BACKFILL,
    Deed.CORRECT,
}
_REACH_ON = frozenset(  # what is done to a merged ticket is meant for the one that stands
    {
        Deed.ACKNOWLEDGE,
        Deed.PROMISE,
        Deed.CONTACT,
        Deed.REFUSE,
        Deed.ASK_EXTENSION,
        Deed.OFFER,
        Deed.CALL_HELP,
        Deed.RESOLVE,
        Deed.REMIND,
    }
)


_BY_THE_FIRM = frozenset(  # what starts no clock of somebody else counts from when it was said
    {Deed.ACKNOWLEDGE, Deed.PROMISE, Deed.CONTACT, Deed.ASK_EXTENSION, Deed.RESOLVE}
)


@dataclass(frozen=True)
class Done:
    """The deed is done, and stored."""

    ticket: Ticket
    deed: Deed


@dataclass(frozen=True)
class Refused:
    """The deed is not done. `ticket` is None where there is none of that id here; `others`: the
    labels of tickets that are in the way."""

    why: Why
    deed: Deed
    ticket: Ticket | None
    others: tuple[str, ...] = ()


def act(
    work: Work, ticket_id: int, deed: Deed, person: Person, detail: Detail | None = None
) -> Done | Refused:
    """Do the deed, if this person may do it now; in the caller's transaction. What is done to a
    merged ticket reaches the one that stands for it."""
    ticket = _reached(work, ticket_id, deed)
    if ticket is None:
        facts = {"deed": deed.value, "ticket": ticket_id}
        deny(work.session, work.scope.id, work.now, person, facts)
        return Refused(Why.NO_RIGHT, deed, None)
    detail = replace(detail or Detail(), on_hold_since=on_hold_since(work.session, ticket))
    detail = _completed(work, ticket, deed, detail)
    deed_done = Act(
        ticket, deed, person, replace(detail, words=shortened(detail.words, MOST_WORDS))
    )
    own = frozenset({Standing.BOT}) if person is BOT else standings(person, ticket)
    decision = decide(ticket, deed, own, work.now, work.scope.rules, deed_done.detail)
    if isinstance(decision, Refusal):
        return _refused(work, deed_done, decision)
    _store(work, deed_done, decision)
    if reopens(deed, deed_done.detail):
        _reopen(work, ticket, person, deed_done.detail.words)
    return Done(ticket, deed)


def _reached(work: Work, ticket_id: int, deed: Deed) -> Ticket | None:
    ticket = tickets.locked(work.session, work.scope, ticket_id)
    if ticket is None or ticket.status is not Status.MERGED or deed not in _REACH_ON:
        return ticket
    stands = duplicates.standing(work.session, ticket_id)
    return tickets.locked(work.session, work.scope, stands.id or 0) if stands else ticket


def _reopen(work: Work, ticket: Ticket, person: Person, words: str) -> None:
    """A dissatisfied resident reopens the ticket that stands, if nobody has yet."""
    stands = duplicates.standing(work.session, ticket.id)
    if stands is not None and stands.status in DONE:
        act(work, stands.id or 0, Deed.REOPEN, person, Detail(words))


def _completed(work: Work, ticket: Ticket, deed: Deed, detail: Detail) -> Detail:
    """A ruling on an extension takes its time from the request; a merge and a cancelling are told
    what is in their way; what a firm does, when it was said, since it has the ticket."""
    if deed in _BY_THE_FIRM and work.said_at is not None:
        return replace(detail, said=min(work.now, max(work.said_at, ticket.held_since)))
    if deed is Deed.MERGE:
        return replace(detail, in_the_way=_cancelled(work, detail.other_ticket))
    if deed is Deed.CANCEL:
        twins = duplicates.merged_into(work.session, ticket)
        return replace(detail, in_the_way=tuple(twin.label for twin in twins))
    if deed in (Deed.GRANT, Deed.DECLINE) and detail.until is None:
        request = consequences.open_request(work, ticket, Deed.ASK_EXTENSION)
        return replace(detail, until=request.until if request else None)
    return detail


def _cancelled(work: Work, ticket_id: int | None) -> tuple[str, ...]:
    """The label of the ticket if it is cancelled; held, so that nobody cancels it meanwhile."""
    other = tickets.locked(work.session, work.scope, ticket_id) if ticket_id else None
    return (other.label,) if other is not None and other.status is Status.CANCELLED else ()


def _refused(work: Work, act: Act, no: Refusal) -> Refused:
    """What somebody had no right to, or did too late, is kept in the record; a slip is not."""
    if no.why not in SLIPS and act.person is not BOT:
        facts = {"deed": act.deed.value, "why": no.why.value}
        record(work.session, act.ticket, Deed.DENY, work.now, by=act.person, facts=facts)
    return Refused(no.why, act.deed, act.ticket, act.detail.in_the_way)


def _store(work: Work, act: Act, decision: Decision) -> None:
    ticket, before = act.ticket, act.ticket.status
    for column, value in decision.changes.items():
        setattr(ticket, column, value)
    ticket.version += 1
    if _looked_at_anew(act):
        ticket.look_at = next_look(ticket, work.now, work.scope.rules)
    elif "urgency" in act.detail.fixes:
        ticket.look_at = look_of_another_tier(ticket, work.now, work.scope.rules)
    _record(work, act, decision)
    work.session.flush()
    consequences.follow(work, act)
    if act.deed not in _QUIET:
        telling.card_edit(work, ticket)
    if ticket.status is not before:
        telling.reminder_edits(work, ticket)


def _looked_at_anew(act: Act) -> bool:
    """More time to mend is no more time to take it."""
    if act.deed is Deed.GRANT:
        return act.ticket.status is Status.ACKNOWLEDGED
    return act.deed not in _LOOK_STAYS


def _record(work: Work, act: Act, decision: Decision) -> None:
    record(
        work.session,
        act.ticket,
        act.deed,
        act.detail.at(work.now),
        by=None if act.person is BOT else act.person,
        note=act.detail.words,
        firm_id=act.person.firm_id if act.deed in (Deed.OFFER, Deed.WITHDRAW) else None,
        facts=decision.facts,
    )
