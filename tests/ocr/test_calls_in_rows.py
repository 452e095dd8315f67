"""A register with several calls: each row is one."""

import pytest

from bot.ocr.calls_in_rows import calls_in_rows
from bot.ocr.fields.finding import find
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import telling
from models.labels.listed import LABELS
from tests.ocr.finding import DIRECTORY
from tests.ocr.writing import line

PITCH = 400.0
TITLE = line("值班来电登记簿", 900, 0)
HEADS = ("序号", "时间", "来电人", "电话", "小区", "房号", "反映内容", "记录人")
FIRST = ("1", "3月4日 8:15", "沈桂芳", "13812345678", "丰翔新城", "3号502室", "水管漏水", "金佩芳")
SECOND = ("2", "3月4日 9:40", "张建国", "56781234", "大华二村", "29号104室", "电梯不动", "金佩芳")
NAMES = ("time", "caller", "phone", "community", "address", "description", "operator")


def row(y: float, *cells: str) -> list[Line]:
    return [line(cell, i * PITCH, y) for i, cell in enumerate(cells) if cell]


def calls(*lines: Line) -> list[dict[str, str]]:
    parts = calls_in_rows([TITLE, *row(70, *HEADS), *lines], LABELS, DIRECTORY)
    return [
        {slot.name: slot.text for slot in find(part, LABELS, telling(DIRECTORY)) if slot.values}
        for part in parts
    ]


def said(cells: tuple[str, ...], description: str = "") -> dict[str, str]:
    fields = dict(zip(NAMES, cells[1:], strict=True))
    return fields | ({"description": description} if description else {})


def test_each_row_of_a_register_is_a_call() -> None:
    assert calls(*row(140, *FIRST), *row(210, *SECOND)) == [said(FIRST), said(SECOND)]


@pytest.mark.parametrize("number", [-1, 0, 1])
def test_what_goes_on_below_is_of_the_row_that_it_is_nearer_to(number: int) -> None:
    """The other cells stand level with the first, the middle, or the last line of it."""
    y = 240
    before = [line("地上全是水", 6 * PITCH, y + 40 * (at - number - 1)) for at in (0, 2)]
    middle = row(y - 40 * number, *FIRST[:6], "", FIRST[7])
    level = [line("厨房水管漏", 6 * PITCH, y - 40 * number)]
    found = calls(*before, *middle, *level, *row(420, *SECOND))
    assert [call["phone"] for call in found] == [FIRST[3], SECOND[3]]
    assert found[1] == said(SECOND)


def test_what_stands_below_the_table_is_of_no_call() -> None:
    footer = line("值班电话：021-66120398", 3 * PITCH, 280)
    assert calls(*row(140, *FIRST), *row(210, *SECOND), footer) == [said(FIRST), said(SECOND)]
    assert calls(*row(140, *FIRST), footer) == []


def test_the_example_that_is_printed_in_the_first_row_is_no_call() -> None:
    example = ("例", *FIRST[1:])
    third = ("3", "3月5日 10:00", "李明", "13912345678", *SECOND[4:])
    found = calls(*row(140, *example), *row(210, *SECOND), *row(280, *third))
    assert [call["phone"] for call in found] == [SECOND[3], third[3]]


def test_a_register_of_one_call_is_read_as_a_whole() -> None:
    assert calls(*row(140, *FIRST)) == []


def test_rows_that_do_not_tell_where_are_no_calls() -> None:
    firms = ("2", "", "", "66120398", "", "", "电梯维保", "")
    assert calls(*row(140, *FIRST), *row(210, *firms)) == []


def test_columns_of_labels_are_no_headings() -> None:
    labels = row(280, "", "", "来电人", "电话", "小区", "房号")
    assert calls(*row(140, *FIRST), *labels, *row(350, *SECOND)) == []


def test_a_page_without_lines_has_none() -> None:
    assert calls_in_rows([], LABELS, DIRECTORY) == []


def test_a_number_may_be_misread() -> None:
    second = (*SECOND[:3], "021-5678|234", *SECOND[4:])
    found = calls(*row(140, *FIRST), *row(210, *second))
    assert [call["phone"] for call in found] == [FIRST[3], "021-5678|234"]


def test_a_row_that_hides_another_call_is_not_parted_wrongly() -> None:
    """Where a row's number was not read at all, nobody knows where it begins."""
    lost = (*SECOND[:3], "", *SECOND[4:])
    third = ("3", "3月5日 10:00", "李明", "13912345678", "丰翔新城", "5号101室", "道闸不抬", "")
    assert calls(*row(140, *FIRST), *row(210, *lost), *row(280, *third)) == []
