"""A name that was begun wrong: one surname struck out, the right one written beside it."""

from dataclasses import replace

import cv2
import numpy as np

from bot.ocr.page.geometry import cut, stretched
from bot.ocr.page.ink import HEIGHT, SIZE, STROKE, ink, straightest
from bot.ocr.page.lines import Glyph, Line
from bot.ocr.page.picture import Pixels
from bot.ocr.values.shapes import is_name

_TWO_SURNAMES = 4  # characters: names have two or three, and few have two surnames
_TALL = 2.0  # characters that the strip is high
_REACH = 0.9  # of a character that the stroke is long, at least


def without_struck_surname(line: Line, picture: Pixels) -> Line:
    """The line without that of its first two characters through which a stroke runs, where a whole
    name is left. `picture`: RGB."""
    if len(line.glyphs) != _TWO_SURNAMES:
        return line
    high = _TALL * HEIGHT / 2
    box = stretched(line.box, (0.0, 1.0), (0.5 - high, 0.5 + high))
    strip = cut(picture, box, round(_TALL * SIZE))
    grey = np.asarray(cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY), np.uint8)
    dark, wide = ink(grey, 0, grey.shape[1]), grey.shape[1]
    half = _REACH * (line.glyphs[1].place - line.glyphs[0].place) / 2

    def stroke(glyph: Glyph) -> float:
        left, right = (round((glyph.place + side) * wide) for side in (-half, half))
        return straightest(dark, left, right)

    strokes = [stroke(glyph) for glyph in line.glyphs[:2]]
    struck = strokes.index(max(strokes))
    left = replace(line, glyphs=(*line.glyphs[:struck], *line.glyphs[struck + 1 :]))
    return left if strokes[struck] > STROKE and is_name(left.text) else line
