"""When a ticket is looked at, and what is due then."""

from datetime import datetime, timedelta

import pytest

from models.deed import Deed
from models.effects import Detail
from models.lifecycle import Decision, decide
from models.reminders import LATE_EVERY, Look, ask_again_at, look, next_look, rule_again_at
from models.rights import Standing
from models.tables.ticket import OPEN, Status, Ticket
from models.tier import Tier
from tests.rules.tickets import MONDAY, RULES, ticket

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
DUE = MONDAY + DAY


def at(text: str) -> datetime:
    return datetime.strptime(f"2024-12-{text} +0800", "%Y-%m-%d %H:%M %z")


def taken(**columns: object) -> Ticket:
    """Acknowledged at nine: a contact is due by ten."""
    facts = {"acknowledged_at": MONDAY, "progress_due": MONDAY + HOUR}
    return ticket(Status.ACKNOWLEDGED, **{**facts, **columns})


@pytest.mark.parametrize(
    ("found", "at"),
    [
        (ticket(), MONDAY + 15 * MINUTE),
        (taken(), MONDAY + HOUR),
        (taken(promised_at=MONDAY + 3 * HOUR, progress_due=MONDAY + 4 * HOUR), MONDAY + 3 * HOUR),
        (taken(progress_due=None), DUE),
        (taken(progress_due=None, extended_due=DUE + DAY), DUE + DAY),
        (taken(promised_at=DUE + HOUR), DUE),
        (taken(progress_due=DUE + HOUR), DUE),
        (taken(promised_at=DUE - HOUR, tier=Tier.EXTREME), MONDAY + HOUR),
        (ticket(Status.RETURNED), MONDAY + 30 * MINUTE),
        (ticket(Status.ON_HOLD), MONDAY + 7 * DAY),
        *((ticket(s), None) for s in Status if s not in OPEN),
    ],
)
def test_the_next_look_after_a_deed(found: Ticket, at: datetime | None) -> None:
    assert next_look(found, MONDAY, RULES) == at


def test_each_reminder_waits_twice_as_long_and_the_third_climbs() -> None:
    waits, deeds = [], []
    for reminded in range(5):
        seen = look(ticket(reminded=reminded), MONDAY, RULES)
        assert seen.next_at is not None
        waits.append((seen.next_at - MONDAY) / MINUTE)
        deeds.append(seen.deed)
    assert waits == [15, 30, 60, 120, 240]
    assert deeds == [Deed.REMIND, Deed.REMIND, Deed.ESCALATE, Deed.REMIND, Deed.REMIND]


def test_the_wait_stops_growing() -> None:
    far = [look(ticket(reminded=n), MONDAY, RULES).next_at for n in (5, 6, 50)]
    assert far[0] == far[1] == far[2] == MONDAY + 32 * 15 * MINUTE


def test_working_hours_hold_for_what_may_wait() -> None:
    lamp = ticket(tier=Tier.NORMAL, done_due=DUE + DAY)
    evening = MONDAY + 8 * HOUR  # five o'clock: half an hour is left of the day
    assert look(lamp, evening, RULES).next_at == MONDAY + DAY + HOUR


def test_what_nobody_takes_is_late_like_anything_else() -> None:
    assert look(ticket(reminded=6), DUE - HOUR, RULES).next_at == DUE
    untaken, climbed = ticket(), []
    for untaken.reminded in range(15):
        seen = look(untaken, DUE, RULES)
        assert seen.next_at == DUE + DAY
        climbed += [untaken.reminded + 1] * (seen.deed is Deed.ESCALATE)
    assert climbed == [3, 8, 13]
    assert look(ticket(reminded=6), at("07 03:00"), RULES) == Look(None, at("09 08:30"))


def test_of_people_in_danger_those_above_are_told_until_somebody_comes() -> None:
    stuck = [ticket(tier=Tier.EXTREME, reminded=n) for n in range(8)]
    deeds = [look(one, DUE + DAY, RULES).deed for one in stuck]
    assert deeds == [Deed.REMIND] * 2 + [Deed.ESCALATE] * 6


def test_without_progress_it_lapses() -> None:
    assert look(taken(), MONDAY + HOUR, RULES) == Look(Deed.LAPSE, None)


def test_a_broken_promise_is_asked_about_once_then_lapses() -> None:
    noon, one = MONDAY + 3 * HOUR, MONDAY + 4 * HOUR
    broken = taken(promised_at=noon, progress_due=one)
    assert look(broken, noon, RULES) == Look(Deed.REMIND, one)
    broken.reminded = 1
    assert look(broken, one, RULES) == Look(Deed.LAPSE, None)
    too_late = taken(promised_at=noon, tier=Tier.EXTREME)
    assert look(too_late, MONDAY + HOUR, RULES) == Look(Deed.LAPSE, None)
    contacted = taken(promised_at=noon, progress_due=None)
    assert look(contacted, noon, RULES) == Look(Deed.REMIND, DUE)


def test_past_the_deadline_once_a_day_whatever_was_promised() -> None:
    for late in (taken(), taken(promised_at=DUE - HOUR), taken(progress_due=None, reminded=9)):
        assert look(late, DUE, RULES) == Look(Deed.REMIND, DUE + LATE_EVERY)
    promised_late = taken(promised_at=DUE + 5 * HOUR)
    assert next_look(promised_late, DUE + HOUR, RULES) == DUE + 5 * HOUR


