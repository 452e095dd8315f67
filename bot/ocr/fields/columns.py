"""Registers: a row of headings, and below each its column."""

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise
from math import inf

from bot.ocr.labels.slots import ROW, Slot, is_in_row_of
from bot.ocr.labels.wording import Wording
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from models.labels.grammar import UNKNOWN, asked_together
from models.labels.listed import LABELS

_FEWEST = 4  # labels in one row with nothing behind them: a table with values has two, or three
_OURS = 3  # of them that are fields
_FEWEST_CUT = 2  # characters of another column: what is wider than its heading reaches over it
_EDGE = 0.2  # of a line's height that its box may be too wide
_SHORT = 6  # characters of a heading
_WORD = re.compile("[一-鿿]+")
_FIGURES = re.compile(r"[\d-]{7,}")  # of a telephone: never of two columns

Places = Sequence[tuple[Spot, Slot]]


def give_columns(
    slots: list[Slot], free: Sequence[Line], page: FlatPage, wording: Wording
) -> list[Line]:
    """On a register, what stands below its headings is theirs, down to the next label. Returns what
    stands elsewhere; on any other form, all."""
    heads = _heads(slots, page)
    if not heads or _above_labels(heads, slots, free, page):
        return list(free)
    free = [*free, *_taken_back(heads, page)]
    begun = _begun(free, heads, page, wording)
    slots += [slot for _, slot in begun]
    heads = [*heads, *begun]
    free = [line for line in free if all(line is not slot.label for _, slot in begun)]
    lowest = max(place.y for place, _ in heads)
    places = [page.spot(slot.label) for slot in slots]
    below = [place for place in places if place.y > lowest + ROW * place.height]
    end = min((place.y - ROW * place.height for place in below), default=inf)
    within = [line for line in free if lowest < page.spot(line).y < end]
    borders = _borders(heads, within, page)
    for line in within:
        for piece in _cut(line, borders, page):
            _column(page.spot(piece), heads, borders).values.append(piece)
    return [line for line in free if not lowest < page.spot(line).y < end]


def _heads(slots: Sequence[Slot], page: FlatPage) -> Places:
    """The labels of the row that has most of them, if they are headings."""
    places = [(page.spot(slot.label), slot) for slot in slots]
    rows = [[(p, s) for p, s in places if is_in_row_of(p, own)] for own, _ in places]
    most = max(rows, key=len, default=[])
    bare = [slot for _, slot in most if _is_bare(slot, page)]
    ours = {name for slot in bare for name in (slot.name, *asked_together(slot.label.text))}
    ours &= LABELS.keys()
    return most if len(bare) >= _FEWEST and len(ours) >= _OURS else []


def _above_labels(
    heads: Places, slots: Sequence[Slot], free: Sequence[Line], page: FlatPage
) -> bool:
    """Whether below most of them the next is a label again: columns of labels, no headings."""
    labels = [page.spot(slot.label) for slot in slots]
    values = [page.spot(line) for line in [*free, *(v for slot in slots for v in slot.values)]]

    def next_below(head: Spot, spots: Sequence[Spot]) -> float:
        below = (spot.y for spot in spots if spot.shares_column(head))
        return min((y for y in below if y > head.y + ROW * head.height), default=inf)

    again = [next_below(head, labels) < next_below(head, values) for head, _ in heads]
    return 2 * sum(again) > len(heads)


def _is_bare(slot: Slot, page: FlatPage) -> bool:
    """Whether it has nothing beside it: what the ruling gave it stands below."""
    place = page.spot(slot.label)
    return all(page.spot(value).y > place.y + ROW * place.height for value in slot.values)


def _taken_back(heads: Places, page: FlatPage) -> list[Line]:
    """All that the ruling gave to the headings, if it took one of them, misread, for a value, or
    gave to one what stands below another that has nothing: the rule between was too faint."""
    given = [line for _, slot in heads for line in slot.values]
    misread = [page.spot(line) for line in given if _misread(line.text)]
    taken = any(_is_beside(spot, head) for spot in misread for head, _ in heads)
    if not taken and not _has_anothers(heads, page):
        return []
    for _, slot in heads:
        slot.values.clear()
    return given


