"""Which label a cell's content belongs to."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest

from bot.ocr.fields.finding import find
from bot.ocr.page.cell import Cell
from bot.ocr.page.lines import Line
from models.labels.listed import LABELS
from tests.ocr.writing import line


class Table:
    """Cells at these columns and rows, as a ruling would be found."""

    def __init__(self, columns: Sequence[float], rows: Sequence[float]) -> None:
        self.all = [
            Cell(left, top, right - 4, bottom - 4)
            for top, bottom in pairwise(rows)
            for left, right in pairwise(columns)
        ]

    def cell(self, line: Line) -> Cell | None:
        x, y = line.box[0][0] + 5, (line.box[0][1] + line.box[3][1]) / 2
        inside = (c for c in self.all if c.left <= x < c.right and c.top <= y < c.bottom)
        return next(inside, None)

    def cut(self, line: Line) -> Iterator[Line]:
        yield line


def read(table: Table, *lines: Line) -> dict[str, str]:
    slots = find(lines, LABELS, {}, table)
    return {slot.name: "|".join(v.text for v in slot.values) for slot in slots}


def test_a_value_stays_in_its_half_of_a_two_column_form() -> None:
    halves = Table((0, 200, 700, 1400), (0, 60, 120, 180))
    found = read(
        halves,
        line("小区", 20, 10),
        line("问题描述：", 720, 10),
        line("联系电话", 20, 70),
        line("13812345678", 220, 70),
        line("详细地址", 20, 130),
        line("3号502室", 220, 130),
        line("垃圾厢房两天没人清运", 720, 30, height=24),
    )
    assert found == {
        "community": "",
        "description": "垃圾厢房两天没人清运",
        "phone": "13812345678",
        "address": "3号502室",
    }


def test_what_stands_above_a_label_in_its_cell_is_no_name() -> None:
    found = read(
        Table((0, 700), (0, 200)),
        line("接访记录", 200, 10),
        line("居民", 20, 100),
        line("沈桂芳", 220, 100),
        line("电话：13812345678", 20, 220),
        line("问题：厨房水管漏水", 20, 280),
    )
    assert found["caller"] == "沈桂芳"


def test_what_stands_below_a_heading_is_its_value_down_the_column() -> None:
    register = Table((0, 300, 700), (0, 60, 120, 180))
    found = read(
        register,
        line("来电人", 20, 10),
        line("联系电话", 320, 10),
        line("沈桂芳", 20, 70),
        line("13812345678", 320, 70),
        line("孟立群", 20, 130),
        line("13912345678", 320, 130),
    )
    assert found == {"caller": "沈桂芳|孟立群", "phone": "13812345678|13912345678"}  # asked about


def test_a_cell_below_several_headings_belongs_to_none_of_them() -> None:
    """The rules between its columns were too faint: they are told by where the words stand."""
    heads = ("来电人", "联系电话", "小区", "问题描述")
    values = ("沈桂芳", "13812345678", "丰翔新城", "厨房漏水，请来")
    register = Table((0, 400, 800, 1200, 1600), (0, 60))
    register.all.append(Cell(0, 60, 1596, 116))
    found = read(
        register,
        *(line(head, 20 + 400 * i, 10) for i, head in enumerate(heads)),
        *(line(value, 20 + 400 * i, 70) for i, value in enumerate(values)),
    )
    assert found == dict(zip(("caller", "phone", "community", "description"), values, strict=True))


def test_an_unread_label_is_no_value_of_the_label_above_it() -> None:
    table = Table((0, 200, 700), (0, 60, 120, 180))
    found = read(
        table,
        line("联系电话", 20, 10),
        line("13812345678", 220, 10),
        line("区名", 20, 70),
        line("丰翔新城", 220, 70),
        line("报修人", 20, 130),
        line("沈桂芳", 220, 130),
    )
    assert found == {"phone": "13812345678", "caller": "沈桂芳"}


@pytest.mark.parametrize(("x", "value"), [(220, "沈桂芳"), (420, "沈桂芳")])
def test_a_value_may_stand_anywhere_in_its_cell(x: float, value: str) -> None:
    found = read(Table((0, 200, 700), (0, 60, 120)), line("报修人", 20, 10), line(value, x, 25))
    assert found == {"caller": value}


def test_a_box_alone_has_its_label_outside() -> None:
    box = Table((200, 700), (0, 60))
    assert read(box, line("报修人", 20, 10), line("沈桂芳", 220, 10)) == {"caller": "沈桂芳"}


def test_a_box_within_the_paper_s_own_edge_has_its_label_outside_as_well() -> None:
    table = Table((40, 800), (100, 200))
    table.all.append(Cell(0, 0, 900, 400))
    found = read(
        table,
        line("【事件经过】", 10, 40),
        line("厨房漏水，地上全是水", 60, 120),
        line("【小区】丰翔新城", 10, 260),
    )
    assert found["description"] == "厨房漏水，地上全是水"


def test_what_a_fold_cuts_off_a_value_goes_back_to_it() -> None:
    folded = Table((0, 200, 380, 700), (0, 60))
    pieces = (line("13812", 220, 10), line("345678", 385, 10))
    assert read(folded, line("联系电话", 20, 10), *pieces) == {"phone": "13812|345678"}


def test_cells_are_neighbours_across_a_rule_only() -> None:
    cell = Cell(100, 0, 200, 50)
    assert cell.right_of(Cell(0, 0, 95, 50)) == 50
    assert cell.right_of(Cell(0, 0, 60, 50)) == 0  # too far
    assert cell.right_of(Cell(0, 40, 95, 90)) == 0  # hardly beside it
    assert Cell(0, 55, 100, 90).below(Cell(0, 0, 100, 50)) == 100


def test_a_stamp_s_words_take_no_description_out_of_its_cell() -> None:
    found = read(
        Table((0, 200, 900), (0, 60, 240)),
        line("联系电话", 20, 10),
        line("13812345678", 220, 10),
        line("诉求内容", 20, 140),
        line("地下室储藏间渗水，地上", 220, 80),
        line("已经有一指深", 220, 140),
        line("受理", 700, 200),  # of 热线受理专用章
    )
    assert found["description"] == "地下室储藏间渗水，地上|已经有一指深"


def test_what_a_fold_cut_off_the_first_of_two_rows_stays_in_it() -> None:
    found = read(
        Table((0, 200, 612, 1400), (0, 60, 200)),
        line("电话", 20, 10),
        line("13812345678", 220, 10),
        line("问题", 20, 70),
        line("早上六点起全楼", 400, 70),
        line("停水，没有通知，家里", 614, 70),
        line("有刚出生的婴儿", 400, 106),
    )
    assert found["description"] == "早上六点起全楼|停水，没有通知，家里|有刚出生的婴儿"


def test_the_last_character_on_a_notebook_s_next_rule_is_the_description_s() -> None:
    found = read(
        Table((0, 1400), (0, 60, 120, 180)),
        line("电话：13812345678", 60, 10),
        line("情况：电梯突然不动，我爱人困在里面出不", 60, 70),
        line("来", 60, 130),
    )
    assert found["description"] == "电梯突然不动，我爱人困在里面出不|来"


def test_a_label_in_two_rows_of_one_cell_asks_for_one_thing() -> None:
    table = Table((0, 200, 1400), (0, 60, 240))
    rows = [line("厨房水管漏水，地上全是水", 220, 80), line("请快点来修", 220, 130)]
    asked = (line("来电人", 20, 10), line("沈桂芳", 220, 10))
    found = read(table, *asked, line("来电", 20, 110), line("内容", 20, 144), *rows)
    assert found == {"caller": "沈桂芳", "description": "厨房水管漏水，地上全是水|请快点来修"}


def test_two_labels_in_one_cell_ask_for_one_thing_each_where_the_first_asks_for_a_person() -> None:
    table = Table((0, 200, 700, 900, 1400), (0, 100, 200))
    found = read(
        table,
        *(line("来电", 20, 20), line("时间", 20, 54), line("12月3日 8:30", 220, 30)),
        *(line("小区", 720, 20), line("名称", 720, 54), line("丰翔新城", 920, 30)),
        *(line("业主", 20, 120), line("电话", 20, 154)),
        *(line("沈桂芳", 220, 120), line("13812345678", 220, 154)),
    )
    assert (found["time"], found["community"]) == ("12月3日 8:30", "丰翔新城")
    assert (found["caller"], found["phone"]) == ("沈桂芳", "13812345678")


def test_a_label_in_two_rows_may_ask_for_none_of_ours() -> None:
    table = Table((0, 200, 1400), (0, 60, 160))
    asked = (line("电话", 20, 10), line("13812345678", 220, 10))
    called = (line("回访", 20, 80), line("情况", 20, 114), line("非常满意", 220, 90))
    assert read(table, *asked, *called) == {"phone": "13812345678"}


def test_labels_in_two_cells_are_two() -> None:
    table = Table((0, 200, 1400), (0, 50, 100))
    found = read(
        table,
        *(line("联系", 20, 10), line("13812345678", 220, 10)),
        *(line("小区", 20, 54), line("丰翔新城", 220, 54)),
    )
    assert found["community"] == "丰翔新城"


def test_a_sentence_is_the_description_s_though_another_label_of_the_cell_is_nearer() -> None:
    """The rule between the two labels was not seen."""
    page = Table((0, 200, 900), (0, 400))
    found = read(
        page,
        line("楼盘", 20, 10),
        line("内容", 20, 260),
        line("丰翔新城", 220, 10),
        line("花坛里杂草半人高，蚊虫多", 220, 70),
        line("电话：13812345678", 20, 440),
    )
    assert found["description"] == "花坛里杂草半人高，蚊虫多"
    assert found["community"] == "丰翔新城"
