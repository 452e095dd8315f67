"""Printed forms as offices have them: they ask for more than a call's fields, and in other places.

Each draws a whole sheet from a Style, as benchmarks.reading.layouts does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from benchmarks.reading.sheet import Sheet
from benchmarks.reading.styles import Style, paragraph, titled, write_value
from benchmarks.reading.words import OPTIONS

_LEFT, _RIGHT = 90.0, 1150.0
_PAIRS = (("caller", "phone"), ("community", "address"), ("category", "urgency"))


def _cell(
    sheet: Sheet, one: Style, name: str, place: tuple[float, float, float, float], label: float
) -> None:
    """A label's cell, so wide, and its value's beside it."""
    left, top, right, bottom = place
    sheet.box(left, top, left + label, bottom)
    sheet.box(left + label, top, right, bottom)
    middle = (top + bottom) / 2
    sheet.print(left + 12, middle, one.labels.get(name, name), 27, one.press)
    if name in one.fields:
        write_value(sheet, one, name, left + label, middle, right)


def _pairs(sheet: Sheet, one: Style, rows: Sequence[tuple[str, str]], y: float) -> float:
    middle = (_LEFT + _RIGHT) / 2
    for first, second in rows:
        _cell(sheet, one, first, (_LEFT, y, middle, y + 74), 165)
        _cell(sheet, one, second, (middle, y, _RIGHT, y + 74), 165)
        y += 74
    return y


def _described(sheet: Sheet, one: Style, left: float, y: float, height: float) -> float:
    sheet.box(left, y, left + 165, y + height)
    sheet.box(left + 165, y, _RIGHT, y + height)
    sheet.print(left + 12, y + height / 2, one.labels["description"], 27, one.press)
    paragraph(sheet, one, left + 165, y + 44, _RIGHT, one.manner.size * 1.4)
    return y + height


def office(one: Style) -> Sheet:
    """A work sheet: what the office fills in later is empty, with fine print below."""
    sheet = titled(one)
    sheet.print(_LEFT, 160, f"编号：{one.rng.randint(1000, 9999)}", 22, one.press)
    sheet.print(820, 160, "投诉电话：962121", 22, one.press)
    y = _pairs(sheet, one, (("time", "operator"), *_PAIRS), 190)
    y = _described(sheet, one, _LEFT, y, 300)
    for label in one.rng.sample(("处理结果", "处理意见", "承办单位", "回访情况", "备注"), 2):
        _cell(sheet, one, label, (_LEFT, y, _RIGHT, y + 100), 165)
        y += 100
    y = _pairs(sheet, one, (("维修人员", "业主签字"), ("完成时间", "满意度")), y)
    sheet.print(_LEFT, y + 40, "注：本单一式两联，请在24小时内联系居民，逾期督办。", 20, one.press)
    return sheet


def headed(one: Style) -> Sheet:
    """Each label stands above its value, small, in the cell's upper left corner."""
    sheet, y, middle = titled(one), 190.0, (_LEFT + _RIGHT) / 2
    for row in (("time", "operator"), *_PAIRS):
        for name, left in zip(row, (_LEFT, middle), strict=True):
            sheet.box(left, y, left + middle - _LEFT, y + 116)
            sheet.print(left + 10, y + 22, one.labels[name], 22, one.press, "#555")
            write_value(sheet, one, name, left, y + 76, left + middle - _LEFT)
        y += 116
    sheet.box(_LEFT, y, _RIGHT, y + 340)
    sheet.print(_LEFT + 10, y + 22, one.labels["description"], 22, one.press, "#555")
    paragraph(sheet, one, _LEFT, y + 80, _RIGHT, one.manner.size * 1.4)
    for label, left in (("派单去向", _LEFT), ("回访情况", middle)):
        sheet.box(left, y + 340, left + middle - _LEFT, y + 440)
        sheet.print(left + 10, y + 362, label, 22, one.press, "#555")
    return sheet


