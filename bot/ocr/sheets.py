"""Several forms in one photo: two slips side by side, or one above the other."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.ocr.labels.wording import Wording, known_wording
from bot.ocr.page.flat import FlatPage, Spot, flat_page
from bot.ocr.page.lines import Line
from models.labels.listed import LABELS

_ASKED_BY_BOTH = 4  # fields: a form may ask for the 姓名 and 电话 of two people, and for two times
_TOUCHING = 0.3  # of a line's height that two boxes may overlap and still lie apart

Side = Callable[[Spot], tuple[float, float]]
_SIDES: tuple[Side, ...] = (
    lambda spot: (spot.left, spot.right),
    lambda spot: (spot.y - spot.height / 2, spot.y + spot.height / 2),
)


def sheets(lines: Sequence[Line], labels: Mapping[str, Sequence[str]]) -> list[list[Line]]:
    """The lines of each form, in the order in which they are read: all of them, if there is but
    one, or where no straight line parts two."""
    if not lines:
        return []
    page, wording = flat_page(lines), known_wording(labels)
    asked = {id(line): asked_by(line, wording) for line in lines}
    return _parted(list(lines), page, asked)


def asked_by(line: Line, wording: Wording) -> set[str]:
    """The fields that the line's labels ask for."""
    first = wording.exact(line.text)
    marks = [*([first] if first is not None else []), *wording.further(line.text)]
    return {mark.name for mark in marks if mark.clear and mark.name in LABELS}


def _parted(lines: list[Line], page: FlatPage, asked: Mapping[int, set[str]]) -> list[list[Line]]:
    best: tuple[float, list[Line], list[Line]] = (0.0, lines, [])
    for side in _SIDES:
        for gap, before, after in _cuts(lines, page, side):
            if gap > best[0] and _both_ask(before, after, asked):
                best = gap, before, after
    _, before, after = best
    if not after:
        return [lines]
    return [*_parted(before, page, asked), *_parted(after, page, asked)]


def _cuts(
    lines: Sequence[Line], page: FlatPage, side: Side
) -> Iterator[tuple[float, list[Line], list[Line]]]:
    """Where no line of text is cut: how wide that gap is, what lies before it and after it."""
    order = sorted(lines, key=lambda line: side(page.spot(line)))
    end = side(page.spot(order[0]))[1]
    for number, line in enumerate(order[1:], 1):
        begin, own_end = side(page.spot(line))
        if begin > end - _TOUCHING * page.spot(line).height:
            yield max(begin - end, 1e-6), order[:number], order[number:]
        end = max(end, own_end)


def _both_ask(before: Sequence[Line], after: Sequence[Line], asked: Mapping[int, set[str]]) -> bool:
    """Whether both are forms: they ask for the same things, and for what is wrong."""
    first, second = (set().union(*(asked[id(line)] for line in part)) for part in (before, after))
    both = first & second
    return len(both) >= _ASKED_BY_BOTH and "description" in both
