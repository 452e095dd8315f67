"""What is printed on a form and is neither a label nor a value."""

import re
from collections.abc import Sequence

from bot.ocr.flat import FlatPage
from bot.ocr.label_signs import is_half
from bot.ocr.labelled import goes_on
from bot.ocr.lines import Line
from bot.ocr.slots import Slot

_LATIN = re.compile(r"[A-Za-z][A-Za-z /.&-]{2,}")
_PAGE = re.compile(r"第[\s\d_]*页|共[\s\d_]*页")


def values_only(slots: Sequence[Slot], free: Sequence[Line], page: FlatPage) -> list[Line]:
    """Without what is free but no value: a label's translation below it, the half of a label whose
    other half was not seen, the page's number."""
    spots, labels = [page.spot(x) for x in free], [page.spot(slot.label) for slot in slots]

    def is_none(line: Line) -> bool:
        spot = page.spot(line)
        if is_half(line.text):
            return not any(goes_on(spot, above) for above in spots)
        translated = _LATIN.fullmatch(line.text) and any(spot.shares_column(one) for one in labels)
        return bool(translated or _PAGE.search(line.text))

    return [line for line in free if not is_none(line)]
