"""Options that the first look missed: a pen's ring around a word hides it, and the row of options
has a gap where the one stands that was chosen."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from bot.ocr.engines import STRIP, Engine
from bot.ocr.labels.slots import Slot
from bot.ocr.options.printed import MARK, options
from bot.ocr.page.flat import FlatPage, flat_page
from bot.ocr.page.geometry import cut, sides, stretched
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from bot.ocr.page.rows import rows
from models.intake import Quad
from models.kinds import OPTIONS

_ROOM = 1.6  # times the height: a narrower gap has no room for a word
_MANY = 3  # spaces of which one may be wider than others
_WIDER = 1.6  # times the usual space: a word is missing
_PRINTED = {"urgency": 2, "category": 4}  # options: fewer may be what somebody chose and wrote
_BEYOND = 6.0  # times the height: how far the next option may stand from the last that was seen


def look_for_options(slots: Sequence[Slot], picture: Pixels, reader: Engine) -> None:
    """Give each field of printed options what stands in the gaps of its rows, if that is another
    option."""
    gaps = [(slot, gap) for slot in slots if slot.name in OPTIONS for gap in _gaps(slot)]
    lines = reader.recognise([(cut(picture, gap, STRIP), gap) for _, gap in gaps])
    for (slot, _), line in zip(gaps, lines, strict=True):
        words = OPTIONS[slot.name]
        if _meant([line], words, whole=True) - _meant(slot.values, words):
            slot.values.append(line)


def _meant(lines: Sequence[Line], words: Mapping[str, str], *, whole: bool = False) -> set[str]:
    """The values of the options in these lines. `whole`: of those whose whole word was read; 一 may
    be a rule."""
    found = options(lines, words)
    return {words[option.word] for option in found if option.is_whole or not whole}


def _gaps(slot: Slot) -> Iterator[Quad]:
    """Where other options may stand: between two lines of a row that are wider apart than others,
    or a label and a line; beside the rows of a printed list as well. None where there are boxes:
    those are ticked, nor beside what was cut from a longer text: that was read."""
    words = OPTIONS[slot.name]
    seen = len(_meant(slot.values, words))
    boxes = any(MARK.search(value.text) for value in slot.values)
    if boxes or not 0 < seen < len(set(words.values())):
        return
    page = flat_page([slot.label, *slot.values])
    in_order = [row for row in rows([slot.label, *slot.values], page) if row != [slot.label]]
    pairs = [pair for row in in_order for pair in pairwise(row) if not _were_one(*pair)]
    spaces = [_space(*pair, page) for pair in pairs]
    usual = median(spaces) if len(spaces) >= _MANY else 0.0
    for (left, right), space in zip(pairs, spaces, strict=True):
        if space > max(_ROOM, _WIDER * usual):
            yield _between(left.box, right.box)
    if seen < _PRINTED[slot.name] and not (slot.name == "urgency" and slot.told):
        return
    for row in in_order:
        if (row[0] is not slot.label or slot.told) and not row[0].before:
            yield _beside(row[0].box, -_BEYOND)
        if not row[-1].after:
            yield _beside(row[-1].box, _BEYOND)


def _space(left: Line, right: Line, page: FlatPage) -> float:
    """How far they stand apart, in heights."""
    one, other = page.spot(left), page.spot(right)
    return (other.left - one.right) / other.height


def _were_one(left: Line, right: Line) -> bool:
    """Whether they are pieces of one line: what stood between them was read."""
    return left.frames is not None and left.frames is right.frames


def _between(left: Quad, right: Quad) -> Quad:
    return (left[1], right[0], right[3], left[2])


def _beside(box: Quad, times: float) -> Quad:
    """Right behind the box, or before it where negative, that many times as long as it is high."""
    along, across = sides(box)
    share = times * across / max(along, 1.0)
    return stretched(box, (1.0, 1.0 + share) if share > 0 else (share, 0.0), (0.0, 1.0))
