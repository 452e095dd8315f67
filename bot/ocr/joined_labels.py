"""Labels that were seen in two pieces: set wide (姓　　名), or wrapped (处理结 / 果)."""

import re
from collections.abc import Sequence

from bot.ocr.flat import FlatPage, Spot
from bot.ocr.label_signs import is_half
from bot.ocr.lines import Glyph, Line
from bot.ocr.slots import INDENT, ROW
from bot.ocr.wording import Wording
from models.intake import Quad

_WIDE = 3.5  # of their height that the two characters of a label may stand apart
_WRAPPED = re.compile(r"\D{1,6}")  # a label's line that goes on below
_CLOSE = 1.6  # of its height that the next line of a label lies below


def joined(lines: Sequence[Line], page: FlatPage, wording: Wording) -> list[Line]:
    """The lines; the two characters of a label that is set wide (姓　　名) as one, and so those of
    a label that is wrapped (处理结 / 果)."""
    halves = [line for line in lines if is_half(line.text)]
    wide = (
        (first, last)
        for first in halves
        for last in halves
        if wording.names(first.text + last.text) and _beside(page.spot(first), page.spot(last))
    )
    short = [line for line in lines if _WRAPPED.fullmatch(line.text)]
    wrapped = (
        (upper, lower)
        for upper in short
        for lower in short
        if wording.goes_on(upper.text, lower.text) and _above(page.spot(upper), page.spot(lower))
    )
    pairs = [((a, b), (a.box[0], b.box[1], b.box[2], a.box[3])) for a, b in wide]
    pairs += [((a, b), (a.box[0], a.box[1], b.box[2], b.box[3])) for a, b in wrapped]
    used = {id(half) for pair, _ in pairs for half in pair}
    whole = [_one(first.text + last.text, box) for (first, last), box in pairs]
    return [line for line in lines if id(line) not in used] + whole


def _beside(first: Spot, last: Spot) -> bool:
    height = max(first.height, last.height)
    apart = last.left - first.right  # boxes reach a little beyond their characters
    return abs(first.y - last.y) < ROW * height and -INDENT < apart / height < _WIDE


def _above(upper: Spot, lower: Spot) -> bool:
    return 0 < lower.y - upper.y < _CLOSE * upper.height and upper.shares_column(lower)


def _one(text: str, box: Quad) -> Line:
    glyphs = (Glyph(c, (i + 0.5) / len(text), 1.0) for i, c in enumerate(text))
    return Line(box, tuple(glyphs))
