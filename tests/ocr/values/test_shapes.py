"""What some values look like, and nothing else does."""

import pytest

from bot.ocr.values.shapes import is_name, telling
from tests.ocr.finding import DIRECTORY

TELLS = telling(DIRECTORY)


@pytest.mark.parametrize(
    ("text", "is_room"),
    [
        ("7711510138066530号1002室", False),  # two rows in one
        ("13/1302", True),
        ("12/2024", False),  # a month
        ("3号502室", True),
        ("120弄58号601室", True),
        ("23号楼1204室", True),
        ("68幢905室", True),
        ("53号601", True),  # 室 is often left out
        ("s2号402室", True),  # a 5, as it is often read
        ("弄4号1301室", True),  # of a printed __弄__号__室
        ("12号", False),
        ("3号楼门口", False),
        ("2号502室漏水", False),
    ],
)
def test_a_room(text: str, is_room: bool) -> None:
    assert TELLS["address"](text) is is_room


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("沈桂芳", True),
        ("沈女士", True),
        ("安先生", True),
        ("老师傅", False),
        ("管道", False),
        ("项目", False),
        ("徐黄建国", False),
        ("欧阳建国", True),
        ("欧阳老师", True),
    ],
)
def test_a_name(text: str, is_one: bool) -> None:
    assert is_name(text) is is_one


def test_a_telephone_whose_one_was_read_as_a_bar() -> None:
    assert TELLS["phone"]("1582|760439")
    assert not TELLS["phone"]("|582760439")
