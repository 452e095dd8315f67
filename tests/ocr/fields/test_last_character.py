"""A last character that stands alone in the next row, where the finder saw none."""

from collections.abc import Sequence

import numpy as np
import pytest

from bot.ocr.fields.last_character import look_below
from bot.ocr.labels.slots import Slot
from bot.ocr.page.lines import Line
from models.intake import Quad
from tests.ocr.answering import Answering
from tests.ocr.writing import line

PAGE = np.full((400, 900, 3), 230, np.uint8)
ADDRESS = line("3号404", 300, 100)
DESCRIPTION = (line("门口的路灯不亮，请", 300, 200), line("电工和木工一起来", 300, 240))


def read(name: str, values: Sequence[Line], answer: str, *others: Line) -> tuple[str, list[Quad]]:
    reader = Answering(answer)
    slot = Slot(name, line("label", 40, 100), list(values))
    look_below([slot], [*values, *others], PAGE, reader)
    return slot.text, reader.boxes


def test_a_room_gets_its_unit() -> None:
    found, boxes = read("address", [ADDRESS], "室")
    assert found == "3号404室"
    for (left, top), (right, _), _, _ in boxes:
        assert left < 300 < right < 300 + 4 * 30
        assert top > 120


def test_a_description_goes_on_as_its_rows_do() -> None:
    found, ((corner, *_),) = read("description", DESCRIPTION, "看")
    assert found == "门口的路灯不亮，请电工和木工一起来看"
    assert corner == pytest.approx((291, 280))


@pytest.mark.parametrize(
    ("name", "values", "answer"),
    [
        ("address", [ADDRESS], "看"),
        ("description", DESCRIPTION, "一"),  # a rule
        ("description", DESCRIPTION, "处理结果"),
        ("address", [line("3号404室", 300, 100)], "室"),
        ("description", DESCRIPTION[:1], "看"),  # how far the next row is nobody knows
        ("caller", [line("沈桂", 300, 100)], "芳"),
    ],
)
def test_nothing_else_is_added(name: str, values: Sequence[Line], answer: str) -> None:
    assert read(name, values, answer)[0] == "".join(value.text for value in values)


def test_what_another_line_fills_is_its_own() -> None:
    assert read("description", DESCRIPTION, "看", line("处理结果：", 300, 280))[1] == []


def test_an_indented_paragraph_below_is_its_own() -> None:
    assert read("description", DESCRIPTION, "请", line("请派人处理", 360, 280))[1] == []
