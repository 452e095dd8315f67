"""Digits as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.numerals import ascii_digits, plain_digits, whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十三", 23),
        ("两", 2),
        ("零", 0),
        ("一百", 100),
        ("五百零二", 502),
        ("五〇二", 502),
        ("三百二十一", 321),
        (" 三 ", 3),
        ("", None),
        ("半", None),
        ("三楼", None),
        ("十百", None),
    ],
)
def test_a_whole_number(text: str, number: int | None) -> None:
    assert whole_number(text) == number


def test_marks_are_turned_too() -> None:
    assert ascii_digits("（０２１）：＃３－一") == "(021):#3-一"
    assert plain_digits("三号楼五零二室") == "3号楼502室"


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(ascii_digits(text)) == len(plain_digits(text)) == len(text)
