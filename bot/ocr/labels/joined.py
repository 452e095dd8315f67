"""Labels that were seen in two pieces: set wide (姓　　名), or wrapped (处理结 / 果)."""

import re
from collections.abc import Sequence

from bot.ocr.labels.signs import COLON, is_half
from bot.ocr.labels.slots import INDENT, in_row, is_level
from bot.ocr.labels.upright import upright
from bot.ocr.labels.wording import Wording
from bot.ocr.page.cell import Cells, Unruled
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line, known
from models.intake import Quad
from models.labels.grammar import is_about

_WIDE = 3.5  # of their height that the two characters of a label may stand apart
_WRAPPED = re.compile(r"\D{1,6}")  # a label's line that goes on below
_PERSON = re.compile("[人者员主民户名方]$")
_HALF_AND_VALUE = 2  # characters, at least
_BOXES = 3.5  # times its height: two boxes
_SEVERAL = 2
_CLOSE = 1.6  # of its height that the next line of a label lies below


def joined(
    lines: Sequence[Line], page: FlatPage, wording: Wording, cells: Cells | None = None
) -> list[Line]:
    """The lines; the two characters of a label that is set wide (姓　　名) as one, and so those of
    a label that stands upright, and of one that is wrapped (处理结 / 果). `cells`: the page's; in
    one of them 来电 / 内容 is a single label."""
    wide = _wide(lines, page, wording)
    return _wrapped(upright(wide, page, wording), page, wording, cells or Unruled())


def _wide(lines: Sequence[Line], page: FlatPage, wording: Wording) -> list[Line]:
    halves = [line for line in lines if is_half(line.text)]
    lines = [piece for line in lines for piece in _halved(line, halves, page, wording)]
    halves = [line for line in lines if is_half(line.text)]
    halves = [line for line in halves if not in_boxes(line, lines, page)]
    pairs = [(one, other) for one in halves for other in halves if _is_label(one, other, wording)]
    begun = [line for line in lines if is_about(line.text)]  # 填卡　　人
    ends = [line for line in lines if len(line.text) == 1]
    pairs += [(a, b) for a in begun for b in ends if wording.goes_on(a.text, b.text)]
    boxes = [
        ((first, last), (first.box[0], last.box[1], last.box[2], first.box[3]))
        for first, last in pairs
        if _beside(page.spot(first), page.spot(last))
    ]
    return _paired(lines, boxes)


def in_boxes(line: Line, lines: Sequence[Line], page: FlatPage) -> bool:
    """Whether two or more single characters stand before it: 场 中 小 区, each in a box."""
    own = page.spot(line)
    ones = (page.spot(one) for one in lines if len(one.text) == 1 and one is not line)
    before = [
        one for one in ones if in_row(own, one) and own.left - one.right < _BOXES * own.height
    ]
    return len(before) >= _SEVERAL


def _is_label(one: Line, other: Line, wording: Wording) -> bool:
    return wording.names(one.text + other.text)


def _wrapped(lines: Sequence[Line], page: FlatPage, wording: Wording, cells: Cells) -> list[Line]:
    def is_one(upper: Line, lower: Line) -> bool:
        likely = wording.goes_on(upper.text, lower.text)
        if not likely and not _asks_for_one(upper.text, lower.text, wording):
            return False
        one, other = cells.cell(upper), cells.cell(lower)
        return one == other if one and other else likely

    short = [line for line in lines if _WRAPPED.fullmatch(line.text)]
    pairs = [
        ((upper, lower), (*upper.box[:2], *lower.box[2:]))
        for upper in short
        for lower in short
        if _above(page.spot(upper), page.spot(lower)) and is_one(upper, lower)
    ]
    return _paired(lines, pairs)


def _asks_for_one(upper: str, lower: str, wording: Wording) -> bool:
    """Whether two words in one cell ask for one thing, though the first is a label by itself:
    来电 / 时间, 小区 / 名称, and 回访 / 情况 for none of ours. 业主 / 电话 ask for two."""
    first, last, whole = (wording.named(text) for text in (upper, lower, upper + lower))
    if whole is None:
        return False
    return first == whole or (first == "caller" and last == whole and not _PERSON.search(upper))


def _paired(lines: Sequence[Line], pairs: Sequence[tuple[tuple[Line, Line], Quad]]) -> list[Line]:
    used = {id(half) for pair, _ in pairs for half in pair}
    whole = [known(first.text + last.text, box) for (first, last), box in pairs]
    return [line for line in lines if id(line) not in used] + whole


def _halved(line: Line, halves: Sequence[Line], page: FlatPage, wording: Wording) -> Sequence[Line]:
    """The line; what begins with the other half of a label, 小 | 区：丰翔新城, in two pieces."""
    if len(line.text) < _HALF_AND_VALUE:
        return [line]
    other, start = line.part(0, 1), 2 if line.text[1] in COLON else 1
    for half in halves:
        whole = wording.names(half.text + other.text)
        if whole and _beside(page.spot(half), page.spot(other)):
            return [piece for piece in (other, line.part(start)) if piece.glyphs]
    return [line]


def _beside(first: Spot, last: Spot) -> bool:
    height = max(first.height, last.height)
    apart = last.left - first.right  # boxes reach a little beyond their characters
    return is_level(first, last) and -INDENT < apart / height < _WIDE


def _above(upper: Spot, lower: Spot) -> bool:
    return 0 < lower.y - upper.y < _CLOSE * upper.height and upper.shares_column(lower)
