"""Both engines are real: each reads a form, leaves a menu alone, and says so as JSON."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.commands.read import run
from bot.demo.cast import ROSTER
from bot.ocr import read
from bot.ocr.engines import engine
from bot.pictures.fonts import font
from bot.roster_file import read_roster
from models.intake import FIELDS, Verdict, Why

SAMPLES = ROSTER.with_name("samples")
DIRECTORY = read_roster(ROSTER).directory()


def path(name: str) -> Path:
    return SAMPLES / f"{name}.jpg"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("rapidocr", "排水"),
        ("tesseract", "管道"),
    ],  # ticked; seen by no other: what is told implies it
)
def test_an_engine_reads_a_form(name: str, kind: str) -> None:
    (reading,) = read(path("sewage_ticks"), DIRECTORY, engine=name)
    assert reading.verdict is Verdict.DISPATCH
    assert reading.firm == "申和物业"
    assert reading.fields["community"].value == "洛场新村"
    assert reading.fields["phone"].value == "021-66501234"
    assert reading.fields["category"].value == kind


@pytest.mark.parametrize("name", ["rapidocr", "tesseract"])
def test_an_engine_leaves_alone_what_is_no_form(name: str) -> None:
    (reading,) = read(path("canteen_menu"), DIRECTORY, engine=name)
    assert reading.verdict is Verdict.IGNORE


def test_an_unknown_engine_is_an_error() -> None:
    with pytest.raises(ValueError, match="magic"):
        engine("magic")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_or_head_is_read(tmp_path: Path, turn: int) -> None:
    turned = tmp_path / "turned.jpg"
    with Image.open(path("leak_printed")) as image:
        image.rotate(turn, expand=True).save(turned, quality=92)
    (reading,) = read(turned, DIRECTORY)
    assert (reading.verdict, reading.firm) == (Verdict.DISPATCH, "复瑞物业")


def test_columns_of_labels_do_not_turn_a_page_on_its_side() -> None:
    page = Image.new("RGB", (1240, 900), "white")
    draw, type_ = ImageDraw.Draw(page), font(40)
    labels = ("来电时间", "联系电话", "门牌室号", "紧急程度", "处理结果")
    for column, label in enumerate(labels):
        for row, letter in enumerate(label):
            draw.text((60 + 230 * column, 60 + 50 * row), letter, fill="black", font=type_)
    draw.text((60, 400), "北门道闸杆被撞弯，夜间无人看管", fill="black", font=type_)
    draw.text((60, 500), "1188弄36号1802室", fill="black", font=type_)
    found = {line.text for line in engine("rapidocr").read(np.asarray(page))}
    assert found >= {*labels, "1188弄36号1802室"}


def test_rows_of_empty_brackets_do_not_turn_a_page_over() -> None:
    page = Image.new("RGB", (1240, 700), "white")
    draw, type_ = ImageDraw.Draw(page), font(34)
    rows = ("小区  丰翔新城", "来电人  沈桂芳", "电话  13812345678")
    for n, row in enumerate((*rows, *[""], "（　）" * 9, "（　）" * 9, "（　）" * 8)):
        draw.text((80, 60 + 80 * n), row, fill="black", font=type_)
    text = "".join(line.text for line in engine("rapidocr").read(np.asarray(page)))
    assert "丰翔新城" in text
    assert "13812345678" in text


def test_exif_orientation_is_honoured(tmp_path: Path) -> None:
    stored = tmp_path / "exif.jpg"
    with Image.open(path("leak_printed")) as image:
        exif = Image.Exif()
        exif[0x0112] = 6
        image.rotate(90, expand=True).save(stored, quality=92, exif=exif)
    (reading,) = read(stored, DIRECTORY)
    assert reading.firm == "复瑞物业"
    box = reading.fields["phone"].box
    assert box is not None
    assert box[1][0] - box[0][0] > abs(box[1][1] - box[0][1])  # lies upright in the photo


@pytest.mark.parametrize("ending", ["png", "webp", "heic", "pdf"])
def test_other_kinds_of_file_are_read(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"form.{ending}"
    with Image.open(path("leak_printed")) as image:
        image.save(file)
    (reading,) = read(file, DIRECTORY)
    assert reading.firm == "复瑞物业"


def test_each_page_of_a_pdf_is_a_form(tmp_path: Path) -> None:
    file = tmp_path / "two.pdf"
    pages = [Image.open(path(name)) for name in ("leak_printed", "canteen_menu", "lift_neat")]
    pages[0].save(file, save_all=True, append_images=pages[1:])
    verdicts = [(r.verdict, r.firm) for r in read(file, DIRECTORY)]
    assert verdicts == [
        (Verdict.DISPATCH, "复瑞物业"),
        (Verdict.IGNORE, None),
        (Verdict.DISPATCH, "复瑞物业"),
    ]


def test_a_look_alike_is_asked_about_with_its_field_shown() -> None:
    (reading,) = read(path("lookalike"), DIRECTORY)
    assert reading.verdict is Verdict.ASK
    (doubt,) = reading.doubts
    assert (doubt.field, doubt.why, doubt.likely[0]) == ("community", Why.LOOKALIKE, "丰翔新城")
    assert reading.fields["community"].box is not None


def test_json_has_a_line_a_photo(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([path("leak_printed"), path("no_community")], ROSTER, "rapidocr", True) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert set(first["fields"]) == set(FIELDS)
    assert first["fields"]["phone"]["value"] == "13812345678"
    assert 0 < first["fields"]["phone"]["confidence"] <= 1
    assert (first["verdict"], first["firm"], first["doubts"]) == ("dispatch", "复瑞物业", [])
    assert second["verdict"] == "ask"
    assert second["doubts"][0]["why"] == "missing"
    assert second["seconds"] > 0


def test_a_broken_file_is_a_line_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "form.jpg"
    out = io.BytesIO()
    Image.new("RGB", (300, 300)).save(out, "JPEG")
    broken.write_bytes(out.getvalue()[:200])
    assert run([broken], ROSTER, "rapidocr", True) == 1
    assert json.loads(capsys.readouterr().out)["error"] == "broken"


def test_a_file_that_is_not_there_is_named_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert run([tmp_path / "nope.jpg"], ROSTER, "rapidocr", False) == 1
    assert "打不开这个文件，请核对文件名" in "".join(capsys.readouterr().out.split())


def test_the_table_says_all_of_a_photo_on_a_narrow_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    menu = tmp_path / "menu.jpg"
    menu.write_text("宫保鸡丁")
    assert run([path("lookalike"), path("leak_printed"), menu], ROSTER, "rapidocr", False) == 1
    cells = [row.split("│") for row in capsys.readouterr().out.splitlines()]
    words = "".join(
        "".join(part.strip() for part in column)
        for column in zip(*(c for c in cells if len(c) == 7), strict=True)
    )
    for said in (
        "要问ask",
        "复瑞物业",
        "13812345678",
        "花名册上没有「丰翔新苑」",
        "这个文件不是图片",
    ):
        assert said in words.replace(" ", "")
