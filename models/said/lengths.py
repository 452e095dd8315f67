"""How long, in words: 3天, 两周, 半个月, 五个工作日."""

import math
import re
from datetime import datetime, timedelta

from models.calendar import WorkingHours, working_days_later
from models.numerals import whole_number

NUMBER = r"[\d一二两三四五六七八九十半几]+"
WORKED = rf"{NUMBER}\s*个?工作日"
LENGTH = (  # 一个月, and neither 一个时间 nor 一个日期
    rf"(?:{WORKED}|{NUMBER}\s*(?:个?(?:小时|钟头|星期|礼拜|月|周(?![末期]))|天|日(?![期子])))"
)
_READ = re.compile(
    r"(?P<count>\d{1,3}|\D{1,3}?)\s*个?(?P<unit>工作日|小时|钟头|星期|礼拜|[月周天日])"
)
_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30}


def later(length: str, start: datetime, hours: WorkingHours) -> datetime | None:
    """That much later, in whole days but for hours. None where it is not said: 几天.

    >>> from datetime import UTC
    >>> later("半个月", datetime(2024, 12, 2, tzinfo=UTC), WorkingHours()).day
    17
    """
    found = _READ.fullmatch(length)
    count = _count(found["count"]) if found else None
    if found is None or count is None:
        return None
    if found["unit"] == "工作日":
        return working_days_later(start, math.ceil(count), hours)
    if found["unit"] not in _DAYS:
        return start + timedelta(hours=count)
    return start + timedelta(days=math.ceil(count * _DAYS[found["unit"]]))


def _count(said: str) -> float | None:
    return 0.5 if said == "半" else whole_number(said)
