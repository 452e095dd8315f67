"""Whether what was found on a page is a form about a call, or a note about one, or neither."""

from collections.abc import Sequence

from bot.ocr.labels.slots import Slot
from bot.ocr.page.lines import Line
from models.kinds import kind_implied

FEWEST_LABELS = 3  # of a form
MANY_LABELS = 6  # no notice, bill or list of visitors has so many of ours
_REPORTED = frozenset({"description", "category", "urgency"})  # only forms ask what is wrong
_WHERE = frozenset({"community", "address"})
LONGEST_NOTE = 20  # lines
_WHOSE = frozenset({"community", "phone"})  # minutes and receipts have a place and a time as well
_OF_A_NOTE = frozenset({"community", "phone", "description"})
_WITHOUT_COMMUNITY = frozenset({"time", "caller", "phone", "address", "description"})


def is_form(slots: Sequence[Slot]) -> bool:
    """A notice has its 时间, 地点 and 联系电话 as well, a bill its 小区 and 房号, a register of
    visitors its 来访人 and 事由, and labels that nobody knows: 进入时间, 访问房号."""
    known = [slot for slot in slots if not slot.guessed]
    counted = [slot for slot in known if slot.name != "description" or not slot.told]
    labels = {slot.name for slot in counted}
    places = {slot.label.box for slot in counted}  # one label may ask for two
    enough = min(len(labels), len(places)) >= FEWEST_LABELS and labels & _WHERE and labels & _WHOSE
    return bool(enough) and (bool(labels & _REPORTED) or len(labels) >= MANY_LABELS)


def is_note(slots: Sequence[Slot], lines: Sequence[Line]) -> bool:
    """A few lines that tell by themselves whom to call back, where, and of what trouble."""
    told = {slot.name for slot in slots if slot.values}
    said = "".join(slot.text for slot in slots if slot.name == "description")
    whole = told >= _OF_A_NOTE or told >= _WITHOUT_COMMUNITY
    return whole and len(lines) <= LONGEST_NOTE and bool(kind_implied(said))
