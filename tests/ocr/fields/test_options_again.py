"""Options that a pen's ring hid from the first look."""

import numpy as np
import pytest

from bot.ocr.fields.options_again import look_for_options
from bot.ocr.labels.slots import Slot
from bot.ocr.page.lines import Line
from tests.ocr.fields.test_second_look import Answers
from tests.ocr.writing import line

PICTURE = np.full((200, 1200, 3), 255, np.uint8)


def found(slot: Slot, *answers: str) -> list[str]:
    look_for_options([slot], PICTURE, Answers(*((answer, 0.9) for answer in answers)))
    return [value.text for value in slot.values]


def urgency(*values: Line, told: bool = False) -> Slot:
    return Slot("urgency", line("轻重缓急", 20, 20), list(values), told=told)


def test_the_gap_between_the_label_and_an_option_holds_others() -> None:
    assert found(urgency(line("特急", 500, 20)), "(一般)/紧急") == ["特急", "(一般)/紧急"]


def test_so_does_the_gap_between_two() -> None:
    slot = urgency(line("一般", 160, 20), line("特急", 500, 20))
    assert found(slot, "(紧急)", "") == ["一般", "特急", "(紧急)"]


def test_and_what_stands_before_a_row_whose_label_was_not_read() -> None:
    slot = Slot("urgency", line("特急", 500, 20), [line("特急", 500, 20)], told=True)
    assert found(slot, "一般紧急", "")[1:] == ["一般紧急"]


@pytest.mark.parametrize("read", ["", "一", "内容", "特急"])
def test_a_rule_or_a_word_of_another_field_is_no_option(read: str) -> None:
    assert found(urgency(line("特急", 500, 20)), read) == ["特急"]


def test_only_fields_of_options_are_looked_at() -> None:
    slot = Slot("caller", line("姓名", 20, 20), [line("沈桂芳", 500, 20)])
    assert found(slot) == ["沈桂芳"]


def test_boxes_are_ticked_and_hide_nothing() -> None:
    assert found(urgency(line("□一般", 160, 20), line("□特急", 500, 20))) == ["□一般", "□特急"]


def test_of_many_options_only_a_wider_gap_holds_one() -> None:
    words = ("供水", "排水", "管道", "电梯", "消防")
    places = (200, 320, 560, 680, 800)  # 漏水 is missing
    printed = [line(word, x, 20) for word, x in zip(words, places, strict=True)]
    slot = Slot("category", line("类别", 80, 20), printed)
    assert found(slot, "(漏水)", "") == [*words, "(漏水)"]


def test_beside_the_last_row_of_a_printed_list_stands_what_a_ring_hides() -> None:
    rows = line("供水排水漏水管道电梯", 160, 20), line("停车保洁", 160, 80)
    slot = Slot("category", line("类别", 20, 20), list(rows))
    assert found(slot, "", "", "", "(安保)")[2:] == ["(安保)"]


def test_beside_the_kind_that_somebody_wrote_stands_nothing_of_it() -> None:
    assert found(Slot("category", line("类别", 100, 20), [line("漏水", 160, 20)])) == ["漏水"]


def test_beside_what_was_cut_from_a_sentence_stands_what_was_read() -> None:
    cut = line("归入绿化类，缓急为一般，请速办", 160, 20).part(9, 11)
    assert found(Slot("urgency", cut, [cut], told=True)) == ["一般"]
