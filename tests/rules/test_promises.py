"""When a lead says when."""

from datetime import datetime, timedelta

import pytest

from models.said.promises import promised
from tests.rules.tickets import MONDAY, SHANGHAI


def at(day: int, hour: int) -> datetime:
    return MONDAY.replace(day=day, hour=hour)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("下午3点到", at(2, 15)),
        ("已和业主约好，下午3点上门", at(2, 15)),
        ("跟业主约了下午3点上门", at(2, 15)),
        *((f"{said}下午3点", at(2, 15)) for said in ("约了业主", "已约业主", "已跟业主确认")),
        *((f"{said}明天上门", at(3, 18)) for said in ("跟业主说好了", "和阿姨讲好", "说好了")),
        ("业主想约明天", None),
        ("跟厂家说好了明天送货", None),
        ("业主要求下午3点上门", None),
        ("居民希望明天上午来修", None),
        ("阿姨说下午3点才在家", None),
        ("按业主要求明天上午上门", None),
        ("业主要求下午3点，我们下午4点到", at(2, 16)),
        ("收到", None),
        ("#1 2小时到", at(2, 11)),
        ("#2 下午3点到", at(2, 15)),
        ("上午就修好了", None),
        ("今天下午就修好了", None),
        ("明天就修好了", at(3, 18)),
        ("10分钟就修好了", MONDAY + timedelta(minutes=10)),
        ("修好一盏，另一盏下午修", at(2, 18)),
    ],
)
def test_a_promise_is_what_the_firm_will_do(words: str, until: datetime | None) -> None:
    assert promised(words, MONDAY, SHANGHAI) == until
