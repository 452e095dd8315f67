"""A description that begins below its label, where its rows lie beside the labels of another
column."""

from collections.abc import Sequence

from bot.ocr.fields.ownership import Ownership
from bot.ocr.labels.labelled import continued
from bot.ocr.labels.slots import SENTENCE, Slot, hand_out, in_row
from bot.ocr.page.flat import FlatPage
from bot.ocr.page.lines import Line


def give_passage(
    slots: Sequence[Slot], free: Sequence[Line], page: FlatPage, ownership: Ownership
) -> list[Line]:
    """A sentence that begins right below a description's label, which has nothing beside it, is
    its value with all rows that go on from it. Returns the rest."""
    owners = dict[int, Slot]()
    for slot in (slot for slot in slots if slot.name == "description" and not slot.values):
        label = page.spot(slot.label)
        begun = continued(slot.label, free, page)[1:]
        beside = any(in_row(page.spot(line), label) for line in free)
        if begun and len(begun[0].text) >= SENTENCE and not beside:
            own = (line for line in begun if ownership.together(line, slot.label))
            owners.update((id(line), slot) for line in own)
    return hand_out(free, lambda line: owners.get(id(line)))
