"""Options chosen with a pen without a box to tick: the one that stands out is the value."""

from collections.abc import Callable
from math import sin

import cv2
import pytest

from bot.ocr.options.printed import options
from bot.ocr.options.ticks import ticked
from models.kinds import URGENCIES
from tests.ocr.printed import (
    PEN,
    PRINT,
    ROW,
    SIZE,
    Printed,
    badly_lit,
    circle,
    cross,
    tick,
    turned,
    underline,
)

WORDS = ("一般", "紧急", "特急")
ALL = pytest.mark.parametrize("place", [0, 1, 2])
PENS = pytest.mark.parametrize("draw", [circle, underline, tick])
Pen = Callable[[Printed, int], None]


def chosen(printed: Printed, quarters: int = 0) -> str:
    page, lines = turned(printed.page, printed.lines(), quarters)
    value = ticked(page, options(lines, URGENCIES), URGENCIES)
    assert value is not None
    return value.value


@ALL
@PENS
def test_what_is_drawn_around_a_word_chooses_it(draw: Pen, place: int) -> None:
    printed = Printed(WORDS)
    draw(printed, place)
    assert chosen(printed) == WORDS[place]


@ALL
@PENS
def test_a_bad_photo_shows_it_as_well(draw: Pen, place: int) -> None:
    printed = Printed(WORDS)
    draw(printed, place)
    printed.page = badly_lit(printed.page)
    assert chosen(printed) == WORDS[place]


@ALL
@PENS
def test_words_may_be_of_any_length(draw: Pen, place: int) -> None:
    printed = Printed(("急", "非常紧急", "一般"))
    draw(printed, place)
    assert chosen(printed) == URGENCIES[printed.words[place]]


@pytest.mark.parametrize("place", [0, 1])
def test_a_circle_may_run_around_a_word_and_its_translation(place: int) -> None:
    printed = Printed(("一般 Normal", "紧急 Urgent"))
    circle(printed, place)
    assert chosen(printed) == WORDS[place]
    circle(printed, 1 - place)
    assert chosen(printed) == ""


def test_a_translated_word_may_lose_a_character_to_its_ring() -> None:
    printed = Printed(("一般 Norm", "紧急 Urg"))
    circle(printed, 0)
    first, second = printed.lines()
    one = first.part(1).followed_by(second.text)
    assert {option.word for option in options([one], URGENCIES)} == {"一般", "紧急"}


@pytest.mark.parametrize("quarters", [1, 2, 3])
@PENS
def test_the_page_may_lie_any_way(draw: Pen, quarters: int) -> None:
    printed = Printed(WORDS)
    draw(printed, 1)
    assert chosen(printed, quarters) == "紧急"


@PENS
def test_two_chosen_are_none(draw: Pen) -> None:
    printed = Printed(WORDS)
    draw(printed, 0)
    draw(printed, 2)
    assert chosen(printed) == ""


def test_nothing_drawn_is_none() -> None:
    assert chosen(Printed(WORDS)) == ""


def test_a_circle_may_be_open_or_off_its_word() -> None:
    for gap, aside in ((40, 0), (0, 9), (0, -7)):
        printed = Printed(WORDS)
        circle(printed, 1, gap=gap, aside=aside)
        assert chosen(printed) == "紧急", (gap, aside)


def test_a_circle_may_touch_the_ruling_above_it() -> None:
    printed = Printed(WORDS)
    cv2.line(printed.page, (0, ROW - 10), (999, ROW - 12), PRINT, 2)
    circle(printed, 1)
    assert chosen(printed) == "紧急"


def test_of_two_words_that_were_read_a_circle_chooses_one() -> None:
    printed = Printed(WORDS[:2])
    circle(printed, 0)
    assert chosen(printed) == "一般"


