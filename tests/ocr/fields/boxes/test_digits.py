"""Numbers with a box for each digit, drawn and looked for."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.ocr.fields.boxes.digits import digits_in_boxes
from bot.ocr.page.geometry import quad
from bot.ocr.page.picture import Pixels
from bot.pictures.fonts import font
from tests.ocr.printed import PAPER, PEN, PRINT, badly_lit

LABEL = quad([[40, 100], [160, 100], [160, 130], [40, 130]])
SIDE = 44  # pixels of a box
ROW = 93  # its upper edge
DARK = 160  # of 255: ink is darker


def drawn(number: str, *, boxes: int = 11, gap: int = 0, left: int = 200) -> Pixels:
    """A label, and its row of boxes, `gap` pixels apart."""
    picture = Image.new("RGB", (1000, 240), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.text((40, 100), "联系电话", PRINT, font(30))
    pen.text((200, 180), "2024年11月3日", PEN, font(30))
    for place in range(boxes):
        x = left + place * (SIDE + gap)
        pen.rectangle((x, ROW, x + SIDE, ROW + SIDE), outline=PRINT, width=2)
        pen.text((x + SIDE / 2, ROW + SIDE / 2), number[place : place + 1], PEN, font(32), "mm")
    return np.asarray(picture).copy()


def count(picture: Pixels) -> int:
    found = digits_in_boxes(picture, LABEL)
    return found.count if found else 0


@pytest.mark.parametrize("gap", [0, 8], ids=["side by side", "apart"])
@pytest.mark.parametrize("number", ["13812345678", "1381234567", "02156781234"])
def test_the_filled_boxes_are_counted(number: str, gap: int) -> None:
    assert count(drawn(number, gap=gap)) == len(number)


def test_a_dim_blurred_photo_shows_them_too() -> None:
    assert count(badly_lit(drawn("13812345678"))) == 11


def test_boxes_grow_towards_the_camera() -> None:
    flat = drawn("13812345678", gap=6)
    corners = np.array([[0, 0], [1000, 0], [1000, 240], [0, 240]], np.float32)
    askew = np.array([[0, 40], [1000, 0], [1000, 240], [0, 190]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, askew)
    photo = np.asarray(cv2.warpPerspective(flat, matrix, (1000, 240)), np.uint8)
    (label,) = cv2.perspectiveTransform(np.array([LABEL], np.float32), matrix)
    found = digits_in_boxes(photo, quad(label))
    assert found is not None
    assert found.count == 11


def test_an_empty_box_whose_rule_slants_is_empty() -> None:
    picture = drawn("13812345678", boxes=12)
    right = 200 + 12 * SIDE
    cv2.line(picture, (right - 8, ROW), (right, ROW + SIDE), PRINT, 3)
    assert count(picture) == 11


def test_a_digit_that_cuts_up_its_box_still_counts() -> None:
    picture = drawn("13812345678")
    cv2.line(picture, (200 + 4 * SIDE, ROW), (200 + 5 * SIDE, ROW + SIDE), PEN, 3)
    assert count(picture) == 11


def test_the_row_is_where_it_is_in_the_photo() -> None:
    found = digits_in_boxes(drawn("13812345678"), LABEL)
    assert found is not None
    (left, top), _, (right, bottom), _ = found.box
    assert (left, top) == pytest.approx((200, ROW), abs=4)
    assert (right, bottom) == pytest.approx((200 + 11 * SIDE, ROW + SIDE), abs=4)


@pytest.mark.parametrize(
    "picture",
    [
        drawn("", boxes=0),
        drawn("", boxes=11),  # nothing is filled in
        drawn("138", boxes=3),  # boxes to tick
        drawn("1" * 15, boxes=15),  # no number has so many
    ],
    ids=["no boxes", "empty", "few", "many"],
)
def test_what_is_no_number_in_boxes(picture: Pixels) -> None:
    assert digits_in_boxes(picture, LABEL) is None


ABOVE = quad([[200, 20], [320, 20], [320, 50], [200, 50]])


def test_the_label_may_stand_above_the_row() -> None:
    found = digits_in_boxes(drawn("13812345678"), ABOVE)
    assert found is not None
    assert found.count == 11


def test_of_two_rows_the_one_beside_the_label_counts() -> None:
    picture = drawn("13812345678")
    for place in range(12):  # the boxes of a date below
        x = 200 + place * SIDE
        cv2.rectangle(picture, (x, 150), (x + SIDE, 150 + SIDE), PRINT, 2)
    assert count(picture) == 11


def test_boxes_to_tick_stand_too_far_apart() -> None:
    assert count(drawn("1" * 9, boxes=9, gap=SIDE)) == 0


def test_the_first_box_beside_a_dark_label_counts() -> None:
    picture = drawn("13812345678")
    cv2.rectangle(picture, (0, 60), (190, 170), PRINT, -1)
    cv2.line(picture, (200, ROW + 2), (200, ROW + SIDE - 2), PAPER, 3)  # its edge is lost
    assert count(picture) == 11


def test_boxes_may_be_much_higher_than_wide() -> None:
    picture = drawn("13812345678")
    narrow = cv2.resize(picture, (500, 240))
    label = quad([[20, 100], [80, 100], [80, 130], [20, 130]])
    found = digits_in_boxes(np.asarray(narrow, np.uint8), label)
    assert found is not None
    assert found.count == 11


def dark_columns(picture: Pixels) -> int:
    found = digits_in_boxes(picture, LABEL)
    assert found is not None
    return int((found.strip.max(axis=2) < DARK).any(axis=0).sum())


def test_what_is_left_of_a_box_s_ruling_is_not_spread_to_a_stroke() -> None:
    page, ruled = drawn("13812345678"), drawn("13812345678")
    left = 200 + 5 * SIDE + 5  # of the sixth box, inside
    ruled[ROW + 8 : ROW + 30, left : left + 3] = PRINT
    assert dark_columns(page) < dark_columns(ruled) <= dark_columns(page) + 3
