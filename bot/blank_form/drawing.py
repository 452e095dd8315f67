"""Draws the form of models.form_layout on a sheet at 300 dpi."""

import cv2
import segno
from PIL import Image, ImageDraw

from bot.pictures.fonts import font
from models import form_layout as layout
from models.form_layout import Rect

DPI = 300
_MM = DPI / 25.4  # pixels
_BLACK, _GREY, _FAINT = 0, 90, 228
WORDS = {
    "time": "来电时间",
    "operator": "接线员",
    "caller": "来电人",
    "phone": "联系电话",
    "community": "小区名称",
    "address": "详细地址",
    "category": "问题类别",
    "urgency": "紧急程度",
    "description": "问题描述",
}
TITLE = "热线信息表"
HINT = "拍照时请拍全四角的黑色方块 · Keep all four corner marks in the photo"


def draw_form(federation: str, number: int, *, hotline: str = "") -> Image.Image:
    """One sheet, A4 at 300 dpi, grey. `number`: the running number, 1 … 99,999,999; ValueError if
    it is not. `hotline` as it shall be printed."""
    if not 0 < number < 100_000_000:
        raise ValueError(f"no running number: {number}")
    sheet = _Sheet()
    for identity, place in enumerate(layout.MARKS):
        sheet.paste(_mark(identity), place)
    sheet.paste(_qr(layout.code(number)), layout.QR)
    _draw_head(sheet, federation, number, hotline)
    _draw_table(sheet)
    _draw_boxes(sheet)
    return sheet.image


class _Sheet:
    """Paper measured in millimetres."""

    def __init__(self) -> None:
        self.image = Image.new("L", (_px(layout.PAGE[0]), _px(layout.PAGE[1])), 255)
        self._draw = ImageDraw.Draw(self.image)

    def frame(self, place: Rect, thick: float = 0.3) -> None:
        self._draw.rectangle(
            (_px(place.x), _px(place.y), _px(place.right), _px(place.bottom)),
            outline=_BLACK,
            width=_px(thick),
        )

    def rule(self, x0: float, x1: float, y: float) -> None:
        self._draw.line((_px(x0), _px(y), _px(x1), _px(y)), fill=_FAINT, width=_px(0.2))

    def write(
        self, x: float, y: float, words: str, size: float, *, anchor: str = "lm", tone: int = _BLACK
    ) -> None:
        """`size` in mm; `anchor` as Pillow has it: which point of the words is at (x, y)."""
        self._draw.text((x * _MM, y * _MM), words, fill=tone, font=font(_px(size)), anchor=anchor)

    def fit(self, place: Rect, y: float, words: str, size: float) -> None:
        """Centred in `place`, smaller where the words would not fit."""
        wide = font(_px(size)).getlength(words) / _MM
        size *= min(1.0, place.width / max(wide, 1.0))
        self.write(place.x + place.width / 2, y, words, size, anchor="mm")

    def paste(self, picture: Image.Image, place: Rect) -> None:
        size = (_px(place.width), _px(place.height))
        self.image.paste(
            picture.resize(size, Image.Resampling.NEAREST), (_px(place.x), _px(place.y))
        )


def _px(mm: float) -> int:
    return round(mm * _MM)


def _mark(identity: int) -> Image.Image:
    marks = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    return Image.fromarray(cv2.aruco.generateImageMarker(marks, identity, 120))


def _qr(text: str) -> Image.Image:
    rows = segno.make(text, error="m", micro=False).matrix
    modules = [[_BLACK if dark else 255 for dark in row] for row in rows]
    image = Image.new("L", (len(modules), len(modules)))
    image.putdata([tone for row in modules for tone in row])
    return image


def _draw_head(sheet: _Sheet, federation: str, number: int, hotline: str) -> None:
    place = layout.TITLE
    sheet.fit(place, place.y + 5, federation, 7.5)
    under = f"{TITLE}　　热线 {hotline}" if hotline else TITLE
    sheet.fit(place, place.y + 16, under, 6)
    sheet.write(layout.QR.x, layout.QR.bottom + 3, f"No. {number:06d}", 3.4)


def _draw_table(sheet: _Sheet) -> None:
    for name, label in layout.LABELS.items():
        sheet.frame(label)
        sheet.frame(layout.CELLS[name])
        sheet.write(label.x + 2.5, label.y + label.height / 2, WORDS[name], 5.2)
    for y in layout.GUIDES:
        sheet.rule(layout.VALUES + 3, layout.RIGHT - 3, y)
    hint = layout.HINT
    sheet.write(hint.x + hint.width / 2, hint.y + 3, HINT, 3.2, anchor="mm", tone=_GREY)


def _draw_boxes(sheet: _Sheet) -> None:
    for box in layout.DIGITS:
        sheet.frame(box, 0.25)
    for options in layout.TICKS.values():
        for word, box in options.items():
            sheet.frame(box)
            sheet.write(box.right + 2, box.y + box.height / 2, word, 5)
