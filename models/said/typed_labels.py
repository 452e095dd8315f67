"""Where labels stand in a typed form 小区：… 电话：…, in whatever words an office has for them."""

import re

from models.community_match import simplified
from models.labels.listed import LABELS, OTHERS
from models.numerals import ascii_digits, plain_digits
from models.phrases import one_of
from models.said.field_values import (
    ANY_LABEL,
    COMMON_LABELS,
    LABEL_EDGE,
    PHONE,
    field_called,
    field_of,
    has_shape,
    label_of,
)

_AND_PHONE = rf"(?:\s*[及和与、/]\s*(?:{one_of(LABELS['phone'])}))?"  # 联系人及电话
_FORM = re.compile(
    rf"(?P<label>{ANY_LABEL}){_AND_PHONE}\s*(?:\([^)]{{0,8}}\))?[】\]]?\s*[:=]\s*"
    rf"|(?<=[【\[])\s*(?P<boxed>{ANY_LABEL})\s*[】\]]\s*"
    rf"|^[ \t]*(?P<first>{ANY_LABEL})(?:[ \t]+|[ \t]*[-—~]+[ \t]*|[ \t]*\n[ \t]*)",
    re.MULTILINE,
)
_WORD = r"[一-鿿]{2,8}"
_NAMED = re.compile(  # 情况：, 联络电话：, phone:, or what nobody knows
    rf"(?:(?P<begins>^)[ \t]*|(?<=[\s;；]))(?P<label>{_WORD}|[A-Za-z]{{2,16}})"
    r"\s*(?:\([^)]{0,8}\))?\s*[:=]\s*",
    re.MULTILINE,
)
_NUMBER = r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．)）]|[①-⑳]"
_BULLET = r"\d{0,2}[^\w\s【\[(（]{1,3}|\d{1,2}[ \t]"
_ITEM = re.compile(  # 1、小区：… 2、电话：…
    rf"^[ \t]*(?:{_NUMBER}|{_BULLET})\s*(?={ANY_LABEL}|{_WORD}\s*[:：=＝])"
    rf"|(?<=[\s,，;；。])(?:{_NUMBER})\s*(?=(?:{ANY_LABEL})\s*[:：=＝是为\s(（])",
    re.MULTILINE,
)
_DIALLED = rf"(?:{one_of(LABELS['phone'])})\s*\d"  # 小区丰翔新城电话138…
_BARE = re.compile(
    rf"(?:{LABEL_EDGE}|(?<=\d)|(?={_DIALLED}))(?P<label>{ANY_LABEL})"
    r"(?P<link>是|为(?!民))?(?!\s*[:=】\](])\s*"
)  # 为民新村 is a name
_VALUE_ENDS = re.compile(rf"[\s,，。;；、【\[]|{_DIALLED}")


def without_numbers(text: str) -> str:
    """A list's items without their numbers or marks. One alone may be a room's number."""
    return _ITEM.sub(" ", text) if len(_ITEM.findall(text)) > 1 else text


def plain_marks(text: str) -> str:
    """The text in the marks and characters that labels are known by, each in its place."""
    return "".join(map(simplified, ascii_digits(text).replace("＝", "=")))


def labels_in(plain: str, *, told: bool) -> list[re.Match[str]]:
    """Where labels stand: with a mark behind them; where it is `told`, without one as well."""
    listed = {match.end(): match for match in _FORM.finditer(plain)}
    named = [m for m in _NAMED.finditer(plain) if _is_label(m, listed.get(m.end()))]
    firm = listed | {match.end(): match for match in named}
    starts = {match.end() - len(match[0].lstrip()) for match in firm.values()}
    bare = [m for m in _BARE.finditer(plain) if m.start() not in starts and _goes_on(plain, m)]
    return sorted([*firm.values(), *(bare if told else [])], key=lambda match: match.start())


def is_unheard_of(match: re.Match[str]) -> bool:
    """Whether nobody knows what the label asks for. 备注 may be all that is said of a trouble."""
    label = label_of(match)
    return label == "备注" or (label not in OTHERS and field_called(label) is None)


def _is_label(named: re.Match[str], listed: re.Match[str] | None) -> bool:
    """Whether the whole word before a colon is the label: 联络电话 is, and not its 电话 alone;
    王先生电话 is not, nor 东侧 within a line."""
    if listed is not None and label_of(listed) == named["label"]:
        return False
    alone = listed is None and named["begins"] is not None and not named["label"].isascii()
    return alone or field_called(named["label"]) is not None


def _goes_on(plain: str, match: re.Match[str]) -> bool:
    """Whether what follows a bare label is a value of its field: 小区门口的灯坏了 is none."""
    field, rest = field_of(match), plain[match.end() :]
    if field == "description":
        return bool(rest and (match["link"] or match["label"] not in COMMON_LABELS))
    if field == "phone":
        return PHONE.match(plain_digits(rest)) is not None
    value = _VALUE_ENDS.split(rest, maxsplit=1)[0]
    return match["label"] not in COMMON_LABELS and has_shape(field, value)
