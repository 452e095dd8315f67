"""Which label the free lines of a page belong to, where neither a register nor headings tell."""

from collections.abc import Mapping, Sequence

from bot.ocr.fields.ownership import Ownership
from bot.ocr.labels.labelled import goes_on
from bot.ocr.labels.slots import NEXT, ROW, SENTENCE, Slot, Tells, hand_out, in_row, is_in_row_of
from bot.ocr.labels.two_values import field_told
from bot.ocr.options.printed import MARK
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from bot.ocr.values.times import is_time
from models import phone

_ADJOINING = 0.7  # of its height that the next word of a line stands away
_SMALL = 0.75  # of its line's height that a caption may be
_FULL = 4.0  # of its height that a row may end before the longest one
_ONE_LINE = frozenset({"caller", "operator", "urgency"})


def give_suffixed(
    slots: Sequence[Slot], free: Sequence[Line], page: FlatPage, telling: Mapping[str, Tells]
) -> list[Line]:
    """What stands right before a label in brackets, in its row, is its value: ____（小区）, or over
    it, where it is a caption in small print; before any other label, if it tells that, and what
    stands behind tells another's. Returns the rest."""
    left = list(free)
    for slot in slots:
        place, told = page.spot(slot.label), telling.get(slot.name)
        over = [line for line in left if is_suffix(slot) and _is_over(page.spot(line), place)]
        before = over or [line for line in left if in_row(place, page.spot(line))]
        behind = "".join(line.text for line in left if in_row(page.spot(line), place))
        anothers = field_told(behind, telling) not in (None, slot.name)
        if not is_suffix(slot):
            before = [line for line in before if anothers and told and told(line.text)]
        other = bool(slot.values) and told is not None and not told(slot.text)
        if before and (other or not (slot.values or (behind and not anothers))):
            nearest = max(before, key=lambda line: page.spot(line).right)
            left = [*(line for line in left if line is not nearest), *slot.values]
            slot.values = [nearest]
    return left


def is_suffix(slot: Slot) -> bool:
    """Whether its label stands in brackets, as behind a blank: ____（小区）, no （电话____）."""
    return slot.label.before[-1:] in tuple("（(") and slot.label.after[:1] in ("", *"）)")


def _is_over(line: Spot, caption: Spot) -> bool:
    higher = caption.y - line.y
    small = caption.height < _SMALL * line.height
    return small and 0 < higher < line.height and line.shares_column(caption)


def give_cells(free: Sequence[Line], ownership: Ownership) -> list[Line]:
    """What stands in a cell that a label owns is its value. Returns the rest."""
    return hand_out(free, ownership.owner)


def give_rows(
    slots: list[Slot], free: Sequence[Line], page: FlatPage, ownership: Ownership
) -> list[Line]:
    """What stands right of a label in its row is its value; the nearest label to the left wins.
    Returns what stands in no label's row."""
    places = [(page.spot(slot.label), slot) for slot in slots]

    def last(slot: Slot) -> Spot:
        return page.spot(slot.values[-1])

    def owner(line: Line) -> Slot | None:
        own = page.spot(line)
        ahead = (
            (own.left - place.right, slot)
            for place, slot in places
            if in_row(own, place) and ownership.together(line, slot.label)
        )
        nearest = min(ahead, key=lambda pair: pair[0], default=(0.0, None))[1]
        if nearest is None or not nearest.values:
            return nearest
        if not any(in_row(page.spot(v), page.spot(nearest.label)) for v in nearest.values):
            return None  # they stand below their label, or above it
        above = [slot for place, slot in places if slot.values and goes_on(own, place)]
        above += [one for one in _told(slots) if one.values and goes_on(own, last(one))]
        continued = next(iter(above), nearest)  # 反映内容：垃圾堆了两 / 周
        return continued if continued in (nearest, *_told(slots)) else None

    return hand_out(free, owner)


def _told(slots: Sequence[Slot]) -> list[Slot]:
    return [slot for slot in slots if slot.name == "description"]


def give_empty(
    slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage, ownership: Ownership
) -> list[Line]:
    """A label without a value takes what stands next to it in its row, if no cell lies between: a
    rule may be too faint to tell whose it is. Returns the rest."""
    taken = []
    for slot in (slot for slot in slots if not slot.values):
        place = page.spot(slot.label)
        pieces = [one.label for one in slots if one is not slot] + list(rest)
        behind = [piece for piece in pieces if in_row(page.spot(piece), place)]
        value = min(behind, key=lambda piece: page.spot(piece).left, default=None)
        mine = any(value is line for line in rest)
        if value is not None and mine and ownership.follows(value, slot.label):
            slot.values.append(value)
            taken.append(value)
    return [line for line in rest if not any(line is one for one in taken)]


