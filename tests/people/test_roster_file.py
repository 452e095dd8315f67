"""Reading and writing the roster as its secretary keeps it; a mistake is named with its line."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from bot.roster_file import COLUMNS, RosterRow, read_roster, write_roster
from models.tables.firm import FirmKind
from tests.people.cast import FURUI, USUAL

HEAD = ",".join(COLUMNS)


def _written(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = folder / "roster.csv"
    path.write_text("\n".join([HEAD, *lines]) + "\n", encoding=encoding)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_it_reads_what_excel_saves(tmp_path: Path, encoding: str) -> None:
    line = "复瑞物业,物业,电梯、消防,丰翔新城,丰翔，翔城,陈晓东,13900000051,@chen"
    (row,) = read_roster(_written(tmp_path, line, encoding=encoding)).rows
    assert row == RosterRow(
        line=2,
        firm=FURUI,
        skills=("电梯", "消防"),
        community="丰翔新城",
        aliases=("丰翔", "翔城"),
        lead="陈晓东",
        phone="13900000051",
        telegram="@chen",
    )


def test_it_skips_empty_lines_and_counts_them(tmp_path: Path) -> None:
    rows = read_roster(_written(tmp_path, "复瑞物业", ",,,,,,,", "蓝盾消防,专业机构")).rows
    assert [(r.line, r.firm, r.kind) for r in rows] == [
        (2, "复瑞物业", FirmKind.PROPERTY),
        (4, "蓝盾消防", FirmKind.SPECIALIST),
    ]


def test_a_number_that_excel_made_of_a_phone_is_a_phone_again(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(COLUMNS))
    sheet.append([FURUI, None, None, None, None, "陈晓东", 13900000000.0, 51])
    book.save(tmp_path / "r.xlsx")
    (row,) = read_roster(tmp_path / "r.xlsx").rows
    assert (row.phone, row.telegram) == ("13900000000", "51")


@pytest.mark.parametrize("name", ["roster.csv", "r.xlsx"])
def test_marks_that_nobody_sees_are_left_out(tmp_path: Path, name: str) -> None:
    cells = (
        "复瑞\u200b物业",
        "",
        "",
        "丰翔\u200b新城",
        "",
        "陈晓东",
        "\u202d13900000001\u202c",
        "",
    )
    _written(tmp_path, ",".join(cells))
    book = Workbook()
    for line in (COLUMNS, cells):
        book.worksheets[0].append(list(line))
    book.save(tmp_path / "r.xlsx")
    (row,) = read_roster(tmp_path / name).rows
    assert (row.firm, row.community, row.phone) == (FURUI, "丰翔新城", "13900000001")


@pytest.mark.parametrize("name", ["r.csv", "r.xlsx"])
def test_what_was_written_reads_the_same(tmp_path: Path, name: str) -> None:
    write_roster(tmp_path / name, USUAL)
    read = read_roster(tmp_path / name).rows
    assert [row.cells for row in read] == [row.cells for row in USUAL]


def test_a_name_that_begins_like_a_formula_stays_a_name(tmp_path: Path) -> None:
    write_roster(tmp_path / "r.xlsx", [RosterRow(2, FURUI, lead='=HYPERLINK("http://x")')])
    cell = load_workbook(tmp_path / "r.xlsx").worksheets[0].cell(2, 6)
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://x")')