def _has_anothers(heads: Places, page: FlatPage) -> bool:
    """Whether something stands below a heading that has nothing, and not below its own."""
    empty = [head for head, slot in heads if not slot.values]
    given = [(page.spot(line), head) for head, slot in heads for line in slot.values]
    return any(
        value.shares_column(other) and not value.shares_column(own)
        for value, own in given
        for other in empty
    )


def _begun(
    free: Sequence[Line], heads: Places, page: FlatPage, wording: Wording
) -> list[tuple[Spot, Slot]]:
    """Headings that go on below, where the rest was not read (业主姓, 处理结), or that were read as
    something else (枢 of 小区): what stands below tells what it is."""
    rows = [(page.spot(line), line) for line in free]
    return [
        (place, Slot(name, line))
        for place, line in rows
        if any(_is_beside(place, head) for head, _ in heads)
        and (name := wording.begun(line.text) or _misread(line.text)) is not None
    ]


def _is_beside(line: Spot, head: Spot) -> bool:
    """Whether the line stands among the headings; one of two lines is higher than they are."""
    return abs(line.y - head.y) < min(line.height, head.height)


def _misread(text: str) -> str | None:
    return UNKNOWN if len(text) <= _SHORT and _WORD.fullmatch(text) else None


def _cut(line: Line, borders: Sequence[float], page: FlatPage) -> list[Line]:
    """The line, cut where another column begins: what fills two cells is often seen as one."""
    own, cuts = page.spot(line), [0]
    for x in borders:
        share = (x - own.left) / max(own.right - own.left, 1.0)
        before = _whole(line.text, sum(glyph.place < share for glyph in line.glyphs))
        if cuts[-1] + _FEWEST_CUT <= before <= len(line.glyphs) - _FEWEST_CUT:
            cuts.append(before)
    return [line.part(*ends) for ends in pairwise([*cuts, len(line.glyphs)])]


def _borders(heads: Places, lines: Sequence[Line], page: FlatPage) -> list[float]:
    """Where one column ends and the next begins: between two headings, where the fewest lines are
    cut; else in the middle, or right before the heading where values begin below its beginning."""
    places = sorted((place for place, _ in heads), key=lambda place: place.left)
    spots = [page.spot(line) for line in lines]
    begin = sum(any(_begins_below(spot, place) for place in places) for spot in spots)

    def border(one: Spot, other: Spot) -> float:
        usual = (one.right + other.left) / 2
        if 2 * begin > len(spots):
            usual = other.left - other.height / 2
        ends = (x for spot in spots for x in (spot.left - 1, spot.right + 1))
        between = [usual, *(x for x in ends if one.right <= x <= other.left)]
        return min(between, key=lambda x: (_crossed(x, spots), abs(x - usual)))

    return [border(one, other) for one, other in pairwise(places) if one.right < other.left]


def _begins_below(line: Spot, head: Spot) -> bool:
    return abs(line.left - head.left) < head.height / 2


def _crossed(x: float, spots: Sequence[Spot]) -> int:
    """How many of the lines it cuts, more than the edge of."""
    edges = ((spot, _EDGE * spot.height) for spot in spots)
    return sum(spot.left + edge < x < spot.right - edge for spot, edge in edges)


def _whole(text: str, cut: int) -> int:
    """The cut; where it would part the figures of a telephone, the nearer end of them."""
    for figures in _FIGURES.finditer(text):
        if figures.start() < cut < figures.end():
            return min(figures.span(), key=lambda end: abs(end - cut))
    return cut


def _column(line: Spot, heads: Places, borders: Sequence[float]) -> Slot:
    """The one that it stands under most; under none, the one between whose borders it begins, or
    the nearest."""

    def under(pair: tuple[Spot, Slot]) -> float:
        return min(line.right, pair[0].right) - max(line.left, pair[0].left)

    most = max(heads, key=under)
    if under(most) > 0 or len(borders) != len(heads) - 1:
        return most[1]
    places = sorted(heads, key=lambda pair: pair[0].left)
    return places[bisect(borders, line.left + line.height / 2)][1]
