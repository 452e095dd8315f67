"""A faulty roster is refused whole, in one sentence that names the row and says what to do."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image

from bot.roster_file import COLUMNS, RosterError, read_roster
from bot.roster_file.table import MOST_LINES
from models.tables.firm import FirmKind
from tests.people.cast import FURUI

HEAD = ",".join(COLUMNS)
Build = Callable[[Path], object]


def lines(*rows: str, head: str = HEAD, encoding: str = "utf-8", ending: str = "\n") -> Build:
    text = ending.join([head, *rows]) + ending
    return lambda path: path.write_bytes(text.encode(encoding))


def content(data: bytes) -> Build:
    return lambda path: path.write_bytes(data)


def sheet(*rows: Sequence[object], merge: str = "") -> Build:
    def build(path: Path) -> None:
        book = Workbook()
        page = book.worksheets[0]
        for row in (COLUMNS, *rows):
            page.append(list(row))
        if merge:
            page.merge_cells(merge)
        book.save(path)

    return build


def picture(path: Path) -> None:
    Image.new("RGB", (40, 30)).save(path, "JPEG")


def read(folder: Path, name: str, build: Build) -> RosterError:
    """The error that the file ends in."""
    build(folder / name)
    with pytest.raises(RosterError) as error:
        read_roster(folder / name)
    return error.value


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (",物业,,丰翔新城", "缺物业公司，每一行都要写"),
        ("复瑞物业,公司", "类型应为 物业 或 专业机构，不是「公司」"),
        ("复瑞物业,,,,,陈晓东,,chen", "Telegram 应为数字 id 或 @用户名"),
        ("复瑞物业,,,,,陈晓东,,²", "Telegram"),
        ("复瑞物业,,,,,陈晓东,,@陈", "Telegram"),
        ("复瑞物业,,,,,陈晓东,,9999999999999999", "Telegram"),
        ("复瑞物业,,,,,陈晓东,1390000000,", "手机「1390000000」不是完整的电话号码"),
        ("复瑞物业,,,,,陈晓东,13900000000、139,", "手机「139」"),
        (
            "复瑞物业,,,,,陈晓东,1.39E+10,",
            "手机「1.39E+10」",
        ),
        ("复瑞物业,,,,,陈晓东,无,", "手机「无」"),
        ("复瑞物业,,,丰翔新城,丰翔,翔城,陈晓东,13900000000,51", "比表头多出「51」"),
        ("复瑞物业,,,,甲村", "别名「甲村」已指 不明的小区"),
        ("复瑞物业,,,甲村,乙村\n复瑞物业,,,乙村", "别名「乙村」已指 乙村"),
        ('复瑞物业,,,"丰翔新城', "引号没有成对"),
        ("复瑞物业,,,丰翔新城、大华二村", "小区「丰翔新城、大华二村」像是写了几个"),
        ('复瑞物业,,,"丰翔新城,大华二村"', "小区「丰翔新城,大华二村」像是写了几个"),
        ("复瑞物业,,,,,陈晓东/徐磊,13900000051、13900000052,", "负责人「陈晓东/徐磊」像是写了几个"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row(tmp_path: Path, row: str, named: str) -> None:
    said = str(read(tmp_path, "r.csv", lines(row)))
    assert f"第 2 行：{named}" in said
    _is_one_plain_line(said, tmp_path / "r.csv")


def _is_one_plain_line(said: str, path: Path) -> None:
    assert said.startswith(str(path))
    assert " / " in said
    assert "\n" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        (
            ("复瑞物业,,,丰翔新城", "万安物业,,,丰翔新城"),
            "第 3 行：丰翔新城 在第 2 行已属 复瑞物业",
        ),
        (("复瑞物业,,,甲村,村", "", "复瑞物业,,,乙村,村"), "第 4 行：别名「村」已指 甲村"),
        (("复瑞物业,,,,,甲,,@x", "万安物业,,,,,甲,,@X"), "第 3 行：@X 在第 2 行已是 复瑞物业"),
    ],
)
def test_rows_that_say_against_each_other_are_both_named(
    tmp_path: Path, rows: tuple[str, ...], named: str
) -> None:
    said = str(read(tmp_path, "r.csv", lines(*rows)))
    assert named in said
    _is_one_plain_line(said, tmp_path / "r.csv")


@pytest.mark.parametrize(
    ("name", "build", "named"),
    [
        ("r.csv", content(b""), "是空的"),
        ("r.xlsx", content(b""), "是空的"),
        ("r.csv", content(b" \r\n\r\n"), "是空的"),
        ("r.csv", lines(), "只有表头"),
        ("r.csv", lines("复瑞物业", head="公司,小区"), f"第 1 行应为 {HEAD} ，现在是「公司,小区」"),
        ("r.csv", lines("复瑞物业", head="\n公司,小区"), "第 2 行应为"),
        ("r.csv", content(b"\x81\xff\xff\x00"), "编码不认识"),
        ("r.csv", content(b"\xff\xfe\xfa\xff"), "第 1 行应为"),
        ("r.csv", picture, "是图片或 PDF"),
        ("r.xlsx", picture, "是图片或 PDF"),
        ("r.xlsx", content(b"%PDF-1.7"), "是图片或 PDF"),
        ("r.xls", content(b"\xd0\xcf\x11\xe0\xa1"), "旧版 .xls 或加了密码"),
        ("r.xlsx", content(b"PK\x03\x04 and no more"), "不是完好的 Excel 文件"),
        ("r.xlsx", content(b"no zip"), "第 1 行应为"),
        (
            "r.xlsx",
            sheet((FURUI, "", "", date(2024, 3, 5))),
            "第 2 行：「小区」被 Excel 当成了日期",
        ),
        ("r.xlsx", sheet((FURUI, "", "", "#REF!")), "第 2 行：「小区」是出错的公式"),
        ("r.xlsx", sheet((FURUI,), (FURUI, "公司")), "第 3 行：类型应为"),
        (
            "r.xlsx",
            sheet((FURUI, "", "", "甲村"), ("", "", "", "乙村"), merge="A2:A3"),
            "第 3 行：缺物业公司",
        ),
        ("r.csv", lines(*["复瑞物业"] * (MOST_LINES + 1)), f"超过 {MOST_LINES} 行"),
    ],
)
def test_a_file_that_is_no_roster_is_refused_in_a_sentence(
    tmp_path: Path, name: str, build: Build, named: str
) -> None:
    said = str(read(tmp_path, name, build))
    assert named in said
    _is_one_plain_line(said, tmp_path / name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="找不到花名册"):
        read_roster(tmp_path / "none.csv")


ROW = "蓝盾消防,专业机构,消防,,,陈晓东,+86 139-0000-0051,@chen"


@pytest.mark.parametrize(
    ("name", "build"),
    [
        ("r.csv", lines(ROW)),
        ("r.csv", lines(ROW, encoding="utf-8-sig", ending="\r\n")),
        ("r.csv", lines(ROW, encoding="gb18030")),
        ("r.csv", lines(ROW, encoding="utf-16")),
        ("r.csv", lines(ROW.replace(",", ";"), head=HEAD.replace(",", ";"))),
        ("r.csv", lines(ROW.replace(",", "\t"), head=HEAD.replace(",", "\t"))),
        ("r.csv", lines("", ",,,,,,,", ROW, "")),
        ("r.csv", lines(ROW + ",备注在此", head=HEAD + ",备注")),
        ("r.txt", lines(f" {ROW} ")),
        ("r.xlsx", sheet(ROW.split(","))),
        ("renamed.csv", sheet(ROW.split(","), (None,) * 8)),
    ],
)
def test_what_excel_and_people_save_is_read_all_the_same(
    tmp_path: Path, name: str, build: Build
) -> None:
    build(tmp_path / name)
    (row,) = read_roster(tmp_path / name).rows
    assert (row.firm, row.kind, row.skills) == ("蓝盾消防", FirmKind.SPECIALIST, ("消防",))
    assert (row.lead, row.telegram) == ("陈晓东", "@chen")


@pytest.mark.parametrize(
    "phone",
    [
        "13900000051",
        "021-56681234",
        "02156681234",
        "56681234",
        "13900000051、021-56681234",
        "(021) 5668 1234",
        "021-56681234转8",
        "400-820-1234",
    ],
)
def test_a_whole_number_is_taken_as_it_is_written(tmp_path: Path, phone: str) -> None:
    lines(f"复瑞物业,,,,,陈晓东,{phone}")(tmp_path / "r.csv")
    assert read_roster(tmp_path / "r.csv").rows[0].phone == phone
