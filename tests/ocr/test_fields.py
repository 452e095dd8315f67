"""Which value belongs to which label, wherever the paper has them."""

from math import sin

import pytest

from bot.ocr.fields import find
from bot.ocr.lines import Line
from models.labels import LABELS
from tests.ocr.writing import Bend, line


def read(*lines: Line) -> dict[str, str]:
    return {
        slot.name: "|".join(value.text for value in slot.values) for slot in find(lines, LABELS)
    }


def flat(x: float, y: float) -> tuple[float, float]:
    return x, y


def askew(x: float, y: float) -> tuple[float, float]:
    """Turned, and running together to the right."""
    return x - 0.1 * y, y + 0.12 * x - 0.0002 * x * y


def curled(x: float, y: float) -> tuple[float, float]:
    return x, y + 40 * sin(x / 400)


@pytest.mark.parametrize("bend", [flat, askew, curled])
def test_a_table(bend: Bend) -> None:
    rows = [("报修人", "沈桂芳"), ("联系电话", "13812345678"), ("所属小区", "丰翔新城")]
    title = line("物业服务信息表", 300, 0, bend)
    cells = [
        line(text, x, 80 + 60 * i, bend)
        for i, row in enumerate(rows)
        for text, x in zip(row, (60, 420), strict=True)
    ]
    found = read(title, *cells)
    assert found == {"caller": "沈桂芳", "phone": "13812345678", "community": "丰翔新城"}


def test_two_columns() -> None:
    found = read(
        line("报修人", 60, 0),
        line("沈桂芳", 220, 4),
        line("联系电话", 500, 0),
        line("13812345678", 700, 3),
        line("小区名称", 60, 60),
        line("详细地址", 500, 60),
        line("3号502室", 700, 62),
    )
    assert found == {
        "caller": "沈桂芳",
        "phone": "13812345678",
        "community": "",
        "address": "3号502室",
    }


def test_two_fields_read_as_one_line() -> None:
    found = read(line("报修人：沈桂芳联系电话：13812345678", 60, 0), line("小区：丰翔新城", 60, 60))
    assert found == {"caller": "沈桂芳", "phone": "13812345678", "community": "丰翔新城"}


def test_a_value_goes_on_below() -> None:
    found = read(
        line("小区：丰翔新城", 60, 0),
        line("问题描述：厨房漏水，楼下", 60, 60),
        line("天花板也湿了", 210, 110),
        line("联系电话：13812345678", 60, 170),
    )
    assert found["description"] == "厨房漏水，楼下|天花板也湿了"
    assert found["phone"] == "13812345678"


def test_a_description_may_begin_above_its_label() -> None:
    found = read(
        line("所属小区", 60, 0),
        line("丰翔新城", 260, 0),
        line("厨房漏水，楼下", 260, 70),
        line("问题描述", 60, 110),
        line("天花板也湿了", 260, 150),
    )
    assert found == {"community": "丰翔新城", "description": "厨房漏水，楼下|天花板也湿了"}


def test_a_stray_line_far_below_is_no_part_of_a_short_value() -> None:
    found = read(line("联系电话：13812345678", 60, 0), line("第1页", 60, 400))
    assert found == {"phone": "13812345678"}


def test_nothing_is_nothing() -> None:
    assert find([], LABELS) == []
