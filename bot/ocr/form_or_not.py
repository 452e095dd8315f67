"""Whether what was found on a page is a form about a call, or a note about one, or neither."""

from collections.abc import Sequence

from bot.ocr.labels.slots import FOOTNOTE, PLACE, REACHED, Slot
from bot.ocr.options.option_rows import field_of_options
from bot.ocr.other_papers import (
    is_advertisement,
    is_another,
    is_headed,
    is_notice,
    is_of_no_call,
    tells_of_calls,
)
from bot.ocr.page.lines import Line
from models.kinds import OPTIONS, kind_implied, kind_written, urgency_written

FEWEST_LABELS = 3  # of a form
MANY_LABELS = 6  # no notice, bill or list of visitors has so many of ours
_REPORTED = frozenset({"description", "category", "urgency"})  # only forms ask what is wrong
_WHOLE = PLACE | REACHED  # with a trouble it is a call
_LONGEST_NOTE = 20  # lines
_WHOSE = frozenset({"community", "phone"})  # minutes and receipts have a place and a time as well
_OF_A_NOTE = frozenset({"community", "phone", "description"})
_WITHOUT_COMMUNITY = frozenset({"time", "caller", "phone", "address", "description"})


def is_form(slots: Sequence[Slot], lines: Sequence[Line]) -> bool:
    """A notice has its 时间, 地点 and 联系电话 as well, a bill its 小区 and 房号, a register of
    visitors its 来访人 and 事由, and labels that nobody knows: 进入时间, 访问房号; the 停车 of a
    receipt's title is no kind of trouble."""
    if is_of_no_call(lines) or _is_blank(slots):
        return False
    if is_another(lines) and not (_tells_all(slots) and tells_of_calls(lines)):
        return False
    if is_headed(lines) and not tells_of_calls(lines) and not _tells_of_trouble(slots):
        return False
    known = [slot for slot in slots if not slot.guessed]
    counted = [slot for slot in known if not slot.told or slot.name != "description"]
    labels = {slot.name for slot in counted}
    firm = [slot for slot in counted if not slot.told or _asks(slot)]
    asked, places = {slot.name for slot in firm}, {slot.label.box for slot in firm}
    if min(len(asked), len(places)) < FEWEST_LABELS or not labels & _WHOSE:  # one may ask for two
        return False
    many = len(labels) >= MANY_LABELS
    if not labels & PLACE:  # none was read
        return many and bool(labels & OPTIONS.keys())
    reported = [slot for slot in counted if slot.name in _REPORTED and not _is_else(slot)]
    told = any(slot.name == "description" and kind_implied(slot.text) for slot in slots)
    if told and labels >= _WHOLE:
        return True
    if not any(not slot.told for slot in reported) and not tells_of_calls(lines):
        return False
    return many or bool(reported) or (told and labels >= REACHED)


def _is_blank(slots: Sequence[Slot]) -> bool:
    """Whether nobody filled it in: only what prints options has any."""
    return not any(slot.values for slot in slots if slot.name in _WHOLE | {"description"})


def _tells_all(slots: Sequence[Slot]) -> bool:
    """Whether it says where, whom to call, what is wrong and which kind that is: an order for a
    repair has its 单价 and 金额 as well."""
    told = {slot.name for slot in slots if slot.values}
    said = "".join(slot.text for slot in slots if slot.name == "description")
    kinds = (slot.text for slot in slots if slot.name == "category")
    return told >= _WHOLE and bool(kind_implied(said)) and any(map(kind_written, kinds))


def _tells_of_trouble(slots: Sequence[Slot]) -> bool:
    """Whether a kind of trouble is told or chosen, or asked for and left empty; or how urgent it
    is."""
    tells = {"description": kind_implied, "category": kind_written, "urgency": urgency_written}
    asked = [slot for slot in slots if slot.name in tells]
    return any(not slot.values or tells[slot.name](slot.text) for slot in asked)


def _is_else(slot: Slot) -> bool:
    """Whether it asks for no trouble: 项目 on a bill, with what is charged; a footnote."""
    value = slot.text
    charged = slot.name == "category" and bool(value) and not kind_written(value)
    return charged or slot.label.text == FOOTNOTE


def _asks(slot: Slot) -> bool:
    """Whether what stands for a label that was not read may be a form's: a number, a place, a row
    of options; names and words stand anywhere."""
    if slot.name in OPTIONS:
        return field_of_options(slot.text) is not None
    return slot.name != "caller"


def is_note(slots: Sequence[Slot], lines: Sequence[Line]) -> bool:
    """A few lines that tell by themselves whom to call back, where, and of what trouble."""
    if not may_be_note(lines):
        return False
    told = {slot.name for slot in slots if slot.values}
    said = "".join(slot.text for slot in slots if slot.name == "description")
    whole = told >= _OF_A_NOTE or told >= _WITHOUT_COMMUNITY
    trouble = bool(kind_implied(said)) or told >= _WHOLE | _WITHOUT_COMMUNITY  # all is told
    return whole and trouble


def may_be_note(lines: Sequence[Line]) -> bool:
    """Whether it is short, and no notice, advertisement or paper of another kind."""
    others = (is_notice, is_advertisement, is_another)
    return len(lines) <= _LONGEST_NOTE and not any(kind(lines) for kind in others)
