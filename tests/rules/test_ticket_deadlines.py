"""The deadlines follow when the urgency is set right, and nobody is late for it."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from models.deed import Deed
from models.effects import Detail
from models.lifecycle import Decision, decide
from models.reminders import look_of_another_tier
from models.rights import Standing
from models.tables.ticket import OPEN, Status, Ticket
from models.tier import Tier
from tests.rules.tickets import MONDAY, RULES, ticket

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ALL = frozenset(Standing)
LAMP: dict[str, Any] = {  # ordinary: dispatched on Monday at nine
    "tier": Tier.NORMAL,
    "ack_due": MONDAY + 2 * HOUR,
    "done_due": MONDAY + 2 * DAY,
}


def set_right(known: Ticket, tier: Tier, now: datetime) -> dict[str, Any]:
    """What changes."""
    fixes = {"urgency": tier.value}
    found = decide(known, Deed.CORRECT, ALL, now, RULES, Detail(fixes=fixes))
    assert isinstance(found, Decision)
    return found.changes


@pytest.mark.parametrize(
    ("now", "acknowledge", "contact", "done"),
    [
        (MONDAY + MINUTE, 6 * MINUTE, 31 * MINUTE, 4 * HOUR + MINUTE),
        (MONDAY + HOUR, HOUR + 5 * MINUTE, HOUR + 30 * MINUTE, 5 * HOUR),
        (MONDAY + 47 * HOUR, 2 * HOUR, 8.5 * HOUR, 2 * DAY),  # what was due before stays so
    ],
)
def test_more_urgent_counts_from_when_it_was_said(
    now: datetime, acknowledge: timedelta, contact: timedelta, done: timedelta
) -> None:
    changes = set_right(ticket(**LAMP), Tier.EXTREME, now)
    assert changes["tier"] is Tier.EXTREME
    assert changes["ack_due"] == MONDAY + acknowledge
    assert changes["contact_due"] == MONDAY + contact
    assert changes["done_due"] == MONDAY + done


def test_less_urgent_counts_from_the_dispatch() -> None:
    changes = set_right(ticket(), Tier.NORMAL, MONDAY + HOUR)
    assert changes["ack_due"] == MONDAY + 2 * HOUR
    assert changes["done_due"] == MONDAY + 2 * DAY


def test_what_was_a_mistake_is_undone() -> None:
    lamp = ticket(**LAMP)
    for tier in (Tier.EXTREME, Tier.NORMAL):
        for column, value in set_right(lamp, tier, MONDAY + HOUR).items():
            setattr(lamp, column, value)
    assert (lamp.ack_due, lamp.done_due) == (LAMP["ack_due"], LAMP["done_due"])


def test_the_resident_is_called_in_time_by_the_limit_that_was_told() -> None:
    lamp = ticket(**LAMP)
    for column, value in set_right(lamp, Tier.EXTREME, MONDAY + HOUR).items():
        setattr(lamp, column, value)
    for minutes, in_time in ((90, True), (91, False)):
        called = decide(lamp, Deed.CONTACT, ALL, MONDAY + minutes * MINUTE, RULES)
        assert isinstance(called, Decision)
        assert called.changes["contacted_in_time"] is in_time


def test_of_one_that_was_taken_a_contact_is_due_sooner_but_no_sooner_than_promised() -> None:
    progress = MONDAY + 8.5 * HOUR
    taken = ticket(Status.ACKNOWLEDGED, **LAMP, progress_due=progress)
    changes = set_right(taken, Tier.EXTREME, MONDAY + HOUR)
    assert changes["progress_due"] == MONDAY + 1.5 * HOUR
    for promised, due in ((1.25, 1.75), (3, 1.5)):  # in time; too late for people in danger
        taken.promised_at = MONDAY + promised * HOUR
        changes = set_right(taken, Tier.EXTREME, MONDAY + HOUR)
        assert changes["progress_due"] == MONDAY + due * HOUR
    held = ticket(Status.ON_HOLD, **LAMP, progress_due=progress)  # there it says who has taken it
    assert "progress_due" not in set_right(held, Tier.EXTREME, MONDAY + HOUR)


def test_an_extension_that_was_granted_stands_unless_there_is_more_time_without() -> None:
    granted = ticket(extended_due=MONDAY + 36 * HOUR)
    assert "extended_due" not in set_right(granted, Tier.EXTREME, MONDAY + HOUR)
    assert set_right(granted, Tier.NORMAL, MONDAY + HOUR)["extended_due"] is None


def test_a_round_begins_anew() -> None:
    again = ticket(reopened=1, held_since=MONDAY + DAY, done_due=MONDAY + 2 * DAY)
    changes = set_right(again, Tier.NORMAL, MONDAY + DAY + HOUR)
    assert changes["done_due"] == MONDAY + 3 * DAY


@pytest.mark.parametrize("status", [status for status in Status if status not in OPEN])
def test_what_is_done_keeps_its_deadlines(status: Status) -> None:
    changes = set_right(ticket(status), Tier.EXTREME, MONDAY + HOUR)
    assert changes == {"tier": Tier.EXTREME, "status": status}


LATER = MONDAY + 3 * HOUR


@pytest.mark.parametrize(
    ("known", "at"),
    [
        (ticket(ack_due=LATER, look_at=MONDAY), LATER),
        (ticket(ack_due=MONDAY - HOUR, look_at=LATER), MONDAY + 15 * MINUTE),  # was reminded of
        (ticket(ack_due=MONDAY - HOUR, look_at=MONDAY + MINUTE), MONDAY + MINUTE),
        (ticket(Status.RETURNED, look_at=MONDAY + MINUTE), MONDAY + MINUTE),
        (ticket(Status.ACKNOWLEDGED, progress_due=LATER, look_at=MONDAY), LATER),
        (ticket(Status.RESOLVED), None),
    ],
)
def test_when_it_is_looked_at(known: Ticket, at: datetime | None) -> None:
    assert look_of_another_tier(known, MONDAY, RULES) == at
