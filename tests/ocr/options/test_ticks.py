"""Boxes drawn as on paper: the ticked one is told by its ink."""

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pytest

from bot.ocr.options.printed import follow, options
from bot.ocr.options.ticks import ticked
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from models.kinds import URGENCIES, WRITTEN
from tests.ocr.printed import PAPER, Printed
from tests.ocr.writing import HEIGHT, line

WORDS = tuple(URGENCIES)[:3]
INK = (30, 30, 30)
Tick = Callable[[Pixels, int, int, int], None]


def check(page: Pixels, x: int, y: int, side: int) -> None:
    middle = (x + side // 3, y + side - 2)
    cv2.line(page, (x - 2, y + side // 2), middle, INK, 3)
    cv2.line(page, middle, (x + side + 6, y - 4), INK, 3)


def cross(page: Pixels, x: int, y: int, side: int) -> None:
    cv2.line(page, (x, y), (x + side, y + side), INK, 3)
    cv2.line(page, (x + side, y), (x, y + side), INK, 3)


def scribble(page: Pixels, x: int, y: int, side: int) -> None:
    cv2.rectangle(page, (x + 2, y + 2), (x + side - 2, y + side - 2), INK, -1)


def slip(page: Pixels, x: int, y: int, side: int) -> None:
    cv2.line(page, (x + 2, y + side // 2), (x + side // 2, y + side), INK, 1)
    cv2.line(page, (x + side // 2, y + side), (x + side, y), INK, 1)


def drawn(*marks: Tick | None, side: int = 24, empty: bool = False) -> tuple[Pixels, list[Line]]:
    """A row of options, each with its mark, boxes as large as `side` in pixels. `empty`: all are
    read as such."""
    page, lines = np.full((120, 700, 3), 235, np.uint8), []
    for i, (word, mark) in enumerate(zip(WORDS, marks, strict=True)):
        x, y, gap = 30 + 200 * i, 45, 24 - side
        cv2.rectangle(page, (x + gap, y + gap), (x + 24, y + 24), INK, 2)
        cv2.putText(page, "MA", (x + 34, y + 24), cv2.FONT_HERSHEY_SIMPLEX, 1.0, INK, 2)
        if mark:
            mark(page, x + gap, y + gap, side)
        box = "" if mark and not empty else "□"  # a ticked one is read as nothing, or as anything
        lines.append(line(box + word, x - 2 + HEIGHT * (not box), y - 3, height=HEIGHT))
    return page, lines


def chosen(*marks: Tick | None) -> str | None:
    page, lines = drawn(*marks)
    value = ticked(page, options(lines, URGENCIES), URGENCIES)
    return value.value if value else None


@pytest.mark.parametrize("mark", [check, cross, scribble])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_ticked_option_is_the_value(mark: Tick, place: int) -> None:
    marks: list[Tick | None] = [None, None, None]
    marks[place] = mark
    assert chosen(*marks) == URGENCIES[WORDS[place]]


def test_none_ticked_is_an_empty_value() -> None:
    assert chosen(None, None, None) == ""


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_box_cut_by_a_thin_tick_is_ticked_though_it_was_read_as_empty(place: int) -> None:
    marks: list[Tick | None] = [None, None, None]
    marks[place] = slip
    page, lines = drawn(*marks, side=17, empty=True)
    value = ticked(page, options(lines, URGENCIES), URGENCIES)
    assert value is not None
    assert value.value == URGENCIES[WORDS[place]]


def test_two_ticked_are_an_empty_value() -> None:
    assert chosen(check, None, check) == ""


def test_a_written_word_is_no_row_of_options() -> None:
    page = np.full((120, 700, 3), 235, np.uint8)
    for lines in ([line("紧急", 30, 45)], [line("紧急", 30, 45), line("紧急", 30, 85)]):
        assert ticked(page, options(lines, URGENCIES), URGENCIES) is None


def test_two_words_between_which_nothing_chooses_are_an_empty_value() -> None:
    page = np.full((120, 700, 3), 235, np.uint8)
    found = ticked(page, options([line("紧急特急", 30, 45)], URGENCIES), URGENCIES)
    assert found is not None
    assert found.value == ""


def test_a_mark_that_was_not_read_as_a_box_is_found_beside_its_word() -> None:
    page, lines = drawn(None, check, None)
    unread = [
        line(word, one.box[1][0] - 2 * HEIGHT, one.box[0][1])
        for word, one in zip(WORDS, lines, strict=True)
    ]
    value = ticked(page, options(unread, URGENCIES), URGENCIES)
    assert value is not None
    assert value.value == URGENCIES[WORDS[1]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("□一般☑紧急□特急", "紧急"),
        ("□一般■紧急□特急", "紧急"),
        ("○一般☑紧急〇特急", "紧急"),
        ("[]一般[√]紧急[]特急", "紧急"),
        ("一般□紧急□特急", "一般"),  # its box is so full that nothing was read
        ("一般紧急□特急", ""),
        ("□一般☑紧急☑特急", ""),
        ("□一般□紧急□特急", ""),
        ("一般□紧急☑特急□", "紧急"),  # boxes behind their words
        ("一般□紧急特急□", "紧急"),
        ("一般☑紧急☑特急□", ""),
        ("一般□紧急□特急□", ""),
    ],
)
def test_the_reader_may_have_seen_which_box_is_ticked(text: str, value: str) -> None:
    blank = np.full((120, 700, 3), 235, np.uint8)
    found = ticked(blank, options([line(text, 30, 45)], URGENCIES), URGENCIES)
    assert found is not None
    assert found.value == value


def chosen_below_one_another(*texts: str) -> str | None:
    blank = np.full((400, 700, 3), 235, np.uint8)
    lines = [line(text, 30, 45 + 60 * i) for i, text in enumerate(texts)]
    found = ticked(blank, options(lines, URGENCIES), URGENCIES)
    return found.value if found else None


def test_the_only_tick_that_was_read_chooses_among_options_without_boxes() -> None:
    assert chosen_below_one_another("1.一般", "2.紧急√", "3.特急") == "紧急"
    assert chosen_below_one_another("1.一般√", "2.紧急√", "3.特急") == ""
    assert chosen_below_one_another("1.一般", "2.紧急√3.特急") == ""  # before one, behind another


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_dot_in_a_ring_chooses_as_on_a_screen(place: int) -> None:
    printed = Printed(WORDS)
    for i in range(3):
        left, top, _, bottom = printed.box(i)
        middle = (left - 24, (top + bottom) // 2)
        cv2.circle(printed.page, middle, 15, (80, 80, 80), 2, cv2.LINE_AA)
        if i == place:
            cv2.circle(printed.page, middle, 9, (20, 60, 160), -1, cv2.LINE_AA)
    assert chosen_of(printed) == URGENCIES[WORDS[place]]


def boxes_behind() -> Printed:
    return Printed(WORDS, text="□", read=["□"] * 3)


def break_box(printed: Printed, place: int) -> None:
    _, top, right, _ = printed.box(place)
    cv2.rectangle(printed.page, (right + 12, top), (right + 18, top + 10), PAPER, -1)


def chosen_of(printed: Printed) -> str | None:
    found = ticked(printed.page, options(printed.lines(), URGENCIES), URGENCIES)
    return found.value if found else None


def test_a_broken_box_that_was_read_as_empty_is_not_ticked() -> None:
    printed = boxes_behind()
    break_box(printed, 1)
    assert chosen_of(printed) == ""


def test_of_boxes_that_are_all_broken_the_full_one_is_ticked() -> None:
    printed = boxes_behind()
    for place in range(3):
        break_box(printed, place)
    _, top, right, _ = printed.box(2)
    scribble(printed.page, right + 4, top + 4, 22)
    assert chosen_of(printed) == URGENCIES[WORDS[2]]


@pytest.mark.parametrize("mark", [scribble, check])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_box_behind_its_word_is_ticked_though_it_was_read_as_empty(
    mark: Tick, place: int
) -> None:
    printed = boxes_behind()
    _, top, right, _ = printed.box(place)
    mark(printed.page, right + 4, top + 4, 22)
    assert chosen_of(printed) == URGENCIES[WORDS[place]]


@pytest.mark.parametrize("behind", [True, False])
def test_boxes_are_nearer_to_their_own_words(behind: bool) -> None:
    places = (0, 1, 2, 5, 6, 7, 10, 11) if behind else (0, 1, 4, 5, 6, 9, 10, 11)
    even = line("一般□紧急□特急", 30, 45)
    glyphs = [
        replace(glyph, place=(place + 0.5) / 12)
        for glyph, place in zip(even.glyphs, places, strict=True)
    ]
    blank = np.full((120, 700, 3), 235, np.uint8)
    lines = [replace(even, glyphs=tuple(glyphs))]
    found = ticked(blank, options(lines, URGENCIES), URGENCIES)
    assert found is not None
    assert found.value == ("特急" if behind else "一般")


def test_brackets_that_explain_a_word_are_nothing_to_tick() -> None:
    lines = [line("□一般（48小时）", 30, 45), line("紧急（24小时）", 400, 45)]
    found = options([*lines, line("□特急（2小时）", 700, 45)], URGENCIES)
    assert [option.full(behind=follow(found)) for option in found] == [False, None, False]


def test_brackets_too_wide_to_see_are_told_by_what_was_read_of_them() -> None:
    blank = np.full((120, 1000, 3), 235, np.uint8)
    read = line("（）一般）紧急（）特急", 30, 45)  # the tick hides a bracket
    value = ticked(blank, options([read], URGENCIES), URGENCIES)
    assert value is not None
    assert value.value == "紧急"


def touching(page: Pixels, x: int, y: int, side: int) -> None:
    cv2.line(page, (x - 14, y - 10), (x - 3, y + side + 8), INK, 3)
    cv2.line(page, (x - 3, y + side + 8), (x + 7, y + 4), INK, 3)


@pytest.mark.parametrize(("mark", "value"), [(touching, URGENCIES[WORDS[1]]), (None, "")])
def test_a_tick_that_takes_little_of_its_box_is_told_by_its_ink(
    mark: Tick | None, value: str
) -> None:
    page, lines = drawn(None, mark, None)
    words = [
        line(word, 62 + 200 * place, one.box[0][1], height=HEIGHT)
        for place, (word, one) in enumerate(zip(WORDS, lines, strict=True))
    ]
    found = ticked(page, options(words, URGENCIES), URGENCIES)
    assert found is not None
    assert found.value == value


def test_the_label_before_them_in_one_line_is_none_of_them() -> None:
    found = options([line("缓急□一般紧急□特急", 0, 0)], URGENCIES)
    assert [option.word for option in found] == ["一般", "紧急", "特急"]
    assert [option.word for option in options([line("急", 0, 0)], URGENCIES)] == ["急"]


def test_a_letter_before_each_option_is_circled_in_its_stead() -> None:
    row = Printed(("A一般", "B紧急", "C特急"))
    lines = row.lines()
    left, top, _, bottom = row.box(1)
    cv2.circle(row.page, (left + 15, (top + bottom) // 2), 26, INK, 3)
    found = ticked(row.page, options(lines, URGENCIES), URGENCIES)
    assert found is not None
    assert found.value == URGENCIES["紧急"]


def test_a_ticked_bracket_counts_though_most_words_stand_behind_others() -> None:
    page = np.full((200, 1400, 3), 235, np.uint8)
    rows = ("[]污水排水[√]管道维修[]外墙隐患", "]公共照明门禁对讲[]车辆道闸", "]停车管理[]卫生保洁")
    lines = [line(text, 30, 40 + 40 * n) for n, text in enumerate(rows)]
    value = ticked(page, options(lines, WRITTEN), WRITTEN)
    assert value is not None
    assert value.value == "管道"
