"""Who called, in a note: the name beside the telephone or the place, or behind 我是; a foreigner's;
of a chat whoever wrote it."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import product

from bot.ocr.prose.note_values import Found
from bot.ocr.prose.running_text import BREAK, RunningText, Span
from bot.ocr.values.shapes import is_name
from models.surnames import AMBIGUOUS_SURNAMES, DOUBLE_SURNAMES, SURNAMES, TITLES

_TITLES = (
    f"{TITLES}|好婆|姆妈|阿叔|阿爷|阿伯|伯伯|大爷|大妈|奶奶|爷爷|师母|师傅|老师|妈妈|爸爸|太太|主任"
    "|同志|姐|哥|叔"
)
_SURNAME = rf"(?:{DOUBLE_SURNAMES}|[{SURNAMES}])"
TITLED = (  # 沈女士, 老沈; 小区 is none, and 小时
    rf"(?:(?:{_SURNAME}|[{AMBIGUOUS_SURNAMES}])家?(?:{_TITLES})"
    "|(?![老大小这那位各个的])[一-鿿](?:先生|女士|小姐)"  # whatever the surname
    rf"|[老小阿]{_SURNAME}(?![一-鿿]{{0,1}}(?:[区时学心路院孩人]))(?:{_TITLES})?)"
)
_FULL = rf"(?!管){_SURNAME}[一-鿿]{{1,2}}"  # 管一管
_ABROAD = r"(?:Mr|Mrs|Ms|Miss|Dr)\.?\s?"
_TITLED_ABROAD = rf"{_ABROAD}[A-Z][a-z]+"
_FOREIGN = rf"(?:{_ABROAD})?[A-Z][a-z]+(?:\s?[A-Z][a-z]+)?(?:妈妈|爸爸)?"
ANY_NAME = rf"(?:{TITLED}|{_FULL}|{_FOREIGN})"
_SAYS = "来电|来话|致电|打|说|讲|称|反映|电话|手机"
# What stands for a value's characters in the text that the patterns below look at.
_MARKS: Mapping[str, str] = {"phone": "\ue000", "address": "\ue001", "community": "\ue002"}
_PHONE, _ROOM, _NAME_OF_PLACE = (_MARKS[name] for name in ("phone", "address", "community"))
_LINK = rf"[{BREAK}，,。（(：:/／ ]{{0,2}}"
_ENDS = rf"(?=[^一-鿿]|{_SAYS}|家|在|来[说报讲]|$)"
_SURE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<who>{_TITLED_ABROAD})",
        rf"(?:我是|我叫|本人|这是|姓名|报修人|业主[：:]?|住户|居民|租客|户主|(?:[Cc]aller|发件人|From)[：:]?)(?P<who>{ANY_NAME})",
        rf"(?P<who>{ANY_NAME})[的家]{{0,2}}{_LINK}(?:家里|联系|来电)?(?:电话?|手机|座机|[Tt]el|T|回电)?{_LINK}{_PHONE}",
        rf"{_PHONE}{_LINK}(?P<who>{ANY_NAME}){_ENDS}",
        rf"{_ROOM}{_LINK}(?:的|业主|住户|居民|租客)*{_LINK}(?P<who>{ANY_NAME}){_ENDS}",
        rf"(?:^|[{BREAK}，。])(?P<who>{ANY_NAME}){_LINK}(?:[一-鿿]{{0,4}}[，,])?(?:家?住在?)?[{_ROOM}{_NAME_OF_PLACE}]",
    )
)
_LESS_SURE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<who>{TITLED})(?=[{BREAK}（(，,。：: ]|{_SAYS})",
        rf"{_ROOM}[{BREAK}，, ]?(?P<who>{_SURNAME})[{BREAK}，, ]?{_PHONE}",  # 12-601 王 138…
        rf"(?:^|[{BREAK}<])(?P<who>{TITLED})(?=在|[，,{BREAK}（(])",
    )
)
_SURNAME_TOLD = re.compile(rf"我姓(?P<who>{_SURNAME})")
_HEAD = re.compile(rf"(?:^|[{BREAK}<])(?P<who>{_FOREIGN})(?=[{BREAK}（(，,])")
_SHORTEST = 4  # letters of a foreign name that stands alone


def who_called(text: RunningText, found: Found) -> Span | None:
    """Where the name stands, the surest place first; a name may go on below."""
    tries = product((_SURE, _LESS_SURE), (text.row_ends, set[int]()))
    for patterns, ends in tries:
        marked, places = _marked(text.text, found, ends)
        for start, end in _names(marked, patterns):
            span = places[start], places[end - 1] + 1
            if found.is_free(span):
                return span
    return None


def _names(marked: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[Span]:
    found = (match for pattern in patterns for match in pattern.finditer(marked))
    yield from (match.span("who") for match in found if _is_somebody(match["who"]))
    if patterns is _LESS_SURE:
        yield from _less_sure(marked)


def _less_sure(marked: str) -> Iterator[Span]:
    """Of 我姓沈 the 沈女士 whom the clerk addresses, or the surname; a foreign name in a row."""
    told = _SURNAME_TOLD.search(marked)
    if told:
        addressed = re.search(rf"{told['who']}(?:{_TITLES})", marked)
        yield addressed.span() if addressed else told.span("who")
    heads = (head.span("who") for head in _HEAD.finditer(marked))
    yield from (span for span in heads if span[1] - span[0] >= _SHORTEST)


def _marked(text: str, found: Found, ends: Set[int]) -> tuple[str, list[int]]:
    """The text with a mark for each character of what is known and a BREAK at each of these row
    ends, and where each of its characters stands in the text."""
    for name, mark in _MARKS.items():
        start, end = found.values.get(name, (0, 0))
        text = text[:start] + mark * (end - start) + text[end:]
    pieces = [(BREAK + letter if at in ends else letter, at) for at, letter in enumerate(text)]
    return "".join(piece for piece, _ in pieces), [at for piece, at in pieces for _ in piece]


def _is_somebody(name: str) -> bool:
    return len(name) == 1 or not ("一" <= name[0] <= "鿿") or is_name(name) or _is_titled(name)


def _is_titled(name: str) -> bool:
    return re.fullmatch(TITLED, name) is not None
