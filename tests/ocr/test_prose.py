"""Calls told in sentences."""

import pytest

from bot.ocr.prose import told
from models.directory import Community, Directory
from tests.ocr.writing import line

DIRECTORY = Directory((Community("丰翔新城", "复瑞物业"), Community("祁连二村", "和顺物业")))


def read(*texts: str) -> dict[str, str]:
    lines = [line(text, 0, 60 * i) for i, text in enumerate(texts)]
    slots = told(lines, DIRECTORY)
    return {slot.name: "|".join(value.text for value in slot.values) for slot in slots}


def test_values_are_found_within_sentences() -> None:
    assert read(
        "我中心于2024年10月23日3时35分接到",
        "丰翔新城小区（住宅）233弄33号201室居民",
        "沈桂芳（电话13812345678）来电，反映道闸方面问题",
        "月租车进门不识别，每次要等保安开",
        "请贵单位及时处理。",
    ) == {
        "time": "2024年10月23日3时35分",
        "community": "丰翔新城",
        "address": "233弄33号201室",
        "caller": "沈桂芳",
        "phone": "13812345678",
        "category": "道闸",
        "description": "月租车进门不识别，每次要等保安开|请贵单位及时处理。",
    }


@pytest.mark.parametrize(
    "text",
    [
        "接到丰翔新苑3号502室居民来电",  # like a listed one
        "接到祁连二村南区3号502室居民来电",  # a listed one is only its beginning
        "请转告新丰翔新城物业",
    ],
)
def test_a_community_is_taken_only_where_its_whole_name_stands(text: str) -> None:
    assert "community" not in read(text)


def test_what_is_told_twice_differently_is_left_out() -> None:
    assert "phone" not in read("电话13812345678", "或电话13912345678")


def test_a_directory_without_communities_finds_none() -> None:
    slots = told([line("接到丰翔新城3号502室", 0, 0)], Directory(()))
    assert [slot.name for slot in slots] == ["address"]
