"""Whether what was found on a page is a form about a call, or a note about one, or neither."""

import re
from collections.abc import Sequence

from bot.ocr.labels.slots import Slot
from bot.ocr.options.option_rows import field_of_options
from bot.ocr.page.lines import Line
from models.kinds import OPTIONS, kind_implied

FEWEST_LABELS = 3  # of a form
MANY_LABELS = 6  # no notice, bill or list of visitors has so many of ours
_REPORTED = frozenset({"description", "category", "urgency"})  # only forms ask what is wrong
_WHERE = frozenset({"community", "address"})
LONGEST_NOTE = 20  # lines
_WHOSE = frozenset({"community", "phone"})  # minutes and receipts have a place and a time as well
_OF_A_NOTE = frozenset({"community", "phone", "description"})
_VISITORS = (
    re.compile(  # a title, or a heading; 来电来访登记表 is of calls, 门卫不做访客登记 is one
        ".*(?:来访人员|访客|外来人员|进出|出入).{0,4}登记[表簿册本]"
        "|到访(?:楼|房|时间|单位).{0,2}|被访(?:人|单位|房号).{0,2}|离开(?:时间)?|离场时间"
    )
)
_NOTICE = re.compile(
    "尊敬的.*|各位(?:居民|业主|住户).*|特此(?:通知|公告|告知).?|.{0,8}(?:通知|公告|告示)"
)
_WITHOUT_COMMUNITY = frozenset({"time", "caller", "phone", "address", "description"})


def is_form(slots: Sequence[Slot], lines: Sequence[Line]) -> bool:
    """A notice has its 时间, 地点 and 联系电话 as well, a bill its 小区 and 房号, a register of
    visitors its 来访人 and 事由, and labels that nobody knows: 进入时间, 访问房号; the 停车 of a
    receipt's title is no kind of trouble."""
    if any(_VISITORS.fullmatch(line.text) for line in lines):
        return False
    known = [slot for slot in slots if not slot.guessed]
    counted = [slot for slot in known if not slot.told or slot.name != "description"]
    labels = {slot.name for slot in counted}
    firm = [slot for slot in counted if not slot.told or _asks(slot)]
    asked, places = {slot.name for slot in firm}, {slot.label.box for slot in firm}
    if min(len(asked), len(places)) < FEWEST_LABELS or not labels & _WHOSE:  # one may ask for two
        return False
    many = len(labels) >= MANY_LABELS
    if not labels & _WHERE:  # none was read
        return many and bool(labels & OPTIONS.keys())
    return many or bool(labels & _REPORTED)


def _asks(slot: Slot) -> bool:
    """Whether what stands for a label that was not read may be a form's: a number, a place, a row
    of options; names and words stand anywhere."""
    if slot.name in OPTIONS:
        return field_of_options(slot.text) is not None
    return slot.name != "caller"


def is_note(slots: Sequence[Slot], lines: Sequence[Line]) -> bool:
    """A few lines that tell by themselves whom to call back, where, and of what trouble."""
    if any(_NOTICE.fullmatch(line.text) for line in lines):
        return False
    told = {slot.name for slot in slots if slot.values}
    said = "".join(slot.text for slot in slots if slot.name == "description")
    whole = told >= _OF_A_NOTE or told >= _WITHOUT_COMMUNITY
    return whole and len(lines) <= LONGEST_NOTE and bool(kind_implied(said))
