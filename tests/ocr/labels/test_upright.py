"""Labels that stand upright, seen in one piece, beside the rows that they are about."""

from dataclasses import replace

from bot.ocr.page.geometry import quad
from bot.ocr.page.lines import Line
from tests.ocr.finding import CALL, read
from tests.ocr.writing import line


def tall(text: str, x: float, y: float) -> Line:
    """Its characters below one another, from (x, y) downwards."""
    high = 30.0 * len(text)
    return replace(
        line(text, x, y), box=quad([[x, y], [x + 30, y], [x + 30, y + high], [x, y + high]])
    )


VALUES = (
    line("沈桂芳", 200, 30),
    line("13812345678", 200, 130),
    line("丰翔新城3号502室", 200, 230),
    line("厨房水管漏水，地上全是水", 200, 330),
)


def test_it_asks_for_what_stands_beside_it() -> None:
    labels = [tall(text, 60, 100 * n) for n, text in enumerate(("来访人", "电话", "住址", "问题"))]
    assert read(*labels, *VALUES) == CALL


def test_the_heading_of_rows_with_labels_of_their_own_is_none() -> None:
    labels = [
        line(text, 100, 30 + 100 * n) for n, text in enumerate(("姓名", "电话", "住址", "问题"))
    ]
    assert read(tall("诉求人", 40, 20), *labels, *VALUES) == CALL


def test_a_heading_s_rows_may_have_colons_behind_their_labels() -> None:
    labels = [line(text, 100, 80 + 80 * n) for n, text in enumerate(("诉求分类：", "诉求概要："))]
    trouble = line("厨房水管漏水，地上全是水", 300, 160)
    found = read(tall("诉求信息", 40, 90), *labels, line("漏水", 300, 80), trouble)
    assert found == {"category": "漏水", "description": "厨房水管漏水，地上全是水"}


def test_what_nobody_knows_is_no_value() -> None:
    labels = [
        line(text, 100, 30 + 100 * n) for n, text in enumerate(("姓名", "电话", "住址", "问题"))
    ]
    assert read(tall("便民台", 40, 330), *labels, *VALUES) == CALL


def test_the_heading_stands_in_the_middle_of_its_rows_though_it_knows_but_some_labels() -> None:
    asked = ("呼应", "可寻", "小区", "住址")  # the first two nobody knows
    said = ("沈桂芳", "13812345678", "丰翔新城", "3号502室")
    labels = [line(text, 100, 30 + 44 * n) for n, text in enumerate(asked)]
    values = [line(text, 300, 30 + 44 * n) for n, text in enumerate(said)]
    found = read(tall("居民", 40, 80), *labels, *values, line("问题：厨房漏水，请来", 40, 240))
    assert (found["phone"], found["community"]) == ("13812345678", "丰翔新城")
    assert "caller" not in found


def test_a_kind_in_a_narrow_column_is_a_value() -> None:
    heads = ("时间", "来电人", "电话", "小区", "地址", "类别", "内容")
    values = (
        "9:05",
        "沈桂芳",
        "13812345678",
        "丰翔新城",
        "3号502室",
        "",
        "厨房水管漏水，地上全是水",
    )
    lefts = (0, 100, 240, 620, 800, 1100, 1200)
    row = [line(text, x, 100) for text, x in zip(values, lefts, strict=True) if text]
    labels = [line(text, x, 20) for text, x in zip(heads, lefts, strict=True)]
    assert read(*labels, *row, tall("漏水", 1110, 85))["category"] == "漏水"
