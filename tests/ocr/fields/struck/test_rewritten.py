"""What was struck out and written anew above it, drawn with a pen's stroke through it."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from bot.ocr.fields.struck.rewritten import with_figures_above, with_room_above, with_words_above
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from bot.pictures.fonts import font
from models import phone
from tests.ocr.printed import PAPER, PEN
from tests.ocr.writing import line

SIZE = 40  # pixels of a character
LEFT, ROW = 50.0, 100.0
Written = tuple[Line, Line, Pixels]


def written(text: str, above: str, at: int, struck: int) -> Written:
    """A row, with this above its character `at`, and a stroke through `struck` characters there."""
    picture = Image.new("RGB", (900, 220), PAPER)
    pen = ImageDraw.Draw(picture)
    for n, letter in enumerate(text):  # each as wide as high, as the line says
        pen.text((60 + SIZE * n, ROW + 2), letter, PEN, font(SIZE))
    page = np.asarray(picture).copy()
    if struck:
        begin, end = 54 + SIZE * at, 60 + SIZE * (at + struck - 1) + 34
        cv2.line(page, (begin, int(ROW) + 26), (end, int(ROW) + 22), PEN, 4, cv2.LINE_AA)
    anew = line(above, LEFT + SIZE * at, ROW - 24, height=28)
    return line(text, LEFT, ROW, height=SIZE), anew, page


@pytest.mark.parametrize(
    ("text", "above", "at", "struck", "meant"),
    [
        ("26号809室", "801", 3, 3, "26号801室"),
        ("4/206", "201", 2, 3, "4/201"),
        ("120弄21号1807室", "1804室", 7, 4, "120弄21号1804室"),
        ("34号室", "802", 2, 0, "34号802室"),  # scribbled away: nothing is read of it
        ("34号AA室", "802", 3, 0, "34号802室"),
        ("67-", "302", 2, 0, "67-302"),
        ("67/AA", "1302", 3, 0, "67/1302"),
    ],
)
def test_a_room_s_number_above_a_struck_one_stands_for_it(
    text: str, above: str, at: int, struck: int, meant: str
) -> None:
    row, anew, page = written(text, above, at, struck)
    assert [one.text for one in with_room_above([anew, row], page)] == [meant]


def test_without_a_stroke_nobody_knows_which_of_two_rooms_is_meant() -> None:
    row, anew, page = written("26号809室", "801", 3, 0)
    assert with_room_above([anew, row], page) == [anew, row]


def test_what_stands_in_a_row_of_its_own_is_no_other_room_s_number() -> None:
    row, _, page = written("26号809室", "801", 3, 3)
    far = line("801", LEFT + SIZE * 3, ROW - 60, height=28)
    assert with_room_above([far, row], page) == [far, row]


@pytest.mark.parametrize(
    ("text", "above", "at", "meant"),
    [
        ("199320*2620", "2", 6, "19932022620"),
        ("199320米2620", "2", 6, "19932022620"),
        ("1336224399", "4", 6, "13362244399"),  # nothing was read of what is struck
        ("138123456", "78", 8, "13812345678"),
        ("199*202620", "2", 8, "199*202620"),  # it stands above another figure
        ("13812345678", "2", 5, "13812345678"),  # nothing is struck: it is no part of it
    ],
)
def test_a_figure_above_a_telephone_stands_for_what_was_struck(
    text: str, above: str, at: int, meant: str
) -> None:
    row, anew, _ = written(text, above, at, 0)
    found = with_figures_above([anew, row], phone.is_number)
    assert meant in [one.text for one in found]


def test_words_above_struck_ones_stand_for_them() -> None:
    row, anew, page = written("进屋里希望锯掉来电人说", "修剪", 5, 2)
    first = line("三楼窗外的香樟树太高", LEFT, ROW - 60, height=SIZE)
    found = with_words_above([first, anew, row], page)
    assert [one.text for one in found] == [first.text, "进屋里希望修剪来电人说"]


def test_of_what_a_stroke_runs_through_that_is_struck_which_could_hardly_be_read() -> None:
    row, anew, page = written("访客车辆放停放不收费没有位子", "超时", 4, 2)
    glyphs = [
        replace(g, confidence=0.7 if n == 4 else g.confidence) for n, g in enumerate(row.glyphs)
    ]
    found = with_words_above([anew, replace(row, glyphs=tuple(glyphs))], page)
    assert [one.text for one in found] == ["访客车辆超时停放不收费没有位子"]


def test_a_small_word_above_a_gap_was_left_out_at_first() -> None:
    row, _, page = written("后门人识别认不出老人", "", 0, 0)
    anew = line("脸", LEFT + SIZE * 3 - 14, ROW - 24, height=28)
    assert [one.text for one in with_words_above([anew, row], page)] == ["后门人脸识别认不出老人"]


def test_words_as_large_as_the_row_below_them_are_a_row_where_no_stroke_is_seen() -> None:
    row, _, page = written("进屋里希望锯掉来电人说", "", 0, 0)
    above = line("修剪", LEFT + SIZE * 5, ROW - 24, height=SIZE)
    assert with_words_above([above, row], page) == [above, row]


def test_words_above_a_single_character_stand_for_nothing() -> None:
    row, anew, page = written("倒", "黑", 0, 0)
    assert with_words_above([anew, row], page) == [anew, row]
