"""Tesseract, the second engine."""

from collections.abc import Sequence
from typing import Any

import pytesseract

from bot.ocr.page.geometry import quad
from bot.ocr.page.lines import Glyph, Line
from bot.ocr.page.picture import Pixels
from models.intake import Quad


class Tesseract:
    """Tesseract with simplified Chinese; it needs the system's tesseract-ocr."""

    def read(self, picture: Pixels) -> list[Line]:
        """Words that Tesseract joins into lines."""
        found = pytesseract.image_to_data(
            picture, lang="chi_sim", config="--psm 11", output_type=pytesseract.Output.DICT
        )
        rows: dict[tuple[int, int, int], list[int]] = {}
        for i, text in enumerate(found["text"]):
            if text.strip():
                key = (found["block_num"][i], found["par_num"][i], found["line_num"][i])
                rows.setdefault(key, []).append(i)
        return [_tesseract_line(found, words) for words in rows.values()]

    def recognise(self, strips: Sequence[tuple[Pixels, Quad]]) -> list[Line]:
        """One strip after the other."""
        return [_tesseract_strip(picture, box) for picture, box in strips]


def _tesseract_strip(picture: Pixels, box: Quad) -> Line:
    found = pytesseract.image_to_data(
        picture, lang="chi_sim", config="--psm 7", output_type=pytesseract.Output.DICT
    )
    words = [i for i, text in enumerate(found["text"]) if text.strip()]
    return Line(box, _tesseract_line(found, words).glyphs if words else ())


def _tesseract_line(found: dict[str, list[Any]], words: list[int]) -> Line:
    left = min(found["left"][i] for i in words)
    top = min(found["top"][i] for i in words)
    right = max(found["left"][i] + found["width"][i] for i in words)
    bottom = max(found["top"][i] + found["height"][i] for i in words)
    glyphs = []
    for i in words:
        text, confidence = found["text"][i].strip(), max(0.0, float(found["conf"][i])) / 100
        for k, character in enumerate(text):
            x = found["left"][i] + found["width"][i] * (k + 0.5) / len(text)
            glyphs.append(Glyph(character, (x - left) / max(right - left, 1), confidence))
    corners = [[left, top], [right, top], [right, bottom], [left, bottom]]
    return Line(quad(corners), tuple(glyphs))
