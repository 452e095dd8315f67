"""Labels whose characters stand below one another, beside the rows that they are about; seen in one
piece, or each character by itself."""

from collections.abc import Sequence

from bot.ocr.labels.signs import COLON
from bot.ocr.labels.wording import Wording
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line, known
from models.kinds import URGENCIES, WRITTEN

_KINDS = frozenset({*WRITTEN, *URGENCIES})
_FEWEST = 3  # characters; two below one another may be the ends of two values
_DOWN = 3.0  # of its height that the next of them lies below
_SPAN = 1.5  # times its height, up and down: a heading stands in the middle of its rows
_ROWS = 2  # with a label each, at least: in the row of a register's headings there is one


def upright(lines: Sequence[Line], page: FlatPage, wording: Wording) -> list[Line]:
    """The lines; characters below one another (通 / 话 / 内 / 容) as the label that they are, and
    without them where nobody knows it, or labels stand behind it: it is the heading of some rows,
    and no value. A kind, or how urgent it is, is one, in a register's narrow column."""
    whole = [line for line in lines if line.is_upright and line.text not in _KINDS]
    left = [line for line in lines if not any(line is one for one in whole)]
    found = [line for line in whole if _is_label(line, left, page, wording)]
    for line in sorted(left, key=lambda one: page.spot(one).y):
        chain = _downward(line, left, page)
        if len(chain) >= _FEWEST:
            left = [one for one in left if not any(one is member for member in chain)]
            text = "".join(member.text for member in chain)
            label = known(text, (*chain[0].box[:2], *chain[-1].box[2:]))
            found += [label] if wording.named(text) is not None else []
    return [*left, *found]


def _is_label(line: Line, others: Sequence[Line], page: FlatPage, wording: Wording) -> bool:
    """Whether a field asks so, and no labels stand right of it, one in each of its rows."""
    if wording.named(line.text) is None:
        return False
    own = page.spot(line)
    beside = [
        (spot.left, one)
        for one, spot in ((one, page.spot(one)) for one in others)
        if abs(spot.y - own.y) < _SPAN * own.height and spot.left > own.right - spot.height
    ]
    nearest = min((left for left, _ in beside), default=0.0)
    column = (one for left, one in beside if left < nearest + own.height / len(line.text))
    return sum(wording.named(one.text.rstrip(COLON)) is not None for one in column) < _ROWS


def _downward(first: Line, lines: Sequence[Line], page: FlatPage) -> list[Line]:
    """The single characters below one another that begin with this one."""
    ones = [line for line in lines if len(line.text) == 1]
    chain, below = list[Line](), next((line for line in ones if line is first), None)
    while below is not None:
        chain.append(below)
        place = page.spot(below)
        below = next((one for one in ones if _is_under(page.spot(one), place)), None)
    return chain


def _is_under(line: Spot, upper: Spot) -> bool:
    apart = abs((line.left + line.right) - (upper.left + upper.right)) / 2
    return 0 < line.y - upper.y < _DOWN * upper.height and apart < upper.height / 2
