import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.blank_form import draw_form
from bot.ocr.own_form import cells
from bot.ocr.own_form.registered import register
from bot.ocr.page.picture import Pixels
from models.form_layout import CELLS, MARKS, PAGE, TICKS, Rect
from tests.form.filled import FIELDS, photo, sheet, slanted

BLANK = draw_form("联合体", 42).convert("RGB").resize((1240, 1754))
_MM = 1240 / PAGE[0]


def covered(picture: Image.Image, places: list[Rect], colour: str = "white") -> Pixels:
    """The sheet with these places painted over."""
    picture = picture.copy()
    draw = ImageDraw.Draw(picture)
    for place in places:
        draw.rectangle(
            [place.x * _MM, place.y * _MM, place.right * _MM, place.bottom * _MM], fill=colour
        )
    return np.asarray(picture)


@pytest.mark.parametrize("kind", ["scan", "good", "phone", "harsh"])
def test_a_photo_of_it_is_registered_whatever_the_camera(kind: str) -> None:
    (form,) = register(photo(kind))
    assert [cells.ticked(form, name).value for name in TICKS] == [
        FIELDS["category"],
        FIELDS["urgency"],
    ]
    assert cells.digits(form).count == 11


@pytest.mark.parametrize("turns", range(4))
def test_it_is_turned_upright_by_its_marks(turns: int) -> None:
    (form,) = register(np.rot90(np.asarray(BLANK), turns).copy())
    assert form.number == 42


def test_a_field_is_found_where_it_is_in_the_photo() -> None:
    view, matrix = slanted(sheet())
    (form,) = register(view)
    for name, cell in CELLS.items():
        corners = np.array([cell.corners]) * _MM
        true = cv2.perspectiveTransform(corners, matrix)[0]
        assert np.abs(np.array(form.box(cell)) - true).max() < 4, name  # pixels; 1 mm here


def test_a_bend_of_the_paper_is_taken_out() -> None:
    picture = np.asarray(sheet())
    y, x = np.mgrid[: picture.shape[0], : picture.shape[1]].astype(np.float32)
    down = 3.0 * _MM * np.sin(x / picture.shape[1] * np.pi)
    sagging = cv2.remap(picture, x, y - down.astype(np.float32), cv2.INTER_LINEAR)
    (form,) = register(np.asarray(sagging, np.uint8))
    marks = 3.0 * np.sin(14 / PAGE[0] * np.pi)  # they sag as well, so much
    assert form.bend[round(PAGE[0] / 2)] == pytest.approx(3.0 - marks, abs=0.3)
    assert cells.ticked(form, "category").value == FIELDS["category"]


def test_three_marks_are_enough() -> None:
    assert len(register(covered(BLANK, [MARKS[2]]))) == 1


def test_two_are_not() -> None:
    assert register(covered(BLANK, [MARKS[0], MARKS[2]])) == []


def test_each_of_several_sheets_in_a_photo_is_registered() -> None:
    other = draw_form("联合体", 43).convert("RGB").resize(BLANK.size)
    upside_down = np.rot90(covered(other, [MARKS[1]]), 2)
    forms = register(np.concatenate([np.asarray(BLANK), upside_down], axis=1))
    assert {form.number for form in forms} == {42, 43}


def test_marks_that_lie_otherwise_are_no_form() -> None:
    picture = np.asarray(BLANK).copy()
    picture[300:1200] = picture[300:1200][:, ::-1]
    moved = np.roll(picture, 600, axis=1)
    assert register(moved) == []


def test_a_picture_without_marks_is_no_form() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (900, 700, 3), np.uint8)
    assert register(noise) == []


def test_a_code_that_cannot_be_read_costs_the_number_only() -> None:
    (form,) = register(covered(BLANK, [Rect(165, 10, 12, 12)]))
    assert form.number is None


def test_an_empty_form_has_nothing_in_it() -> None:
    (form,) = register(np.asarray(BLANK))
    assert [name for name in cells.WRITTEN if cells.strips(form, name)] == []
    assert [cells.ticked(form, name).value for name in TICKS] == ["", ""]
    assert cells.digits(form) == cells.Digits((), 0)


@pytest.mark.parametrize(
    ("name", "words", "meant"),
    [("category", ("电梯", "消防"), ""), ("urgency", ("一般", "特急", "紧急"), "特急")],
)
def test_of_two_ticks_none_counts_unless_one_is_the_more_urgent(
    name: str, words: tuple[str, ...], meant: str
) -> None:
    boxes = [TICKS[name][word].inside(1.5) for word in words]
    (form,) = register(covered(BLANK, boxes, "black"))
    assert cells.ticked(form, name).value == meant


def test_a_description_is_cut_into_its_lines() -> None:
    (form,) = register(np.asarray(sheet()))
    lines = cells.strips(form, "description")
    assert len(lines) == 2
    assert lines[0].box[0][1] < lines[1].box[0][1]
    assert lines[0].picture.shape[1] > lines[1].picture.shape[1]
