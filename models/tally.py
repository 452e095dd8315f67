"""The figures that people quote: what each one counts, over what, and how it is written.

All are about the tickets *accepted* in one period. Merged and cancelled tickets are left out of
every figure and counted apart. How they stand is judged at one moment, `now`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from models.satisfaction import Answer, is_satisfied

PercentMode = Literal["truncate", "round"]

RANKED_FROM = 5  # tickets; a firm with fewer is listed, not ranked
TOP = 5  # kinds and communities that are named


@dataclass(frozen=True)
class Share:
    """A part of a whole, kept as two counts so that the denominator can be shown."""

    part: int
    whole: int

    def percent(self, mode: PercentMode) -> str:
        """The share as people read it: "89.6 %"."""
        return percent(self.part, self.whole, mode)


def percent(part: int, whole: int, mode: PercentMode) -> str:
    """The share with one decimal: cut off ("truncate") or half up ("round"); "—" of nothing.

    In whole numbers, so that 461/514 is 89.6 % or 89.7 % and never a float's whim."""
    if whole == 0:
        return "—"
    tenths = 1000 * part // whole if mode == "truncate" else (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10} %"


@dataclass(frozen=True)
class Count:
    """How many tickets have this name: a kind of fault, a community."""

    name: str
    tickets: int


@dataclass(frozen=True)
class Series:
    """Accepted tickets in equal steps from `start` on."""

    start: datetime
    step: timedelta
    counts: tuple[int, ...]


@dataclass(frozen=True)
class FirmRow:
    """One firm's tickets: those it holds now, or held when they ended.

    in_time: resolved by the first deadline. due: resolved, or past the first deadline.
    helped: how often it helped another firm with one of the period's tickets."""

    firm_id: int
    name: str
    dispatched: int = 0
    resolved: int = 0
    in_time: int = 0
    due: int = 0
    open: int = 0
    overdue: int = 0
    dissatisfied: int = 0
    helped: int = 0

    @property
    def late(self) -> int:
        """Resolved after the first deadline."""
        return self.resolved - self.in_time

    @property
    def done_in_time(self) -> Share:
        """In time ÷ due: what firms are ranked by."""
        return Share(self.in_time, self.due)

    @property
    def ranked(self) -> bool:
        """Whether it has tickets enough for its rate to mean something."""
        return self.dispatched >= RANKED_FROM and self.due > 0


def in_order(rows: list[FirmRow]) -> tuple[FirmRow, ...]:
    """Ranked firms by their rate, of equals the busier first; then those not ranked."""

    def place(row: FirmRow) -> tuple[bool, float, int, int]:
        rate = row.in_time / row.due if row.ranked else 0.0
        return not row.ranked, -rate, -row.dispatched, row.firm_id

    return tuple(sorted(rows, key=place))


def step_of(length: timedelta) -> timedelta:
    """The step in which a period of this length is drawn: an hour, a day, a week, 30 days."""
    for limit, step in ((2, timedelta(hours=1)), (62, timedelta(days=1)), (434, timedelta(days=7))):
        if length <= timedelta(days=limit):
            return step
    return timedelta(days=30)


@dataclass(frozen=True)
class Tally:
    """The figures of the tickets accepted from `start` (included) to `end` (not), as of `now`.

    accepted 受理: accepted in the period; merged and cancelled left out, counted apart.
    resolved 办结: of those accepted, resolved or closed now. open: the rest.
    on_hold 挂账: of those open. overdue 超时: open, not on hold, past the deadline in force.
    acknowledged_in_time 按时接单: the first acknowledgement by its deadline ÷ tickets that were
      acknowledged, or whose deadline has passed. Resolving acknowledges too.
    contacted_in_time 先行联系: the first contact within its tier's limit from the dispatch on ÷
      tickets that were acknowledged.
    done_in_time 按时办结: resolved by the first deadline ÷ tickets resolved or past it, but for
      those on hold, whose deadline moves by as long.
      done_in_extended_time: the same with the extended deadline, where one was granted.
      A reopened ticket is judged by the deadline of its last round.
    answers 回访: what residents said. Each resolution is asked about once: a reopened ticket keeps
      the answer that reopened it. A corrected answer replaces the former one.
    unreached: closed without an answer after all calls. Not among the answers.
    followed_up 回访率: closed ÷ resolved.
    refused 退单: refused at least once ÷ accepted.
    reopened 重办: reopened at least once ÷ tickets ever resolved.
    seconds_to_…: the median (of an even number, the lower middle) from acceptance to dispatch,
      from dispatch to the first acknowledgement, from dispatch to the resolution (to the minute).
      None: there was none.
    helped 互助: times a firm offered another help and was not thanked away.
    kinds, communities: the TOP most frequent, most frequent first."""

    start: datetime
    end: datetime
    now: datetime
    accepted: int
    merged: int
    cancelled: int
    resolved: int
    open: int
    on_hold: int
    overdue: int
    acknowledged_in_time: Share
    contacted_in_time: Share
    done_in_time: Share
    done_in_extended_time: Share
    followed_up: Share
    refused: Share
    reopened: Share
    answers: Mapping[Answer, int]
    unreached: int
    seconds_to_dispatch: int | None
    seconds_to_acknowledge: int | None
    seconds_to_resolve: int | None
    helped: int
    kinds: tuple[Count, ...]
    communities: tuple[Count, ...]
    firms: tuple[FirmRow, ...]
    series: Series

    @property
    def resolution(self) -> Share:
        """解决率: resolved ÷ accepted."""
        return Share(self.resolved, self.accepted)

    @property
    def satisfied(self) -> Share:
        """满意率: satisfied (the first three answers) ÷ answered; who was not reached is apart."""
        satisfied = sum(n for answer, n in self.answers.items() if is_satisfied(answer))
        return Share(satisfied, sum(self.answers.values()))
