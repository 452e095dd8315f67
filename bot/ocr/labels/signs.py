"""The signs around a label: its number, brackets, colon, and what may stand between it and its
value."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.ocr.values.shapes import is_name
from models.kinds import URGENCIES, WRITTEN
from models.labels.grammar import UNKNOWN, two_characters
from models.labels.listed import INITIALS, LABELS

COLON = "：:;；】]"  # and the end of brackets around a label
NOISE = ' \t.,、*（）()[]【】「」『』“”"|丨—_-·←→☎✉◆◇●•▪▶►※>＞'
BETWEEN = NOISE + "/／，；"  # between two values of one line as well
ASIDE = re.compile(
    r"(?:\s*(?:[（(][^（()）]{1,16}[)）]|如下|[/／]?\s*[A-Za-z][A-Za-z'’ /.&-]{0,24})){1,2}"
    r"(?=\s*(?:[：:…]|\.\.|$))"
)
_ASIDE_OR_COLON = re.compile(rf"[（(][^（()）]*[)）]|([{re.escape(COLON)}])")
_NUMBER = re.compile(  # 3. 联系电话, ③联系电话, and 3联系电话, as ③ is read as well
    r"\s*(?:\d{1,2}[.．]\d{1,2}(?=[一-鿿]{2})"
    r"|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[.．、)）]|问[：:])|[①-⑳Ⅰ-Ⅻ]+"
    r"|[IVX]{1,4}[.．、\s]*(?=[一-鿿]{2})|[A-Z]\d{1,2}(?=[一-鿿]{2})|问\d{1,2}[：:]"
    r"|\d{1,2}(?=(?![号弄幢栋单月日年点时层户室]|楼(?!盘))[一-鿿]{2}))"
)
_LEADING = re.compile(f"[{re.escape(COLON)}?？—–…]|\\.\\.")  # from a label to its value
_TWO = 2  # characters
_SIGNED = re.compile(r"[记接][：:\s]*")
_FAMILIAR = re.compile("[阿小老][一-鿿]")  # 记 阿伟
_WITH_FIGURES = frozenset({"time", "phone", "address"})
_FIGURE = re.compile(r"[\dOoIlSsZ]")
_PHRASES = frozenset({"community", "caller", "operator"})
_PHRASE = re.compile(r"[^，。,；;！!]{1,12}")
# Of a label of one character without its colon: 人 沈桂芳, 电 13812345678.
_FITTING: Mapping[str, Callable[[str], bool]] = {
    "caller": is_name,
    "phone": lambda text: re.fullmatch(r"[\d-]{8,}", text) is not None,
}
_OPTIONS = frozenset({*WRITTEN, *URGENCIES})
_TRANSLATED = re.compile(rf"[\W口]*(?:{'|'.join(_OPTIONS)})\s*[A-Za-z]{{2,}}")  # □紧急 Urgent
_OPTIONS_NAMED = re.compile(
    r"\W*[（(][一-鿿]{2,4}(?:\s*[/／、,，|]\s*[一-鿿]{2,4})+\s*[)）]\s*[:：]?(?=\s*[一-鿿])"
)
_BRACKETED = re.compile(r"\W*[【\[［]([^】\]］]{2,8})[】\]］]")
_NUMBERED = re.compile(r"\s*\d{1,2}[.．、)）]\s*([一-鿿/／]{2,8})[：:]")
# Of a community, or of a person.
_NAME_ENDS = re.compile("花园|公寓|里弄|家园|府邸|小区(?!名)|师傅")
_UNITS = frozenset("弄号楼幢栋室")  # of an address, each behind its figure
_LISTED = (word for words in LABELS.values() for word in words if len(word) == _TWO)
_HALVES = {letter for word in (*_LISTED, *two_characters()) for letter in word} - _UNITS  # 姓　　名


@dataclass(frozen=True)
class Mark:
    """Where a line's text names a field: the label's start and end, and where its value starts.
    `clear`: it stands alone or with its colon, as in no ordinary sentence. `guessed`: it is known
    by its last word alone."""

    name: str
    start: int
    end: int
    value: int
    clear: bool = True
    guessed: bool = False


def initial(text: str, start: int) -> Mark | None:
    """A label of one character, with its colon; or a signature."""
    name, end = INITIALS.get(text[start : start + 1], ""), start + 1
    value = value_start(text, end)
    told = set(COLON) & set(text[end:value]) or is_signature(text[start:])
    told = told or (name in _FITTING and _FITTING[name](text[value:]))
    return Mark(name, start, end, value) if name and told else None


def is_signature(text: str) -> bool:
    """Whether somebody signs a note: 记：沈桂芳, 接 沈桂芳."""
    signed = _SIGNED.match(text)
    name = text[signed.end() :] if signed else ""
    return is_name(name) or _FAMILIAR.fullmatch(name) is not None


def unknown(text: str, start: int) -> Mark | None:
    """A label for its brackets, or for its number and its colon, though nobody knows it."""
    known = _BRACKETED.match(text) or (_NUMBERED.match(text) if start else None)
    if known is None or known[1] in _OPTIONS:
        return None
    return Mark(UNKNOWN, *known.span(1), value_start(text, known.end()))


def first_colon(text: str, start: int) -> int:
    """Where the first colon from `start` stands that is within no brackets (房号（例：3号502室）),
    or else the text's end."""
    found = (one.start() for one in _ASIDE_OR_COLON.finditer(text, start) if one[1])
    return next(found, len(text))


def begin(text: str) -> int:
    """Where a line begins, its number and stray marks aside."""
    number = _NUMBER.match(text)
    return past(text, number.end() if number else 0, NOISE + "，")


def is_option(text: str) -> bool:
    """Whether it begins with a printed option in two languages, which is no label of its field."""
    return _TRANSLATED.match(text) is not None


def ends_a_name(text: str, start: int) -> bool:
    """Whether a name ends on what begins here: 紫翠花园门牌 is no 花园门牌, and 林师傅电话 no
    师傅电话."""
    return _NAME_ENDS.match(text, start) is not None and text[start - 1 : start].isalpha()


def is_half(text: str) -> bool:
    """Whether it is one character of a label that is set so wide that the rest was not seen."""
    return text in _HALVES


def past(text: str, start: int, marks: str) -> int:
    """The first place from `start` where none of these marks stands."""
    while start < len(text) and text[start] in marks:
        start += 1
    return start


def match(text: str, start: int, word: str) -> int | None:
    """The end of `word` in `text` from `start`, spaces between its characters allowed."""
    for character in word:
        start = past(text, start, " ")
        if text[start : start + 1] != character:
            return None
        start += 1
    return start


def may_follow(name: str, value: str) -> bool:
    """Whether it may be the field's value: 小区北门窨井满溢，… is a sentence."""
    if name in _WITH_FIGURES:
        return _FIGURE.search(value) is not None
    return name not in _PHRASES or _PHRASE.fullmatch(value.strip()) is not None


def value_start(text: str, start: int) -> int:
    """Where a value begins behind a label that ends at `start`: behind its marks, and the options
    that it names: 急不急？（一般/紧急/特急）紧急."""
    named = _OPTIONS_NAMED.match(text, start)
    return past(text, named.end() if named else start, COLON + NOISE + "?？")


def leads(between: str) -> bool:
    """Whether what stands between a label and its value says that the value follows."""
    return _LEADING.search(between) is not None
