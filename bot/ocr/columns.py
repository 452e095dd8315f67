"""Registers: a row of headings, and below each its column."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from bot.ocr.flat import FlatPage, Spot
from bot.ocr.lines import Line
from bot.ocr.slots import ROW, Slot
from bot.ocr.wording import Wording
from models.labels import LABELS

_FEWEST = 4  # labels in one row with nothing behind them: a table with values has two, or three
_OURS = 3  # of them that are fields

Places = Sequence[tuple[Spot, Slot]]


def give_columns(
    slots: list[Slot], free: Sequence[Line], page: FlatPage, wording: Wording
) -> list[Line]:
    """On a register, what stands below its headings is theirs, down to the next label. Returns what
    stands elsewhere; on any other form, all."""
    heads = _heads(slots, page)
    if not heads:
        return list(free)
    begun = _begun(free, heads, page, wording)
    slots += [slot for _, slot in begun]
    heads = [*heads, *begun]
    free = [line for line in free if all(line is not slot.label for _, slot in begun)]
    lowest = max(place.y for place, _ in heads)
    places = [page.spot(slot.label) for slot in slots]
    below = [place for place in places if place.y > lowest + ROW * place.height]
    end = min((place.y - ROW * place.height for place in below), default=inf)
    rest = []
    for line in free:
        if not lowest < page.spot(line).y < end:
            rest.append(line)
            continue
        for piece in _cut(line, heads, page):
            _column(page.spot(piece), heads).values.append(piece)
    return rest


def _heads(slots: Sequence[Slot], page: FlatPage) -> Places:
    """The labels of the row that has most of them, if they are headings."""
    places = [(page.spot(slot.label), slot) for slot in slots]
    rows = [[(p, s) for p, s in places if abs(p.y - y.y) < ROW * y.height] for y, _ in places]
    most = max(rows, key=len, default=[])
    bare = [slot for _, slot in most if _is_bare(slot, page)]
    ours = {slot.name for slot in bare if slot.name in LABELS}
    return most if len(bare) >= _FEWEST and len(ours) >= _OURS else []


def _is_bare(slot: Slot, page: FlatPage) -> bool:
    """Whether it has nothing beside it: what the ruling gave it stands below."""
    place = page.spot(slot.label)
    return all(page.spot(value).y > place.y + ROW * place.height for value in slot.values)


def _begun(
    free: Sequence[Line], heads: Places, page: FlatPage, wording: Wording
) -> list[tuple[Spot, Slot]]:
    """Headings that go on below, where the rest was not read: 业主姓, 处理结."""
    rows = [(page.spot(line), line) for line in free]
    return [
        (place, Slot(name, line))
        for place, line in rows
        if any(abs(place.y - head.y) < head.height for head, _ in heads)
        and (name := wording.begun(line.text)) is not None
    ]


def _cut(line: Line, heads: Places, page: FlatPage) -> list[Line]:
    """The line, cut where another column begins: what fills two cells is often seen as one."""
    own = page.spot(line)
    under = [place for place, _ in heads if place.left + place.height / 2 < own.right]
    begins = sorted(place.left - place.height / 2 for place in under)
    cuts = [0]
    for x in begins:
        share = (x - own.left) / max(own.right - own.left, 1.0)
        before = sum(glyph.place < share for glyph in line.glyphs)
        if cuts[-1] < before < len(line.glyphs):
            cuts.append(before)
    return [line.part(*ends) for ends in pairwise([*cuts, len(line.glyphs)])]


def _column(line: Spot, heads: Places) -> Slot:
    """The one that it stands under most, or nearest to."""

    def under(pair: tuple[Spot, Slot]) -> float:
        return min(line.right, pair[0].right) - max(line.left, pair[0].left)

    return max(heads, key=under)[1]
