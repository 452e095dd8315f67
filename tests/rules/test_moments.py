"""Plain words as moments to come, and moments that were."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.said.moments import parse_moment, parse_past

ZONE = ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)


NOW = at("2024-12-03 10:00")  # a Tuesday

TO_COME = [
    ("30分钟到", "2024-12-03 10:30"),
    ("30分钟", "2024-12-03 10:30"),
    ("三十分钟到", "2024-12-03 10:30"),
    ("收到，30分钟到", "2024-12-03 10:30"),
    ("收到 30分钟到现场", "2024-12-03 10:30"),
    ("#17 30分钟", "2024-12-03 10:30"),
    ("半小时", "2024-12-03 10:30"),
    ("半个小时到", "2024-12-03 10:30"),
    ("过半小时到", "2024-12-03 10:30"),
    ("一个半小时", "2024-12-03 11:30"),
    ("1小时半", "2024-12-03 11:30"),
    ("1.5小时", "2024-12-03 11:30"),
    ("一小时二十分钟", "2024-12-03 11:20"),
    ("两小时内", "2024-12-03 12:00"),
    ("2h", "2024-12-03 12:00"),
    ("30 min", "2024-12-03 10:30"),
    ("一刻钟到", "2024-12-03 10:15"),
    ("大概2小时能到", "2024-12-03 12:00"),
    ("今天下午", "2024-12-03 18:00"),
    ("下午", "2024-12-03 18:00"),
    ("今天上午", "2024-12-03 12:00"),
    ("今天", "2024-12-03 18:00"),
    ("今天之内", "2024-12-03 18:00"),
    ("下班前", "2024-12-03 18:00"),
    ("明天下班前", "2024-12-04 18:00"),
    ("周五下班前到", "2024-12-06 18:00"),
    ("6号下班前", "2024-12-06 18:00"),
    ("今晚", "2024-12-03 21:00"),
    ("今晚8点", "2024-12-03 20:00"),
    ("晚上12点", "2024-12-04 00:00"),
    ("中午12点", "2024-12-03 12:00"),
    ("中午1点", "2024-12-03 13:00"),
    ("明天上午10点", "2024-12-04 10:00"),
    ("明天上午十点半", "2024-12-04 10:30"),
    ("明早", "2024-12-04 09:00"),
    ("明早8点", "2024-12-04 08:00"),
    ("明晚", "2024-12-04 21:00"),
    ("明天", "2024-12-04 18:00"),
    ("明天3点", "2024-12-04 15:00"),
    ("后天", "2024-12-05 18:00"),
    ("大后天上午", "2024-12-06 12:00"),
    ("周五前", "2024-12-06 18:00"),
    ("星期五", "2024-12-06 18:00"),
    ("周二", "2024-12-03 18:00"),
    ("周一", "2024-12-09 18:00"),
    ("本周五上午", "2024-12-06 12:00"),
    ("下周一", "2024-12-09 18:00"),
    ("下周日", "2024-12-15 18:00"),
    ("下下周一", "2024-12-16 18:00"),
    ("下周", "2024-12-13 18:00"),
    ("3天", "2024-12-06 18:00"),
    ("三天后", "2024-12-06 18:00"),
    ("两天后上午10点", "2024-12-05 10:00"),
    ("一周内", "2024-12-10 18:00"),
    ("三日内修好", "2024-12-06 18:00"),
    ("周五17点前", "2024-12-06 17:00"),
    ("15:30", "2024-12-03 15:30"),
    ("１５：３０", "2024-12-03 15:30"),
    ("下午三点半", "2024-12-03 15:30"),
    ("下午3点一刻", "2024-12-03 15:15"),
    ("下午3:30到", "2024-12-03 15:30"),
    ("3点到", "2024-12-03 15:00"),
    ("11点到", "2024-12-03 11:00"),
    ("12月5日", "2024-12-05 18:00"),
    ("十二月五日上午", "2024-12-05 12:00"),
    ("12-05 14:00", "2024-12-05 14:00"),
    ("2024-12-05 14:00", "2024-12-05 14:00"),
    ("2025年1月5日", "2025-01-05 18:00"),
    ("1月5日", "2025-01-05 18:00"),
    ("5号前", "2024-12-05 18:00"),
    ("月底前", "2024-12-31 18:00"),
    ("本月底前", "2024-12-31 18:00"),
    ("延期3天", "2024-12-06 18:00"),
    ("申请延期到周五", "2024-12-06 18:00"),
    ("宽限到明天下午", "2024-12-04 18:00"),
    ("等配件，宽限两天", "2024-12-05 18:00"),
    ("明天才能修好", "2024-12-04 18:00"),
    ("安排师傅了，下午来", "2024-12-03 18:00"),
    ("已安排师傅明天上午上门", "2024-12-04 12:00"),
    ("tomorrow", "2024-12-04 18:00"),
]

NONE = [
    "99999999999分钟", "99999999999天", "99999999999小时",
    "",
    "收到", "马上", "今天上午9点", "9:30", "08:00", "昨天下午", "昨天修好了", "灯坏了3天",
    "等了半小时", "停水2天", "30分钟前", "3天前报的", "下午来过", "今天业主不在", "今天漏到楼下",
    "什么时候能来", "几点到", "明天来吗", "明天不来", "明天下午没人", "3号楼", "3号502室",
    "12-3-501", "5楼到7楼", "早一点到", "快一点", "有一点漏", "第3天", "每天上午", "已修好",
    "本周一", "12月1日", "2024-02-30", "25:00", "13812341234",
]  # fmt: skip

WERE = [
    ("12-03 09:30", "2024-12-03 09:30"),
    ("12-02 16:30", "2024-12-02 16:30"),
    ("12-31 16:30", None),
    ("2024-11-30 08:00", "2024-11-30 08:00"),
    ("昨天下午3点", "2024-12-02 15:00"),
    ("昨晚8点半", "2024-12-02 20:30"),
    ("09:30", "2024-12-03 09:30"),
    ("9点", "2024-12-03 09:00"),
    ("20分钟前", "2024-12-03 09:40"),
    ("大概半小时前", "2024-12-03 09:30"),
    ("1小时前", "2024-12-03 09:00"),
    ("1个半小时以前", "2024-12-03 08:30"),
    ("99999999999分钟前", None),
    ("20分钟", None),
    ("昨天", None),
    ("昨天下午", None),
    ("明天下午3点", None),
    ("15:30", None),
    ("", None),
]


@pytest.mark.parametrize("text", ["99999999999.5小时到", "9999999小时内到"])
def test_what_nobody_lives_to_see_is_no_moment(text: str) -> None:
    assert parse_moment(text, NOW, ZONE) is None


@pytest.mark.parametrize(("text", "moment"), TO_COME)
def test_a_moment_to_come(text: str, moment: str) -> None:
    assert parse_moment(text, NOW, ZONE) == at(moment)


@pytest.mark.parametrize("text", NONE)
def test_no_moment_to_come(text: str) -> None:
    assert parse_moment(text, NOW, ZONE) is None


@pytest.mark.parametrize(("text", "moment"), WERE)
def test_a_moment_that_was(text: str, moment: str | None) -> None:
    assert parse_past(text, NOW, ZONE) == (at(moment) if moment else None)


def test_the_day_is_the_zones_and_the_answer_in_the_zone_of_now() -> None:
    night = datetime(2024, 12, 2, 17, 0, tzinfo=UTC)  # Tuesday 01:00 in Shanghai
    found = parse_moment("今天下午", night, ZONE)
    assert found == at("2024-12-03 18:00")
    assert found.tzinfo is UTC


def test_a_day_without_its_year_is_the_nearest() -> None:
    january = at("2025-01-02 10:00")
    assert parse_past("12-31 16:30", january, ZONE) == at("2024-12-31 16:30")
    assert parse_moment("12月31日", january, ZONE) is None


def test_an_hour_is_an_hour_where_clocks_are_changed() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now = datetime(2024, 3, 31, 1, 30, tzinfo=berlin)
    assert parse_moment("1小时", now, berlin) == datetime(2024, 3, 31, 3, 30, tzinfo=berlin)


@given(st.integers(1, 600))
def test_any_minutes(minutes: int) -> None:
    assert parse_moment(f"{minutes}分钟内到", NOW, ZONE) == NOW + timedelta(minutes=minutes)


@given(
    st.text(max_size=40)
    | st.from_regex(r"[0-9一三半今明后周月天日点分:\-/ 上下午]{0,14}", fullmatch=True)
)
def test_what_is_understood_lies_on_the_right_side(text: str) -> None:
    moment, past = parse_moment(text, NOW, ZONE), parse_past(text, NOW, ZONE)
    assert moment is None or moment > NOW
    assert past is None or past <= NOW
