"""What each deed changes in a ticket's columns, and what the record keeps of it. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from models.deadlines import Rules, call_back_time
from models.deed import Deed
from models.satisfaction import Answer, is_satisfied
from models.tables.ticket import Status, Ticket
from models.ticket_deadlines import after_hold, contact_due, of_another_tier, rests_until
from models.tier import Tier

_TAKEN_UP = (Deed.RESUME, Deed.REASSIGN, Deed.RESOLVE)  # what is done to what was on hold
CALL_TRIES = 3  # then a resident who cannot be reached is let be

Changes = dict[str, Any]


@dataclass(frozen=True)
class Detail:
    """What goes with a deed: words, a time, a firm, a resident's answer, another ticket, fields
    that are set right; the labels of tickets because of which it would forget a resident. `said`:
    when, if that was before now: whether a firm was in time is judged by it; `said_in`: the
    message; `on_hold_since`: when it was put on hold, if it is."""

    words: str = ""
    until: datetime | None = None
    firm_id: int | None = None
    answer: Answer | None = None
    other_ticket: int | None = None
    fixes: Mapping[str, str] = field(default_factory=dict)
    in_the_way: tuple[str, ...] = ()
    said: datetime | None = None
    said_in: str = ""
    on_hold_since: datetime | None = None

    def at(self, now: datetime) -> datetime:
        """When it counts as done."""
        return self.said or now


def effects_of(
    ticket: Ticket, deed: Deed, now: datetime, rules: Rules, detail: Detail
) -> tuple[Changes, Changes]:
    """(columns that change, facts for the record) of a deed that is allowed."""
    effect = _EFFECTS.get(deed)
    changes = effect(ticket, now, rules, detail) if effect else {}
    if deed in _TAKEN_UP and detail.on_hold_since is not None:
        until = max(detail.at(now), detail.on_hold_since)
        changes |= after_hold(ticket, detail.on_hold_since, until, rules)
    return changes, _facts_of(ticket, deed, now, changes, detail)


def _facts_of(
    ticket: Ticket, deed: Deed, now: datetime, changes: Changes, detail: Detail
) -> Changes:
    facts: Changes = {}
    at = detail.at(now)
    if deed in (Deed.ACKNOWLEDGE, Deed.PROMISE, Deed.CONTACT) and ticket.acknowledged_at is None:
        facts["in_time"] = at <= ticket.ack_due
    if deed is Deed.RESOLVE:
        done_due = changes.get("done_due", ticket.done_due)
        due = changes.get("extended_due", ticket.extended_due) or done_due
        facts |= {"in_time": at <= done_due, "in_extended_time": at <= due}
    if deed in (Deed.REASSIGN, Deed.REOPEN, Deed.LAPSE):
        facts |= {"from_firm": ticket.firm_id, "held_since": ticket.held_since.isoformat()}
    if detail.until is not None:
        facts["until"] = detail.until.isoformat()
    if detail.answer is not None:
        facts["answer"] = detail.answer.value
    if detail.other_ticket is not None:
        facts["other_ticket"] = detail.other_ticket
    if detail.fixes:
        facts["fixed"] = list(detail.fixes)
    if detail.said_in:
        facts["said_in"] = detail.said_in
    return facts


def _acknowledge(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    progress = rules.limits[ticket.tier].contact_due(now, rules.hours)
    return _taken(ticket, detail.at(now)) | {"progress_due": progress} | _urged_anew(ticket, now)


def _urged_anew(ticket: Ticket, now: datetime) -> Changes:
    """Who takes it has not been reminded yet; but what is late in somebody's hands goes on to
    climb, whatever is promised."""
    late = ticket.status is Status.ACKNOWLEDGED and now >= ticket.due
    return {} if late else {"reminded": 0}


def _taken(ticket: Ticket, at: datetime) -> Changes:
    """The first acknowledgement is the one that counts."""
    if ticket.acknowledged_at is not None:
        return {}
    return {"acknowledged_at": at, "acknowledged_in_time": at <= ticket.ack_due}


def _promise(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    """Progress is due a while after the promised time, unless there was a contact already."""
    contacted = ticket.status is Status.ACKNOWLEDGED and ticket.progress_due is None
    rests = rests_until(ticket.tier, now, detail.until, rules)
    progress = rules.limits[ticket.tier].contact_due(rests, rules.hours)
    return _acknowledge(ticket, now, rules, detail) | {
        "promised_at": detail.until,
        "progress_due": None if contacted else progress,
    }


def _contact(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    """Progress is made: from now on only the deadline presses. Each firm's first contact is shown;
    whether the resident was called in time, the first of all tells."""
    at, known = detail.at(now), ticket.contacted_at
    changes = _acknowledge(ticket, now, rules, detail) | {"progress_due": None, "promised_at": None}
    if known is None or known < ticket.held_since:
        changes["contacted_at"] = at
    if known is None:
        changes["contacted_in_time"] = at <= contact_due(ticket, rules)
    return changes


def _refuse(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    return {"refusals": ticket.refusals + 1}


def _dispatch_again(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    """The present (or the new) firm must acknowledge anew; the total clock goes on."""
    return {
        "held_since": now,
        "ack_due": rules.limits[ticket.tier].acknowledge.after(now, rules.hours),
        "progress_due": None,
        "promised_at": None,
        "reminded": 0,
    }


def _reassign(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    return _dispatch_again(ticket, now, rules, detail) | {"firm_id": detail.firm_id}


def _reopen(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    return _dispatch_again(ticket, now, rules, detail) | {
        "reopened": ticket.reopened + 1,
        "done_due": rules.limits[ticket.tier].due(now, rules.hours)[1],
        "extended_due": None,
        "resolved_at": None,
        "closed_at": None,
        "merged_into": None,
        "answer": "",
        "call_tries": 0,
        "call_at": None,
    }


def _grant(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    return {"extended_due": detail.until}


def _resolve(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    """Resolving acknowledges too."""
    at = detail.at(now)
    return _taken(ticket, at) | {"resolved_at": at, "call_at": call_back_time(at, rules)}


def _answer(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    """A dissatisfied resident's answer is recorded first; the ticket is then reopened."""
    if detail.answer is None:
        raise ValueError("an answer without its level")
    if ticket.status is Status.MERGED:
        return {"answer": detail.answer.value, "call_at": None}
    return {"answer": detail.answer.value, "closed_at": now, "call_at": None}


