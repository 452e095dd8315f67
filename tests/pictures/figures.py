"""Figures as a picture or a caption may get them: none, the published case, very many."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from models.satisfaction import Answer
from models.tally import Count, FirmRow, Series, Share, Tally, in_order

START = datetime(2024, 10, 9, tzinfo=UTC)
END = datetime(2024, 12, 25, tzinfo=UTC)


def empty() -> Tally:
    none = Share(0, 0)
    return Tally(
        start=START,
        end=END,
        now=END,
        accepted=0,
        merged=0,
        cancelled=0,
        resolved=0,
        open=0,
        on_hold=0,
        overdue=0,
        acknowledged_in_time=none,
        contacted_in_time=none,
        done_in_time=none,
        done_in_extended_time=none,
        followed_up=none,
        refused=none,
        reopened=none,
        answers=dict.fromkeys(Answer, 0),
        unreached=0,
        seconds_to_dispatch=None,
        seconds_to_acknowledge=None,
        seconds_to_resolve=None,
        helped=0,
        kinds=(),
        communities=(),
        firms=(),
        series=Series(START, timedelta(days=7), (0,) * 11),
    )


def published(firms: int = 3, name: str = "物业") -> Tally:
    """514 accepted, 461 resolved; 358 of 420 residents satisfied."""
    rows = [
        FirmRow(n, f"{name}{n}", dispatched=4 + n, resolved=3 + n, in_time=n, due=4 + n, open=1)
        for n in range(1, firms + 1)
    ]
    return replace(
        empty(),
        accepted=514,
        resolved=461,
        open=53,
        overdue=21,
        merged=7,
        cancelled=3,
        answers={Answer.SATISFIED: 358, Answer.DISSATISFIED: 62},
        unreached=27,
        acknowledged_in_time=Share(488, 512),
        seconds_to_dispatch=4,
        seconds_to_acknowledge=441,
        seconds_to_resolve=60_120,
        helped=33,
        kinds=(Count("漏水", 140), Count("电梯", 97)),
        communities=(Count("丰翔新城", 44),),
        firms=in_order(rows),
        series=Series(START, timedelta(days=7), tuple(range(40, 51))),
    )


def huge() -> Tally:
    """A million tickets and every figure at its longest."""
    share = Share(888_888, 999_999)
    return replace(
        published(),
        accepted=888_888,
        resolved=888_888,
        open=888_888,
        overdue=888_888,
        on_hold=888_888,
        merged=888_888,
        cancelled=888_888,
        unreached=888_888,
        helped=888_888,
        answers={Answer.SATISFIED: 888_888, Answer.DISSATISFIED: 111_111},
        acknowledged_in_time=share,
        done_in_time=share,
        done_in_extended_time=share,
        seconds_to_dispatch=88_888_888,
        seconds_to_acknowledge=88_888_888,
        seconds_to_resolve=88_888_888,
    )
