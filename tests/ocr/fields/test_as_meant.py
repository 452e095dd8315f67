"""What of a value was meant, where a pen put it right."""

from dataclasses import replace

import pytest

from bot.ocr.fields.as_meant import as_meant
from tests.ocr.fields.struck.test_rewritten import written
from tests.ocr.finding import DIRECTORY
from tests.ocr.writing import line


def test_figures_above_the_struck_ones_of_a_telephone_stand_for_them() -> None:
    row, anew, page = written("02154530710", "0701", 7, 4)
    assert [one.text for one in as_meant("phone", [anew, row], page, DIRECTORY)] == ["02154530701"]


def test_without_a_stroke_a_telephone_stays_as_it_was_written() -> None:
    row, anew, page = written("02154530710", "0701", 7, 0)
    assert as_meant("phone", [anew, row], page, DIRECTORY) == [anew, row]


def test_figures_beside_a_room_may_put_it_right_though_they_are_no_whole_number() -> None:
    room, part, page = written("30号808室", "01", 4, 3)
    assert as_meant("address", [part, room], page, DIRECTORY) == [part, room]  # asked about


def test_an_address_of_two_rows_keeps_both_whatever_runs_through_one() -> None:
    lane, _, page = written("255弄", "", 0, 3)
    rest = line("13号603室", 50, 160)
    assert as_meant("address", [lane, rest], page, DIRECTORY) == [lane, rest]


@pytest.mark.parametrize(
    ("number", "faint", "meant"),
    [
        ("180686394961", [5], "18068394961"),
        ("180686394961", [5, 6], "180686394961"),  # nobody knows which: asked about
        ("180686394961", [], "180686394961"),
        ("180686394961", [0], "180686394961"),  # what is left is no number
        ("051256781234", [5], "051256781234"),  # it is one as it stands
    ],
)
def test_of_twelve_figures_the_only_faint_one_was_struck_out(
    number: str, faint: list[int], meant: str
) -> None:
    row, _, page = written(number, "", 0, 0)
    glyphs = [
        replace(glyph, confidence=0.8 if at in faint else 1.0)
        for at, glyph in enumerate(row.glyphs)
    ]
    row = replace(row, glyphs=tuple(glyphs))
    assert [one.text for one in as_meant("phone", [row], page, DIRECTORY)] == [meant]
