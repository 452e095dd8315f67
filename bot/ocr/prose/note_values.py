"""Values of a note that no label asks for, wherever they stand: what is a telephone, a room or a
community of the roster is one whatever words are around it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.ocr.prose.running_text import BREAK, RunningText, Span
from bot.ocr.prose.sentence_patterns import CALL, sought
from bot.ocr.values.times import MOMENT, TIME
from models.directory import Directory
from models.kinds import URGENCIES

_PHONE = re.compile(
    r"(?<![\d.:：/-])(?:\+?86)?"
    r"(?P<number>1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[-—)）]?\d{7,8})(?!\d)"
)
_ODD_PHONE = re.compile(  # that lacks a digit, or has one too many, or no area code: asked about
    r"(?<![\d.:：/-])(?!20\d\d[01]\d)(?P<number>1[3-9]\d{7,10}|[2-9]\d{7})(?![\d.:：/-])"
)
_OF_OFFICE = re.compile("(?:热线|总机|传真|监督|服务电话|物业电话|值班电话|值班室)[^\n]{0,6}$")
_ROOM = re.compile(
    rf"(?<!\d)(?:\d{{1,5}}弄)?\d{{1,4}}[号幢栋]楼?{BREAK}?(?:\d单元)?\d{{3,4}}(?:{BREAK}?室|(?![\d号弄年月:：]))"
)
_DASHED_ROOM = re.compile(r"(?<!\d)\d{1,3}[-/—#]\d{3,4}室?(?![\d/-])")
_CLOCK = re.compile(rf"(?:^|(?<={BREAK}))\W?\d{{1,2}}[:：]\d{{2}}")
_TIMES = (re.compile(TIME), re.compile(MOMENT))
_OFFICES = ("物业", "居委", "业委", "管理处", "服务中心", "门卫", "街道")  # named after a community
_NEAR = 4  # characters between a community and its room, or that and the telephone
# What makes another name or place of it: 新丰翔新城, 丰翔新城南区, 丰翔新城二期, 丰翔新城对面; no
# 丰翔新城东门.
_NOT_BEFORE = "(?<![新老东西南北中大小上下])"
_WITHIN = "[东西南北中新老大小A-Z\\d一二三四五六七八九十]{0,2}"
_BESIDE = "的?(?:斜?对[面过]|旁边|隔壁|附近)"
_NOT_BEHIND = f"(?!{_WITHIN}(?:区|期|村|苑|园|坊|城|庭|组团|公寓|别墅|街坊)|{_BESIDE})"
_LIKE_ONE = "(?!小区)[一-鿿]{1,7}(?:[村苑园城庭邸寓轩居坊里区期]|公馆|国际)"
_UNLISTED = re.compile(
    rf"(?:^|[{BREAK}，。：:,]|住在?|位于|我是|的)(?P<name>{_LIKE_ONE})[{BREAK}，]?$"
)
_PRESSING = re.compile(
    rf"(?:^|(?<=[{BREAK}，。（(：:]))(?:{'|'.join(URGENCIES)})(?=[{BREAK}，。！!）)\d]|$)"
)
_OF_KIND = re.compile(rf"[类方问事，。、{BREAK}]|$")  # 属绿化类; 道闸落杆太快 is the trouble


@dataclass
class Found:
    """Field → where its value stands; and all that is such a value, also where several are and none
    is known to be meant."""

    values: dict[str, Span] = field(default_factory=dict)
    taken: list[Span] = field(default_factory=list)

    def add(self, name: str, spans: Sequence[Span], text: str) -> None:
        """What may be this field's value; it is, where all say the same."""
        self.taken += spans
        if _say_one(text, spans):
            self.values.setdefault(name, spans[0])

    def is_free(self, span: Span) -> bool:
        """Whether nothing in it is a value yet."""
        return not any(_overlap(span, one) for one in self.taken)


