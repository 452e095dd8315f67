"""Words of /stats as periods."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.moments import parse_period

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2024, 12, 25, 10, 0, tzinfo=ZONE)  # a Wednesday

NAMED = [
    ("", "2024-12-19", "2024-12-25", "近7天"),
    ("今天", "2024-12-25", "2024-12-25", "今天"),
    ("today", "2024-12-25", "2024-12-25", "今天"),
    ("昨天", "2024-12-24", "2024-12-24", "昨天"),
    ("本周", "2024-12-23", "2024-12-29", "本周"),
    ("这个星期", "2024-12-23", "2024-12-29", "本周"),
    ("week", "2024-12-23", "2024-12-29", "本周"),
    ("上周", "2024-12-16", "2024-12-22", "上周"),
    ("上个礼拜", "2024-12-16", "2024-12-22", "上周"),
    ("last week", "2024-12-16", "2024-12-22", "上周"),
    ("7d", "2024-12-19", "2024-12-25", "近7天"),
    ("7天", "2024-12-19", "2024-12-25", "近7天"),
    ("７天", "2024-12-19", "2024-12-25", "近7天"),
    ("最近七天", "2024-12-19", "2024-12-25", "近7天"),
    ("30d", "2024-11-26", "2024-12-25", "近30天"),
    ("两周", "2024-12-12", "2024-12-25", "近14天"),
    ("本月", "2024-12-01", "2024-12-31", "本月"),
    ("Month", "2024-12-01", "2024-12-31", "本月"),
    ("上月", "2024-11-01", "2024-11-30", "上月"),
    ("上个月", "2024-11-01", "2024-11-30", "上月"),
    ("今年", "2024-01-01", "2024-12-31", "今年"),
    ("去年", "2023-01-01", "2023-12-31", "去年"),
    ("2024年10月", "2024-10-01", "2024-10-31", "2024年10月"),
    ("2024-10", "2024-10-01", "2024-10-31", "2024年10月"),
    ("10月", "2024-10-01", "2024-10-31", "2024年10月"),
    ("十月份", "2024-10-01", "2024-10-31", "2024年10月"),
    ("2024年", "2024-01-01", "2024-12-31", "2024年"),
    ("2024-10-09", "2024-10-09", "2024-10-09", "2024-10-09"),
    ("10月9日", "2024-10-09", "2024-10-09", "2024-10-09"),
    ("12-31", "2023-12-31", "2023-12-31", "2023-12-31"),
    ("2024-10-09..2024-12-24", "2024-10-09", "2024-12-24", "2024-10-09 至 2024-12-24"),
    ("2024-10-09 至 12-24", "2024-10-09", "2024-12-24", "2024-10-09 至 2024-12-24"),
    ("10-09至12-24", "2024-10-09", "2024-12-24", "2024-10-09 至 2024-12-24"),
    ("10月9日—12月24日", "2024-10-09", "2024-12-24", "2024-10-09 至 2024-12-24"),
    ("10.9-12.24", "2024-10-09", "2024-12-24", "2024-10-09 至 2024-12-24"),
    ("12-24到今天", "2024-12-24", "2024-12-25", "2024-12-24 至 2024-12-25"),
    ("2023-12-24～01-05", "2023-12-24", "2024-01-05", "2023-12-24 至 2024-01-05"),
    ("2024年10月至11月", "2024-10-01", "2024-11-30", "2024-10-01 至 2024-11-30"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"),
    ("02-29", "2024-02-29", "2024-02-29", "2024-02-29"),
]

UNKNOWN = [
    "漏水", "明天", "2025-01-01", "2024-12-24..2024-10-09", "2024-13", "2024-02-30", "0d", "99999d",
    "10-09至", "至12-24", "1至2至3", "13月", "17",
]  # fmt: skip


def midnight(day: str, later: int = 0) -> datetime:
    moment = datetime.combine(date.fromisoformat(day), datetime.min.time(), ZONE)
    return moment + timedelta(days=later)


@pytest.mark.parametrize(("text", "first", "last", "label"), NAMED)
def test_a_period(text: str, first: str, last: str, label: str) -> None:
    period = parse_period(text, NOW, ZONE)
    assert period is not None
    assert (period.start, period.end, period.label) == (midnight(first), midnight(last, 1), label)
    assert period.start.tzinfo is UTC
    assert period.end.tzinfo is UTC


@pytest.mark.parametrize("text", UNKNOWN)
def test_no_period(text: str) -> None:
    assert parse_period(text, NOW, ZONE) is None


def test_the_day_is_the_zones() -> None:
    night = datetime(2024, 12, 24, 17, 0, tzinfo=UTC)  # the 25th, 01:00, in Shanghai
    assert parse_period("今天", night, ZONE) == parse_period("今天", NOW, ZONE)


def test_a_day_of_23_hours_ends_at_its_midnight() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    period = parse_period("2024-03-31", NOW, berlin)
    assert period is not None
    assert period.end - period.start == timedelta(hours=23)


@given(st.text(max_size=20) | st.from_regex(r"[0-9.\-年月日至天周今上本]{0,12}", fullmatch=True))
def test_whatever_is_understood_runs_forward(text: str) -> None:
    period = parse_period(text, NOW, ZONE)
    assert period is None or period.start < min(period.end, NOW)
