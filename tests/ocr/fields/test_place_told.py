"""A community that no label asks for."""

import pytest

from bot.ocr.fields.place_told import place_told
from bot.ocr.page.flat import flat_page
from bot.ocr.values.shapes import telling
from tests.ocr.finding import DIRECTORY, read, read_column
from tests.ocr.writing import line

REST = ("来电人：沈桂芳", "电话：13812345678", "情况：厨房水管漏水，地上全是水")


@pytest.mark.parametrize(
    ("text", "community", "address"),
    [
        ("事项：丰翔新城3号502室报修", "丰翔新城", "3号502室"),
        ("事项：丰翔新城小区，3号502室报修", "丰翔新城", "3号502室"),
        ("居住地丰翔新城小区3号502室", "丰翔新城", "3号502室"),
        ("今接到丰翔新城3号502室", "丰翔新城", "3号502室"),
        ("您好。我是丰翔新城3号502室的住户", "丰翔新城", "3号502室"),
        ("丰翔新城物业服务处：", "丰翔新城", None),  # as whom a letter addresses
        ("丰翔新城物业管理处经理收", "丰翔新城", None),
        ("丰翔新苑物业管理处：", "丰翔新苑", None),  # on no roster: asked about
        ("东丰翔新城3号502室", "东丰翔新城", "3号502室"),  # so is this: 东 is no label
        ("各物业服务处：", None, None),
    ],
)
def test_its_name_stands_before_a_room_or_in_an_address(
    text: str, community: str | None, address: str | None
) -> None:
    found = read_column(text, *REST)
    assert found.get("community") == community
    if address is not None:
        assert found["address"] == address


def test_a_label_comes_first() -> None:
    found = read_column("丰翔新城物业服务处：", *REST, "小区：", "地址：3号502室")
    assert found["community"] == ""


def test_of_two_places_none_is_taken() -> None:
    found = read_column("丰翔新城3号502室漏到", "大华二村4号601室厨房", *REST)
    assert "community" not in found


def test_a_name_that_was_cut_in_two_is_none() -> None:
    letter = line("丰翔新城物业服务处：", 60, 0)
    ends = (letter.part(0, 2), letter.part(2, 2))
    told = place_told([], ends, flat_page(ends), telling(DIRECTORY))
    assert [slot.text for slot in told] == []


@pytest.mark.parametrize(
    "text",
    ["督促对象：丰翔新城物业服务单位", "自：丰翔新城业主委员会", "转给：丰翔新城小区物业管理处"],
)
def test_whose_office_is_named_behind_a_colon(text: str) -> None:
    assert read_column("编号：A-12", text, *REST).get("community") == "丰翔新城"


def test_whose_office_is_named_behind_an_unknown_label() -> None:
    rest = [line(text, 60, 60 * (2 + i)) for i, text in enumerate(REST)]
    row = (line("交办对方单位", 60, 60), line("丰翔新城物业服务中心", 300, 60))
    assert read(line("编号：A-12", 60, 0), *row, *rest).get("community") == "丰翔新城"


def test_a_letterhead_names_nobody_s_community() -> None:
    assert "community" not in read_column("丰翔新城物业服务中心", *REST)
    assert "community" not in read_column(*REST, "丰翔新城物业服务中心")


def test_a_community_with_its_label_in_brackets_and_the_room_behind_an_unknown_label() -> None:
    found = read_column("编号：A-12", "2.诉求点：丰翔新城(小区)，3号502室", *REST)
    assert (found["community"], found["address"]) == ("丰翔新城", "3号502室")


def test_whose_the_place_is_stays_the_caller() -> None:
    found = read_column("投诉人：沈桂芳，住丰翔新城3号502室。", "电话：13812345678")
    assert (found["caller"], found["community"]) == ("沈桂芳", "丰翔新城")


def test_who_lives_there_stands_before_it() -> None:
    found = read_column("谁：沈桂芳（丰翔新城3号502", *REST[1:])
    assert (found["caller"], found["community"]) == ("沈桂芳", "丰翔新城")