def grouped(one: Style) -> Sheet:
    """Cells on the left, their words from top to bottom, say what several rows are about."""
    sheet, y, left = titled(one), 190.0, _LEFT + 70
    groups = (
        ("来电人", ("caller", "phone")), ("地点", ("community", "address")),
        ("事项", ("category", "urgency")), ("受理", ("time", "operator")),
    )  # fmt: skip
    for title, names in groups:
        height = 76.0 * len(names)
        sheet.box(_LEFT, y, left, y + height)
        for i, character in enumerate(title):
            sheet.print(_LEFT + 20, y + height * (i + 0.5) / len(title), character, 27, one.press)
        for i, name in enumerate(names):
            _cell(sheet, one, name, (left, y + 76 * i, _RIGHT, y + 76 * (i + 1)), 180)
        y += height
    _described(sheet, one, left, y, 320)
    sheet.box(_LEFT, y, left, y + 320)
    return sheet


def boxed(one: Style) -> Sheet:
    """Options in one line, the box of the chosen one printed full, as on a filled-in screen."""
    sheet, y = titled(one), 190.0
    for name in ("time", "caller", "phone", "community", "address"):
        _cell(sheet, one, name, (_LEFT, y, _RIGHT, y + 70), 190)
        y += 70
    for name, height, a_row in (("category", 150.0, 7), ("urgency", 70.0, 7)):
        sheet.box(_LEFT, y, _LEFT + 190, y + height)
        sheet.box(_LEFT + 190, y, _RIGHT, y + height)
        sheet.print(_LEFT + 12, y + height / 2, one.labels[name], 27, one.press)
        words = [("■" if w == one.fields[name] else "□") + w for w in OPTIONS[name]]
        for row in range(0, len(words), a_row):
            text = "  ".join(words[row : row + a_row])
            sheet.print(_LEFT + 206, y + 36 + row // a_row * 64, text, 25, one.press)
        y += height
    y = _described(sheet, one, _LEFT, y, 280)
    _cell(sheet, one, "operator", (_LEFT, y, _RIGHT, y + 70), 190)
    return sheet


def numbered(one: Style) -> Sheet:
    """Numbered lines, with a word in brackets on how to fill them in."""
    sheet, y = titled(one), 220.0
    asides = {"caller": "称呼", "phone": "手机或座机", "community": "全称", "address": "弄号室"}
    names = ("time", "caller", "phone", "community", "address", "category", "urgency")
    for number, name in enumerate((*names, "description", "operator"), 1):
        aside = f"（{asides[name]}）" if name in asides else ""
        label = f"{number}. {one.labels[name]}{aside}："
        start = sheet.print(110, y, label, 29, one.press)
        if name == "description":
            y = paragraph(sheet, one, start, y, 1130, 70)
        else:
            write_value(sheet, one, name, start, y, 1130)
        y += 76
    return sheet


_WIDE = {
    "time": "时　　间", "caller": "姓　　名", "phone": "电　　话", "community": "小　　区",
    "address": "地　　址", "category": "类　　别", "description": "内　　容",
}  # fmt: skip


def wide(one: Style) -> Sheet:
    """Labels of two characters, set as wide as those of four."""
    return office(replace(one, labels=one.labels | _WIDE))


_COLUMNS = {
    "time": 190, "caller": 150, "community": 170, "address": 180, "phone": 230,
    "category": 130, "urgency": 130, "description": 330, "operator": 130,
}  # fmt: skip


def register(one: Style) -> Sheet:
    """A page of a register, lying: headings, below them one call, and empty rows."""
    sheet, left = Sheet((1754, 1240), one.rng), 60.0
    sheet.print(877 - len(one.title) * 20, 100, one.title, 40, one.press)
    manner = replace(one.manner, size=24)
    for name, width in _COLUMNS.items():
        for top, bottom in ((180, 250), (250, 420), (420, 520), (520, 620)):
            sheet.box(left, top, left + width, bottom)
        sheet.print(left + 10, 215, one.labels[name], 22, one.press)
        for number, line in enumerate(sheet.wrap(one.fields[name], manner, width - 20)):
            sheet.write(left + 10, 280 + number * 36, line, manner)
        left += width
    return sheet


OFFICES: Mapping[str, Callable[[Style], Sheet]] = {
    layout.__name__: layout for layout in (office, headed, grouped, boxed, numbered, wide, register)
}
