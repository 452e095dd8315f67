"""Registers: a row of headings, the calls below."""

from bot.ocr.fields.finding import find
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import telling
from models.labels.listed import LABELS
from tests.ocr.fields.test_cell import Table
from tests.ocr.finding import DIRECTORY
from tests.ocr.writing import line

PITCH = 400.0
HEADS = ("序号", "来话时间", "客户姓名", "固话/手机", "小区", "房号", "来电事由", "处理结果")
CALL = ("1", "10月7日 16:55", "孟立群", "13812345678", "丰翔新城", "3号502室", "厨房水管漏水", "")


def row(y: float, *cells: str) -> list[Line]:
    return [line(cell, i * PITCH, y) for i, cell in enumerate(cells) if cell]


def read(*lines: Line) -> dict[str, str]:
    return {slot.name: "|".join(v.text for v in slot.values) for slot in find(lines, LABELS)}


EXPECTED = {
    "time": "10月7日 16:55",
    "caller": "孟立群",
    "phone": "13812345678",
    "community": "丰翔新城",
    "address": "3号502室",
    "description": "厨房水管漏水",
}


def test_what_stands_below_a_heading_is_its_value() -> None:
    assert read(line("来电登记簿", 900, 0), *row(70, *HEADS), *row(140, *CALL)) == EXPECTED


def test_a_cell_of_several_lines_is_one_value() -> None:
    more = [line("地上全是水", 6 * PITCH, 180), line("请快来", 6 * PITCH, 220)]
    found = read(*row(70, *HEADS), *row(140, *CALL), *more)
    assert found == EXPECTED | {"description": "厨房水管漏水|地上全是水|请快来"}


def test_what_fills_two_cells_is_cut_between_them() -> None:
    time, caller = "2024年10月17日16", "孟立群"
    call = line(time + caller, PITCH, 140)  # thirteen characters, the next heading above the last
    rest = [piece for piece in row(140, *CALL) if piece.text not in (CALL[1], caller)]
    found = read(*row(70, *HEADS), call, *rest)
    assert found == EXPECTED | {"time": "2024年10月17日16", "caller": "孟立群"}


def test_a_heading_of_two_lines_is_one_label() -> None:
    heads = ("序号", "来话时间", "", "固话/手机", "小区", "房号", "来电事由", "处理结果")
    wrapped = [line("客户姓", 2 * PITCH, 55), line("名", 2 * PITCH + 20, 87)]
    assert read(*row(70, *heads), *wrapped, *row(140, *CALL)) == EXPECTED


def test_labels_further_down_end_the_columns() -> None:
    heads, call = (cells[:6] for cells in (HEADS, CALL))
    below = (line("内容", 0, 220), line("厨房水管漏水，地上全是水", PITCH, 220))
    found = read(*row(70, *heads), *row(140, *call), *below)
    assert found == EXPECTED | {"description": "厨房水管漏水，地上全是水"}


def test_three_labels_in_a_row_are_no_headings() -> None:
    found = read(
        *row(0, "客户姓名", "孟立群", "小区", "丰翔新城", "房号"),
        line("3号502室", 5 * PITCH, 0),
        *row(80, "来电事由", "厨房水管漏水"),
    )
    assert (found["community"], found["caller"]) == ("丰翔新城", "孟立群")


def test_a_heading_whose_second_line_was_not_read_is_known_by_its_first() -> None:
    heads = tuple({"客户姓名": "客户姓", "处理结果": "处理结"}.get(head, head) for head in HEADS)
    assert read(*row(70, *heads), *row(140, *CALL)) == EXPECTED


def test_a_value_wider_than_its_heading_in_the_middle_is_not_cut() -> None:
    heads = [line(head, i * PITCH + 120, 70) for i, head in enumerate(HEADS)]
    wide = line("厨房水管漏水，地上", 6 * PITCH - 20, 140)
    rest = [line(cell, i * PITCH + 100, 140) for i, cell in enumerate(CALL[:6])]
    assert read(*heads, *rest, wide) == EXPECTED | {"description": "厨房水管漏水，地上"}


def test_a_telephone_is_never_cut() -> None:
    phone = line("13812345678", 3 * PITCH - 60, 140)
    rest = [piece for piece in row(140, *CALL) if piece.text != CALL[3]]
    assert read(*row(70, *HEADS), phone, *rest) == EXPECTED


def test_a_heading_that_was_misread_has_its_own_column() -> None:
    heads = [head if head != "小区" else "枢" for head in HEADS]
    slots = find([*row(70, *heads), *row(140, *CALL)], LABELS, telling(DIRECTORY))
    found = {slot.name: "|".join(value.text for value in slot.values) for slot in slots}
    assert found == EXPECTED


def test_a_heading_of_two_rows_reaches_no_value() -> None:
    heads = ("序号", "来话时间", "客户姓名", "固话/手机", "", "房号", "来电事由", "处理结果")
    high = line("小区", 4 * PITCH, 40, height=60)
    assert read(*row(70, *heads), high, *row(120, *CALL)) == EXPECTED


def test_columns_of_labels_are_no_headings() -> None:
    pairs = (
        ("派往单位", "", "报修人", "孟立群", "类别", "漏水"),
        ("派出时间", "", "电话", "13812345678", "紧急度", "紧急"),
        ("签收人", "", "小区", "丰翔新城", "接线员", "孙勇"),
        ("签收时间", "", "房号", "3号502室", "内容", "厨房水管漏水"),
    )
    lines = [piece for n, cells in enumerate(pairs) for piece in row(60.0 * n, *cells)]
    assert read(*lines) == {
        "caller": "孟立群",
        "category": "漏水",
        "phone": "13812345678",
        "urgency": "紧急",
        "community": "丰翔新城",
        "operator": "孙勇",
        "address": "3号502室",
        "description": "厨房水管漏水",
    }


def test_what_the_ruling_gave_to_the_heading_beside_its_own_is_taken_back() -> None:
    heads = ("来话时间", "客户姓名", "固话/手机", "小区名称", "来电事由", "登记人")
    call = ("10月7日 16:55", "孟立群", "13812345678", "丰翔新城")
    middle = [line(head, i * PITCH + 120, 70) for i, head in enumerate(heads)]
    told = [line("厨房水管漏水，打电话没", 3.7 * PITCH, 130), line("人来", 3.7 * PITCH, 170)]
    told.append(line("夏永康", 5.3 * PITCH, 140))
    edges = [i * PITCH - 5 for i in (0, 1, 2, 3, 3.7, 6)]  # none between the last two
    ruled = Table(edges, (60, 110, 260))
    slots = find([*middle, *row(140, *call), *told], LABELS, {}, ruled)
    found = {slot.name: "|".join(value.text for value in slot.values) for slot in slots}
    assert found["operator"] == "夏永康"
    assert found["description"] == "厨房水管漏水，打电话没|人来"
    assert found["community"] == "丰翔新城"
