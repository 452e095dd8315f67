"""A value with another right above it: the lower one was struck out perhaps."""

from collections.abc import Mapping, Sequence

from bot.ocr.fields.struck.rewritten import FIGURES, NUMBER
from bot.ocr.labels.signs import BETWEEN
from bot.ocr.labels.slots import NEXT, Slot, Tells
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from bot.ocr.page.squeezed import stands_over

_FIELDS = frozenset({"phone", "address", "community", "caller"})


def give_above(
    slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage, telling: Mapping[str, Tells]
) -> None:
    """Both are values of the slot then: what is struck is told by the picture, or somebody is
    asked; of two names, which nobody asks about, the one beside the label counts. `telling`: field
    → whether a text is a value of it."""
    for slot in (slot for slot in slots if slot.name in _FIELDS and len(slot.values) == 1):
        own, tells = slot.values[0], telling.get(slot.name, _is_none)
        if _is_room(slot, own):  # given to the label before what it stands above
            slot.values += [line for line in rest if tells(line.text) and stands_over(own, line)]
            continue
        if slot.name == "phone":
            near = [line for line in rest if _is_right_above(page.spot(line), page.spot(own))]
            whole = [line for line in near if tells(line.text.strip(BETWEEN))]
            fits = whole or [line for line in rest if _is_figure(line, own)]
        else:
            above = [line for line in rest if stands_over(line, own)]
            fits = [
                line for line in above if tells(line.text.strip(BETWEEN)) or _is_room(slot, line)
            ]
        slot.values = [own, *fits] if slot.name == "caller" else [*fits, own]


def _is_none(text: str) -> bool:
    return False


def _is_room(slot: Slot, line: Line) -> bool:
    return slot.name == "address" and NUMBER.fullmatch(line.text) is not None


def _is_figure(line: Line, own: Line) -> bool:
    """Whether a figure or two of a number were struck out, and these are written above them."""
    return FIGURES.fullmatch(line.text) is not None and stands_over(line, own)


def _is_right_above(line: Spot, value: Spot) -> bool:
    height = max(line.height, value.height)
    return 0 < value.y - line.y < NEXT * height and line.shares_column(value)
