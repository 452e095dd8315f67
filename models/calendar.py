"""Working time: what `2 working hours` and `1 working day` mean, over nights and holidays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
_FARTHEST = 400  # days without working time: the settings must be wrong


@dataclass(frozen=True)
class WorkingHours:
    """When a federation works. `days`: 0 is Monday. A date in `workdays` (调休) is worked though
    it is a weekend; one in `holidays` is not; where both name it, it is worked."""

    start: time = time(8, 30)
    end: time = time(17, 30)
    days: frozenset[int] = frozenset(range(5))
    zone: ZoneInfo = SHANGHAI
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"working hours end before they start: {self.start}–{self.end}")

    def is_worked(self, day: date) -> bool:
        """Whether there is working time on the day."""
        if day in self.workdays:
            return True
        return day.weekday() in self.days and day not in self.holidays

    def on(self, day: date) -> tuple[datetime, datetime]:
        """Start and end of the working time of a worked day, in UTC, where hours are equal."""
        return (
            datetime.combine(day, self.start, self.zone).astimezone(UTC),
            datetime.combine(day, self.end, self.zone).astimezone(UTC),
        )


def add_working(start: datetime, amount: timedelta, hours: WorkingHours) -> datetime:
    """The moment when `amount` of working time has passed since `start`, in the zone of `start`.

    An amount that ends with a working day ends that evening, not the next morning. Nothing to
    add gives the first working moment from `start` on. Raises ValueError for a naive `start`, a
    negative amount, or a calendar in which nobody works.
    """
    _refuse_naive(start)
    if amount < timedelta():
        raise ValueError("working time cannot be taken away")
    for opens, closes in _sessions(start, hours):
        begin = max(opens, start.astimezone(UTC))
        left = closes - begin
        if amount <= left and left > timedelta():
            return (begin + amount).astimezone(start.tzinfo)
        amount -= max(left, timedelta())
    raise ValueError("the working hours leave no time to work")


def working_time(start: datetime, end: datetime, hours: WorkingHours) -> timedelta:
    """How much working time passes from `start` to `end`; none where `end` comes first. Raises
    ValueError as `add_working` does."""
    _refuse_naive(start)
    passed = timedelta()
    for opens, closes in _sessions(start, hours):
        if opens >= end:
            return passed
        passed += max(timedelta(), min(closes, end) - max(opens, start))
    raise ValueError("the working hours leave no time to work")


def working_days_later(start: datetime, days: int, hours: WorkingHours) -> datetime:
    """The same time of day, `days` worked days later; from a free day on, the first worked one
    counts as the next. In the zone of `start`. Raises ValueError as `add_working` does."""
    _refuse_naive(start)
    if days < 0:
        raise ValueError("working days are counted forward")
    local = start.astimezone(hours.zone)
    day = local.date()
    for later in _worked_days(day + timedelta(days=1), hours):
        if days == 0:
            break
        day, days = later, days - 1
    moment = datetime.combine(day, local.timetz())
    return moment.astimezone(start.tzinfo)


def _sessions(start: datetime, hours: WorkingHours) -> Iterator[tuple[datetime, datetime]]:
    for day in _worked_days(start.astimezone(hours.zone).date(), hours):
        yield hours.on(day)


def _worked_days(first: date, hours: WorkingHours) -> Iterator[date]:
    """The worked days from `first` on. Raises ValueError where none comes."""
    day, idle = first, 0
    while idle < _FARTHEST:
        if hours.is_worked(day):
            idle = 0
            yield day
        else:
            idle += 1
        day += timedelta(days=1)
    raise ValueError("the working hours leave no day to work")


def _refuse_naive(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
