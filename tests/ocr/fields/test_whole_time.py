"""The time of a call, where a part of it stands elsewhere."""

import pytest

from bot.ocr.page.lines import Line
from bot.ocr.values.times import tidy_time
from tests.ocr.finding import read, read_column
from tests.ocr.writing import line

LABELS = ("小区：丰翔新城", "电话：13812345678", "门牌：3号502室", "内容：厨房水管漏水")


def form() -> list[Line]:
    return [line(text, 60, 200 + 60 * n) for n, text in enumerate(LABELS)]


def time(*lines: Line) -> str:
    return tidy_time(read(*lines, *form()).get("time", "").replace("|", " "))


def test_a_whole_time_elsewhere_goes_before_a_part_beside_the_label() -> None:
    stub = line("日期：11月26日", 60, 100)  # of a counterfoil
    assert time(stub, line("2024年11月26日23:59", 700, 40)) == "2024年11月26日 23:59"


def test_two_whole_times_elsewhere_do_not() -> None:
    stub = line("日期：11月26日", 60, 100)
    two = (line("2024年11月26日23:59", 700, 40), line("2024年11月27日08:10", 700, 700))
    assert time(stub, *two) == "11月26日"


@pytest.mark.parametrize(
    "head",
    ["2024年度", "年度：2024年", "2024年11月份", "登记台账(2024年11月）", "24小时值班簿（2024年）"],
)
@pytest.mark.parametrize(
    "written",
    [
        (line("11.26", 200, 100), line("9:05", 400, 100)),
        (line("11/26", 200, 100), line("9:05", 400, 100)),
        (line("11月26日 9:05", 200, 100),),
        (line("1", 200, 100), line("11.26", 300, 100), line("9:05", 500, 100)),  # the row's number
    ],
)
def test_the_year_stands_in_the_head(head: str, written: tuple[Line, ...]) -> None:
    assert time(line(head, 700, 20), line("时间：", 60, 100), *written) == "2024年11月26日 09:05"


def test_the_hour_may_have_been_given_to_another_label() -> None:
    day, clerk = line("受理日期：2024年11月26日", 60, 100), line("记录人：", 500, 100)
    said = read(day, clerk, line("09:05", 640, 100), line("沈桂芳", 800, 100), *form())
    assert tidy_time(said["time"].replace("|", " ")) == "2024年11月26日 09:05"
    assert said["operator"] == "沈桂芳"


def test_the_day_and_the_hour_may_have_a_label_each_and_no_year() -> None:
    day, hour = line("来电日期：11月8日", 60, 100), line("来电钟点：17:02", 500, 100)
    assert time(day, hour, line("派工时间：17:11", 800, 100)) == "11月8日 17:02"


def test_without_a_year_it_stays_as_it_was_written() -> None:
    assert time(line("时间：11月26日 9:05", 60, 100)) == "11月26日 9:05"


def test_the_day_and_the_hour_may_stand_behind_a_name() -> None:
    signed = (line("填表人：", 60, 440), line("石磊", 200, 440), line("2024年10月7日", 500, 440))
    assert time(*signed, line("6:03", 1000, 440)) == "2024年10月7日 06:03"


def test_it_may_be_told_in_a_sentence_about_the_call() -> None:
    told = line("2024年11月2日14时14分，接居民来电。", 100, 60)
    assert time(told, line("电话：13812345678", 60, 140)) == "2024年11月2日 14:14"
    printed = line("2024年11月2日14时14分印制", 100, 60)
    assert time(printed, line("电话：13812345678", 60, 140)) == ""


def test_what_is_done_later_is_no_time_of_the_call() -> None:
    assert time(line("办结时间：2024年10月7日06:03", 60, 500)) == ""


def test_its_units_may_stand_apart_behind_another_label() -> None:
    pieces = zip((200, 330, 390, 430), ("2025年1", "月9", "日", "10时39分"), strict=True)
    written = [line(text, left, 100) for left, text in pieces]
    assert time(line("来电：", 60, 100), *written) == "2025年1月9日 10:39"


def test_when_it_happened_where_nobody_wrote_when_the_call_came() -> None:
    form = ("发生时间：2025年8月8日11:26", "小区：丰翔新城", "电话：13812345678")
    assert read_column(*form)["time"] == "2025年8月8日11:26"
    asked = read_column(*form, "来电时间：2025年8月8日12:00")
    assert asked["time"] == "2025年8月8日12:00"
    assert read_column("移交时间：2025年8月8日11:26", *form[1:])["time"] == "2025年8月8日11:26"
    assert "time" not in read_column("完成时间：2025年8月8日11:26", *form[1:])
