"""Calls told in sentences: 接到丰翔新城3号502室居民沈桂芳（电话138…）来电，反映漏水方面问题."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.ocr.flat import FlatPage
from bot.ocr.labelled import continued
from bot.ocr.lines import Line
from bot.ocr.running_text import BREAK, RunningText
from bot.ocr.sentence_patterns import CALL, sought
from bot.ocr.slots import Slot
from models.directory import Directory
from models.kinds import kind_implied

# The trouble follows, and ends where the letter asks for something, or names its kind.
_TOLD = re.compile(r"(?:反映|情况为|情况是|如下|情况|来电|(?<!名)称)[：:]|来，说")
_ASKED = "请贵|请你|请及时|请尽快|请物业|请转|烦请|望贵|特此|现转|该事项|以上列为|经初步"
_OTHERS = "联系电话|回电|归类|类别|类型|紧急程度|[□☐☑]"
_TOLD_ALL = re.compile(rf"{_ASKED}|{_OTHERS}|(?:属于?|算|归)(?=.{{2}}[类，])")
_CHAIN = 12  # characters between two values of one sentence
_CHAINED = frozenset({"community", "address", "caller", "phone", CALL})
_FEWEST = 3  # of them


def told(lines: Sequence[Line], directory: Directory) -> list[Slot]:
    """The values that stand within sentences, and the trouble. What is told twice differently is
    left out, to be asked about."""
    return _slots(RunningText(lines), lines, sought(directory))


def in_a_sentence(lines: Sequence[Line], directory: Directory) -> list[Slot]:
    """The values of a call told in one sentence, who and where and how to reach them one after
    another, and the trouble; none where the page tells none so."""
    text, values = RunningText(lines), sought(directory)
    matches = [m for m in values.finditer(text.text) if m.lastgroup in _CHAINED]
    chained = {
        name
        for one, other in pairwise(matches)
        if other.start() - one.end() < _CHAIN and BREAK not in text.text[one.end() : other.start()]
        for name in (one.lastgroup, other.lastgroup)
    }
    slots = _slots(text, lines, values) if len(chained) >= _FEWEST else []
    return slots if any(slot.name == "description" for slot in slots) else []


def _slots(text: RunningText, lines: Sequence[Line], values: re.Pattern[str]) -> list[Slot]:
    found = dict(_values(text, values))
    if trouble := _behind_colon(text) or _longest(lines, values):
        found["description"] = trouble
    return [Slot(name, pieces[0], pieces, told=True) for name, pieces in found.items()]


def _values(text: RunningText, values: re.Pattern[str]) -> Iterator[tuple[str, list[Line]]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for match in values.finditer(text.text):
        spans.setdefault(match.lastgroup or "", []).append(match.span())
    for name, own in spans.items():
        if name != CALL and len({text.text[start:end] for start, end in own}) == 1:
            yield name, text.lines(*own[0])


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


def _longest(lines: Sequence[Line], values: re.Pattern[str]) -> list[Line]:
    """The longest line that implies a kind and has none of the values, with what goes on below."""
    rest = [line for line in lines if kind_implied(line.text) and not values.search(line.text)]
    if not rest:
        return []
    asked = [line for line in lines if _TOLD_ALL.match(line.text)]
    longest = max(rest, key=lambda line: len(line.text))
    told = continued(longest, [line for line in lines if line not in asked], FlatPage(lines))
    return [
        line.part(0, end.start()) if (end := _TOLD_ALL.search(line.text)) else line for line in told
    ]
