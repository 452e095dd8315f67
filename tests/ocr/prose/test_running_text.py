"""Lines as one text."""

from collections.abc import Sequence

from bot.ocr.page.flat import flat_page
from bot.ocr.page.lines import Line
from bot.ocr.prose.running_text import BREAK, RunningText
from tests.ocr.writing import line


def _text(lines: Sequence[Line]) -> RunningText:
    return RunningText(lines, flat_page(lines))


def test_a_sentence_goes_on_from_a_full_row_only() -> None:
    lines = [line("一行写到右边缘为止", 0, 0), line("的话", 0, 60), line("另一句", 0, 120)]
    assert _text(lines).text == f"一行写到右边缘为止的话{BREAK}另一句{BREAK}"


def test_pieces_of_a_row_are_one_from_the_left() -> None:
    text = _text([line("3号502室", 150, 4), line("住在", 0, 0)])
    assert text.text == "住在3号502室"
    assert [piece.text for piece in text.lines(1, 4)] == ["在", "3号"]


def test_characters_of_a_break_stand_nowhere() -> None:
    text = _text([line("短", 0, 0), line("一行写到右边缘为止", 0, 60)])
    assert [piece.text for piece in text.lines(0, 4)] == ["短", "一行"]
