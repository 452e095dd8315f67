"""A duty log whose headings ask for two things at once."""

from dataclasses import replace

from benchmarks.reading.sheet import Sheet
from benchmarks.reading.styles import Style, options, wording

_TOP, _HEAD, _ROW = 180.0, 70.0, 300.0
_COLUMNS = {
    "time": 225, "people": 250, "places": 275, "description": 390, "category": 150,
    "urgency": 150, "operator": 180,
}  # fmt: skip


def together(one: Style) -> Sheet:
    """A ruled page, lying: two values one above the other in a cell, the degrees of urgency in a
    column to tick. One call and two empty rows."""
    sheet, left = Sheet((1754, 1240), one.rng), 67.0
    sheet.print(877 - len(one.title) * 20, 100, one.title, 40, one.press)
    headings = one.labels | {
        "people": wording(one, "log_people"), "places": wording(one, "log_places")
    }  # fmt: skip
    writing = replace(one, manner=replace(one.manner, size=min(one.manner.size, 32)))
    for name, width in _COLUMNS.items():
        sheet.box(left, _TOP, left + width, _TOP + _HEAD)
        sheet.print(left + 12, _TOP + _HEAD / 2, headings[name], 25, one.press)
        for row in range(3):
            top = _TOP + _HEAD + row * _ROW
            sheet.box(left, top, left + width, top + _ROW)
            if name == "urgency":
                ticked = one if row == 0 else replace(one, fields={})
                options(sheet, ticked, name, left + 8, top + 70, 1)
        if name != "urgency":
            _written(sheet, writing, name, left, width)
        left += width
    return sheet


def _written(sheet: Sheet, one: Style, name: str, left: float, width: float) -> None:
    """The call's words in the column's first cell, around its middle."""
    words = _words(sheet, one, name, width - 24)
    step = 40.0 if name == "description" else 90.0
    y = _TOP + _HEAD + (_ROW - step * (len(words) - 1)) / 2
    for line in words:
        sheet.write(left + 12 + one.rng.uniform(0, 6), y, line, one.manner, left + width - 6)
        y += step


def _words(sheet: Sheet, one: Style, name: str, width: float) -> list[str]:
    fields = one.fields
    if name == "description":
        return sheet.wrap(fields[name], one.manner, width)
    several = {
        "time": fields["time"].split(),
        "people": [fields["caller"], fields["phone"]],
        "places": [fields["community"], fields["address"]],
    }
    return several.get(name) or [fields[name]]
