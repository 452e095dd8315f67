"""What a typed reply says about a form's fields: 小区是丰翔新城, 电话不对，是138…"""

import re
from collections.abc import Mapping, Sequence

from models.labels.listed import LABELS
from models.numerals import ascii_digits, plain_digits
from models.phrases import one_of
from models.said.field_values import (
    ANY_LABEL,
    COMMON_LABELS,
    LABEL_EDGE,
    PHONE,
    field_of,
    has_shape,
    phone_in,
    values_behind,
)
from models.shortened import MOST_DESCRIPTION, shortened

_LINK = r"(?:应该[是为]|应[是为]|改[成为]|更正为|换成|就是|实际是|其实是|是|为|叫|[:=])"
_WRONG = r"(?:号码)?(?:不对|不正确|有误|[写读填搞弄看识别]{0,2}错了?|不是[^,。;\s]{1,20})"
_SAID = re.compile(
    rf"(?:{LABEL_EDGE}|(?<=[的他她])|(?=(?:{one_of(LABELS['phone'])})[:是]?\s*\d)"
    rf"|(?=(?:{ANY_LABEL})\s*[:=]))"
    rf"(?P<label>{ANY_LABEL})\s*(?:(?P<wrong>{_WRONG})[\s,。;]*)?(?P<link>{_LINK})?\s*"
)
_UNSAID = re.compile(
    r"[?？]|[吗么呢]$|什么|哪|多少|几号|不知道|不清楚|不详|^(?:不对|错了?|没有?|无)$"
)
_NODS = re.compile(
    r"^(?:好的?|是的?|对的?|嗯+|行|可以|收到|知道了?|明白|谢谢|不是|没错|ok|yes|no)$", re.IGNORECASE
)
_OPENING = re.compile(rf"^(?:对|不对|错了?|不是[^,，。;；\s]{{1,20}})?[\s,，。;；]*(?:{_LINK}\s*)?")
_LONGEST: Mapping[str, int] = {"address": 60, "time": 30}


def parse_corrections(text: str, asked: Sequence[str]) -> dict[str, str]:
    """The fields that a reply fixes. Where one field is asked, its value alone will do; a phone
    among those asked is known by its shape. Empty where nothing is understood."""
    found = _labelled(text, asked)
    if found:
        return found
    bare = _OPENING.sub("", text.strip(), count=1)
    if len(asked) == 1:
        value = _value(asked[0], bare)
        return {asked[0]: value} if value and not _NODS.match(value) else {}
    number = PHONE.search(plain_digits(bare)) if "phone" in asked else None
    return _beside(number, bare, asked) if number else {}


def _beside(number: re.Match[str], bare: str, asked: Sequence[str]) -> dict[str, str]:
    """The number, and what stands before or behind it for the other of two fields: 丰翔新城
    13812345678."""
    rest = (bare[: number.start()] + bare[number.end() :]).strip(" ,，、;；。\n")
    found = {"phone": _value("phone", number[0])}
    others = [field for field in asked if field != "phone"]
    if not rest:
        return found
    value = _value(others[0], rest) if len(others) == 1 else ""
    return found | {others[0]: value} if value and not _NODS.match(value) else {}


def _labelled(text: str, asked: Sequence[str]) -> dict[str, str]:
    matches = [m for m in _SAID.finditer(ascii_digits(text)) if _meant(m, asked)]

    def value(match: re.Match[str], raw: str) -> str:
        field = field_of(match)
        said = _value(field, raw)
        loose = match["link"] or match["wrong"]
        told = field == "description" and field in asked  # 内容厨房漏水: it has no shape
        return said if loose or told or has_shape(field, said) else ""

    return values_behind(text, matches, value)


def _meant(match: re.Match[str], asked: Sequence[str]) -> bool:
    firmly = match["link"] in (":", "=") or field_of(match) in asked
    return firmly or match["label"] not in COMMON_LABELS


def _value(field: str, raw: str) -> str:
    """What a person means by these words for the field, or nothing."""
    value = raw.strip(" \t\r\n,，。;；、!！")
    if field == "description":
        return "" if _UNSAID.search(value) else shortened(value, MOST_DESCRIPTION)
    value = re.split(r"[,，。;；\n]", value, maxsplit=1)[0].strip()
    if field == "phone":
        return phone_in(value)
    if field not in ("time", "address"):
        value = re.sub(r"[吧呀啊哦哈的]+$", "", value)
    if _UNSAID.search(value) or len(value) > _LONGEST.get(field, 20):
        return ""
    return value
