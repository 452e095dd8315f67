"""Days and clock times in plain words: 明天, 下周一, 12月3日, 下午三点半, 15:30.

Each finder takes words as `plain` gives them, and returns what it found with the words around it
left over, or None.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from models.numerals import whole_number

N = r"(?:\d{1,4}|[一二两三四五六七八九十]+)"

# What a part of the day means where no hour is said: its end, for a promise is kept by then.
DAY_PARTS = {
    "凌晨": 6, "清晨": 9, "早晨": 9, "早上": 9, "早": 9, "上午": 12, "中午": 13,
    "下午": 18, "傍晚": 19, "晚上": 21, "夜里": 21, "晚": 21,
}  # fmt: skip
DAY_END = 18  # o'clock, of a day without any hour
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "夜里", "晚"})

_RELATIVE = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "昨": -1, "今天": 0, "今日": 0, "今": 0,
    "明天": 1, "明日": 1, "明儿": 1, "明": 1, "大后天": 3, "后天": 2,
    "yesterday": -1, "today": 0, "tomorrow": 1,
}  # fmt: skip
_RELATIVE_DAY = re.compile(
    r"大前天|前天|昨[天日]|昨(?=[早晚])|今[天日]|今(?=[早晚])|明[天日儿]|明(?=[早晚])|大后天|后天"
    r"|yesterday|today|tomorrow"
)
_WEEKDAY = re.compile(
    r"(?P<which>上|下下|下|本|这)?个?(?:周|星期|礼拜)(?P<day>(?:[一二三四五六日天末]|[1-7](?!\d))(?![个周天]))"
)
_WEEK = re.compile(r"(?P<which>下|本|这)个?(?:周|星期|礼拜)内?")
_FULL_DATE = re.compile(r"(?<!\d)(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)[日号]?")
_MONTH_DAY = re.compile(rf"(?<![\d\-])({N})月({N})[日号]?")
_DASHED = re.compile(r"(?<![\d\-/.])(\d{1,2})[-/](\d{1,2})(?![\d\-/.楼层号单幢栋室])")
_DAY_OF_MONTH = re.compile(rf"(?<![\d月])({N})[号日](?=之?前|[上下中]午|早上|晚上|下班)")
_DAYS_ON = re.compile(
    rf"(?<![\d第每])(?P<n>{N})个?(?P<unit>天|日(?=[之以]?内)|周|星期|礼拜|days?|d)(?![a-z数前])"
)
_CLOCK = re.compile(
    rf"(?P<part>{'|'.join(DAY_PARTS)})?\s*(?:(?<!\d)(?P<hh>\d{{1,2}}):(?P<mm>\d\d)(?!\d)"
    r"|(?!(?<=[快慢多有差好早晚])一点(?![\d半钟整一二三四五]))"  # 早一点 is no hour
    rf"(?P<hour>{N})点(?!儿|名|击)(?:钟|整|(?P<half>半)|(?P<quarter>[一三])刻|(?P<minute>{N})分?)?)"
)
_PART = re.compile(  # 早 and 晚 alone only after a day, which the caller has blanked
    "|".join(part for part in DAY_PARTS if len(part) > 1) + r"|(?<=\s)[早晚](?!一?[点些])"
)


@dataclass(frozen=True)
class Clock:
    """A time of day as said. `vague`: 3点, which may be in the afternoon; `bare`: no hour said."""

    hour: int  # 24 is midnight at the day's end
    minute: int = 0
    vague: bool = False
    bare: bool = False


Span = tuple[int, int]


def plain(text: str) -> str:
    """The words in one width and case."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def find_day(words: str, today: date) -> tuple[date, Span] | None:
    """The first day said, and where. A day without its year is the nearest to `today`; a weekday
    is the next to come, or in the week said."""
    for pattern, read in _DAYS:
        match = pattern.search(words)
        day = read(match, today) if match else None
        if match and day:
            return day, match.span()
    return None


def find_clock(words: str) -> tuple[Clock, Span] | None:
    """The first time of day said, and where; a part of the day alone counts as its end."""
    match = _CLOCK.search(words)
    if match:
        clock = _clock(match)
        return (clock, match.span()) if clock else None
    match = _PART.search(words)
    return (Clock(DAY_PARTS[match[0]], bare=True), match.span()) if match else None


def _clock(match: re.Match[str]) -> Clock | None:
    hour = whole_number(match["hh"] or match["hour"])
    minute = _minute(match)
    part = match["part"]
    if hour is None or hour > 24 or minute > 59:
        return None
    if part in _AFTERNOON and hour <= 12:
        hour += 12 if hour < 12 or part != "下午" else 0
    elif part == "中午" and hour < 11:
        hour += 12
    vague = part is None and 1 <= hour <= 11 and match["hour"] is not None
    return Clock(hour, minute, vague=vague)


def _minute(match: re.Match[str]) -> int:
    if match["half"]:
        return 30
    if match["quarter"]:
        return 15 if match["quarter"] == "一" else 45
    return whole_number(match["mm"] or match["minute"] or "0") or 0


def _relative(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=_RELATIVE[match[0]])


def _weekday(match: re.Match[str], today: date) -> date:
    said = match["day"]
    day = 6 if said in "日天末" else "一二三四五六7".find(said)
    day = int(said) - 1 if said.isdigit() else day
    monday = today - timedelta(days=today.weekday())
    if match["which"] is None:
        return monday + timedelta(days=day + (7 if day < today.weekday() else 0))
    weeks = {"上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}[match["which"]]
    return monday + timedelta(days=day, weeks=weeks)


def _week(match: re.Match[str], today: date) -> date:
    """A week without a day means its Friday."""
    friday = today + timedelta(days=4 - today.weekday())
    return friday + timedelta(weeks=1 if match["which"] == "下" else 0)


def _full_date(match: re.Match[str], today: date) -> date | None:
    return day_of(int(match[1]), int(match[2]), int(match[3]))


def _month_day(match: re.Match[str], today: date) -> date | None:
    """The nearest such day: 1月5日 said in December is in the next year."""
    month, day = whole_number(match[1]), whole_number(match[2])
    days = (day_of(today.year + shift, month or 0, day or 0) for shift in (-1, 0, 1))
    return min((d for d in days if d), key=lambda d: abs(d - today), default=None)


def _day_of_month(match: re.Match[str], today: date) -> date | None:
    return day_of(today.year, today.month, whole_number(match[1]) or 0)


def _days_on(match: re.Match[str], today: date) -> date | None:
    count = whole_number(match["n"]) or 0
    days = count * (1 if match["unit"][0] in "天日d" else 7)
    return today + timedelta(days=days) if 0 < days <= 366 else None


def _month_end(match: re.Match[str], today: date) -> date:
    return today.replace(day=calendar.monthrange(today.year, today.month)[1])


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


_DAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_FULL_DATE, _full_date),
    (_MONTH_DAY, _month_day),
    (_DASHED, _month_day),
    (_DAYS_ON, _days_on),
    (_RELATIVE_DAY, _relative),
    (_WEEKDAY, _weekday),
    (_WEEK, _week),
    (_DAY_OF_MONTH, _day_of_month),
    (re.compile("(?:本|这个?)?月底"), _month_end),
    (re.compile("下班前?"), lambda _, today: today),
)