def test_the_cell_of_a_table_is_no_circle() -> None:
    printed = Printed(WORDS)
    left, top, right, bottom = printed.box(1)
    for y in (top - 8, bottom + 8):
        cv2.line(printed.page, (0, y), (999, y), PRINT, 2)
    for x in (left - 10, right + 10):
        cv2.line(printed.page, (x, 0), (x, 279), PRINT, 2)
    assert chosen(printed) == ""


@pytest.mark.parametrize("down", [4, 10, 20])
def test_a_line_below_all_options_is_the_form_s_own(down: int) -> None:
    printed = Printed(WORDS)
    cv2.line(printed.page, (40, ROW + SIZE + down), (960, ROW + SIZE + down), PRINT, 2)
    assert chosen(printed) == ""


def test_a_line_below_each_option_chooses_none() -> None:
    printed = Printed(WORDS)
    for place in range(3):
        underline(printed, place)
    assert chosen(printed) == ""


def test_dots_below_a_word_are_no_line() -> None:
    printed = Printed(WORDS)
    left, _, right, bottom = printed.box(1)
    for x in range(left, right, 8):
        cv2.circle(printed.page, (x, bottom + 6), 1, PRINT, -1)
    assert chosen(printed) == ""


def test_text_below_a_word_is_no_line() -> None:
    printed = Printed(WORDS)
    left, _, _, bottom = printed.box(1)
    cv2.putText(printed.page, "MMMM", (left, bottom + 36), 0, 0.9, PRINT, 3)
    assert chosen(printed) == ""


def test_ruling_right_of_the_last_option_is_no_tick() -> None:
    printed = Printed(WORDS)
    right = printed.box(2)[2]
    cv2.line(printed.page, (right + 12, 0), (right + 16, 279), PRINT, 3)
    assert chosen(printed) == ""


@ALL
@pytest.mark.parametrize("draw", [tick, cross])
def test_what_is_written_in_brackets_chooses(draw: Callable[..., None], place: int) -> None:
    printed = Printed(WORDS, text="（　）", read=["（）"] * 3)
    draw(printed, place, away=SIZE)
    assert chosen(printed) == WORDS[place]


def test_empty_brackets_choose_none() -> None:
    assert chosen(Printed(WORDS, text="（　）", read=["（）"] * 3)) == ""


@pytest.mark.parametrize("read", ["（√）", "(V)", "（丿", "(J)", "", "（"])
def test_brackets_may_be_read_in_odd_ways(read: str) -> None:
    printed = Printed(WORDS, read=["（）", read, "（）"])
    assert chosen(printed) == "紧急"


def test_a_circle_counts_more_than_what_was_read() -> None:
    printed = Printed(WORDS, read=["√", "", ""])
    circle(printed, 1)
    assert chosen(printed) == "紧急"


def strike(printed: Printed, place: int) -> None:
    left, top, right, bottom = printed.box(place)
    middle = (top + bottom) // 2
    ends = ((left - 9, middle + 4), (right + 10, middle - 5))
    cv2.line(printed.page, *ends, PEN, 3, cv2.LINE_AA)


def underline_in_waves(printed: Printed, place: int) -> None:
    left, _, right, bottom = printed.box(place)
    for x in range(left - 6, right + 8):
        y = bottom + 8 + round(4 * sin(x / 6))
        cv2.circle(printed.page, (x, y), 1, PEN, -1, cv2.LINE_AA)


@ALL
def test_a_wavy_line_chooses_as_well(place: int) -> None:
    printed = Printed(WORDS)
    underline_in_waves(printed, place)
    assert chosen(printed) == WORDS[place]


@ALL
def test_the_one_that_is_not_struck_out_is_chosen(place: int) -> None:
    printed = Printed(WORDS)
    for other in {0, 1, 2} - {place}:
        strike(printed, other)
    assert chosen(printed) == WORDS[place]


def test_one_of_three_struck_out_chooses_none() -> None:
    printed = Printed(WORDS)
    strike(printed, 1)
    assert chosen(printed) == ""
