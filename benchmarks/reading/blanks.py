"""Blanks to fill in, without a colon: the label before it, below it, or on a counterfoil as well.

Each draws a whole sheet from a Style, as benchmarks.reading.layouts does."""

from collections.abc import Callable, Mapping

from benchmarks.reading.sheet import Sheet
from benchmarks.reading.styles import Style, paragraph, titled, write_value

_ROWS = (
    ("time", "operator"), ("caller", "phone"), ("community", "address"), ("category", "urgency"),
)  # fmt: skip
_GREY = "#888"


def underlined(one: Style) -> Sheet:
    """Two blanks a row, each right behind its label."""
    sheet = titled(one)
    _blanks(sheet, one, 90, 1150, 220)
    return sheet


def counterfoil(one: Style) -> Sheet:
    """The same beside a counterfoil that nobody has filled in."""
    sheet = Sheet((1560, 900), one.rng, "#fffef8")
    sheet.print(120, 80, "存 根", 34, one.press)
    for number, name in enumerate(("community", "caller", "phone")):
        y = 200.0 + 80 * number
        start = sheet.print(60, y, one.labels[name], 26, one.press)
        sheet.line(start, y + 22, 340, y + 22, _GREY)
    for dash in range(20, 880, 24):
        sheet.line(380, dash, 380, dash + 12, _GREY)
    sheet.print(960 - len(one.title) * 19, 80, one.title, 38, one.press)
    _blanks(sheet, one, 430, 1500, 200)
    return sheet


def captioned(one: Style) -> Sheet:
    """What a blank is for stands below its middle, in brackets."""
    sheet, y = titled(one), 240.0
    for row in _ROWS:
        for name, left in zip(row, (90, 640), strict=True):
            write_value(sheet, one, name, left, y, left + 500)
            _caption(sheet, one, name, left, left + 500, y + 26)
        y += 130
    last = paragraph(sheet, one, 90, y, 1140, one.manner.size * 1.5)
    _caption(sheet, one, "description", 90, 1140, last + 60)
    return sheet


def _blanks(sheet: Sheet, one: Style, left: float, right: float, y: float) -> None:
    middle = (left + right) / 2
    for row in _ROWS:
        for name, x, end in zip(row, (left, middle), (middle - 20, right), strict=True):
            start = sheet.print(x, y, one.labels[name], 28, one.press)
            write_value(sheet, one, name, start, y, end)
            sheet.line(start, y + 25, end, y + 25, _GREY)
        y += 84
    start = sheet.print(left, y, one.labels["description"], 28, one.press)
    paragraph(sheet, one, start, y, right, 66)


def _caption(sheet: Sheet, one: Style, name: str, left: float, right: float, y: float) -> None:
    sheet.line(left, y, right, y, _GREY)
    text = f"（{one.labels[name]}）"
    sheet.print((left + right) / 2 - len(text) * 11, y + 20, text, 22, one.press)


BLANKS: Mapping[str, Callable[[Style], Sheet]] = {
    layout.__name__: layout for layout in (underlined, counterfoil, captioned)
}
