"""Names and rooms that were begun wrong, drawn with a pen's strokes through a part of them."""

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.ocr.fields.as_meant import as_meant
from bot.ocr.fields.struck.strokes import (
    without_struck_line,
    without_struck_part,
    without_struck_room,
    without_struck_surname,
)
from bot.ocr.page.picture import Pixels
from bot.ocr.values.shapes import is_name
from bot.pictures.fonts import font
from models.directory import Directory
from models.phone import is_whole
from tests.ocr.finding import DIRECTORY
from tests.ocr.printed import PAPER, PEN, badly_lit
from tests.ocr.writing import line

SIZE = 40  # pixels of a character


def written(text: str, *, struck: bool) -> Pixels:
    picture = Image.new("RGB", (400, 120), PAPER)
    ImageDraw.Draw(picture).text((60, 40), text, PEN, font(SIZE))
    page = np.asarray(picture).copy()
    if struck:
        cv2.line(page, (56, 58), (102, 54), PEN, 3, cv2.LINE_AA)
        cv2.line(page, (57, 66), (103, 63), PEN, 3, cv2.LINE_AA)
    return page


def name(text: str, page: Pixels) -> str:
    return without_struck_surname(line(text, 60, 30, height=SIZE), page).text


@pytest.mark.parametrize("text", ["徐黄建国", "张王女士", "王沈美珍"])
def test_a_struck_surname_is_left_out(text: str) -> None:
    page = written(text, struck=True)
    assert name(text, page) == name(text, badly_lit(page)) == text[1:]


def test_the_second_of_two_may_be_struck() -> None:
    page = written("郑王凤英", struck=False)
    cv2.line(page, (98, 62), (142, 58), PEN, 3, cv2.LINE_AA)
    assert name("郑王凤英", page) == "郑凤英"


def test_two_surnames_are_kept_where_none_is_struck() -> None:
    assert name("徐黄建国", written("徐黄建国", struck=False)) == "徐黄建国"
    assert name("欧阳先生", written("欧阳先生", struck=True)) == "欧阳先生"  # one surname


def test_nothing_but_a_whole_name_may_be_left() -> None:
    for text in ("徐建国", "居民建国"):
        assert name(text, written(text, struck=True)) == text


def struck(text: str, first: int, last: int) -> Pixels:
    """The text, struck from the one character to the other."""
    picture = Image.new("RGB", (120 + SIZE * len(text), 120), PAPER)
    pen = ImageDraw.Draw(picture)
    for at, letter in enumerate(text):  # each as wide as high, as the line says
        pen.text((60 + SIZE * at, 40), letter, PEN, font(SIZE))
    page = np.asarray(picture).copy()
    if first <= last:
        begin, end = 60 + SIZE * first - 6, 60 + SIZE * last + 28
        cv2.line(page, (begin, 64), (end, 60), PEN, 3, cv2.LINE_AA)
    return page


def room(text: str, first: int, last: int) -> str:
    page = struck(text, first, last)
    (left,) = without_struck_room([line(text, 50, 38, height=SIZE)], page)
    return left.text


@pytest.mark.parametrize(
    ("text", "struck", "left"),
    [
        ("26号809801室", (3, 5), "26号801室"),
        ("26号809801室", (6, 8), "26号809室"),
        ("13号14041402室", (3, 6), "13号1402室"),
        ("26号809801室", (1, 0), "26号809801室"),  # none is: nobody knows which
        ("120弄26号801室", (6, 8), "120弄26号801室"),  # there is no other
        ("65号午6041504室", (3, 6), "65号1504室"),  # its stroke makes a 1 a 午
        ("45号#04103室", (3, 5), "45号103室"),
        ("45号午604午504室", (3, 6), "45号午604午504室"),  # what is left is no room
    ],
)
def test_of_two_rooms_the_struck_one_is_left_out(
    text: str, struck: tuple[int, int], left: str
) -> None:
    assert room(text, *struck) == left


@pytest.mark.parametrize("struck", [0, 1])
def test_of_two_telephones_the_struck_one_is_left_out(struck: int) -> None:
    numbers = ("17321560894", "17321650894")
    picture = Image.new("RGB", (700, 240), PAPER)
    pen = ImageDraw.Draw(picture)
    for row, number in enumerate(numbers):
        for at, figure in enumerate(number):
            pen.text((60 + SIZE * at, 40 + 80 * row), figure, PEN, font(SIZE))
    page = np.asarray(picture).copy()
    lines = [line(number, 50, 38 + 80 * row, height=SIZE) for row, number in enumerate(numbers)]
    assert without_struck_line(lines, page, is_whole) == lines  # nobody knows which
    cv2.line(page, (48, 66 + 80 * struck), (495, 60 + 80 * struck), PEN, 4, cv2.LINE_AA)
    left = without_struck_line(lines, page, is_whole)
    assert [one.text for one in left] == [numbers[1 - struck]]
    assert without_struck_line(lines[:1], page, is_whole) == lines[:1]


