"""How forms are laid out: a table, lines with colons, a notebook page …

Each layout draws a whole sheet from a Style (who writes what in which wording)."""

from collections.abc import Callable, Mapping

from benchmarks.reading.sheet import A4, Sheet
from benchmarks.reading.styles import Style, options, paragraph, titled, write_value
from benchmarks.reading.words import LABELS, OPTIONS

ALL = tuple(LABELS)
WITHOUT_KIND = tuple(name for name in ALL if name not in ("category", "urgency"))


def _row_height(one: Style, name: str, boxes: bool) -> int:
    if name == "description":
        return one.rng.randint(200, 260)
    if boxes and name == "category":
        return 170
    return 70


def _ruled(one: Style, names: tuple[str, ...], *, boxes: bool = False) -> Sheet:
    sheet, y = titled(one), 190.0
    left, right = one.rng.randint(90, 140), one.rng.randint(1080, 1150)
    middle = left + one.rng.randint(200, 250)
    for name in names:
        height = _row_height(one, name, boxes)
        sheet.box(left, y, right, y + height)
        sheet.line(middle, y, middle, y + height)
        sheet.print(left + 24, y + height / 2, one.labels[name], 30, one.press)
        if boxes and name in OPTIONS:
            options(sheet, one, name, middle, y + 36, 5)
        elif name == "description":
            paragraph(sheet, one, middle, y + 40, right, one.manner.size * 1.35)
        else:
            write_value(sheet, one, name, middle, y + height / 2, right)
        y += height
    return sheet


def table(one: Style) -> Sheet:
    """A ruled table."""
    return _ruled(one, ALL)


def ticks(one: Style) -> Sheet:
    """A ruled table with boxes to tick."""
    return _ruled(one, ALL, boxes=True)


def short(one: Style) -> Sheet:
    """A ruled table that knows neither category nor urgency."""
    return _ruled(one, WITHOUT_KIND)


def pairs(one: Style) -> Sheet:
    """Two columns: two fields a row, the description below across both."""
    sheet, y = titled(one), 200.0
    rows = (("time", "operator"), ("caller", "phone"), ("community", "address"))
    for row in (*rows, ("category", "urgency")):
        for name, left in zip(row, (80, 620), strict=True):
            sheet.box(left, y, left + 160, y + 76)
            sheet.box(left + 160, y, left + 540, y + 76)
            sheet.print(left + 14, y + 38, one.labels[name], 28, one.press)
            write_value(sheet, one, name, left + 160, y + 38, left + 540)
        y += 76
    sheet.box(80, y, 240, y + 320)
    sheet.box(240, y, 1160, y + 320)
    sheet.print(94, y + 160, one.labels["description"], 28, one.press)
    paragraph(sheet, one, 240, y + 44, 1160, one.manner.size * 1.4)
    return sheet


def lines(one: Style) -> Sheet:
    """A label with a colon and a line to write on, a field a row."""
    sheet, y = titled(one), 220.0
    for name in ALL:
        start = sheet.print(130, y, one.labels[name] + "：", 31, one.press)
        if name == "description":
            last = paragraph(sheet, one, start, y, 1120, 72)
            for ruled in range(round((last - y) / 72) + 1):
                sheet.line(start, y + 26 + ruled * 72, 1130, y + 26 + ruled * 72, "#888")
            y = last
        else:
            write_value(sheet, one, name, start, y, 1130)
            sheet.line(start, y + 26, 1130, y + 26, "#888")
        y += 74
    return sheet


def ticked_lines(one: Style) -> Sheet:
    """Lines with colons, boxes in the lines, two short fields side by side."""
    sheet, y = titled(one), 220.0
    for row in (("time",), ("caller", "phone"), ("community",), ("address",)):
        for place, name in enumerate(row):
            start = sheet.print(110 + place * 480, y, one.labels[name] + "：", 30, one.press)
            end = 1130 if name == row[-1] else 560
            write_value(sheet, one, name, start, y, end)
            sheet.line(start, y + 25, end, y + 25, "#777")
        y += 78
    for name, height in (("category", 145.0), ("urgency", 70.0)):
        start = sheet.print(110, y, one.labels[name] + "：", 30, one.press)
        options(sheet, one, name, start, y, 5)
        y += height
    start = sheet.print(110, y, one.labels["description"] + "：", 30, one.press)
    y = paragraph(sheet, one, start, y, 1130, 64) + 90
    start = sheet.print(700, y, one.labels["operator"] + "：", 30, one.press)
    write_value(sheet, one, "operator", start, y, 1130)
    return sheet


def notebook(one: Style) -> Sheet:
    """A page of a ruled notebook, labels written by hand, nothing printed."""
    sheet, step = Sheet(A4, one.rng, "#fcfaf0"), 78
    for rule in range(120, 1700, step):
        sheet.line(0, rule, 1240, rule, "#b9c7d8")
    if one.rng.random() < 0.5:
        sheet.line(110, 0, 110, 1754, "#e3a9a9")
    y: float = 120 + step - 30
    names = ALL if one.rng.random() < 0.5 else WITHOUT_KIND
    for name in names:
        start = sheet.write(130, y, one.labels[name] + "：", one.manner)
        if name == "description":
            y = paragraph(sheet, one, start, y, 1190, step)
        else:
            sheet.write(start, y, one.fields[name], one.manner, 1200)
        y += step
    return sheet


def slip(one: Style) -> Sheet:
    """A half sheet, label and value printed or written in one piece, several a row."""
    sheet, y = Sheet((1240, 877), one.rng, "#fffdf5"), 170.0
    sheet.print(620 - len(one.title) * 19, 80, one.title, 38, one.press)
    for row in (("time", "caller"), ("community", "address"), ("phone", "operator")):
        for x, name in zip((80, 640), row, strict=True):
            text = one.labels[name] + "：" + one.fields[name]
            sheet.write(x, y, text, one.manner, x + 540)
        y += 84
    start = sheet.write(80, y, one.labels["description"] + "：", one.manner)
    paragraph(sheet, one, start, y, 1180, 76)
    return sheet


LAYOUTS: Mapping[str, Callable[[Style], Sheet]] = {
    layout.__name__: layout
    for layout in (table, ticks, lines, pairs, notebook, short, ticked_lines, slip)
}
