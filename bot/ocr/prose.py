"""Calls told in sentences: 接到丰翔新城3号502室居民沈桂芳（电话138…）来电，反映漏水方面问题."""

import re
from collections.abc import Iterator, Sequence

from bot.ocr.flat import FlatPage
from bot.ocr.labelled import continued
from bot.ocr.lines import Line
from bot.ocr.shapes import ROOM, SURNAMES
from bot.ocr.slots import Slot
from bot.ocr.times import TIME
from models.directory import Directory
from models.kinds import WRITTEN, kind_implied

_PHONE = r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)"
_CALLER = rf"[{SURNAMES}][一-鿿]{{1,2}}(?=[（(]?电话)"
_KIND = rf"(?<=反映)(?:{'|'.join(WRITTEN)})"
_BEFORE = r"(?:^|(?<=接到)|(?<=位于)|(?<=在))"  # where a sentence names a community
_AFTER = r"(?=小区|[（(，,\d]|$)"


def told(lines: Sequence[Line], directory: Directory) -> list[Slot]:
    """The values that stand within sentences, and the trouble: the longest line that implies a
    kind and has none of them. What is told twice differently is left out, to be asked about."""
    sought, found = _sought(directory), dict[str, list[Line]]()
    rest = list[Line]()
    for line in lines:
        matches = list(sought.finditer(line.text))
        for match in matches:
            found.setdefault(match.lastgroup or "", []).append(line.part(*match.span()))
        if not matches and kind_implied(line.text):
            rest.append(line)
    once = {name: values for name, values in found.items() if len({v.text for v in values}) == 1}
    slots = [Slot(name, values[0], values[:1], told=True) for name, values in once.items()]
    return [*slots, *_trouble(rest, lines)]


def _trouble(rest: Sequence[Line], lines: Sequence[Line]) -> Iterator[Slot]:
    """The longest of these lines, with what goes on below it."""
    if rest:
        longest, page = max(rest, key=lambda line: len(line.text)), FlatPage(lines)
        yield Slot("description", longest, continued(longest, lines, page), told=True)


def _sought(directory: Directory) -> re.Pattern[str]:
    """A group a field, of its name."""
    names = sorted((c.name for c in directory.communities), key=len, reverse=True)
    place = rf"{_BEFORE}(?:{'|'.join(map(re.escape, names))}){_AFTER}" if names else r"(?!)"
    groups = {"phone": _PHONE, "address": ROOM, "caller": _CALLER, "category": _KIND}
    named = [rf"(?P<{name}>{form})" for name, form in {**groups, "community": place}.items()]
    return re.compile("|".join([*named, f"(?P<time>{TIME})"]))
