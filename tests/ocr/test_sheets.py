"""Several forms in one photo: each is read by itself, and none is lost."""

from pathlib import Path

import pytest
from PIL import Image

from bot.demo.cast import ROSTER
from bot.ocr import read
from bot.ocr.copies import without_copies
from bot.ocr.page.lines import Glyph, Line
from bot.ocr.sheets import sheets
from bot.roster_file import read_roster
from models.intake import Reading, Value, Verdict
from models.labels.listed import LABELS

DIRECTORY = read_roster(ROSTER).directory()
SAMPLES = ROSTER.with_name("samples")
FORM = ("小区：丰翔新城", "电话：13812345678", "地址：3号502室", "姓名：沈建国", "内容：漏水")


def line(text: str, x: float, y: float) -> Line:
    glyphs = tuple(Glyph(c, (n + 0.5) / len(text), 0.9) for n, c in enumerate(text))
    right = x + 20 * len(text)
    return Line(((x, y), (right, y), (right, y + 20), (x, y + 20)), glyphs)


def form(x: float, y: float, rows: tuple[str, ...] = FORM) -> list[Line]:
    return [line(text, x, y + 40 * number) for number, text in enumerate(rows)]


@pytest.mark.parametrize("corners", [((0, 0), (500, 0)), ((0, 0), (0, 400)), ((500, 30), (0, 0))])
def test_each_form_has_its_own_lines(corners: tuple[tuple[int, int], ...]) -> None:
    lines = [one for x, y in corners for one in form(x, y)]
    found = sheets(lines, LABELS)
    assert len(found) == 2
    assert all(len(part) == len(FORM) for part in found)


def test_three_in_a_row_and_one_below_are_four() -> None:
    lines = [one for x, y in ((0, 0), (500, 0), (1000, 0), (0, 600)) for one in form(x, y)]
    assert [len(part) for part in sheets(lines, LABELS)] == [5, 5, 5, 5]


def test_a_form_that_asks_for_two_people_is_one() -> None:
    rows = (*FORM, "被投诉人姓名：王明", "电话：13912345678", "小区：丰翔新城", "地址：5号101室")
    assert len(sheets(form(0, 0, rows), LABELS)) == 1


def test_nothing_is_no_sheet() -> None:
    assert sheets([], LABELS) == []


def together(folder: Path, left: str, right: str) -> Path:
    """A photo of two samples side by side."""
    pictures = [Image.open(SAMPLES / f"{name}.jpg") for name in (left, right)]
    height = min(picture.height for picture in pictures)
    fitted = [one.resize((one.width * height // one.height, height)) for one in pictures]
    both = Image.new("RGB", (sum(one.width for one in fitted), height), "white")
    both.paste(fitted[0], (0, 0))
    both.paste(fitted[1], (fitted[0].width, 0))
    both.save(folder / "both.jpg", quality=92)
    return folder / "both.jpg"


def test_two_slips_side_by_side_are_two_readings(tmp_path: Path) -> None:
    alone = [read(SAMPLES / f"{name}.jpg", DIRECTORY)[0] for name in ("leak_printed", "lift_neat")]
    both = read(together(tmp_path, "leak_printed", "lift_neat"), DIRECTORY)
    names = ("community", "phone", "address", "description")
    said = [[one.fields[name].value for name in names] for one in both]
    assert said == [[one.fields[name].value for name in names] for one in alone]
    assert [one.leaf for one in both] == [0, 0]


def test_a_form_and_its_counterfoil_are_one_reading(tmp_path: Path) -> None:
    assert len(read(together(tmp_path, "leak_printed", "leak_printed"), DIRECTORY)) == 1


def said(**fields: str) -> Reading:
    told = {"community": "丰翔新城", "phone": "13812345678", "address": "3号502室", **fields}
    return Reading(Verdict.DISPATCH, fields={name: Value(text, 0.9) for name, text in told.items()})


def test_a_counterfoil_says_in_a_word_what_the_form_says() -> None:
    stub = said(description="道闸")
    form = said(description="早高峰道杆抬不起来，车子排到马路上", category="道闸")
    begun = said(description="早高峰道杆抬不起来")
    assert without_copies([stub, form, begun]) == [form]


def test_two_troubles_of_one_resident_are_two() -> None:
    other = said(description="漏水"), said(description="电梯停在三楼，按钮没反应", category="电梯")
    neighbour = said(description="电梯", address="3号503室")
    assert without_copies([*other, neighbour]) == [*other, neighbour]


def test_a_form_beside_something_else_is_one_reading(tmp_path: Path) -> None:
    (reading,) = read(together(tmp_path, "leak_printed", "canteen_menu"), DIRECTORY)
    (alone,) = read(SAMPLES / "leak_printed.jpg", DIRECTORY)
    assert reading.verdict is alone.verdict
    assert reading.fields["phone"].value == alone.fields["phone"].value
