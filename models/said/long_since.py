"""Whether a repair is told of that was made before: 上周已经修好了 is no answer to today's call."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from models.said import finished
from models.said.day_words import Span, find_day, plain

_CLAUSE = re.compile(r"[,。;!\n]+")
_LAST_WEEK = re.compile(r"上个?(?:周|星期|礼拜)")
_LAST_MONTH = re.compile(r"上个?月")
_DAYS_AGO = re.compile(r"前(?:[几两些]天|阵子|段时间)")
_OF_THE_CALL = re.compile(r"[的报派说坏漏堵停]|来电|反映|登记")  # 昨天报修的已修好


def mended_before(text: str, since: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the day that the words name as that of the repair was over at `since`.

    >>> nine = datetime(2024, 12, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    >>> mended_before("前天刚修好", nine, nine, ZoneInfo("Asia/Shanghai"))
    True
    """
    days = (_day_of_repair(c, now.astimezone(zone).date()) for c in _CLAUSE.split(plain(text)))
    return any(day is not None and day < since.astimezone(zone).date() for day in days)


def _day_of_repair(clause: str, today: date) -> date | None:
    said = finished.SAID.search(clause)
    found = _day(clause[: said.start()], today) if said else None
    if said is None or found is None:
        return None
    day, (_, end) = found
    return None if _OF_THE_CALL.search(clause[end : said.start()]) else day


def _day(words: str, today: date) -> tuple[date, Span] | None:
    """The day said, or the last that may be meant."""
    named = find_day(words, today)
    if named is not None:
        return named
    for pattern, last in (
        (_LAST_WEEK, today - timedelta(days=today.weekday() + 1)),
        (_LAST_MONTH, today.replace(day=1) - timedelta(days=1)),
        (_DAYS_AGO, today - timedelta(days=2)),
    ):
        found = pattern.search(words)
        if found:
            return last, found.span()
    return None
