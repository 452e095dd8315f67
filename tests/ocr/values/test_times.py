"""Times in the many ways they are written, shown in one."""

import pytest

from bot.ocr.page.lines import Glyph
from bot.ocr.values.times import is_clock, is_day, is_said, is_time, spaced, tidy_time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2025年8月10日02.16", "2025年8月10日 02:16"),
        ("2024.12.24~09:09", "2024年12月24日 09:09"),
        ("2025年8日 10日 02:16", "2025年8月10日 02:16"),
        ("2025年.8月15日 03:42", "2025年8月15日 03:42"),
        ("8月10日 2:16", "8月10日 2:16"),
        ("3月 4日8: 1 5", "3月4日 8:15"),
        ("3月4日下 午8:15", "3月4日 下午8:15"),
        ("3月4日", "3月4日"),
        ("2025年8月 上午", "2025年8月 上午"),
        ("2024年12月20日23时20分", "2024年12月20日 23:20"),
        ("2024年12月20日9点05", "2024年12月20日 09:05"),
        ("2024年11月19日07:4324小时内联系", "2024年11月19日 07:43"),
        ("2025/1/9 下午1:13", "2025年1月9日 13:13"),
        ("2025-04-0912:13", "2025年4月9日 12:13"),
        ("2025.2.608:45", "2025年2月6日 08:45"),
        ("2025年2月6日 8时45分", "2025年2月6日 08:45"),
        ("25年4月9日下午3:33", "2025年4月9日 15:33"),
        ("2025.4.923:33", "2025年4月9日 23:33"),  # 92 is no day
        ("2025/2/2 2:08", "2025年2月2日 02:08"),
        ("2025/2/1 12:08", "2025年2月1日 12:08"),
        ("2025/2/11 2:08", "2025年2月11日 02:08"),
        ("时间：2025年2月6日 8:45来电", "2025年2月6日 08:45"),
        ("2024年9月27日早 上8:31", "2024年9月27日 08:31"),
        ("2024年9月27日下 午8:31", "2024年9月27日 20:31"),
        ("20 25.1.16 9:40", "2025年1月16日 09:40"),
        ("2 02 4.10.9 15:31", "2024年10月9日 15:31"),
        ("2025.1.315:56", "2025年1月3日 15:56"),  # not the 31st at 5:56
        ("2024年10月16日 4日时27分", "2024年10月16日 04:27"),
        ("2024年12月11日11时4分", "2024年12月11日 11:04"),
        ("2024年12月11日下午4点半", "2024年12月11日 16:30"),
        ("2024年12月11日8点整", "2024年12月11日 08:00"),
        ("2025-02~2507:51", "2025年2月25日 07:51"),
        ("2025_年_3_月_17_日_16_时_54_分", "2025年3月17日 16:54"),  # with its blanks' rules
        ("2025-01-15", "2025年1月15日"),
        ("2025.8.13 星期三", "2025年8月13日"),
        ("2025年2月4日 今天接到", "2025年2月4日"),
        ("2025年2月4日 早上", "2025年2月4日 早上"),  # it tells when
        ("2025.11.26 时间 Time: 13:06", "2025年11月26日 13:06"),
        ("2025.1.15/19:36", "2025年1月15日 19:36"),
        ("2025年13月6日 8:45", "2025年13月6日 8:45"),  # no time: as it was read
    ],
)
def test_a_time_is_tidied(text: str, time: str) -> None:
    assert tidy_time(text) == time


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2024年11月19日07:43", True),
        ("2024年11月19日7时43分", True),
        ("2024年11月19日", False),
        ("07:43", False),
        ("本单2024年11月19日07:43", False),
    ],
)
def test_a_whole_time_is_known_by_its_shape(text: str, is_one: bool) -> None:
    assert is_time(text) is is_one


def test_a_space_is_where_characters_stand_apart() -> None:
    glyphs = [Glyph(c, x / 10, 1.0) for c, x in zip("2/112:0", (0, 1, 2, 4, 5, 6, 7), strict=True)]
    assert spaced("2/112:0", glyphs) == "2/1 12:0"
    assert spaced("", ()) == ""


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("2025年3月1日", True, False),
        ("2025-03-01", True, False),
        ("9时50分", False, True),
        ("下午4:25", False, True),
        ("2025年3月1日9时50分", False, False),
        ("星期三", False, False),
    ],
)
def test_a_day_and_a_time_of_day(text: str, day: bool, clock: bool) -> None:
    assert (is_day(text), is_clock(text)) == (day, clock)


@pytest.mark.parametrize(
    "text",
    [
        "昨天下午3点",
        "周五晚8:15",
        "12月7日晚9点",
        "16号早上5点多",
        "凌晨4:05",
        "今早6:10",
        "11.19 晚上10点",
    ],
)
def test_a_time_as_people_say_it(text: str) -> None:
    assert is_said(text)


@pytest.mark.parametrize("text", ["4:05", "3点", "昨天下午", "3号502室", "晚上8点停水", "1.5"])
def test_what_is_no_time_by_itself(text: str) -> None:
    assert not is_said(text)