def found_anywhere(text: RunningText, directory: Directory) -> Found:
    """What stands where a sentence has such a value, and then what is one by itself."""
    found = Found()
    for name, spans in _in_sentences(text.text, directory).items():
        if name != "address" or _say_one(text.text, spans):  # of several rooms one may be meant
            found.add(name, spans, text.text)
    if "phone" not in found.values:
        found.add("phone", _phones(text), text.text)
    for times in _TIMES:
        spans = [match.span() for match in times.finditer(text.text)]
        found.add("time", list(filter(found.is_free, spans)), text.text)
    found.taken += [match.span() for match in _CLOCK.finditer(text.text)]  # of an entry, or a chat
    listed = _listed(text.text, directory)
    _add_room(found, text.text, listed)
    _add_community(found, text.text, listed)
    if "urgency" not in found.values:
        found.add("urgency", [m.span() for m in _PRESSING.finditer(text.text)], text.text)
    return found


def _overlap(one: Span, other: Span) -> bool:
    return other[0] < one[1] and one[0] < other[1]


def _say_one(text: str, spans: Sequence[Span]) -> bool:
    return len({re.sub(r"[\s-]", "", text[start:end]) for start, end in spans}) == 1


def _in_sentences(text: str, directory: Directory) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for match in sought(directory).finditer(text):
        of_kind = match.lastgroup != "category" or _OF_KIND.match(text, match.end())
        if match.lastgroup and match.lastgroup != CALL and of_kind:
            found.setdefault(match.lastgroup, []).append(match.span())
    return found


def _phones(text: RunningText) -> list[Span]:
    """The telephones, but for an office's, each within its row; odd ones where no other is."""
    for pattern in (_PHONE, _ODD_PHONE):
        numbers = [span for row in text.rows() for span in _within(pattern, text.text, row)]
        if own := [span for span in numbers if not _OF_OFFICE.search(text.text[: span[0]])]:
            return own
    return []


def _within(pattern: re.Pattern[str], text: str, row: Span) -> Iterator[Span]:
    said = text[slice(*row)]
    for match in pattern.finditer(said):
        yield row[0] + match.start("number"), row[0] + match.end("number")


def _add_room(found: Found, text: str, listed: Mapping[Span, str]) -> None:
    """Of several rooms the one behind a community's name, or else the one before the telephone."""
    if "address" in found.values:
        return
    rooms = [m.span() for m in _ROOM.finditer(text) if found.is_free(m.span())]
    rooms = rooms or [m.span() for m in _DASHED_ROOM.finditer(text) if found.is_free(m.span())]
    behind = [room for room in rooms if any(_is_before(name, room) for name in listed)]
    number = found.values.get("phone", (0, 0))
    before = [room for room in rooms if _is_before(room, number)]
    found.add("address", behind or before or rooms, text)


def _add_community(found: Found, text: str, listed: Mapping[Span, str]) -> None:
    """The one of the roster, named after an office only where no other is; or what is like such a
    name, before the room. Where several are, who is sent must be asked."""
    told, room = found.values.get("community"), found.values.get("address")
    like_one = _UNLISTED.search(text[: room[0]]) if room and told is None else None
    if like_one and not any(_overlap(like_one.span("name"), name) for name in listed):
        found.add("community", [like_one.span("name")], text)
        return
    whose = {name: one for name, one in listed.items() if not _is_of_office(text, name)} or listed
    found.taken += whose
    if len(set(whose.values())) == 1 and told is None:
        found.values["community"] = min(whose)
    elif whose and (told is None or len({*whose.values(), listed.get(told)}) > 1):
        found.values.pop("community", None)


def _listed(text: str, directory: Directory) -> dict[Span, str]:
    """Where names of the roster stand, over the ends of rows as well, and whose they are; of two
    the longer."""
    names = {name: one.name for one in directory.communities for name in (one.name, *one.aliases)}
    found = _any_of(tuple(names)).finditer(text) if names else ()
    return {match.span(): names[match[0].replace(BREAK, "")] for match in found}


@lru_cache(maxsize=8)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    spelt = (f"{BREAK}?".join(map(re.escape, one)) for one in sorted(names, key=len, reverse=True))
    return re.compile(f"{_NOT_BEFORE}(?:{'|'.join(spelt)}){_NOT_BEHIND}")


def _is_before(one: Span, other: Span) -> bool:
    return 0 <= other[0] - one[1] <= _NEAR


def _is_of_office(text: str, name: Span) -> bool:
    return text[name[1] :].lstrip(f"{BREAK}小区").startswith(_OFFICES)
