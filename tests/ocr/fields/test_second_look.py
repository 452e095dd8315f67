from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
import pytest

from bot.ocr.fields.second_look import look_again
from bot.ocr.labels.slots import Slot
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from bot.ocr.page.slant import lean
from models.intake import Quad
from tests.ocr.fields.boxes.test_digits import LABEL, ROW, SIDE, drawn
from tests.ocr.fields.boxes.test_times import drawn_time
from tests.ocr.page.test_slant import BOX, strokes
from tests.ocr.writing import line

PICTURE = np.full((200, 800, 3), 255, np.uint8)


class Answers:
    """An engine that reads what it is told to, the last once more, and remembers the strips and
    how wide each was."""

    def __init__(self, *answers: tuple[str, float]) -> None:
        self.answers = answers
        self.strips: list[Pixels] = []
        self.widths: list[int] = []

    def read(self, picture: Pixels) -> list[Line]:
        raise AssertionError("the page has been read already")

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        self.strips = [*self.strips, *(strip for strip, _ in strips)]
        self.widths = [strip.shape[1] for strip, _ in strips]
        answers = (*self.answers, *self.answers[-1:])
        return [sure(*answer) for answer, _ in zip(answers, strips, strict=False)]


def sure(text: str, confidence: float) -> Line:
    one = line(text, 20, 20)
    glyphs = tuple(replace(glyph, confidence=confidence) for glyph in one.glyphs)
    return replace(one, glyphs=glyphs)


def seen(name: str, first: tuple[str, float], *answers: tuple[str, float]) -> tuple[str, list[int]]:
    slot, reader = Slot(name, line("标签", 0, 20), [sure(*first)]), Answers(*answers)
    look_again([slot], PICTURE, reader)
    return slot.values[0].text, reader.widths


def test_what_is_sure_is_not_looked_at_again() -> None:
    assert seen("caller", ("沈桂芳", 0.97)) == ("沈桂芳", [])


def test_the_surer_of_two_looks_counts_and_one_is_wider() -> None:
    text, widths = seen("caller", ("沈桂方", 0.6), ("沈桂芳", 0.8), ("沈佳芳", 0.7))
    assert text == "沈桂芳"
    assert widths[1] == round(1.4 * widths[0])


def test_what_leans_is_stood_upright_before_it_is_looked_at() -> None:
    slot = Slot("phone", line("电话", 0, 20), [replace(sure("13790577172", 0.5), box=BOX)])
    reader = Answers(*[("13790571112", 0.9)] * 3)
    look_again([slot], strokes(0.4), reader)
    assert [lean(strip) for strip in reader.strips] == [0.0] * 3


def test_a_third_look_has_more_around_but_for_what_decides_who_is_sent() -> None:
    looks = (("沈桂方", 0.6), ("沈桂方", 0.5), ("沈桂芳", 0.8))
    text, widths = seen("caller", ("沈桂方", 0.5), *looks)
    assert text == "沈桂芳"
    assert len(widths) == 3
    _, widths = seen("community", ("丰翔新城", 0.5), ("丰翔新城", 0.6), ("丰翔新城", 0.5))
    assert len(widths) == 2


def test_a_number_of_the_wrong_shape_is_looked_at_however_sure() -> None:
    text, _ = seen("phone", ("1584305963", 0.98), ("1584305963", 0.97), ("15843105963", 0.6))
    assert text == "15843105963"


def test_a_number_that_lacks_a_digit_still_does_if_the_paper_does() -> None:
    text, _ = seen("phone", ("1338928726", 0.98), ("1338928726", 0.97), ("1338928726", 0.99))
    assert text == "1338928726"


def test_a_look_of_the_right_shape_is_kept_before_a_second_of_a_wrong_one() -> None:
    text, _ = seen("phone", ("(021)51542689", 0.7), ("(2151542689", 0.9), ("215154268", 0.9))
    assert text == "(021)51542689"


def test_where_the_second_look_sees_nothing_the_first_stands() -> None:
    assert seen("address", ("3号502室", 0.5), ("", 0.0), ("", 0.0))[0] == "3号502室"