def _unreached(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    tries = ticket.call_tries + 1
    if ticket.phone and tries < CALL_TRIES:
        return {"call_tries": tries, "call_at": call_back_time(now, rules)}
    status = Status.MERGED if ticket.status is Status.MERGED else Status.CLOSED
    return {"call_tries": tries, "call_at": None, "closed_at": now, "status": status}


def _hold(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    """Of a firm that has taken it progress is due, be there a contact or not."""
    taken = ticket.status is Status.ACKNOWLEDGED
    return {"hold_reason": detail.words, "progress_due": now if taken else None}


def _resume(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    """Where it was before: a firm that had not taken it is asked again to take it."""
    if ticket.progress_due is None:
        again = _dispatch_again(ticket, now, rules, detail)
        return again | {"hold_reason": "", "status": Status.DISPATCHED}
    taken = _acknowledge(ticket, now, rules, detail)
    return taken | {"hold_reason": "", "promised_at": None}


def _correct(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    changes: Changes = dict(detail.fixes)
    urgency = changes.pop("urgency", None)
    return changes | (of_another_tier(ticket, Tier(urgency), now, rules) if urgency else {})


def _merge(ticket: Ticket, now: datetime, rules: Rules, detail: Detail) -> Changes:
    return {"merged_into": detail.other_ticket}


_EFFECTS: Mapping[Deed, Callable[[Ticket, datetime, Rules, Detail], Changes]] = {
    Deed.ACKNOWLEDGE: _acknowledge,
    Deed.PROMISE: _promise,
    Deed.CONTACT: _contact,
    Deed.REFUSE: _refuse,
    Deed.SEND_BACK: _dispatch_again,
    Deed.LAPSE: _dispatch_again,
    Deed.REASSIGN: _reassign,
    Deed.REOPEN: _reopen,
    Deed.GRANT: _grant,
    Deed.RESOLVE: _resolve,
    Deed.ANSWER: _answer,
    Deed.UNREACHED: _unreached,
    Deed.HOLD: _hold,
    Deed.RESUME: _resume,
    Deed.MERGE: _merge,
    Deed.CORRECT: _correct,
}


def reopens(deed: Deed, detail: Detail) -> bool:
    """Whether the deed is a dissatisfied resident's answer, which reopens the ticket."""
    return deed is Deed.ANSWER and detail.answer is not None and not is_satisfied(detail.answer)
