"""Hints in small print below a form's labels."""

from bot.ocr.page.lines import Line
from tests.ocr.finding import read
from tests.ocr.writing import line

HINTS = {
    "来电时间": "精确到分钟",
    "联系号码": "手机优先",
    "小区": "以楼牌为准",
    "紧急等级": "一般、紧急或特急",
    "请求内容": "时间地点现象要求",
}
VALUES = {
    "来电时间": "2024年10月6日16时35分",
    "联系号码": "15991733649",
    "紧急等级": "特急",
    "请求内容": "电梯突然下坠两层后停住",
}


def rows(values: dict[str, str]) -> list[Line]:
    """Each label, its hint right below it, and its value beside both."""
    found = []
    for number, (label, hint) in enumerate(HINTS.items()):
        y = 100 * number
        found += [line(label, 60, y), line(hint, 60, y + 26, height=22)]
        found += [line(values[label], 400, y + 10)] if label in values else []
    return found


def test_what_is_printed_below_the_labels_is_no_value() -> None:
    found = read(*rows(VALUES))
    assert found.get("community", "") == ""
    assert found["urgency"] == "特急"
    assert found["description"] == "电梯突然下坠两层后停住"


def test_what_stands_below_labels_with_nothing_beside_them_is_theirs() -> None:
    found = read(
        line("来电人", 60, 0),
        line("沈桂芳", 60, 26, height=25),
        line("联系号码", 60, 100),
        line("15991733649", 60, 126, height=25),
        line("小区", 60, 200),
        line("丰翔新城", 60, 226, height=25),
    )
    assert found == {"caller": "沈桂芳", "phone": "15991733649", "community": "丰翔新城"}
