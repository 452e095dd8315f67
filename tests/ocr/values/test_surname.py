"""Names whose surname was nearly read."""

import pytest

from bot.ocr.values.surname import put_right
from tests.ocr.writing import doubtful

BOX = ((0.0, 0.0), (120.0, 0.0), (120.0, 40.0), (0.0, 40.0))


def read(text: str, other: str, odds: float) -> str:
    """What becomes of a name whose first character may as well be the other."""
    return put_right(doubtful(text, {0: (other, odds)}, BOX))


def test_what_is_no_surname_is_the_one_that_it_nearly_is() -> None:
    assert read("闰女士", "闫", 0.3) == "闫女士"


@pytest.mark.parametrize(
    ("text", "other", "odds"),
    [
        ("泰女士", "秦", 0.01),  # the picture hardly says so
        ("严女士", "闫", 0.4),  # it is one
        ("泰女士", "素", 0.4),  # neither is
        ("楼下泰女士家", "秦", 0.4),  # no name
    ],
)
def test_any_other_name_stays_as_it_was_read(text: str, other: str, odds: float) -> None:
    assert read(text, other, odds) == text
