"""When a ticket is looked at again, and what is due then; when a question is asked again. Pure:
the sweep in jobs.remind acts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from models.calendar import add_working, working_days_later
from models.deadlines import Rules
from models.deed import Deed
from models.tables.ticket import Status, Ticket
from models.ticket_deadlines import is_promised_too_late
from models.tier import Tier

ESCALATE_AT = 3  # with this reminder the dispatchers are told as well
CLIMBS_AGAIN = 5  # late reminders: a week later, and every week, the secretary-general too
LATE_EVERY = timedelta(hours=24)  # a ticket past its deadline is reminded of once a day
IN_DANGER_EVERY = timedelta(hours=2)  # but for people in danger: those above are told each time
HELD_DAYS = 5  # worked days: what is on hold is asked about once a week
ASKED_SOON = timedelta(minutes=5)  # a call may be urgent, at night as well
SOON_ROUNDS = 3


@dataclass(frozen=True)
class Look:
    """What is due now, if anything, and when to look again."""

    deed: Deed | None
    next_at: datetime | None


def next_look(ticket: Ticket, now: datetime, rules: Rules) -> datetime | None:
    """When the ticket, as it stands after a deed, is first due for a look."""
    match ticket.status:
        case Status.DISPATCHED:
            return ticket.ack_due
        case Status.ACKNOWLEDGED:
            return _next_of_acknowledged(ticket, now)
        case Status.RETURNED:
            return _ruling_due(ticket, now, rules)
        case Status.ON_HOLD:
            return _held_until(now, rules)
        case _:
            return None


def _next_of_acknowledged(ticket: Ticket, now: datetime) -> datetime:
    """A promise lets reminders rest until then, but does not move the deadline; one that is heard
    late is asked about at once. Else progress is due (which a contact is); at last, the deadline.
    Who acts past it is not nagged for doing so."""
    promised = None if is_promised_too_late(ticket) else ticket.promised_at
    if promised is not None and promised > now:
        return min(promised, ticket.due if now < ticket.due else now + _late_every(ticket))
    if now >= ticket.due:
        return now + _late_every(ticket)
    if promised is not None and not ticket.reminded:
        return now
    if ticket.progress_due is not None:
        return min(ticket.progress_due, ticket.due)
    return ticket.due


def _ruling_due(ticket: Ticket, now: datetime, rules: Rules) -> datetime:
    """A refusal of what may wait to be taken until somebody works may wait for its ruling too."""
    if rules.limits[ticket.tier].acknowledge.time:
        return now + rules.ruling_after
    return add_working(now, rules.ruling_after, rules.hours)


def rule_again_at(ticket: Ticket, asked: datetime, rules: Rules) -> datetime:
    """When an extension that was asked for is asked about again: at the deadline, and every day."""
    again = asked + LATE_EVERY
    return _waking(ticket, min(again, ticket.due) if asked < ticket.due else again, rules)


def _held_until(now: datetime, rules: Rules) -> datetime:
    """When it is asked whether the ticket is still to be on hold."""
    week = working_days_later(now, HELD_DAYS, rules.hours)
    return add_working(week, timedelta(), rules.hours)


def _waking(ticket: Ticket, moment: datetime, rules: Rules) -> datetime:
    """The first moment from then on at which anybody is told of what is late."""
    if ticket.tier is Tier.EXTREME:
        return moment
    return add_working(moment, timedelta(), rules.hours)


def look_of_another_tier(ticket: Ticket, now: datetime, rules: Rules) -> datetime | None:
    """The same once its urgency was set right. Whoever was reminded before is not at once reminded
    anew, and a refusal waits no longer for its ruling."""
    at = next_look(ticket, now, rules)
    if at is None or ticket.look_at is None:
        return at
    if ticket.status is Status.RETURNED:
        return ticket.look_at
    wait = rules.limits[ticket.tier].acknowledge
    return at if at > now else min(ticket.look_at, wait.after(now, rules.hours))


def look(ticket: Ticket, now: datetime, rules: Rules) -> Look:
    """What is due at `now` for a ticket whose time to look has come."""
    match ticket.status:
        case Status.DISPATCHED:
            return _look_unacknowledged(ticket, now, rules)
        case Status.ACKNOWLEDGED:
            return _look_acknowledged(ticket, now, rules)
        case Status.RETURNED:
            return Look(Deed.ASK_AGAIN, _waking(ticket, now + LATE_EVERY, rules))
        case Status.ON_HOLD:
            return Look(Deed.ASK_AGAIN, _held_until(now, rules))
        case _:
            return Look(None, None)


def _look_unacknowledged(ticket: Ticket, now: datetime, rules: Rules) -> Look:
    """Each reminder waits twice as long as the one before: urging, not babbling. Who never takes it
    is late like anybody else; about people in danger those above are told each time."""
    extreme = ticket.tier is Tier.EXTREME
    if now >= ticket.due and not extreme:
        return _look_late(ticket, now, rules)
    wait = rules.limits[ticket.tier].acknowledge
    next_at = now
    for _ in range(2 ** min(ticket.reminded, 5)):
        next_at = wait.after(next_at, rules.hours)
    above = ticket.reminded + 1 - ESCALATE_AT
    deed = Deed.ESCALATE if above == 0 or (extreme and above > 0) else Deed.REMIND
    return Look(deed, next_at if extreme else min(next_at, ticket.due))


def _look_acknowledged(ticket: Ticket, now: datetime, rules: Rules) -> Look:
    """A broken promise is asked about once; then, without progress, the acknowledgement lapses."""
    if now >= ticket.due:
        return _look_late(ticket, now, rules)
    if ticket.promised_at is not None and not ticket.reminded and not is_promised_too_late(ticket):
        return Look(Deed.REMIND, min(ticket.progress_due or ticket.due, ticket.due))
    if ticket.progress_due is None:  # there was a contact: only the deadline presses
        return Look(None, ticket.due)
    return Look(Deed.LAPSE, None)


def _late_every(ticket: Ticket) -> timedelta:
    return IN_DANGER_EVERY if ticket.tier is Tier.EXTREME else LATE_EVERY


def _look_late(ticket: Ticket, now: datetime, rules: Rules) -> Look:
    """Once a day, when people work; it climbs as a missed acknowledgement does, and again."""
    at = _waking(ticket, now, rules)
    if at > now:
        return Look(None, at)
    if ticket.tier is Tier.EXTREME:
        return Look(Deed.ESCALATE, now + IN_DANGER_EVERY)
    above = ticket.reminded + 1 - ESCALATE_AT
    climbs = above >= 0 and above % CLIMBS_AGAIN == 0
    deed = Deed.ESCALATE if climbs else Deed.REMIND
    return Look(deed, _waking(ticket, now + LATE_EVERY, rules))


def ask_again_at(rounds: int, now: datetime, rules: Rules) -> datetime:
    """When a question that was asked so often is asked again. After the first rounds in working
    time only, and each time after twice as long: at last, every morning."""
    if rounds < SOON_ROUNDS:
        return now + ASKED_SOON
    wait = timedelta(hours=2 ** min(rounds - SOON_ROUNDS, 4))
    return add_working(now + wait, timedelta(), rules.hours)
