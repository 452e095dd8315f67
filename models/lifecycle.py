"""What may happen to a ticket in which status, and what it becomes. Decides, stores nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from models.deadlines import Rules
from models.deed import Deed
from models.effects import Detail, effects_of
from models.rights import Standing, may
from models.tables.ticket import Status, Ticket

FINAL_AFTER = 2  # refusals of one ticket; then the dispatcher's ruling is final

D = Deed
_ANY_TIME = (D.NOTE, D.CORRECT, D.DISCLOSE, D.DENY)
_HELP = (D.OFFER, D.ACCEPT_HELP, D.THANK, D.WITHDRAW)
_AT_WORK = (D.ASK_EXTENSION, D.GRANT, D.DECLINE, D.ASK_AGAIN, *_HELP, D.CALL_HELP, D.BACKFILL)


def _row(stay: tuple[Deed, ...], here: Status, go: Mapping[Deed, Status]) -> dict[Deed, Status]:
    return dict.fromkeys((*stay, *_ANY_TIME), here) | dict(go)


_ENDS = {D.RESOLVE: Status.RESOLVED, D.CANCEL: Status.CANCELLED, D.MERGE: Status.MERGED}

NEXT: Mapping[Status, Mapping[Deed, Status]] = {
    Status.DISPATCHED: _row(
        (*_AT_WORK, D.REMIND, D.ESCALATE),
        Status.DISPATCHED,
        _ENDS
        | {
            D.ACKNOWLEDGE: Status.ACKNOWLEDGED,
            D.PROMISE: Status.ACKNOWLEDGED,
            D.CONTACT: Status.ACKNOWLEDGED,
            D.REFUSE: Status.RETURNED,
            D.REASSIGN: Status.DISPATCHED,
            D.HOLD: Status.ON_HOLD,
        },
    ),
    Status.ACKNOWLEDGED: _row(
        (*_AT_WORK, D.PROMISE, D.CONTACT, D.REMIND, D.ESCALATE),
        Status.ACKNOWLEDGED,
        _ENDS
        | {
            D.REFUSE: Status.RETURNED,
            D.REASSIGN: Status.DISPATCHED,
            D.HOLD: Status.ON_HOLD,
            D.LAPSE: Status.DISPATCHED,
        },
    ),
    Status.RETURNED: _row(
        _AT_WORK,
        Status.RETURNED,
        _ENDS
        | {
            D.ACKNOWLEDGE: Status.ACKNOWLEDGED,  # the firm thinks better of it
            D.SEND_BACK: Status.DISPATCHED,
            D.REASSIGN: Status.DISPATCHED,
            D.HOLD: Status.ON_HOLD,
        },
    ),
    Status.ON_HOLD: _row(
        (*_HELP, D.BACKFILL, D.ASK_AGAIN),
        Status.ON_HOLD,
        _ENDS | {D.RESUME: Status.ACKNOWLEDGED, D.REASSIGN: Status.DISPATCHED},
    ),
    Status.RESOLVED: _row(
        (D.UNREACHED, D.BACKFILL),
        Status.RESOLVED,
        {D.ANSWER: Status.CLOSED, D.REOPEN: Status.DISPATCHED, D.CANCEL: Status.CANCELLED},
    ),
    Status.CLOSED: _row((D.ANSWER, D.BACKFILL), Status.CLOSED, {D.REOPEN: Status.DISPATCHED}),
    Status.MERGED: _row((D.ANSWER, D.UNREACHED), Status.MERGED, {D.REOPEN: Status.DISPATCHED}),
    Status.CANCELLED: _row((), Status.CANCELLED, {D.REOPEN: Status.DISPATCHED}),
}


class Why(StrEnum):
    """Why a deed is refused; texts/refusals.py says each with what to do instead."""

    NO_RIGHT = "no_right"
    OWN_TICKET = "own_ticket"  # one does not assist oneself
    ALREADY = "already"  # that is how it stands
    NOT_NOW = "not_now"  # the status does not allow it
    FINAL = "final"  # refused twice already
    PAST_DUE = "past_due"  # an extension is asked for before the deadline
    NO_REQUEST = "no_request"  # there is nothing to rule on
    BAD_TIME = "bad_time"  # the time is missing, past, or before the deadline
    NEEDS_WORDS = "needs_words"  # a reason must be given
    SAME_FIRM = "same_firm"  # that firm holds it already, or none was named
    NO_OTHER = "no_other"  # the ticket that is to stand was not named, or is itself
    OTHER_CANCELLED = "other_cancelled"  # nobody would do what is merged into that one
    STANDS_FOR = "stands_for"  # nobody would do what was merged into this one


SLIPS = frozenset(  # what other words, or another step before, would mend
    {
        Why.NEEDS_WORDS,
        Why.BAD_TIME,
        Why.NO_REQUEST,
        Why.SAME_FIRM,
        Why.NO_OTHER,
        Why.OTHER_CANCELLED,
        Why.STANDS_FOR,
    }
)


@dataclass(frozen=True)
class Refusal:
    """The deed is not done. `status`: how the ticket stands."""

    why: Why
    status: Status


@dataclass(frozen=True)
class Decision:
    """The deed is done: the columns that change, and what the record says besides."""

    changes: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


def decide(
    ticket: Ticket,
    deed: Deed,
    standings: frozenset[Standing],
    now: datetime,
    rules: Rules,
    detail: Detail | None = None,
) -> Decision | Refusal:
    """Whether somebody of these standings may do the deed now, and what follows."""
    detail = detail or Detail()
    why = _why_not(ticket, deed, standings, now, detail)
    if why is not None:
        return Refusal(why, ticket.status)
    changes, facts = effects_of(ticket, deed, now, rules, detail)
    changes.setdefault("status", NEXT[ticket.status][deed])
    return Decision(changes, facts)


def _why_not(
    ticket: Ticket, deed: Deed, standings: frozenset[Standing], now: datetime, detail: Detail
) -> Why | None:
    if not may(standings, deed):
        own = deed is Deed.OFFER and Standing.LEAD in standings
        return Why.OWN_TICKET if own else Why.NO_RIGHT
    if deed not in NEXT[ticket.status]:
        return Why.ALREADY if _stands_already(ticket.status, deed) else Why.NOT_NOW
    return _why_not_in_detail(ticket, deed, now, detail)


def _stands_already(status: Status, deed: Deed) -> bool:
    return {
        Deed.ACKNOWLEDGE: Status.ACKNOWLEDGED,
        Deed.RESOLVE: Status.RESOLVED,
        Deed.REFUSE: Status.RETURNED,
        Deed.HOLD: Status.ON_HOLD,
        Deed.CANCEL: Status.CANCELLED,
        Deed.MERGE: Status.MERGED,
    }.get(deed) is status


def _ends_too_early(ticket: Ticket, deed: Deed, now: datetime, until: datetime | None) -> bool:
    """Whether more time would be none: a request may have waited past its own time."""
    return until is None or until <= ticket.due or (deed is Deed.GRANT and until <= now)


def _why_not_in_detail(ticket: Ticket, deed: Deed, now: datetime, detail: Detail) -> Why | None:
    match deed:
        case Deed.REFUSE if ticket.refusals >= FINAL_AFTER:
            return Why.FINAL
        case Deed.REFUSE | Deed.HOLD if not detail.words:
            return Why.NEEDS_WORDS
        case Deed.ASK_EXTENSION if detail.at(now) >= ticket.due:
            return Why.PAST_DUE
        case Deed.GRANT | Deed.DECLINE if detail.until is None:
            return Why.NO_REQUEST
        case Deed.ASK_EXTENSION | Deed.GRANT if _ends_too_early(ticket, deed, now, detail.until):
            return Why.BAD_TIME
        case Deed.ASK_EXTENSION if not detail.words:
            return Why.NEEDS_WORDS
        case Deed.PROMISE if detail.until is None or detail.until <= detail.at(now):
            return Why.BAD_TIME
        case Deed.REASSIGN if detail.firm_id in (None, ticket.firm_id):
            return Why.SAME_FIRM
        case Deed.MERGE if detail.other_ticket in (None, ticket.id):
            return Why.NO_OTHER
        case Deed.MERGE if detail.in_the_way:
            return Why.OTHER_CANCELLED
        case Deed.CANCEL if detail.in_the_way:
            return Why.STANDS_FOR
        case _:
            return None
