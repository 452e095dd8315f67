"""The order in which a page's lines are read."""

from bot.ocr.page.flat import flat_page
from bot.ocr.page.lines import Line
from bot.ocr.page.rows import rows
from tests.ocr.writing import line


def read(*lines: Line) -> list[str]:
    return ["".join(one.text for one in row) for row in rows(lines, flat_page(lines))]


def test_what_a_pen_put_in_a_blank_may_stand_lower_than_print() -> None:
    printed = [
        line("小区", 240, 4),
        line("弄", 360, 6),
        line("号", 480, 8),
        line("室业主", 640, 10),
    ]
    written = [line("丰翔新城", 60, 12), line("19", 400, 16), line("1301", 520, 21)]
    assert read(*printed, *written) == ["丰翔新城小区弄19号1301室业主"]


def test_rows_close_together_stay_apart() -> None:
    assert read(line("沈桂芳", 60, 0), line("丰翔", 60, 34), line("漏水", 300, 36)) == [
        "沈桂芳",
        "丰翔漏水",
    ]
