"""Moments in plain words: 30分钟到, 明天上午10点, 周五前.

A part of a day without an hour means its end (上午 12:00, 下午 18:00, 晚上 21:00), a day without a
part 18:00. What is past, or tells what was, is no promise: None.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.numerals import whole_number
from models.said.day_words import DAY_END, Clock, N, find_clock, find_day, plain

_CLAUSE = re.compile(r"[,。;!\n]+")
_HALF_HOUR = r"半个?(?:小时|钟头|点钟)"
_SPAN = re.compile(
    rf"(?<![\d第每.点:])(?:(?P<half>{_HALF_HOUR})"
    rf"|(?P<hours>\d{{1,3}}\.\d|{N})\s?个?(?P<and_half>半)?(?:小时|钟头|hours?|hrs?|h(?![a-z]))(?P<tail>半)?"
    rf"(?:(?P<rest>{N})分钟?)?"
    rf"|(?P<minutes>{N})\s?(?:分钟?|min(?:utes?)?|m)(?![a-z之])|(?P<quarters>[一三])刻钟)"
)
_AGO = re.compile(rf"(?:大[概约])?{_SPAN.pattern}(?:之前|以前|前|ago)(?:左右)?")
_BOUND = r"(?:左右|前后|之?前|以前|之?内|以内|之?后|以后|下班前?|钟|\s)*"
_WILL = re.compile(  # after a time: it is about what will be done
    rf"^{_BOUND}.{{0,6}}(?:来(?![电访人反源说])|过去|上门|修|处理|完成|解决|搞定|办结|安排|联系|换|弄|疏通|去|派"
    r"|恢复|到(?:$|现场|位|达|场|小区|岗))"
)
_ENDS = re.compile(rf"{_BOUND}")
_LEADS_TO = re.compile(  # before a time with which the words end
    r"(?:.*(?:[到至在于给要需约会就定等来去]|延期|延长|宽限|推迟|大概|预计|争取|最[晚迟快]|收到|好的?|安排|师傅|我们?|人员?"
    r"|保证|ok|上门|修|处理|完成|过去))?[#\d\s-]*",
)
_DENIED = re.compile(r"[?]|[吗么呢]$|什么|几点|没|未|不|昨|刚|前天|上周|上次|曾|以来")
_WAS = re.compile(
    r"过(?![去来半会\d])|了(?!解)|(?<![准])已|(?:分钟?|小时|天|周)(?:多?以?前(?!.)|之前)"
)
_STILL_TO_COME = re.compile(r"就|马上|会|要|一定|安排|收到|延期|宽限")


def parse_moment(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The future moment that the words promise or ask for, in UTC's or `now`'s zone; else None."""
    local = now.astimezone(zone)
    for clause in _CLAUSE.split(plain(text)):
        moment = _said_in(clause.strip(), local)
        if moment is not None and moment > now:
            return moment.astimezone(now.tzinfo)
    return None


def parse_past(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment, not after `now`, of a day and hour said: 12-03 16:30, 昨天下午3点, 15:30 (today);
    or 20分钟前.

    None without an hour: what is noted afterwards needs its true time."""
    words, local = plain(text), now.astimezone(zone)
    ago = _AGO.fullmatch(words.strip())
    if ago is not None:
        return (now.astimezone(UTC) - _length(ago)).astimezone(now.tzinfo)
    day, span = find_day(words, local.date()) or (local.date(), (0, 0))
    found = find_clock(words[: span[0]] + " " + words[span[1] :])
    if found is None or found[0].bare:
        return None
    moment = _at(day, found[0], zone)
    return moment.astimezone(now.tzinfo) if moment <= now else None


def _said_in(clause: str, local: datetime) -> datetime | None:
    if _DENIED.search(clause) or (_WAS.search(clause) and not _STILL_TO_COME.search(clause)):
        return None
    span = _SPAN.search(clause)
    if span is None:
        return _day_and_clock(clause, local)
    if not _is_promised(clause[: span.start()], clause[span.end() :]):
        return None
    return local.astimezone(UTC) + _length(span)


def _is_promised(before: str, after: str) -> bool:
    """Whether the words around a time say that something will be done, or nothing at all."""
    if _WILL.search(after):
        return True
    return bool(_ENDS.fullmatch(after) and _LEADS_TO.fullmatch(before))


def _length(span: re.Match[str]) -> timedelta:
    if span["half"]:
        return timedelta(minutes=30)
    if span["minutes"]:
        return timedelta(minutes=whole_number(span["minutes"]) or 0)
    if span["quarters"]:
        return timedelta(minutes=15 if span["quarters"] == "一" else 45)
    hours = float(span["hours"]) if "." in span["hours"] else whole_number(span["hours"]) or 0
    hours += 0.5 if span["and_half"] or span["tail"] else 0
    return timedelta(hours=hours, minutes=whole_number(span["rest"] or "0") or 0)


def _day_and_clock(clause: str, local: datetime) -> datetime | None:
    day_found = find_day(clause, local.date())
    span = day_found[1] if day_found else (0, 0)
    blank = clause[: span[0]] + " " * (span[1] - span[0]) + clause[span[1] :]
    clock_found = find_clock(blank)
    if day_found is None and clock_found is None:
        return None
    spans = [found[1] for found in (day_found, clock_found) if found]
    start, end = min(s[0] for s in spans), max(s[1] for s in spans)
    if not _is_promised(clause[:start], clause[end:]):
        return None
    clock = clock_found[0] if clock_found else Clock(DAY_END, bare=True)
    day = day_found[0] if day_found else local.date()
    return _future(day, clock, local, day_found is not None)


def _future(day: date, clock: Clock, local: datetime, day_said: bool) -> datetime:
    """3点 is three in the afternoon where three in the morning is past, or nobody works."""
    zone = local.tzinfo
    assert isinstance(zone, ZoneInfo)
    moment = _at(day, clock, zone)
    early = day_said and clock.hour <= 6
    if clock.vague and (moment <= local or early):
        return moment + timedelta(hours=12)
    return moment


def _at(day: date, clock: Clock, zone: ZoneInfo) -> datetime:
    days, hour = divmod(clock.hour, 24)
    return datetime.combine(day + timedelta(days=days), time(hour, clock.minute), zone)
