"""The state machine's table, status × deed, walked whole; what a deed needs and what it changes."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product

import pytest

from models.deed import Deed
from models.effects import Detail
from models.lifecycle import FINAL_AFTER, NEXT, Decision, Refusal, Why, decide
from models.rights import Standing
from models.satisfaction import Answer
from models.tables.ticket import OPEN, Status, Ticket
from models.tier import Tier
from tests.rules.tickets import MONDAY, RULES, detail, ticket

ALL = frozenset(Standing)  # rights are walked in test_rights.py
D, S = Deed, Status
DAY = timedelta(days=1)

# What each deed makes of each status; what is not named is refused.
ALWAYS = {D.NOTE, D.CORRECT, D.DISCLOSE, D.DENY}  # the status stays
EXPECTED: dict[Status, dict[Deed, Status]] = {
    S.DISPATCHED: {
        **dict.fromkeys([D.ACKNOWLEDGE, D.PROMISE, D.CONTACT], S.ACKNOWLEDGED),
        **dict.fromkeys([D.ASK_EXTENSION, D.GRANT, D.DECLINE, D.ASK_AGAIN], S.DISPATCHED),
        **dict.fromkeys([D.OFFER, D.ACCEPT_HELP, D.THANK, D.WITHDRAW, D.CALL_HELP], S.DISPATCHED),
        D.BACKFILL: S.DISPATCHED,
        **dict.fromkeys([D.REASSIGN, D.REMIND, D.ESCALATE], S.DISPATCHED),
        D.REFUSE: S.RETURNED,
        D.HOLD: S.ON_HOLD,
        D.RESOLVE: S.RESOLVED,
        D.CANCEL: S.CANCELLED,
        D.MERGE: S.MERGED,
    },
    S.ACKNOWLEDGED: {
        **dict.fromkeys([D.PROMISE, D.CONTACT, D.REMIND, D.ESCALATE], S.ACKNOWLEDGED),
        **dict.fromkeys([D.ASK_EXTENSION, D.GRANT, D.DECLINE, D.ASK_AGAIN], S.ACKNOWLEDGED),
        **dict.fromkeys([D.OFFER, D.ACCEPT_HELP, D.THANK, D.WITHDRAW, D.CALL_HELP], S.ACKNOWLEDGED),
        D.BACKFILL: S.ACKNOWLEDGED,
        **dict.fromkeys([D.REASSIGN, D.LAPSE], S.DISPATCHED),
        D.REFUSE: S.RETURNED,
        D.HOLD: S.ON_HOLD,
        D.RESOLVE: S.RESOLVED,
        D.CANCEL: S.CANCELLED,
        D.MERGE: S.MERGED,
    },
    S.RETURNED: {
        **dict.fromkeys([D.ASK_EXTENSION, D.GRANT, D.DECLINE, D.ASK_AGAIN], S.RETURNED),
        **dict.fromkeys([D.OFFER, D.ACCEPT_HELP, D.THANK, D.WITHDRAW, D.CALL_HELP], S.RETURNED),
        D.BACKFILL: S.RETURNED,
        **dict.fromkeys([D.SEND_BACK, D.REASSIGN], S.DISPATCHED),
        D.ACKNOWLEDGE: S.ACKNOWLEDGED,
        D.HOLD: S.ON_HOLD,
        D.RESOLVE: S.RESOLVED,
        D.CANCEL: S.CANCELLED,
        D.MERGE: S.MERGED,
    },
    S.ON_HOLD: {
        **dict.fromkeys([D.OFFER, D.ACCEPT_HELP, D.THANK, D.WITHDRAW, D.BACKFILL], S.ON_HOLD),
        D.ASK_AGAIN: S.ON_HOLD,
        **dict.fromkeys([D.REASSIGN, D.RESUME], S.DISPATCHED),  # it was never taken
        D.RESOLVE: S.RESOLVED,
        D.CANCEL: S.CANCELLED,
        D.MERGE: S.MERGED,
    },
    S.RESOLVED: {
        **dict.fromkeys([D.UNREACHED, D.BACKFILL], S.RESOLVED),
        D.ANSWER: S.CLOSED,
        D.REOPEN: S.DISPATCHED,
        D.CANCEL: S.CANCELLED,
    },
    S.CLOSED: {D.ANSWER: S.CLOSED, D.BACKFILL: S.CLOSED, D.REOPEN: S.DISPATCHED},
    S.MERGED: {D.ANSWER: S.MERGED, D.UNREACHED: S.MERGED, D.REOPEN: S.DISPATCHED},
    S.CANCELLED: {D.REOPEN: S.DISPATCHED},
}


def after(found: Decision | Refusal) -> Status:
    assert isinstance(found, Decision), found
    status = found.changes["status"]
    assert isinstance(status, Status)
    return status


@pytest.mark.parametrize(("status", "deed"), list(product(Status, Deed)))
def test_every_deed_in_every_status(status: Status, deed: Deed) -> None:
    found = decide(ticket(status), deed, ALL, MONDAY, RULES, detail(deed))
    becomes = status if deed in ALWAYS else EXPECTED[status].get(deed)
    if becomes is None:
        assert isinstance(found, Refusal)
        assert found.status is status
    else:
        assert after(found) is becomes
    assert (deed in NEXT[status]) is (becomes is not None)


@pytest.mark.parametrize(("status", "deed"), list(product(Status, Deed)))
def test_the_clock_is_never_touched_and_one_firm_holds(status: Status, deed: Deed) -> None:
    found = decide(ticket(status), deed, ALL, MONDAY, RULES, detail(deed))
    if isinstance(found, Decision):
        assert not {"dispatched_at", "accepted_at", "number"} & found.changes.keys()
        assert ("firm_id" in found.changes) is (deed is Deed.REASSIGN)
        assert ("done_due" in found.changes) is (deed is Deed.REOPEN)
        assert set(found.changes) <= set(Ticket.model_fields)


BAD: list[tuple[Deed, Detail, Why]] = [
    (D.REFUSE, Detail(), Why.NEEDS_WORDS),
    (D.HOLD, Detail(), Why.NEEDS_WORDS),
    (D.PROMISE, Detail("好"), Why.BAD_TIME),
    (D.PROMISE, Detail("9点", MONDAY), Why.BAD_TIME),
    (D.ASK_EXTENSION, Detail("等配件"), Why.BAD_TIME),
    (D.ASK_EXTENSION, Detail("等配件", MONDAY + DAY), Why.BAD_TIME),
    (D.ASK_EXTENSION, Detail("", MONDAY + 2 * DAY), Why.NEEDS_WORDS),
    (D.GRANT, Detail(), Why.NO_REQUEST),
    (D.GRANT, Detail("", MONDAY + DAY), Why.BAD_TIME),
    (D.DECLINE, Detail(), Why.NO_REQUEST),
    (D.REASSIGN, Detail(), Why.SAME_FIRM),
    (D.REASSIGN, Detail(firm_id=1), Why.SAME_FIRM),
    (D.MERGE, Detail(), Why.NO_OTHER),
    (D.MERGE, Detail(other_ticket=7), Why.NO_OTHER),
    (D.MERGE, Detail(other_ticket=8, in_the_way=("18",)), Why.OTHER_CANCELLED),
    (D.CANCEL, Detail("误报", in_the_way=("18",)), Why.STANDS_FOR),
]


@pytest.mark.parametrize(("deed", "given", "why"), BAD)
def test_what_a_deed_needs(deed: Deed, given: Detail, why: Why) -> None:
    assert decide(ticket(), deed, ALL, MONDAY, RULES, given) == Refusal(why, S.DISPATCHED)


def test_a_third_refusal_is_none() -> None:
    twice = ticket(refusals=FINAL_AFTER)
    assert decide(twice, D.REFUSE, ALL, MONDAY, RULES, Detail("不是我们")) == Refusal(
        Why.FINAL, S.DISPATCHED
    )
    once = decide(ticket(refusals=1), D.REFUSE, ALL, MONDAY, RULES, Detail("不是我们"))
    assert isinstance(once, Decision)
    assert once.changes["refusals"] == 2


def test_an_extension_comes_before_the_deadline_in_force() -> None:
    asked, late = Detail("等配件", MONDAY + 9 * DAY), MONDAY + 2 * DAY
    refused = decide(ticket(), D.ASK_EXTENSION, ALL, late, RULES, asked)
    assert refused == Refusal(Why.PAST_DUE, S.DISPATCHED)
    extended = ticket(extended_due=MONDAY + 3 * DAY)
    assert isinstance(decide(extended, D.ASK_EXTENSION, ALL, late, RULES, asked), Decision)


def test_the_first_acknowledgement_and_contact_stay() -> None:
    taken = ticket(S.ACKNOWLEDGED, acknowledged_at=MONDAY, contacted_at=MONDAY)
    again = decide(taken, D.CONTACT, ALL, MONDAY + DAY, RULES)
    assert isinstance(again, Decision)
    first = {"acknowledged_at", "acknowledged_in_time", "contacted_at", "contacted_in_time"}
    assert not first & again.changes.keys()


def test_a_contact_of_the_firm_before_is_none_of_the_present_one() -> None:
    passed_on = ticket(
        S.ACKNOWLEDGED,
        acknowledged_at=MONDAY,
        contacted_at=MONDAY,
        contacted_in_time=True,
        held_since=MONDAY + DAY,
    )
    found = decide(passed_on, D.CONTACT, ALL, MONDAY + 2 * DAY, RULES)
    assert isinstance(found, Decision)
    assert found.changes["contacted_at"] == MONDAY + 2 * DAY
    assert "contacted_in_time" not in found.changes


def test_who_takes_it_in_the_evening_has_time_to_call() -> None:
    evening = MONDAY.replace(hour=17, minute=20)
    lamp = ticket(tier=Tier.NORMAL, dispatched_at=evening)
    taken = decide(lamp, D.ACKNOWLEDGE, ALL, evening + timedelta(minutes=9), RULES)
    assert isinstance(taken, Decision)
    morning = MONDAY + DAY + timedelta(minutes=80)
    assert taken.changes["progress_due"] == morning + timedelta(minutes=9)
    for late, in_time in ((timedelta(), True), (timedelta(minutes=1), False)):
        called = decide(lamp, D.CONTACT, ALL, morning + late, RULES)
        assert isinstance(called, Decision)
        assert called.changes["contacted_in_time"] is in_time


def test_in_time_is_said_of_the_first_step_only() -> None:
    soon, late = MONDAY + timedelta(minutes=15), MONDAY + timedelta(minutes=16)
    for now, in_time in ((soon, True), (late, False)):
        found = decide(ticket(), D.ACKNOWLEDGE, ALL, now, RULES)
        assert isinstance(found, Decision)
        assert found.facts == {"in_time": in_time}
    again = decide(ticket(S.DISPATCHED, acknowledged_at=MONDAY), D.ACKNOWLEDGE, ALL, late, RULES)
    assert isinstance(again, Decision)
    assert again.facts == {}


def test_both_deadlines_are_judged() -> None:
    extended = ticket(S.ACKNOWLEDGED, acknowledged_at=MONDAY, extended_due=MONDAY + 3 * DAY)
    found = decide(extended, D.RESOLVE, ALL, MONDAY + 2 * DAY, RULES)
    assert isinstance(found, Decision)
    assert found.facts == {"in_time": False, "in_extended_time": True}


def test_reopening_begins_a_round_and_keeps_the_number() -> None:
    closed = ticket(S.CLOSED, resolved_at=MONDAY, answer=Answer.DISSATISFIED.value, call_tries=2)
    found = decide(closed, D.REOPEN, ALL, MONDAY + 2 * DAY, RULES)
    assert isinstance(found, Decision)
    for column, value in found.changes.items():
        setattr(closed, column, value)
    assert (closed.label, closed.answer, closed.resolved_at) == ("17-1", "", None)
    assert closed.done_due == MONDAY + 3 * DAY
    assert closed.dispatched_at == MONDAY


def test_three_calls_and_no_more() -> None:
    for tries in (0, 1):
        found = decide(ticket(S.RESOLVED, call_tries=tries), D.UNREACHED, ALL, MONDAY, RULES)
        assert isinstance(found, Decision)
        assert found.changes["call_at"].astimezone(MONDAY.tzinfo) == MONDAY + DAY
    last = decide(ticket(S.RESOLVED, call_tries=2), D.UNREACHED, ALL, MONDAY, RULES)
    assert after(last) is S.CLOSED
    merged = decide(ticket(S.MERGED, call_tries=2), D.UNREACHED, ALL, MONDAY, RULES)
    assert after(merged) is S.MERGED
    in_vain = decide(ticket(S.RESOLVED, phone=""), D.UNREACHED, ALL, MONDAY, RULES)
    assert after(in_vain) is S.CLOSED


def held(before: Ticket) -> Ticket:
    """The ticket, put on hold."""
    found = decide(before, D.HOLD, ALL, MONDAY, RULES, Detail("等基金"))
    assert isinstance(found, Decision)
    for column, value in found.changes.items():
        setattr(before, column, value)
    return before


@pytest.mark.parametrize("progress", [MONDAY + timedelta(hours=1), None])
def test_from_hold_it_goes_back_to_where_it_was(progress: datetime | None) -> None:
    taken = ticket(S.ACKNOWLEDGED, acknowledged_at=MONDAY, progress_due=progress)
    found = decide(held(taken), D.RESUME, ALL, MONDAY + DAY, RULES)
    assert after(found) is S.ACKNOWLEDGED
    assert isinstance(found, Decision)
    assert found.changes["hold_reason"] == ""
    assert found.changes["progress_due"] == MONDAY + DAY + timedelta(hours=1)


@pytest.mark.parametrize("deed", [D.RESUME, D.REASSIGN, D.RESOLVE])
def test_the_time_on_hold_is_nobody_s(deed: Deed) -> None:
    extended = held(ticket(S.ACKNOWLEDGED, extended_due=MONDAY + 2 * DAY))
    given = replace(detail(deed), on_hold_since=MONDAY)
    found = decide(extended, deed, ALL, MONDAY + 10 * DAY, RULES, given)
    assert isinstance(found, Decision)
    assert found.changes["done_due"] == MONDAY + 11 * DAY
    assert found.changes["extended_due"] == MONDAY + 12 * DAY
    assert found.changes["contact_due"] == MONDAY + 10 * DAY + timedelta(hours=1)
    if deed is D.RESOLVE:
        assert found.facts == {"in_time": True, "in_extended_time": True}


def test_what_was_late_before_it_was_put_on_hold_stays_late() -> None:
    late = held(ticket(S.ACKNOWLEDGED, done_due=MONDAY - DAY))
    given = Detail(on_hold_since=MONDAY)
    found = decide(late, D.RESUME, ALL, MONDAY + 10 * DAY, RULES, given)
    assert isinstance(found, Decision)
    assert found.changes["done_due"] == MONDAY - DAY


@pytest.mark.parametrize("status", [S.DISPATCHED, S.RETURNED])
def test_from_hold_it_goes_to_a_firm_that_has_not_taken_it(status: Status) -> None:
    passed_on = ticket(status, acknowledged_at=MONDAY - DAY)  # by the firm before
    found = decide(held(passed_on), D.RESUME, ALL, MONDAY + DAY, RULES)
    assert after(found) is S.DISPATCHED
    assert isinstance(found, Decision)
    assert found.changes["held_since"] == MONDAY + DAY


def test_every_status_can_be_left() -> None:
    for status in Status:
        assert set(EXPECTED[status].values()) - {status}, status
    assert {s for s in Status if D.RESOLVE in NEXT[s]} == set(OPEN)


def test_no_extension_ends_before_it_is_granted() -> None:
    late, asked = MONDAY + 5 * DAY, Detail("", MONDAY + 3 * DAY)
    refused = decide(ticket(), D.GRANT, ALL, late, RULES, asked)
    assert refused == Refusal(Why.BAD_TIME, S.DISPATCHED)
