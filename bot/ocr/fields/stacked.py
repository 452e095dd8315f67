"""Forms whose labels stand above their values, as headings, or below them, as captions, or behind
them: not before them."""

from collections.abc import Callable, Mapping, Sequence

from bot.ocr.fields.giving import is_suffix, may_hold
from bot.ocr.labels.signs import BETWEEN
from bot.ocr.labels.slots import INDENT, Slot, Tells, hand_out, in_row
from bot.ocr.options.option_rows import field_of_options
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from models.kinds import OPTIONS, URGENCIES, WRITTEN

_NEAR = 2.5  # times the higher one's height that a value may lie below its label
_NEXT_ROW = 2.0  # times its height that a value lies below its heading on a card of columns
_FEWEST = 3  # labels that have something below and nothing beside them, and half of all

Places = Sequence[tuple[Spot, Slot]]
Whose = Callable[[Spot, Places], Slot | None]


def give_below(slots: Sequence[Slot], free: Sequence[Line], page: FlatPage) -> list[Line]:
    """On such a form, what stands below a label is its value. Returns what is below none; on any
    other form, all."""
    places = [(page.spot(slot.label), slot) for slot in slots if not is_suffix(slot)]
    headed = (_label_above(page.spot(line), places) for line in free)
    if not _is_stacked([slot for slot in headed if slot], free, places, page):
        return list(free)

    def owner(line: Line) -> Slot | None:
        slot = _label_above(page.spot(line), places)
        return slot if slot is not None and may_hold(slot, line) else None

    return hand_out(free, owner)


def give_captioned(
    slots: Sequence[Slot], free: Sequence[Line], page: FlatPage, telling: Mapping[str, Tells]
) -> list[Line]:
    """Where labels stand below their values, or behind them, what stands above a label, or before
    it, is its value: some values tell that it is so, and none that it is not. Returns the rest; on
    any other form, all."""
    places = [(page.spot(slot.label), slot) for slot in slots]
    given = [value for slot in slots for value in slot.values]
    options = [page.spot(line) for line in (*free, *given) if field_of_options(line.text)]
    written = {
        id(line)
        for line in free
        if field_of_options(line.text) is None and not _ends_options(line, options, page)
    }
    unprinted = {name: tells for name, tells in telling.items() if name not in OPTIONS}

    def agree(whose: Whose, telling: Mapping[str, Tells]) -> int:
        return sum(_tells(line, whose(page.spot(line), places), telling) for line in free)

    found = (
        one
        for one, usual in _CAPTIONED
        if agree(one, telling) >= _FEWEST and not any(agree(other, unprinted) for other in usual)
    )
    captioned = next(found, None)
    if captioned is None:
        return list(free)
    owners = {id(line): captioned(page.spot(line), places) for line in free}
    return hand_out(free, lambda line: owners[id(line)] if id(line) in written else None)


def _ends_options(line: Line, options: Sequence[Spot], page: FlatPage) -> bool:
    """Whether it is an option alone, in the row of others: the tick before it was read as none."""
    alone = line.text in WRITTEN or line.text in URGENCIES
    return alone and any(in_row(page.spot(line), row) for row in options)


def _tells(line: Line, slot: Slot | None, telling: Mapping[str, Tells]) -> bool:
    told = telling.get(slot.name) if slot is not None and not slot.values else None
    return told is not None and told(line.text.strip(BETWEEN))


def _label_below(line: Spot, places: Places) -> Slot | None:
    """The label in the next row below the line that it begins over: a caption may stand in the
    middle of the blank. It is near, or a description's, which may fill a tall cell."""
    under = [
        (place, slot) for place, slot in places if place.y > line.y and line.left < place.right
    ]
    row = min((place.y for place, _ in under), default=0.0)
    next_row = [pair for pair in under if pair[0].y - row < pair[0].height]
    if not next_row:
        return None
    place, slot = min(next_row, key=lambda pair: pair[0].left)
    near = place.y - line.y < _NEAR * max(line.height, place.height)
    return slot if near or slot.name == "description" else None


def _label_behind(line: Spot, places: Places) -> Slot | None:
    """The next label in the line's row: 丰翔新城 ←小区."""
    behind = [(place.left, slot) for place, slot in places if in_row(place, line)]
    return min(behind, key=lambda pair: pair[0], default=(0.0, None))[1]


def _label_before(line: Spot, places: Places) -> Slot | None:
    """The last label before it in the line's row."""
    before = [(place.right, slot) for place, slot in places if in_row(line, place)]
    return max(before, key=lambda pair: pair[0], default=(0.0, None))[1]


def _is_stacked(
    headed: Sequence[Slot], free: Sequence[Line], places: Places, page: FlatPage
) -> bool:
    spots = [page.spot(line) for line in free]
    alone = [
        slot
        for place, slot in places
        if any(slot is one for one in headed)
        and not slot.values
        and not any(_is_beside(spot, place, places) for spot in spots)
    ]
    empty = sum(not slot.values for _, slot in places)  # the ruling may have given the others
    return len(alone) >= max(_FEWEST, empty / 2)


def _is_beside(line: Spot, label: Spot, places: Places) -> bool:
    """Whether it stands in the label's row, with no other label between the two, nor right above
    it: on a card of two columns the rows of one lie beside those of the other."""
    if not in_row(line, label) or any(in_row(line, p) and p.left > label.left for p, _ in places):
        return False
    return not any(
        0 < line.y - p.y < _NEXT_ROW * line.height
        and abs(p.left - line.left) < INDENT * line.height
        for p, _ in places
    )


def _label_above(line: Spot, places: Places) -> Slot | None:
    """The lowest label above the line, of those that it stands under; a description may fill a
    tall cell."""
    over = [
        (place, slot)
        for place, slot in places
        if place.y < line.y - 0.3 * line.height
        and line.left < place.right
        and line.right > place.left
    ]
    if not over:
        return None
    place, slot = max(over, key=lambda pair: pair[0].y)
    near = line.y - place.y < _NEAR * max(line.height, place.height)
    return slot if near or slot.name == "description" else None


# Where labels may stand instead of above their values, or before them.
_CAPTIONED: tuple[tuple[Whose, tuple[Whose, ...]], ...] = (
    (_label_below, (_label_above, _label_before)),
    (_label_behind, (_label_before,)),
)
