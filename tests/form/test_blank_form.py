import weakref
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from bot.__main__ import main
from bot.blank_form import draw_form, save_forms, saving
from bot.commands.form import heading, run
from bot.ocr.page.picture import count, page
from models.form_layout import CELLS, QR, TITLE, Rect, code

_MM = 300 / 25.4


def part(sheet: Image.Image, place: Rect) -> Image.Image:
    left, top, right, bottom = place.x, place.y, place.right, place.bottom
    return sheet.crop((left * _MM, top * _MM, right * _MM, bottom * _MM))


def ink(picture: Image.Image) -> float:
    return float((np.asarray(picture.convert("L")) < 128).mean())


def test_it_is_a_sheet_of_a4_at_300_dpi() -> None:
    assert draw_form("大场镇物业服务联合体", 1).size == (2480, 3508)


def test_its_code_tells_the_running_number() -> None:
    square = np.asarray(part(draw_form("联合体", 123), QR.inside(-3)))
    text, _, _ = cv2.QRCodeDetector().detectAndDecode(square)
    assert text == code(123)


def test_a_long_name_stays_between_the_marks() -> None:
    sheet = draw_form("上海市宝山区大场镇物业服务企业及专业机构联合体", 1, hotline="021-56680000")
    beside = Rect(TITLE.right, TITLE.y, QR.x - TITLE.right, TITLE.height).inside(0.3)
    assert ink(part(sheet, beside)) == 0
    assert ink(part(sheet, TITLE)) > 0.02


def test_the_hotline_is_printed() -> None:
    with_number = ink(part(draw_form("联合体", 1, hotline="021-56680000"), TITLE))
    assert with_number > ink(part(draw_form("联合体", 1), TITLE))


def test_cells_to_write_in_are_empty() -> None:
    sheet = draw_form("联合体", 1)
    for name in ("time", "caller", "community", "address", "operator", "description"):
        assert ink(part(sheet, CELLS[name].inside(1))) == 0


@pytest.mark.parametrize("number", [0, -1, 100_000_000])
def test_a_number_that_is_none_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        draw_form("联合体", number)


def test_forms_are_saved_as_png_each_and_one_pdf(tmp_path: Path) -> None:
    paths = save_forms(tmp_path / "new", "联合体", 7, 2)
    assert [path.name for path in paths] == [
        "form-000007.png",
        "form-000008.png",
        "forms-000007-000008.pdf",
    ]
    shapes = [page(paths[-1], number).shape for number in range(count(paths[-1]))]
    assert [height / width for height, width, _ in shapes] == pytest.approx(
        [297 / 210] * 2, rel=0.01
    )


def test_however_many_there_are_few_are_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[weakref.ref[Image.Image]] = []
    most = 0

    def small(_: str, number: int, **__: str) -> Image.Image:
        nonlocal most
        sheet = Image.new("L", (210, 297), number)
        drawn.append(weakref.ref(sheet))
        most = max(most, sum(ref() is not None for ref in drawn))
        return sheet

    monkeypatch.setattr(saving, "draw_form", small)
    (tmp_path / "forms-000101-000150.pdf").write_bytes(b"of the last time")
    *_, pdf = save_forms(tmp_path, "联合体", 101, 50)
    with PdfDocument(pdf) as document:
        assert [round(page.render().to_numpy().mean()) for page in document] == [*range(101, 151)]
    assert most <= 20


def test_the_command_says_where_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "联合体", 1, 1, "") == 0
    assert str(tmp_path / "forms-000001-000001.pdf") in capsys.readouterr().out


@pytest.mark.parametrize(("first", "count"), [(0, 1), (1, 0)])
def test_the_command_refuses_wrong_numbers_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], first: int, count: int
) -> None:
    assert run(tmp_path, "联合体", first, count, "") == 1
    assert "没有写成" in capsys.readouterr().err


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(
        """
        [[federations]]
        name = "大场镇物业服务联合体"
        chat_id = -1
        hotline = "021-56680000"
        [[federations]]
        name = "庙行镇物业服务联合体"
        chat_id = -2
        """,
        encoding="utf-8",
    )
    return path


def test_the_form_is_headed_as_the_config_says(tmp_path: Path, config: Path) -> None:
    name = "大场镇物业服务联合体"
    assert main(["form", str(tmp_path), "--config", str(config), "--federation", name]) == 0
    with Image.open(tmp_path / "form-000001.png") as printed:
        headed = draw_form(name, 1, hotline="021-56680000")
        assert printed.convert("L").tobytes() == headed.convert("L").tobytes()


@pytest.mark.parametrize(
    ("name", "hotline", "headed"),
    [
        ("大场镇物业服务联合体", "12345", ("大场镇物业服务联合体", "12345")),
        ("庙行镇物业服务联合体", None, ("庙行镇物业服务联合体", "")),
        ("顾村镇物业服务联合体", None, ("顾村镇物业服务联合体", "")),
        (None, None, ("物业服务联合体", "")),
    ],
)
def test_what_is_said_goes_before_the_config(
    config: Path, name: str | None, hotline: str | None, headed: tuple[str, str]
) -> None:
    assert heading(config, name, hotline) == headed


def test_the_only_federation_need_not_be_named(config: Path) -> None:
    one, _, _ = config.read_text(encoding="utf-8").rpartition("[[federations]]")
    config.write_text(one, encoding="utf-8")
    assert heading(config, None, None) == ("大场镇物业服务联合体", "021-56680000")
    assert heading(None, None, None) == ("物业服务联合体", "")
