"""A form with a box for each digit of the telephone, and boxes to tick behind their words."""

from benchmarks.reading.sheet import Sheet
from benchmarks.reading.styles import Style, options, paragraph, titled, write_value

_LEFT, _VALUES, _RIGHT = 90.0, 310.0, 1150.0
_DIGITS, _BOX = 11, 56.0  # of a mobile's number; pixels
_APART = {"tuning": 0.0, "test": 16.0}  # pixels between two boxes


def digits(one: Style) -> Sheet:
    """Short fields on lines, a row of boxes for the telephone, the kinds in a grid."""
    sheet, y = titled(one), 210.0
    for name in ("time", "operator", "caller", "phone", "community", "address"):
        sheet.print(_LEFT, y, one.labels[name], 29, one.press)
        if name == "phone":
            _number(sheet, one, y)
        else:
            write_value(sheet, one, name, _VALUES, y, _RIGHT)
            sheet.line(_VALUES, y + 28, _RIGHT, y + 28, "#777")
        y += 84
    for name, columns, height in (("category", 5, 160.0), ("urgency", 3, 80.0)):
        sheet.print(_LEFT, y, one.labels[name], 29, one.press)
        options(sheet, one, name, _VALUES - 14, y, columns, behind=True)
        y += height
    sheet.print(_LEFT, y, one.labels["description"], 29, one.press)
    sheet.box(_VALUES, y - 30, _RIGHT, y + 330)
    paragraph(sheet, one, _VALUES, y + 14, _RIGHT, one.manner.size * 1.45)
    return sheet


def _number(sheet: Sheet, one: Style, y: float) -> None:
    """Without the hyphen, for which there is no box; of a number cut short, the last box is
    empty."""
    number = one.fields["phone"].replace("-", "")
    step = _BOX + _APART[one.split]
    for place in range(_DIGITS):
        x = _VALUES + place * step
        sheet.box(x, y - _BOX / 2, x + _BOX, y + _BOX / 2)
        digit = number[place : place + 1]
        middle = x + (_BOX - sheet.width(digit, one.manner)) / 2
        sheet.write(middle + one.rng.gauss(0, 3), y + one.rng.gauss(0, 3), digit, one.manner)
