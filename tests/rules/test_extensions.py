"""More time: until when a firm asks for it, and why; until when a dispatcher gives it."""

from datetime import datetime, timedelta

import pytest

from models.said.extensions import extension_until, given_until, reason_given, time_named
from models.said.rulings import beside_ruling
from models.said.words import Gesture, understand
from tests.rules.tickets import MONDAY, RULES

DUE = MONDAY + timedelta(hours=24)


def at(day: int, hour: int) -> datetime:
    return MONDAY.replace(day=day, hour=hour)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("3天 等配件", DUE + timedelta(days=3)),
        ("延期三天，等配件", DUE + timedelta(days=3)),
        ("申请延期1周 等厂家", DUE + timedelta(days=7)),
        ("12-05 17:00 等配件", at(5, 17)),
        ("延期两天，等配件", DUE + timedelta(days=2)),
        ("再给我十天", DUE + timedelta(days=10)),
        ("延3天 等配件", DUE + timedelta(days=3)),
        ("延后3天", DUE + timedelta(days=3)),
        ("给我们3天时间", DUE + timedelta(days=3)),
        ("延误3天了", None),
        ("一个星期 等厂家", DUE + timedelta(days=7)),
        ("半个月", DUE + timedelta(days=15)),
        ("延期到5号 等配件", at(5, 18)),
        ("12月5日", at(5, 18)),
        ("3个工作日", at(6, 9)),
        ("5个工作日内 等厂家", at(9, 9)),
        ("24小时 等厂家", DUE + timedelta(days=1)),
        ("延期到周五吧", at(6, 18)),
        ("几天", None),
        ("等配件", None),
    ],
)
def test_until_when_it_is_extended(words: str, until: datetime | None) -> None:
    assert extension_until(words, DUE, MONDAY, RULES.hours) == until


@pytest.mark.parametrize(
    "words",
    ["延3天", "延后3天 等配件", "申请延3天", "给我们3天时间", "再给我们2个钟头", "宽限两天"],
)
def test_what_is_heard_as_a_request_for_time_has_a_time(words: str) -> None:
    assert understand(words) is Gesture.ASK_EXTENSION
    assert extension_until(words, DUE, MONDAY, RULES.hours)


LATE = MONDAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("words", "now", "until"),
    [
        ("延期到12月6日", MONDAY, at(6, 18)),
        ("延期到6号，等基金", MONDAY, at(6, 18)),
        ("#1 期限改为12月6日", MONDAY, at(6, 18)),
        ("先延到周五吧", MONDAY, at(6, 18)),
        ("再给他们三天", MONDAY, DUE + timedelta(days=3)),
        ("宽限两天", LATE, LATE + timedelta(days=2)),
        *((words, MONDAY, None) for words in ("延期到周五？", "能不能延期到周五", "不延期")),
        *((words, MONDAY, None) for words in ("申请延期请周五前提", "延期的话周五前说")),
        *((words, MONDAY, None) for words in ("改到周五上门", "再给业主打个电话", "给3号楼")),
    ],
)
def test_until_when_a_dispatcher_extends_it(
    words: str, now: datetime, until: datetime | None
) -> None:
    assert given_until(words, DUE, now, RULES.hours) == until


@pytest.mark.parametrize(
    ("ruling", "until"),
    [
        ("同意，延到12月5日", at(5, 18)),
        ("同意延期2天", DUE + timedelta(days=2)),
        ("同意，抓紧修，最多给他们三天", DUE + timedelta(days=3)),
        ("可以，周五前办完", at(6, 18)),
        ("只批到周四", at(5, 18)),
        ("可以延两天，明天先临时恢复供水", DUE + timedelta(days=2)),
        ("可以，不过周四前必须好", at(5, 18)),
        ("同意，周五例会上再说", None),
        *((f"同意，{by}", at(6, 18)) for by in ("12.6前", "最迟12.6日", "至6号", "延至6日")),
        *((f"同意，{by}", at(6, 18)) for by in ("6号", "周五下班前", "6号下班前办结", "期限12.6")),
        ("同意，五个工作日", at(10, 9)),
        ("同意，不超过5个工作日", at(10, 9)),
        ("同意，三日内", at(5, 18)),
        ("同意，本月底", at(31, 18)),
        ("同意，周五17点前", at(6, 17)),
        ("同意，1.5天", None),
    ],
)
def test_until_when_the_dispatcher_extends_it(ruling: str, until: datetime | None) -> None:
    named = time_named(beside_ruling(ruling))
    assert named
    assert extension_until(named, DUE, MONDAY, RULES.hours) == until


@pytest.mark.parametrize(
    "ruling",
    [
        *(
            "同意",
            "同意，先临时堵漏",
            "可以，抓紧一点",
            "同意，17号楼也看看",
            "行，明天上午先去看一下",
        ),
        *("同意，周四我来验收", "同意，业主周五在家", "同意，居民等了5天了"),
        *("同意，6号楼先修", "同意，给一个日期", "同意，下班前给我照片"),
    ],
)
def test_a_ruling_may_name_no_time(ruling: str) -> None:
    assert not time_named(beside_ruling(ruling))


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("3天 等配件", "等配件"),
        ("12-05 17:00 等 配件", "等 配件"),
        ("延期3天", ""),
        ("申请延期到明天下午", ""),
        ("周五前，多方协调", "周五前，多方协调"),
        ("五个工作日 等厂家", "等厂家"),
        ("周五下班前 等厂家", "等厂家"),
    ],
)
def test_an_extension_says_why(words: str, reason: str) -> None:
    assert reason_given(words) == reason
