"""A name with a box for each character: 场 | 中 | 小 | 区. Of single characters a reader of lines
loses some; put side by side they are a word like any other."""

from bot.ocr.fields.boxes.row import Boxed, Window
from bot.ocr.labels.slots import Slot
from bot.ocr.page.picture import Pixels
from models.intake import Quad

_FEWEST = 4  # boxes of a row
_SINGLE = 2  # characters that were read by themselves
_BOXED = frozenset({"community", "caller", "address", "operator"})


def may_have_boxes(slot: Slot) -> bool:
    """Whether what was read of it are single characters, or one and a few more."""
    return slot.name in _BOXED and not slot.told and has_single_characters(slot)


def has_single_characters(slot: Slot) -> bool:
    """Whether some of its characters were read by themselves."""
    return sum(len(value.text) == 1 for value in slot.values) >= _SINGLE


def word_in_boxes(picture: Pixels, label: Quad) -> Boxed | None:
    """What stands in the row of boxes right of the label, or right below it; None where there is
    none. `picture`: RGB."""
    window = Window(picture, label)
    row = window.nearest_row(lambda boxes: len(boxes) >= _FEWEST)
    return window.filled(row) if row else None
