"""Calls told in sentences: 接到丰翔新城3号502室居民沈桂芳（电话138…）来电，反映漏水方面问题."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.ocr.flat import FlatPage
from bot.ocr.labelled import continued
from bot.ocr.lines import Line
from bot.ocr.running_text import BREAK, RunningText
from bot.ocr.shapes import ROOM, SURNAMES
from bot.ocr.slots import Slot
from bot.ocr.times import TIME
from models.directory import Directory
from models.kinds import URGENCIES, WRITTEN, kind_implied

_PHONE = (
    r"(?<=号码)[\dOoBIlSZ]{11}(?![\dOoBIlSZ])"
    r"|(?<!\d)(?:1[3-9]\d-?\d{4}-?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)"
)
_NAME = rf"[{SURNAMES}](?!居民|业主|住户|客户)[一-鿿]{{1,2}}"  # 关于居民来电
_CALLER = (
    rf"{_NAME}(?=[（(，,]?(?:联系|来电)?(?:电话|手机))|{_NAME}(?=来电|致电|反映)"
    r"|(?<=住户)[一-鿿]{2,3}(?=[，,（(])|(?<=姓名)[一-鿿]{2,3}(?=\W)"
    rf"|{_NAME}(?=在\d{{4}}年)|(?<=我叫|我是){_NAME}(?=\W)"
)
_KINDS = "|".join(WRITTEN)
_KIND = rf"(?<=反映|属于|类型)(?:{_KINDS})|(?<=属)(?:{_KINDS})(?=类)|(?<=类别[：:])(?:{_KINDS})"
_PRESSING = "|".join(URGENCIES)
_URGENCY = rf"(?:(?<=紧急程度)|(?<=[，,、]))(?:{_PRESSING})(?=\W*请|，|。|$)"
_BEFORE = r"(?:^|(?<=接到|位于|兹有|来自|家住|住在)|(?<=在|接|住))"  # what it lies in
_AFTER = r"(?=[（(]?小区|[（(，,\d]|$)"
_LISTED_OR_NOT = (
    r"(?:(?<=接到|兹有|来自|家住|住在)|(?<=，住)(?!在))[一-鿿]{2,9}?(?=[（(]?小区|\d+[弄号])"
)
_CALL = "来电|致电|打电话来"
# The trouble follows, and ends where the letter asks for something, or names its kind.
_TOLD = re.compile(r"(?:反映|情况为|情况是|如下|情况|来电|(?<!名)称)[：:]|来，说")
_ASKED = "请贵|请你|请及时|请尽快|请物业|请转|烦请|望贵|特此|现转|该事项|以上列为|经初步"
_OTHERS = "联系电话|回电|归类|类别|类型|紧急程度|[□☐☑]"
_TOLD_ALL = re.compile(rf"{_ASKED}|{_OTHERS}|(?:属于?|算|归)(?=.{{2}}[类，])")
_CHAIN = 12  # characters between two values of one sentence
_CHAINED = frozenset({"community", "address", "caller", "phone", "call"})
_FEWEST = 3  # of them


def told(lines: Sequence[Line], directory: Directory) -> list[Slot]:
    """The values that stand within sentences, and the trouble. What is told twice differently is
    left out, to be asked about."""
    return [Slot(name, values[0], values, told=True) for name, values in _told(lines, directory)]


def _told(lines: Sequence[Line], directory: Directory) -> Iterator[tuple[str, list[Line]]]:
    text = RunningText(lines)
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _sought(directory).finditer(text.text):
        found.setdefault(match.lastgroup or "", []).append(match.span())
    for name, spans in found.items():
        if name != "call" and len({text.text[start:end] for start, end in spans}) == 1:
            yield name, text.lines(*spans[0])
    trouble = _behind_colon(text) or _longest(lines, _sought(directory))
    if trouble:
        yield "description", trouble


def in_a_sentence(lines: Sequence[Line], directory: Directory) -> list[Slot]:
    """The values of a call told in one sentence, who and where and how to reach them one after
    another, and the trouble; none where the page tells none so."""
    text = RunningText(lines).text
    matches = [m for m in _sought(directory).finditer(text) if m.lastgroup in _CHAINED]
    chained = {
        name
        for one, other in pairwise(matches)
        if other.start() - one.end() < _CHAIN and BREAK not in text[one.end() : other.start()]
        for name in (one.lastgroup, other.lastgroup)
    }
    slots = told(lines, directory) if len(chained) >= _FEWEST else []
    return slots if any(slot.name == "description" for slot in slots) else []


def _behind_colon(text: RunningText) -> list[Line]:
    """What follows 来电反映：, up to what the letter asks for."""
    begins = _TOLD.search(text.text)
    if begins is None:
        return []
    start = begins.end()
    end = _TOLD_ALL.search(text.text, start)
    said = text.text[start : end.start() if end else len(text.text)]
    stop = re.search(rf"(?<=\S){BREAK}.", said)
    said = said[: stop.start() if stop else len(said)].rstrip("。，\n")
    return text.lines(start, start + len(said))


def _longest(lines: Sequence[Line], sought: re.Pattern[str]) -> list[Line]:
    """The longest line that implies a kind and has none of the values, with what goes on below."""
    rest = [line for line in lines if kind_implied(line.text) and not sought.search(line.text)]
    if not rest:
        return []
    asked = [line for line in lines if _TOLD_ALL.match(line.text)]
    longest = max(rest, key=lambda line: len(line.text))
    told = continued(longest, [line for line in lines if line not in asked], FlatPage(lines))
    return [
        line.part(0, end.start()) if (end := _TOLD_ALL.search(line.text)) else line for line in told
    ]


def _sought(directory: Directory) -> re.Pattern[str]:
    """A group a field, of its name."""
    names = sorted((c.name for c in directory.communities), key=len, reverse=True)
    listed = rf"{_BEFORE}(?:{'|'.join(map(re.escape, names))}){_AFTER}" if names else r"(?!)"
    groups = {
        "phone": _PHONE,
        "address": ROOM,
        "caller": _CALLER,
        "category": _KIND,
        "urgency": _URGENCY,
        "community": f"{listed}|{_LISTED_OR_NOT}",
        "time": TIME,
        "call": _CALL,
    }
    named = [rf"(?P<{name}>{form})" for name, form in groups.items()]
    return re.compile("|".join(named), re.MULTILINE)