@pytest.mark.parametrize(
    ("tier", "now", "told", "again"),
    [
        (Tier.URGENT, "03 02:40", "03 08:30", "04 08:30"),
        (Tier.NORMAL, "07 11:00", "09 08:30", "10 08:30"),  # a Saturday
        (Tier.URGENT, "06 11:00", "06 11:00", "09 08:30"),
        (Tier.EXTREME, "07 02:40", "07 02:40", "07 04:40"),
    ],
)
def test_nobody_is_woken_for_what_is_late_but_for_people_in_danger(
    tier: Tier, now: str, told: str, again: str
) -> None:
    late = taken(tier=tier, done_due=MONDAY, progress_due=None)
    if told != now:
        assert look(late, at(now), RULES) == Look(None, at(told))
    deed = Deed.ESCALATE if tier is Tier.EXTREME else Deed.REMIND
    assert look(late, at(told), RULES) == Look(deed, at(again))


def test_no_far_promise_silences_what_is_late() -> None:
    promised = taken(promised_at=DUE + 26 * DAY, progress_due=None)
    assert next_look(promised, DUE, RULES) == DUE + DAY
    soon = taken(promised_at=DUE + 3 * HOUR, progress_due=None)
    assert next_look(soon, DUE, RULES) == DUE + 3 * HOUR


def test_what_stays_late_climbs_at_the_third_reminder_and_every_week() -> None:
    late, climbed = taken(progress_due=None), []
    for late.reminded in range(15):
        if look(late, DUE, RULES).deed is Deed.ESCALATE:
            climbed.append(late.reminded + 1)
    assert climbed == [3, 8, 13]


@pytest.mark.parametrize(("now", "reminded"), [(MONDAY, 0), (DUE, 2)])
def test_no_promise_keeps_what_is_late_from_climbing(now: datetime, reminded: int) -> None:
    before, promise = taken(reminded=2), Detail("明天修", now + DAY)
    promised = decide(before, Deed.PROMISE, frozenset(Standing), now, RULES, promise)
    assert isinstance(promised, Decision)
    assert promised.changes.get("reminded", before.reminded) == reminded


@pytest.mark.parametrize(
    ("tier", "ruled", "again"),
    [
        (Tier.NORMAL, "09 09:00", "10 09:00"),
        (Tier.URGENT, "06 20:30", "09 08:30"),
        (Tier.EXTREME, "06 20:30", "07 20:30"),
    ],
)
def test_a_refusal_at_night_waits_for_its_ruling_if_its_work_may(
    tier: Tier, ruled: str, again: str
) -> None:
    refused = ticket(Status.RETURNED, tier=tier)
    assert next_look(refused, at("06 20:00"), RULES) == at(ruled)
    assert look(refused, at(ruled), RULES) == Look(Deed.ASK_AGAIN, at(again))


def test_what_is_done_past_the_deadline_lets_a_day_pass() -> None:
    now = DUE + HOUR
    for late in (taken(), taken(progress_due=None), taken(promised_at=DUE - HOUR)):
        assert next_look(late, now, RULES) == now + LATE_EVERY


def test_an_unruled_refusal_climbs_daily() -> None:
    assert look(ticket(Status.RETURNED), MONDAY, RULES) == Look(Deed.ASK_AGAIN, MONDAY + DAY)


@pytest.mark.parametrize(
    ("asked", "again"),
    [
        (MONDAY, MONDAY + DAY),
        (DUE - HOUR, DUE),
        (DUE, DUE + DAY),
        (at("06 11:00"), at("09 08:30")),
    ],
)
def test_an_extension_is_asked_about_at_the_deadline_and_every_day(
    asked: datetime, again: datetime
) -> None:
    assert rule_again_at(taken(), asked, RULES) == again


@pytest.mark.parametrize(
    ("now", "week"),
    [("02 09:00", "09 09:00"), ("01 03:00", "06 08:30"), ("03 20:00", "11 08:30")],
)
def test_what_is_on_hold_is_asked_about_every_week(now: str, week: str) -> None:
    assert look(ticket(Status.ON_HOLD), at(now), RULES) == Look(Deed.ASK_AGAIN, at(week))


@pytest.mark.parametrize("status", [s for s in Status if s not in OPEN])
def test_nobody_is_nagged_about_what_rests(status: Status) -> None:
    assert look(ticket(status), DUE + DAY, RULES) == Look(None, None)


@pytest.mark.parametrize(
    ("asked_at", "times"),
    [
        ("02 09:00", ["02 09:05", "02 09:10", "02 10:10", "02 12:10", "02 16:10", "03 08:30"]),
        ("06 23:00", ["06 23:05", "06 23:10", "09 08:30", "09 10:30", "09 14:30", "10 08:30"]),
    ],
)
def test_a_question_is_asked_until_it_is_answered(asked_at: str, times: list[str]) -> None:
    now, again = datetime.strptime(f"2024-12-{asked_at} +0800", "%Y-%m-%d %H:%M %z"), []
    for rounds in range(1, 20):
        now = ask_again_at(rounds, now, RULES)
        again.append(f"{now:%d %H:%M}")
    assert again[: len(times)] == times
    assert {moment[3:] for moment in again[len(times) :]} == {"08:30"}
