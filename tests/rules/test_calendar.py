"""Working time around midnight, weekends, month ends and moved holidays."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.calendar import SHANGHAI, WorkingHours, add_working, working_days_later, working_time

HOURS = WorkingHours()
GOLDEN_WEEK = WorkingHours(  # 2024: Saturday the 12th is worked for the week off
    holidays=frozenset(date(2024, 10, d) for d in range(1, 8)),
    workdays=frozenset({date(2024, 9, 29), date(2024, 10, 12)}),
)


def at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI)


# 2024-12-02 is a Monday
@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2024-12-02 10:00", 120, "2024-12-02 12:00"),
        ("2024-12-02 16:30", 120, "2024-12-03 09:30"),  # an hour today, one tomorrow
        ("2024-12-02 15:30", 120, "2024-12-02 17:30"),  # ends with the day
        ("2024-12-02 17:30", 1, "2024-12-03 08:31"),
        ("2024-12-02 07:00", 60, "2024-12-02 09:30"),  # before the day begins
        ("2024-12-02 23:59", 60, "2024-12-03 09:30"),
        ("2024-12-03 00:00", 60, "2024-12-03 09:30"),
        ("2024-12-06 17:00", 60, "2024-12-09 09:00"),  # Friday into Monday
        ("2024-12-07 12:00", 120, "2024-12-09 10:30"),  # from Saturday
        ("2024-12-08 23:59", 120, "2024-12-09 10:30"),  # from Sunday night
        ("2024-11-29 17:00", 60, "2024-12-02 09:00"),  # a month's last Friday
        ("2024-12-31 17:00", 60, "2025-01-01 09:00"),  # a year's end, no holiday given
        ("2024-02-28 17:00", 600, "2024-03-01 09:00"),  # over the day of a leap year
        ("2024-12-02 10:00", 0, "2024-12-02 10:00"),
        ("2024-12-07 12:00", 0, "2024-12-09 08:30"),
        ("2024-12-02 08:30", 9 * 60 * 5, "2024-12-06 17:30"),  # a whole week
    ],
)
def test_working_time_is_added(start: str, minutes: int, end: str) -> None:
    assert add_working(at(start), timedelta(minutes=minutes), HOURS) == at(end)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2024-12-02 10:00", "2024-12-02 12:00", 2),
        ("2024-12-02 07:00", "2024-12-02 23:00", 9),
        ("2024-12-06 16:30", "2024-12-09 10:00", 2.5),  # over a weekend
        ("2024-12-07 10:00", "2024-12-08 10:00", 0),
        ("2024-12-03 10:00", "2024-12-02 10:00", 0),
    ],
)
def test_working_time_is_counted(start: str, end: str, hours: float) -> None:
    assert working_time(at(start), at(end), HOURS) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2024-09-30 17:00", 60, "2024-10-08 09:00"),  # over the golden week
        ("2024-10-03 10:00", 60, "2024-10-08 09:30"),  # from within it
        ("2024-10-11 17:00", 60, "2024-10-12 09:00"),  # into the Saturday worked for it
        ("2024-10-12 17:00", 60, "2024-10-14 09:00"),
    ],
)
def test_holidays_are_skipped_and_moved_days_worked(start: str, minutes: int, end: str) -> None:
    assert add_working(at(start), timedelta(minutes=minutes), GOLDEN_WEEK) == at(end)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2024-12-02 10:00", 0, "2024-12-02 10:00"),
        ("2024-12-02 10:00", 1, "2024-12-03 10:00"),
        ("2024-12-06 23:59", 1, "2024-12-09 23:59"),
        ("2024-12-07 00:00", 1, "2024-12-09 00:00"),
        ("2024-12-06 10:00", 5, "2024-12-13 10:00"),
        ("2024-11-29 10:00", 1, "2024-12-02 10:00"),
        ("2024-12-31 10:00", 1, "2025-01-01 10:00"),
    ],
)
def test_working_days_are_counted(start: str, days: int, end: str) -> None:
    assert working_days_later(at(start), days, HOURS) == at(end)


def test_working_days_skip_holidays() -> None:
    assert working_days_later(at("2024-09-30 10:00"), 1, GOLDEN_WEEK) == at("2024-10-08 10:00")
    assert working_days_later(at("2024-10-11 10:00"), 1, GOLDEN_WEEK) == at("2024-10-12 10:00")


def test_the_zone_of_the_start_is_kept_and_the_day_is_the_federations() -> None:
    start = datetime(2024, 12, 1, 23, 0, tzinfo=UTC)  # Monday 07:00 in Shanghai
    end = add_working(start, timedelta(hours=1), HOURS)
    assert end == at("2024-12-02 09:30")
    assert end.tzinfo is UTC
    assert working_days_later(start, 1, HOURS) == at("2024-12-03 07:00")


def test_an_hour_is_an_hour_where_clocks_are_changed() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    night = WorkingHours(time(1), time(5), frozenset(range(7)), berlin)
    start = datetime(2024, 3, 31, 1, 0, tzinfo=berlin)  # 02:00 does not exist
    end = add_working(start, timedelta(hours=2), night)
    assert end == datetime(2024, 3, 31, 4, 0, tzinfo=berlin)


def test_a_day_that_is_holiday_and_workday_is_worked() -> None:
    day = date(2024, 12, 7)
    hours = WorkingHours(holidays=frozenset({day}), workdays=frozenset({day}))
    assert hours.is_worked(day)


@pytest.mark.parametrize(
    ("start", "amount", "hours", "complaint"),
    [
        (at("2024-12-02 00:00").replace(tzinfo=None), timedelta(), HOURS, "zone"),
        (at("2024-12-02 10:00"), timedelta(minutes=-1), HOURS, "taken away"),
        (at("2024-12-02 10:00"), timedelta(1), WorkingHours(days=frozenset()), "no day to work"),
    ],
)
def test_nonsense_is_refused(
    start: datetime, amount: timedelta, hours: WorkingHours, complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        add_working(start, amount, hours)


def test_a_day_must_end_after_it_starts() -> None:
    with pytest.raises(ValueError, match="end before they start"):
        WorkingHours(start=time(17), end=time(9))


MOMENTS = st.integers(0, 2 * 366 * 24 * 60).map(
    lambda m: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=m)
)
AMOUNTS = st.integers(0, 60 * 100).map(lambda m: timedelta(minutes=m))


@given(MOMENTS, AMOUNTS, AMOUNTS.filter(bool))
def test_working_time_adds_up(start: datetime, one: timedelta, other: timedelta) -> None:
    halfway = add_working(start, one, GOLDEN_WEEK)
    at_once = add_working(start, one + other, GOLDEN_WEEK)
    assert add_working(halfway, other, GOLDEN_WEEK) == at_once


@given(MOMENTS, AMOUNTS)
def test_the_end_lies_in_working_time(start: datetime, amount: timedelta) -> None:
    end = add_working(start, amount, GOLDEN_WEEK).astimezone(SHANGHAI)
    assert GOLDEN_WEEK.is_worked(end.date())
    assert time(8, 30) <= end.time() <= time(17, 30)
    assert end >= start + amount
