"""The federation's own form, filled in by hand."""

from functools import cache

from PIL import Image

from benchmarks.reading.sheet import A4, Sheet
from benchmarks.reading.styles import Style
from bot.blank_form import draw_form
from models.form_layout import CELLS, DIGITS, GUIDES, PAGE, TICKS, VALUES

_MM = A4[0] / PAGE[0]  # pixels


@cache
def _blank() -> Image.Image:
    return draw_form("长宁路街道物业服务联合体", 417, hotline="021-60001234").resize(A4)


def own(one: Style) -> Sheet:
    """Our own blank form: a digit a box, ticks, the description on its faint lines."""
    sheet = Sheet(A4, one.rng)
    sheet.image.paste(_blank())
    for name in ("time", "caller", "community", "address", "operator"):
        cell = CELLS[name]
        x, y = (cell.x + one.rng.uniform(2, 5)) * _MM, (cell.y + cell.height / 2) * _MM
        sheet.write(x, y + one.rng.gauss(0, 4), one.fields[name], one.manner, cell.right * _MM)
    _number(sheet, one)
    for name, options in TICKS.items():
        box = options[one.fields[name]]
        middle = (box.y + box.height / 2) * _MM
        sheet.tick(box.x * _MM, middle, box.width * _MM, one.tick, one.manner.ink)
    lines = sheet.wrap(one.fields["description"], one.manner, 148 * _MM)
    for line, guide in zip(lines, GUIDES, strict=False):
        base = guide * _MM - one.manner.size * 0.6
        sheet.write((VALUES + one.rng.uniform(3, 6)) * _MM, base, line, one.manner)
    return sheet


def _number(sheet: Sheet, one: Style) -> None:
    """Without the hyphen: the boxes leave no room for it."""
    digits = one.fields["phone"].replace("-", "")
    for digit, box in zip(digits, DIGITS, strict=False):
        x = (box.x + box.width / 2) * _MM - sheet.width(digit, one.manner) / 2
        y = (box.y + box.height / 2) * _MM
        sheet.write(x + one.rng.gauss(0, 4), y + one.rng.gauss(0, 4), digit, one.manner)
