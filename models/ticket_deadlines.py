"""The deadlines of one ticket, and how they follow when its urgency is set right. Pure."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from models.deadlines import Rules
from models.tables.ticket import OPEN, Status, Ticket
from models.tier import Tier


def contact_due(ticket: Ticket, rules: Rules) -> datetime:
    """By when the first contact is in time: by its tier's limit from the dispatch."""
    limits = rules.limits[ticket.tier]
    return ticket.contact_due or limits.contact_due(ticket.dispatched_at, rules.hours)


def rests_until(tier: Tier, now: datetime, promised: datetime | None, rules: Rules) -> datetime:
    """A promise lets progress rest until then; where people are in danger, only one to come as
    soon as somebody has to."""
    until = max(now, promised or now)
    too_late = tier is Tier.EXTREME and until > rules.limits[tier].contact_due(now, rules.hours)
    return now if too_late else until


def is_promised_too_late(ticket: Ticket) -> bool:
    """Whether people in danger would wait for what was promised: reminders do not."""
    if ticket.tier is not Tier.EXTREME or ticket.promised_at is None:
        return False
    return ticket.progress_due is not None and ticket.promised_at > ticket.progress_due


def after_hold(ticket: Ticket, since: datetime, now: datetime, rules: Rules) -> dict[str, Any]:
    """The columns that change once it is on hold no more, as it was `since`: nobody is late for
    the time between."""
    limits, hours = rules.limits[ticket.tier], rules.hours
    changes = {
        "contact_due": limits.contact.put_off(contact_due(ticket, rules), since, now, hours),
        "done_due": limits.done.put_off(ticket.done_due, since, now, hours),
    }
    if ticket.extended_due is not None:
        changes["extended_due"] = limits.done.put_off(ticket.extended_due, since, now, hours)
    return changes


def of_another_tier(ticket: Ticket, tier: Tier, now: datetime, rules: Rules) -> dict[str, Any]:
    """The columns that change with the tier. What is done was done by the deadlines of then."""
    if ticket.status not in OPEN:
        return {"tier": tier}
    limits, hours = rules.limits[tier], rules.hours

    def acknowledge(start: datetime) -> datetime:
        return limits.due(start, hours)[0]

    def contact(start: datetime) -> datetime:
        return limits.contact_due(start, hours)

    def done(start: datetime) -> datetime:
        return limits.due(start, hours)[1]

    round_began = ticket.held_since if ticket.reopened else ticket.dispatched_at
    done_due = _fair(done, round_began, ticket.done_due, now)
    changes = {
        "tier": tier,
        "ack_due": _fair(acknowledge, ticket.held_since, ticket.ack_due, now),
        "contact_due": _fair(contact, ticket.dispatched_at, contact_due(ticket, rules), now),
        "done_due": done_due,
    }
    if ticket.extended_due is not None and ticket.extended_due <= done_due:
        changes["extended_due"] = None  # less than it has now without
    if ticket.status is Status.ACKNOWLEDGED and ticket.progress_due is not None:
        told = rests_until(tier, now, ticket.promised_at, rules)
        changes["progress_due"] = _fair(contact, ticket.held_since, ticket.progress_due, told)
    return changes


def _fair(
    limit: Callable[[datetime], datetime], start: datetime, due: datetime, told: datetime
) -> datetime:
    """By the new limit; but nobody is late for what they had not been told."""
    return max(limit(start), min(due, limit(told)))
