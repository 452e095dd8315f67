"""Cards and sticky notes: labels of one character, in a cell's corner, in brackets.

Each draws a whole sheet from a Style, as benchmarks.reading.layouts does."""

from collections.abc import Callable, Mapping

from benchmarks.reading.sheet import Sheet
from benchmarks.reading.styles import Style, paragraph, titled, wording, write_value
from benchmarks.reading.words import INITIALS, half


def initials(one: Style) -> Sheet:
    """A sticky note in a hurry: 时：… 人：… 类：门禁（紧急）."""
    sheet = Sheet((1000, 1000), one.rng, one.rng.choice(("#fbf3a6", "#fce4ec", "#e3f2fd")))
    y, step, left = 90.0, 80.0, 70.0
    values = one.fields | {"category": f"{one.fields['category']}（{one.fields['urgency']}）"}
    for name, wordings in INITIALS.items():
        label = one.rng.choice(half(wordings, one.split)) + "："
        start = sheet.write(left, y, label, one.manner)
        if name == "description":
            y = paragraph(sheet, one, start, y, 950, step)
        else:
            sheet.write(start, y, values[name], one.manner, 950)
        y += step
    return sheet


def captions(one: Style) -> Sheet:
    """A card of cells, in the upper left corner of each what it is for, small and numbered."""
    sheet, y, left, right = titled(one, (1240, 940), 80), 140.0, 60.0, 1180.0
    numbers = iter(wording(one, "caption_numbers"))
    rows = (
        ("time", "operator", "caller"), ("phone", "community", "address"), ("category", "urgency"),
        ("description",),
    )  # fmt: skip
    for row in rows:
        width = (right - left) / len(row)
        height = 330 if row == ("description",) else 126
        for place, name in enumerate(row):
            x = left + place * width
            sheet.box(x, y, x + width, y + height)
            sheet.print(x + 8, y + 20, next(numbers) + one.labels[name], 22, one.press)
            if name == "description":
                paragraph(sheet, one, x, y + 78, x + width, one.manner.size * 1.4)
            else:
                write_value(sheet, one, name, x, y + 80, x + width)
        y += height
    return sheet


def brackets(one: Style) -> Sheet:
    """Labels in brackets, two fields a row, the description in a frame below its own."""
    sheet, y = titled(one), 230.0
    rows = (
        ("time", "operator"), ("caller", "phone"), ("community", "address"),
        ("category", "urgency"),
    )  # fmt: skip
    for row in rows:
        for name, x in zip(row, (90, 640), strict=True):
            start = sheet.print(x, y, f"【{one.labels[name]}】", 29, one.press)
            write_value(sheet, one, name, start, y, x + 530)
        y += 88
    sheet.print(90, y, f"【{one.labels['description']}】", 29, one.press)
    sheet.box(100, y + 40, 1150, y + 400)
    paragraph(sheet, one, 110, y + 90, 1140, one.manner.size * 1.5)
    return sheet


CARDS: Mapping[str, Callable[[Style], Sheet]] = {
    layout.__name__: layout for layout in (initials, captions, brackets)
}
