"""What is printed on a form and is neither a label nor a value."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.ocr.flat import FlatPage
from bot.ocr.label_signs import is_half
from bot.ocr.labelled import goes_on
from bot.ocr.lines import Line
from bot.ocr.slots import Slot

_LATIN = re.compile(r"[A-Za-z][A-Za-z /.&-]{2,}")
_PRINTED = re.compile(r"第[\s\d_]*页|共[\s\d_]*页|本[单表卡联]一式|一式[两二三四]份")
_BELOW = 1.6  # of its height that a label's translation lies below it


def without_printed(lines: Sequence[Line]) -> list[Line]:
    """Without the page's number, and what the office says about the form: 本单一式两份."""
    return [line for line in lines if not _PRINTED.search(line.text)]


def values_only(slots: Sequence[Slot], free: Sequence[Line], page: FlatPage) -> list[Line]:
    """Without what is free but no value: a label's translation below it, the half of a label whose
    other half was not seen."""
    for slot in slots:
        slot.label = _with_translation(slot.label, free, page)
    spots, labels = [page.spot(x) for x in free], [page.spot(slot.label) for slot in slots]

    def is_none(line: Line) -> bool:
        spot = page.spot(line)
        if is_half(line.text):
            return not any(goes_on(spot, above) for above in spots)
        latin = _LATIN.fullmatch(line.text) is not None
        return latin and any(spot.shares_column(one) for one in labels)

    return [line for line in free if not is_none(line)]


def _with_translation(label: Line, free: Sequence[Line], page: FlatPage) -> Line:
    """The label with what it says in Latin letters below: its value stands beside both."""
    place = page.spot(label)
    for line in free:
        below = 0 < page.spot(line).y - place.y < _BELOW * place.height
        if below and _LATIN.fullmatch(line.text) and page.spot(line).shares_column(place):
            return replace(label, box=(*label.box[:2], *line.box[2:]))
    return label
