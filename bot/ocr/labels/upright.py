"""Labels whose characters stand below one another, beside the rows that they are about."""

from collections.abc import Sequence

from bot.ocr.labels.wording import Wording
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line, known

_FEWEST = 3  # characters; two below one another may be the ends of two values
_DOWN = 3.0  # of its height that the next of them lies below


def upright(lines: Sequence[Line], page: FlatPage, wording: Wording) -> list[Line]:
    """The lines; characters below one another (通 / 话 / 内 / 容) as the label that they are, and
    without them where nobody knows it: it is the heading of some rows, and no value."""
    left, found = list(lines), list[Line]()
    for line in sorted(lines, key=lambda one: page.spot(one).y):
        chain = _downward(line, left, page)
        if len(chain) >= _FEWEST:
            left = [one for one in left if not any(one is member for member in chain)]
            text = "".join(member.text for member in chain)
            label = known(text, (*chain[0].box[:2], *chain[-1].box[2:]))
            found += [label] if wording.named(text) is not None else []
    return [*left, *found]


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