def give_adjoining(slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage) -> list[Line]:
    """What goes on right behind a value is part of it: a fold, or a shadow's edge, is no rule.
    Returns the rest."""

    def owner(line: Line) -> Slot | None:
        filled = (slot for slot in slots if slot.values)
        own = page.spot(line)
        return next((s for s in filled if _adjoins_any(own, s.values, page)), None)

    return hand_out(rest, owner)


def _adjoins_any(line: Spot, values: Sequence[Line], page: FlatPage) -> bool:
    return any(_adjoins(line, page.spot(value)) for value in values)


def _adjoins(line: Spot, value: Spot) -> bool:
    apart = abs(line.left - value.right)
    return in_row(line, value) and apart < _ADJOINING * line.height


def give_wrapped(slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage) -> list[Line]:
    """What begins right below a full row of a description, alone in its row, goes on with it,
    whatever rule seems to lie between. Returns the rest."""
    told = [slot for slot in _told(slots) if slot.values]
    pieces = [page.spot(piece) for slot in slots for piece in (slot.label, *slot.values)]
    full = max((piece.right for piece in pieces), default=0.0)

    def owner(line: Line) -> Slot | None:
        own = page.spot(line)
        if any(is_in_row_of(piece, own) for piece in pieces):
            return None
        for slot in told:
            last = max((page.spot(value) for value in slot.values), key=lambda spot: spot.y)
            label = page.spot(slot.label)
            begins = goes_on(own, last) or (in_row(last, label) and goes_on(own, label))
            if begins and last.right > full - _FULL * last.height:
                return slot
        return None

    return hand_out(rest, owner)


def give_rest(
    slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage, ownership: Ownership
) -> list[Line]:
    """What is left continues a value above it, or stands in the tall cell of a description.
    Returns what does neither."""

    def owner(line: Line) -> Slot | None:
        own = page.spot(line)
        near = [
            slot
            for slot in slots
            if ownership.together(line, slot.label)
            and may_hold(slot, line)
            and not _is_caption(slot, page)
        ]
        above = _nearest([s for s in near if page.spot(s.label).y <= own.y], own, page)
        below = _nearest([s for s in near if page.spot(s.label).y > own.y], own, page)
        slot = _tall(above, below) if above else None
        holds = slot is not None and _reaches(own, page.spot(slot.label))
        return slot if slot and holds and _continues(slot, own, page) else None

    return hand_out(rest, owner)


def _is_caption(slot: Slot, page: FlatPage) -> bool:
    """Whether the label stands below its value: what stands below that is another's."""
    label, values = page.spot(slot.label), [page.spot(value) for value in slot.values]
    above = (value.y < label.y and value.left < label.right for value in values)
    return bool(values) and all(above)


def _reaches(line: Spot, label: Spot) -> bool:
    """Whether the line stands below the label, or beside it: higher, in its tall cell."""
    return line.left > label.right - label.height if line.y < label.y else line.right > label.left


def may_hold(slot: Slot, line: Line) -> bool:
    """A sentence is no kind of trouble: what stands below the options may be the description."""
    plain = line.text.replace("口", "")  # which □ is read as; 出口 is a word
    sentence = len(line.text) >= SENTENCE and not MARK.search(plain)
    return slot.name not in ("category", "urgency") or not sentence


def _nearest(slots: Sequence[Slot], line: Spot, page: FlatPage) -> Slot | None:
    """The slot whose label's row is nearest; of several in that row, the one whose column the
    line stands in."""
    if not slots:
        return None
    places = [(page.spot(slot.label), slot) for slot in slots]
    away = min(abs(place.y - line.y) for place, _ in places)
    row = [(p, s) for p, s in places if abs(p.y - line.y) < away + ROW * p.height]
    left = [(p, s) for p, s in row if p.left <= line.left + p.height]
    return max(left or row, key=lambda pair: pair[0].left if left else -pair[0].left)[1]


def _tall(above: Slot, below: Slot | None) -> Slot:
    """Between two labels: a description, or boxes to tick, may reach up to the label before."""
    for name in ("description", "category"):
        for slot in (above, below):
            if slot is not None and slot.name == name:
                return slot
    return above


def _continues(slot: Slot, line: Spot, page: FlatPage) -> bool:
    """A description may stand anywhere in its cell; what is short goes on right below, but no
    name does, and nothing that is whole."""
    if slot.name in ("description", "category"):
        return True
    if slot.values and (slot.name in _ONE_LINE or _is_whole(slot)):
        return False
    pieces = [page.spot(one) for one in (slot.label, *slot.values)]
    below = line.y - max(piece.y for piece in pieces)
    under = not slot.values or any(line.shares_column(piece) for piece in pieces)
    return under and below < NEXT * line.height


def _is_whole(slot: Slot) -> bool:
    """Whether the value can have no more to it."""
    text = slot.values[-1].text
    if slot.name == "phone":
        return phone.is_number(text)
    if slot.name == "time":
        return is_time(text)
    return slot.name == "address" and text.endswith("室")
