"""Each figure, counted by hand over a few tickets, on both databases."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from bot.services.report import tally
from models.deed import Deed
from models.satisfaction import Answer
from models.tables.ticket import Assist, Status, Ticket
from models.tally import Count, Share, Tally
from tests.report.cast import (
    FURUI,
    HUALING,
    LANDUN,
    MONDAY,
    NEXT_MONDAY,
    NINE,
    NOW,
    WANAN,
    after,
    event,
    ticket,
)


def week(session: Session, *, now: datetime = NOW, **options: Any) -> Tally:
    session.flush()
    return tally(session, 1, MONDAY, NEXT_MONDAY, now=now, **options)


def resolved(number: int, minutes: float = 60, **facts: Any) -> Ticket:
    done = {"status": Status.RESOLVED, "acknowledged_at": after(5), "resolved_at": after(minutes)}
    return ticket(number, **(done | facts))


def closed(number: int, answer: Answer | None, **facts: Any) -> Ticket:
    said = answer.value if answer else ""
    return resolved(number, status=Status.CLOSED, answer=said, closed_at=after(2000), **facts)


def test_an_empty_period_has_no_figures(session: Session) -> None:
    figures = week(session)
    assert (figures.accepted, figures.resolved, figures.open, figures.helped) == (0, 0, 0, 0)
    assert figures.resolution == figures.satisfied == figures.done_in_time == Share(0, 0)
    assert figures.seconds_to_resolve is None
    assert (figures.firms, figures.kinds, figures.communities) == ((), (), ())
    assert figures.series.counts == (0,) * 7


def test_the_period_begins_with_its_start_and_ends_before_its_end(session: Session) -> None:
    before, last = MONDAY - timedelta(seconds=1), NEXT_MONDAY - timedelta(seconds=1)
    moments = (before, MONDAY, last, NEXT_MONDAY)
    session.add_all(ticket(n, accepted_at=at) for n, at in enumerate(moments, 1))
    figures = week(session)
    assert figures.accepted == 2
    assert figures.series.counts == (1, 0, 0, 0, 0, 0, 1)


def test_another_federation_is_not_counted(session: Session) -> None:
    session.add_all([ticket(1), ticket(2, federation_id=2)])
    assert week(session).accepted == 1


def test_merged_and_cancelled_are_left_out_and_counted_apart(session: Session) -> None:
    session.add_all(
        [
            resolved(1),
            resolved(2, status=Status.MERGED),
            resolved(3, status=Status.MERGED, answer=Answer.DISSATISFIED.value),
            resolved(4, status=Status.CANCELLED, refusals=1),
        ]
    )
    figures = week(session)
    assert (figures.accepted, figures.merged, figures.cancelled) == (1, 2, 1)
    assert figures.resolution == Share(1, 1)
    assert figures.refused == Share(0, 1)
    assert figures.satisfied == Share(0, 0)


def test_open_overdue_and_on_hold(session: Session) -> None:
    late, later = after(24 * 60), NOW + timedelta(days=1)
    session.add_all(
        [
            ticket(1),  # overdue
            ticket(2, status=Status.RETURNED, extended_due=later),  # extended: not yet
            ticket(3, status=Status.ON_HOLD),  # on hold: not overdue
            ticket(4, status=Status.ACKNOWLEDGED, done_due=later),
            resolved(5),
            closed(6, Answer.SATISFIED),
        ]
    )
    figures = week(session)
    assert (figures.open, figures.resolved) == (4, 2)
    assert (figures.overdue, figures.on_hold) == (1, 1)
    assert figures.done_in_time == Share(2, 4)  # what is on hold is not judged
    assert figures.done_in_extended_time == Share(2, 3)
    assert week(session, now=late).overdue == 0  # due at this very moment


def test_acknowledged_in_time_leaves_out_whose_time_is_not_up(session: Session) -> None:
    session.add_all(
        [
            ticket(1, acknowledged_at=after(15)),
            ticket(2, acknowledged_at=after(16)),
            ticket(3),
            ticket(4, ack_due=NOW + timedelta(minutes=1)),
        ]
    )
    assert week(session).acknowledged_in_time == Share(1, 3)


def test_an_acknowledgement_counts_as_it_did_before_a_reassignment(session: Session) -> None:
    anew: dict[str, Any] = {"held_since": after(120), "ack_due": after(135)}
    for number, in_time in ((1, True), (4, False), (26, True)):
        at = after(5 * number)
        session.add(ticket(number, acknowledged_at=at, acknowledged_in_time=in_time, **anew))
    assert week(session).acknowledged_in_time == Share(2, 3)


def test_first_contact_in_time_is_over_the_acknowledged(session: Session) -> None:
    for number, in_time in ((1, True), (2, False), (3, None)):
        contacted = after(30) if in_time is not None else None
        known = {"contacted_at": contacted, "contacted_in_time": in_time}
        session.add(ticket(number, acknowledged_at=after(5), **known))
    session.add(ticket(4))
    assert week(session).contacted_in_time == Share(1, 3)


def test_both_deadlines_are_reported(session: Session) -> None:
    two_days = after(48 * 60)
    session.add_all(
        [
            resolved(1, 24 * 60),
            resolved(2, 25 * 60, extended_due=two_days),
            resolved(3, 49 * 60, extended_due=two_days),
            resolved(4, 25 * 60),
            ticket(5),  # open and late
            ticket(6, extended_due=NOW + timedelta(days=1)),  # late for the first one only
            ticket(7, done_due=NOW),  # not late yet
        ]
    )
    figures = week(session)
    assert figures.done_in_time == Share(1, 6)
    assert figures.done_in_extended_time == Share(2, 5)


def test_satisfaction_is_over_the_answered(session: Session) -> None:
    session.add_all(closed(number, answer) for number, answer in enumerate(Answer, 1))
    session.add_all([closed(6, None), resolved(7)])
    figures = week(session)
    assert figures.satisfied == Share(3, 5)
    assert figures.unreached == 1
    assert figures.followed_up == Share(6, 7)
    assert figures.firms[0].dissatisfied == 2


def test_a_reopened_ticket_keeps_the_answer_that_reopened_it(session: Session) -> None:
    session.add(closed(1, Answer.SATISFIED, reopened=1, firm_id=WANAN))
    session.flush()
    session.add_all(
        [
            event(1, Deed.ANSWER, 100, answer="satisfied", firm_id=FURUI),  # then corrected
            event(1, Deed.ANSWER, 101, answer="dissatisfied", firm_id=FURUI),
            event(1, Deed.RESOLVE, 90, firm_id=FURUI),
            event(1, Deed.REOPEN, 101, firm_id=FURUI),
            event(1, Deed.ANSWER, 200, answer="satisfied", firm_id=WANAN),
        ]
    )
    figures = week(session)
    assert figures.satisfied == Share(1, 2)
    assert figures.reopened == Share(1, 1)
    assert [(row.name, row.dissatisfied) for row in figures.firms] == [("万安物业", 0)]


def test_reopened_is_over_the_ever_resolved_and_refused_over_all(session: Session) -> None:
    session.add_all([ticket(1, reopened=1, refusals=2), ticket(2), resolved(3), resolved(4)])
    session.flush()
    session.add_all([event(1, Deed.RESOLVE, 100), event(1, Deed.REOPEN, 101)])
    figures = week(session)
    assert figures.reopened == Share(1, 3)
    assert figures.refused == Share(1, 4)


def test_a_cancelling_that_was_undone_is_no_reopening(session: Session) -> None:
    session.add_all([ticket(1, reopened=1), resolved(2, reopened=1), resolved(3)])
    session.flush()
    for number in (1, 2):
        session.add_all([event(number, Deed.CANCEL, 10), event(number, Deed.REOPEN, 20)])
    session.add(event(2, Deed.RESOLVE, 30))
    assert week(session).reopened == Share(0, 2)


@pytest.mark.parametrize(("minutes", "seconds"), [([1, 2, 30], 120), ([1, 2, 30, 40], 120)])
def test_medians(session: Session, minutes: list[int], seconds: int) -> None:
    for number, length in enumerate(minutes, 1):
        times = {"acknowledged_at": after(length), "dispatched_at": NINE}
        accepted = NINE - timedelta(seconds=length)
        session.add(resolved(number, 10 * length, accepted_at=accepted, **times))
    session.add(ticket(9, accepted_at=NINE - timedelta(seconds=2)))
    figures = week(session)
    assert figures.seconds_to_dispatch == 2
    assert figures.seconds_to_acknowledge == seconds
    assert figures.seconds_to_resolve == 10 * seconds


def test_help_counts_unless_it_was_thanked_away(session: Session) -> None:
    session.add_all([ticket(1), ticket(2, status=Status.CANCELLED)])
    session.flush()
    for ticket_id, firm_id, thanked in ((1, WANAN, None), (1, LANDUN, NINE), (2, WANAN, None)):
        session.add(
            Assist(
                ticket_id=ticket_id, firm_id=firm_id, user_id=1, offered_at=NINE, thanked_at=thanked
            )
        )
    figures = week(session)
    assert figures.helped == 1
    assert [(row.name, row.dispatched, row.helped) for row in figures.firms] == [
        ("复瑞物业", 1, 0),
        ("万安物业", 0, 1),
    ]


def test_a_firm_does_not_help_itself(session: Session) -> None:
    session.add_all([ticket(1), ticket(2, firm_id=WANAN)])
    session.flush()
    for ticket_id in (1, 2):
        session.add(Assist(ticket_id=ticket_id, firm_id=WANAN, user_id=1, offered_at=NINE))
    figures = week(session)
    assert figures.helped == 1
    assert {row.name: row.helped for row in figures.firms} == {"复瑞物业": 0, "万安物业": 1}


def test_kinds_and_communities_that_recur(session: Session) -> None:
    session.add_all([ticket(1), ticket(2), ticket(3, category="电梯", community_id=HUALING)])
    session.add(ticket(4, category="", community_id=None))
    figures = week(session)
    assert figures.kinds == (Count("漏水", 2), Count("电梯", 1))
    assert figures.communities == (Count("丰翔新城", 2), Count("华灵小区", 1))


def test_a_firm_with_few_tickets_is_listed_last_and_not_ranked(session: Session) -> None:
    session.add_all(resolved(n, firm_id=WANAN) for n in range(1, 5))  # four, all in time
    session.add_all(resolved(n, 60 if n < 8 else 3000, firm_id=FURUI) for n in range(5, 10))
    session.add_all(resolved(n, 60 if n < 14 else 3000, firm_id=LANDUN) for n in range(10, 15))
    figures = week(session)
    assert [(row.name, row.ranked) for row in figures.firms] == [
        ("蓝盾消防", True),
        ("复瑞物业", True),
        ("万安物业", False),
    ]
    furui = figures.firms[1]
    assert (furui.dispatched, furui.resolved, furui.in_time, furui.late) == (5, 5, 3, 2)


def test_the_figures_of_one_firm(session: Session) -> None:
    session.add_all([ticket(1), resolved(2), resolved(3, firm_id=WANAN)])
    figures = week(session, firm_id=FURUI)
    assert figures.resolution == Share(1, 2)
    assert [row.name for row in figures.firms] == ["复瑞物业"]


def test_a_day_is_drawn_by_the_hour_and_all_time_from_the_first_ticket(session: Session) -> None:
    session.add(ticket(1))
    session.flush()
    day = tally(session, 1, MONDAY, MONDAY + timedelta(days=1), now=NOW)
    assert day.series.counts == (0,) * 9 + (1,) + (0,) * 14
    ever = tally(session, 1, MONDAY - timedelta(days=9999), NEXT_MONDAY, now=NOW)
    assert (ever.series.start, ever.series.counts) == (NINE, (1, 0, 0, 0, 0, 0, 0))