def test_a_text_of_many_lines_is_left_as_it_is() -> None:
    slot = Slot("description", line("问题", 0, 20), [sure("漏水", 0.4)])
    reader = Answers()
    look_again([slot], PICTURE, reader)
    assert slot.values[0].text == "漏水"
    assert reader.widths == []


class ReadsBoxes(Answers):
    """Nothing else was left to look at."""

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        return super().recognise(strips) if strips else []


def boxed(filled: str, read: str, *seen: str) -> str:
    """What becomes of a label with this number in its boxes, read so. `seen`: at the first look."""
    first = [sure(text, 0.99) for text in seen]
    slot = Slot("phone", replace(line("电话", 0, 0), box=LABEL), first)
    look_again([slot], drawn(filled), ReadsBoxes((read, 0.8)))
    return "".join(value.text for value in slot.values)


def test_a_speck_of_dust_in_a_box_is_no_digit() -> None:
    assert boxed("13812345678", "1.3812345678") == "13812345678"


def test_digits_that_lean_in_their_boxes_are_stood_upright() -> None:
    picture = drawn("")
    for place in range(11):
        foot = (214 + SIDE * place, ROW + SIDE - 10)
        cv2.line(picture, foot, (foot[0] + 10, ROW + 9), (40, 40, 90), 2)
    slot, reader = Slot("phone", replace(line("电话", 0, 0), box=LABEL)), Answers(("1" * 11, 0.9))
    look_again([slot], picture, reader)
    assert [lean(strip) for strip in reader.strips] == [0.0]
    assert slot.text == "1" * 11


def test_a_number_in_boxes_is_read_from_them() -> None:
    assert boxed("13812345678", "13812345678") == "13812345678"
    assert boxed("1381234567", "1381234567") == "1381234567"


def test_a_local_number_may_be_a_part_of_what_stands_in_the_boxes() -> None:
    assert boxed("02156682466", "02156682466", "21566824") == "02156682466"


def test_a_number_of_more_or_fewer_digits_than_filled_boxes_was_misread() -> None:
    assert boxed("1381234567", "13812345678") == ""


def timed(read: str, *seen: str) -> str:
    values = [sure(text, 0.9) for text in seen]
    slot = Slot("time", replace(line("时间", 0, 0), box=LABEL), values)
    look_again([slot], drawn_time("202505261639"), ReadsBoxes((read, 0.8)))
    return slot.text


def test_a_time_in_boxes_is_read_from_them() -> None:
    assert timed("202505261639") == "2025年05月26日16时39分"


def test_a_time_of_which_some_figures_were_read_is_read_from_its_boxes_as_well() -> None:
    seen = ("2025", "年", "5", "月", "2", "日", "6:39")
    assert timed("202505261639", *seen) == "2025年05月26日16时39分"


@pytest.mark.parametrize("read", ["202505261679", "20250526163"], ids=["no time", "too short"])
def test_what_is_no_time_in_boxes_is_left_as_it_was(read: str) -> None:
    assert timed(read) == ""


def test_a_room_in_boxes_is_read_from_them_though_what_was_read_is_one_too() -> None:
    read = [sure(text, 0.9) for text in ("8", "弄", "4", "号", "602室")]
    slot = Slot("address", replace(line("门牌", 0, 0), box=LABEL), read)
    look_again([slot], drawn_time("11841602", groups=(3, 2, 3)), ReadsBoxes(("11841602", 0.9)))
    assert slot.text == "118弄41号602室"


def test_a_room_behind_its_blank_s_unit_takes_no_figures_from_the_telephone_s_boxes() -> None:
    room = replace(sure("小区218弄59号1102室", 0.97), box=LABEL)
    slot = Slot("address", line("地点", 0, 20), [room])
    slot.label = replace(slot.label, box=LABEL)
    look_again([slot], drawn_time("17764413775", groups=(4, 4, 3)), Answers(("17764413775", 0.99)))
    assert slot.text == "小区218弄59号1102室"
