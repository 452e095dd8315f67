"""A community's name whose end the finder left outside of its box."""

import numpy as np
import pytest

from bot.ocr.fields.cut_short import look_further
from bot.ocr.labels.slots import Slot
from models.directory import Community, Directory
from models.intake import Quad
from tests.ocr.answering import Answering
from tests.ocr.writing import line

DIRECTORY = Directory((Community("丰翔新城", "复瑞物业"), Community("上坤公园华庭", "和顺物业")))
PAGE = np.full((200, 900, 3), 230, np.uint8)


def read(said: str, answer: str) -> tuple[str, list[Quad]]:
    reader = Answering(answer)
    slot = Slot("community", line("小区", 40, 100), [line(said, 300, 100)])
    look_further([slot], PAGE, reader, DIRECTORY)
    return slot.text, reader.boxes


@pytest.mark.parametrize(
    ("said", "whole"), [("上坤公园华", "上坤公园华庭"), ("翔新城", "丰翔新城")]
)
def test_the_rest_of_the_name_is_read_beside_it(said: str, whole: str) -> None:
    found, (box,) = read(said, whole)
    assert found == whole
    (left, _), (right, _), _, _ = box
    begins, ends = 300, 300 + 30 * len(said)
    assert (left < begins - 30) is whole.endswith(said)
    assert (right > ends + 30) is whole.startswith(said)


def test_what_is_no_name_of_the_roster_changes_nothing() -> None:
    assert read("上坤公园华", "上坤公园华苑")[0] == "上坤公园华"


@pytest.mark.parametrize("said", ["丰翔新城", "丰翔新苑", "上"])
def test_a_whole_name_and_another_are_looked_at_once(said: str) -> None:
    assert read(said, "丰翔新城") == (said, [])
