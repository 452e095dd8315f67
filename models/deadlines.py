"""When things are due: pure functions of a moment, a tier's limits and the working hours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.calendar import WorkingHours, add_working, working_time
from models.tier import Tier

_SPAN = re.compile(r"(\d{1,4})(m|h|d|wh|wd)", re.ASCII)


@dataclass(frozen=True)
class Span:
    """A length of time: of any time, of working time, or to the end of a working day."""

    time: timedelta = timedelta()
    working: timedelta = timedelta()
    working_days: int | None = None  # 0: the end of the same (or the next) working day

    @classmethod
    def parse(cls, text: str) -> "Span":
        """`30m` `24h` `7d`, `2wh` working hours, `1wd` the end of the next working day but none.
        No time at all is no limit: reminders would follow one another without a pause.

        Raises ValueError with what is allowed."""
        match = _SPAN.fullmatch(text.strip())
        amount, unit = (int(match[1]), match[2]) if match else (0, "")
        if not amount and unit != "wd":
            raise ValueError(
                f"{text!r}: 应写作 30m、24h、7d、2wh、1wd / write 30m, 24h, 7d, 2wh, 1wd"
            )
        if unit == "wd":
            return cls(working_days=amount)
        if unit == "wh":
            return cls(working=timedelta(hours=amount))
        return cls(
            time=amount
            * {"m": timedelta(minutes=1), "h": timedelta(hours=1)}.get(unit, timedelta(days=1))
        )

    def after(self, start: datetime, hours: WorkingHours) -> datetime:
        """The moment this long after `start`."""
        if self.working_days is not None:
            return _end_of_working_day(start, self.working_days, hours)
        if self.working:
            return add_working(start, self.working, hours)
        return start + self.time

    def put_off(
        self, due: datetime, since: datetime, until: datetime, hours: WorkingHours
    ) -> datetime:
        """A deadline of this length whose clock stood still from `since` to `until`: as much time
        is left then as there was. What had been late before stays so."""
        if due <= since:
            return due
        if self.time:
            return until + (due - since)
        return add_working(until, working_time(since, due, hours), hours)


def _end_of_working_day(start: datetime, days: int, hours: WorkingHours) -> datetime:
    """The end of the working day `days` after the one in which (or before which) `start` lies."""
    moment = add_working(start, timedelta(seconds=1), hours)
    length = datetime.combine(moment, hours.end) - datetime.combine(moment, hours.start)
    moment = add_working(moment, length * days, hours)
    local = moment.astimezone(hours.zone)
    return datetime.combine(local.date(), hours.end, hours.zone).astimezone(moment.tzinfo)


@dataclass(frozen=True)
class Limits:
    """What a tier allows, each from the dispatch on; the contact from the acknowledgement again."""

    acknowledge: Span
    contact: Span
    done: Span

    def due(self, start: datetime, hours: WorkingHours) -> tuple[datetime, datetime]:
        """(acknowledgement, done). One may count working time and the other not: over a weekend
        48 hours end before two working hours do. Who takes it at the last minute has as long to
        mend as to call the resident."""
        acknowledged = self.acknowledge.after(start, hours)
        at_least = self.contact_due(acknowledged, hours)
        return acknowledged, max(at_least, self.done.after(start, hours))

    def contact_due(self, start: datetime, hours: WorkingHours) -> datetime:
        """By when the resident is to be called. Late in the day "the same working day" would leave
        minutes: there is always as long as there is to take it."""
        return max(self.acknowledge.after(start, hours), self.contact.after(start, hours))


def _limits(acknowledge: str, contact: str, done: str) -> Limits:
    return Limits(Span.parse(acknowledge), Span.parse(contact), Span.parse(done))


DEFAULTS: Mapping[Tier, Limits] = {
    Tier.EXTREME: _limits("5m", "30m", "4h"),
    Tier.URGENT: _limits("15m", "60m", "24h"),
    Tier.NORMAL: _limits("2wh", "0wd", "48h"),
    Tier.HARD: _limits("1wd", "1wd", "7d"),
}


@dataclass(frozen=True)
class Rules:
    """A federation's clockwork: its limits by tier and its working hours."""

    hours: WorkingHours
    limits: Mapping[Tier, Limits]
    ruling_after: timedelta = timedelta(minutes=30)  # an unanswered refusal is escalated
    call_back_at: int = 9  # o'clock of the next morning: residents are phoned back


def call_back_time(resolved_at: datetime, rules: Rules) -> datetime:
    """The next morning: when the resident of a resolved ticket is to be phoned."""
    day = resolved_at.astimezone(rules.hours.zone) + timedelta(days=1)
    morning = day.replace(hour=rules.call_back_at, minute=0, second=0, microsecond=0)
    return morning.astimezone(resolved_at.tzinfo)
