"""When a lead says when: a promise is what the firm will do, not what a resident wants."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from models.said.contacted import AGREED
from models.said.moments import parse_moment
from models.said.residents import RESIDENT
from models.said.ticket_numbers import without_numbers
from models.said.words import nearly_mended

_THEY = rf"(?:{RESIDENT}|人家|[他她]们)"
_WISHED = re.compile(
    rf"{_THEY}[^,，。;；!！]{{0,6}}?"
    r"(?:要求|希望|想|说|让|叫|催|要(?!来)|投诉|反映|盼|才|不在|没空|回家|在家|有空|方便)"
    rf"|(?:应|按){_THEY}?的?要求"
)
_TOLD = re.compile(rf"[与和跟给同向]{RESIDENT}说")  # whose time is the firm's own
_AGREED = re.compile(  # the appointment is past, its time is not
    rf"{AGREED}|(?:已经?)?(?:预?约[好定妥了的]+|预约)|说好(?!像)了?"
)
_CLAUSE = re.compile(r"[,，。;；!！\n]+")


def promised(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment that a firm's lead promises; a time that only tells a resident's wish is none,
    nor is one of today at which it has been mended: 上午就修好了.

    >>> from datetime import UTC
    >>> nine = datetime(2024, 12, 2, 1, tzinfo=UTC)
    >>> promised("业主要求下午3点上门", nine, ZoneInfo("Asia/Shanghai")) is None
    True
    """
    for said in _CLAUSE.split(without_numbers(text)):
        clause = _AGREED.sub("约", said)
        moment = None if _WISHED.search(_TOLD.sub("", clause)) else _moment(clause, now, zone)
        if moment is not None:
            return moment
    return None


def _moment(clause: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    moment = parse_moment(clause, now, zone)
    if moment is None or not nearly_mended(clause):
        return moment
    today = moment.astimezone(zone).date() == now.astimezone(zone).date()
    return None if today else moment
