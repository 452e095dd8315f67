"""Periods for the figures: 今天, 上周, 30d, 2024年10月, 10-09至12-24."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.numerals import whole_number
from models.said.day_words import day_of, plain

DEFAULT_DAYS = 7
_LONGEST = 3660  # days

_CALLED = {
    "今天": ("今日", "today"),
    "昨天": ("昨日", "yesterday"),
    "前天": (),
    "本周": ("这周", "week", "thisweek"),
    "上周": ("lastweek",),
    "本月": ("这月", "当月", "month", "thismonth"),
    "上月": ("lastmonth",),
    "本季度": ("这季度", "本季", "quarter", "thisquarter"),
    "上季度": ("上季", "lastquarter"),
    "今年": ("本年", "year", "thisyear"),
    "去年": ("lastyear",),
}
_NAMES = {word: name for name, others in _CALLED.items() for word in (name, *others)}
_RECENT = re.compile(  # 三个月, which 三月 is not
    r"(?:最?近|过去|last|past)?(\d+|[一二两三四五六七八九十百]+)"
    r"(?:个?(d|days?|天|日|w|weeks?|周|星期)|(个月|months?)|(?<!\d{4})(年|years?))[内来]?"
)
_FULL_DAY = re.compile(r"(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?")
_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})[日号]?")
_MONTH = re.compile(r"(20\d\d)[-/.年](\d{1,2})月?")
_LONE_MONTH = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,2})月份?")
_YEAR = re.compile(r"(20\d\d)年?")
_END_DAY = re.compile(r"(\d{1,2})[日号]")  # 12月24日到31日
_TO = re.compile(r"\.{2,}|~|至|到|—|–")

_WRITTEN_ELSE = (
    (r"半个月", "15天"),
    (r"半年", "6个月"),
    (r"(?<=[上这本])个(?=月|季)|个(?=星期|礼拜)", ""),
    (r"礼拜|星期", "周"),
    (r"^[自从]", ""),
    (r"以来$|[至到]今$|[至到](?:现在|目前|如今)$|(?<=[\d年月日号])起$", "到今天"),
    (r"(?<!\d)(\d{1,2})-(?=\d{1,2}月$)", r"\1月-"),  # 11-12月
)

Days = tuple[date, date]  # first and last


@dataclass(frozen=True)
class Period:
    """From `start` up to but without `end`: aware, in UTC, both local midnights."""

    start: datetime
    end: datetime
    label: str


def parse_period(text: str, now: datetime, zone: ZoneInfo) -> Period | None:
    """The period that the words name; the last seven days where there are none; None where they
    are not understood, end before they start, or lie in the future."""
    today = now.astimezone(zone).date()
    words = re.sub(r"\s+", "", plain(text))
    for pattern, written in _WRITTEN_ELSE:
        words = re.sub(pattern, written, words)
    for word, year in (("[今本]年", today.year), ("去年", today.year - 1)):
        words = re.sub(rf"{word}(?=\d)", f"{year}年", words)  # 今年10月
    named = _named(words or f"{DEFAULT_DAYS}d", today)
    if named is None:
        return None
    (first, last), label = named
    if not first <= last or first > today or (last - first).days > _LONGEST:
        return None
    midnight = time(tzinfo=zone)
    return Period(
        datetime.combine(first, midnight).astimezone(UTC),
        datetime.combine(last + timedelta(days=1), midnight).astimezone(UTC),
        label,
    )


def _named(words: str, today: date) -> tuple[Days, str] | None:
    if words in _NAMES:
        return _calendar(_NAMES[words], today), _NAMES[words]
    recent = _RECENT.fullmatch(words)
    if recent:
        return _recent(recent, today)
    days = _range(words, today)
    if days is None:
        return None
    return days, _label(days)


def _calendar(name: str, today: date) -> Days:
    monday = today - timedelta(days=today.weekday())
    last_month = today.replace(day=1) - timedelta(days=1)
    match name:
        case "今天" | "昨天" | "前天":
            day = today - timedelta(days=["今天", "昨天", "前天"].index(name))
            return day, day
        case "本周":
            return monday, monday + timedelta(days=6)
        case "上周":
            return monday - timedelta(days=7), monday - timedelta(days=1)
        case "本月":
            return _month(today.year, today.month)
        case "上月":
            return _month(last_month.year, last_month.month)
        case "本季度":
            return _quarter(today)
        case "上季度":
            return _quarter(_quarter(today)[0] - timedelta(days=1))
        case _:
            return _year(today.year - (name == "去年"))


def _recent(match: re.Match[str], today: date) -> tuple[Days, str] | None:
    """The last so many days, today included; months and years from the same day on."""
    if match[3] or match[4]:
        return _recent_months((whole_number(match[1]) or 0) * (12 if match[4] else 1), today)
    days = (whole_number(match[1]) or 0) * (7 if match[2][0] in "w周星" else 1)
    if not 0 < days <= _LONGEST:
        return None
    return (today - timedelta(days=days - 1), today), f"近{days}天"


def _recent_months(months: int, today: date) -> tuple[Days, str] | None:
    if not 0 < months <= _LONGEST // 31:
        return None
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    last_day = _month(year, month + 1)[1]
    since = last_day.replace(day=min(today.day, last_day.day))
    return (since + timedelta(days=1), today), f"近{months}个月"


def _range(words: str, today: date) -> Days | None:
    parts = _TO.split(words)
    if len(parts) == 1:
        parts = _dashed(words)
    if len(parts) == 1:
        return _stretch(words, today, None)
    if len(parts) != 2:
        return None
    begin = _stretch(parts[0], today, None)
    end = _stretch(parts[1], today, begin[0]) if begin else None
    return (begin[0], end[1]) if begin and end else None


def _dashed(words: str) -> list[str]:
    """A dash parts two days where the days themselves are written otherwise: 10.9-12.24."""
    halves = words.split("-")
    return (
        halves if len(halves) == 2 and all(re.search("[./月日号]", h) for h in halves) else [words]
    )


def _stretch(words: str, today: date, after: date | None) -> Days | None:
    """The days that one date, month or year names. Without its year it is the last that has
    begun by `today`, or the first from `after` on."""
    if match := _FULL_DAY.fullmatch(words):
        return _one_day(day_of(int(match[1]), int(match[2]), int(match[3])))
    if match := _MONTH.fullmatch(words):
        return _whole_month(int(match[1]), int(match[2]))
    if match := _YEAR.fullmatch(words):
        return _year(int(match[1]))
    if words in _NAMES:
        return _calendar(_NAMES[words], today)
    return _yearless(words, today, after)


def _yearless(words: str, today: date, after: date | None) -> Days | None:
    day, month = _DAY.fullmatch(words), _LONE_MONTH.fullmatch(words)
    if after and (end := _END_DAY.fullmatch(words)):
        return _one_day(day_of(after.year, after.month, int(end[1])))
    years = range(after.year, after.year + 2) if after else range(today.year, today.year - 5, -1)
    for year in years:
        days = None
        if day:
            days = _one_day(day_of(year, int(day[1]), int(day[2])))
        elif month:
            days = _whole_month(year, whole_number(month[1]) or 0)
        if days and (days[0] <= today if after is None else days[1] >= after):
            return days
    return None


def _one_day(day: date | None) -> Days | None:
    return (day, day) if day else None


def _whole_month(year: int, month: int) -> Days | None:
    return _month(year, month) if 1 <= month <= 12 else None


def _month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _quarter(day: date) -> Days:
    first = (day.month - 1) // 3 * 3 + 1
    return date(day.year, first, 1), _month(day.year, first + 2)[1]


def _year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


def _label(days: Days) -> str:
    first, last = days
    if first == last:
        return f"{first}"
    if days == _month(first.year, first.month):
        return f"{first.year}年{first.month}月"
    if days == _year(first.year):
        return f"{first.year}年"
    return f"{first} 至 {last}"