@pytest.mark.parametrize(
    ("text", "first", "last", "left"),
    [
        ("021-609578167216", 8, 11, "021-60957216"),
        ("1732156089417321650894", 0, 10, "17321650894"),
        ("021-609578167216", 1, 0, "021-609578167216"),  # none is
        ("021-609578167216", 0, 15, "021-609578167216"),  # all are, as by a rule: nobody knows
    ],
)
def test_struck_figures_of_a_telephone_are_left_out(
    text: str, first: int, last: int, left: str
) -> None:
    page, whole = struck(text, first, last), line(text, 50, 38, height=SIZE)
    assert [one.text for one in as_meant("phone", [whole], page, Directory(()))] == [left]


def test_a_room_struck_at_the_end_of_a_row_is_put_right_in_the_next() -> None:
    page = struck("18号452", 3, 5)
    rows = [line("18号452", 50, 38, height=SIZE), line("402室", 50, 400)]
    assert [one.text for one in without_struck_room(rows, page)] == ["18号", "402室"]


def test_a_room_struck_in_a_line_of_its_own_leaves_no_empty_line() -> None:
    row = line("18号6041402室", 50, 38, height=SIZE)
    pieces = [row.part(0, 3), row.part(3, 6), row.part(6)]
    lines = without_struck_room(pieces, struck(row.text, 3, 5))
    assert [one.text for one in lines] == ["18号", "1402室"]


def test_of_two_values_of_any_kind_the_struck_one_is_left_out() -> None:
    picture = Image.new("RGB", (500, 240), PAPER)
    pen = ImageDraw.Draw(picture)
    names = ("丰翔新城", "祁连二村")
    for row, name_ in enumerate(names):
        pen.text((60, 40 + 80 * row), name_, PEN, font(SIZE))
    page = np.asarray(picture).copy()
    lines = [line(text, 55, 38 + 80 * row, height=SIZE) for row, text in enumerate(names)]
    assert without_struck_line(lines, page, names.__contains__) == lines
    cv2.line(page, (52, 144), (228, 140), PEN, 4, cv2.LINE_AA)
    left = without_struck_line(lines, page, names.__contains__)
    assert [one.text for one in left] == [names[0]]
    assert without_struck_line(lines, page, is_name) == lines  # they are no such values


@pytest.mark.parametrize(
    ("text", "begin", "end", "left"),
    [
        ("乔磊俞静", 54, 138, "俞静"),
        ("乔磊俞静", 142, 218, "乔磊"),
        ("倪德明严德明", 54, 178, "严德明"),
        ("乔磊俞静", 0, 0, "乔磊俞静"),  # none is: nobody knows which
        ("沈桂芳", 54, 138, "沈桂芳"),  # a single name
    ],
)
def test_of_two_names_in_one_line_the_struck_one_is_left_out(
    text: str, begin: int, end: int, left: str
) -> None:
    page = written(text, struck=False)
    if end:
        cv2.line(page, (begin, 62), (end, 59), PEN, 4, cv2.LINE_AA)
    assert without_struck_part(line(text, 60, 30, height=SIZE), page, is_name).text == left


def test_a_stroke_may_run_on_into_the_next_number() -> None:
    page = struck("19号609605室", 3, 5)
    cv2.line(page, (60 + SIZE * 5, 61), (60 + SIZE * 6 + 36, 60), PEN, 3, cv2.LINE_AA)
    (left,) = without_struck_room([line("19号609605室", 50, 38, height=SIZE)], page)
    assert left.text == "19号605室"


@pytest.mark.parametrize(
    ("text", "first", "last", "left"),
    [
        ("4746号1103室", 0, 1, "46号1103室"),
        ("4746号1103室", 1, 0, "4746号1103室"),  # none is
        ("1053弄1050弄27号602室", 0, 4, "1050弄27号602室"),
    ],
)
def test_a_building_struck_before_the_right_one_is_left_out(
    text: str, first: int, last: int, left: str
) -> None:
    page = struck(text, first, last)
    lines = without_struck_room([line(text, 50, 38, height=SIZE)], page)
    assert [one.text for one in lines] == [left]


@pytest.mark.parametrize(
    ("text", "last", "left"),
    [
        ("街M区丰翔新城", 2, "丰翔新城"),
        ("街M区丰翔新城", -1, "街M区丰翔新城"),  # none is: it may be another's name
        ("街M区丰翔新苑", 2, "街M区丰翔新苑"),  # what is left is not on the roster
        ("大华二村", 1, "大华二村"),
    ],
)
def test_a_struck_community_of_which_little_was_read_is_left_out(
    text: str, last: int, left: str
) -> None:
    row = line(text, 50, 38, height=SIZE)
    (meant,) = as_meant("community", [row], struck(text, 0, last), DIRECTORY)
    assert meant.text == left
