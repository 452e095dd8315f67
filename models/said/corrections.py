"""What a typed reply says about a form's fields: 小区是丰翔新城, 电话不对，是138…, a pasted form.

Returned are the words as typed, trimmed; whether they make sense is for the check of the intake.
"""

import re
from collections.abc import Callable, Container, Mapping, Sequence

from models.address_parts import part_named, with_parts
from models.labels.listed import LABELS, PARTS
from models.numerals import ascii_digits, plain_digits
from models.phrases import one_of
from models.shortened import MOST_DESCRIPTION, shortened

_FIELD_OF = {label: field for field, labels in LABELS.items() for label in labels}


_ANY = one_of(_FIELD_OF)
_EDGE = r"(?:^|(?<=[\s,。;、:()【\[|/.*\-]))"
_LINK = r"(?:应该[是为]|应[是为]|改[成为]|更正为|换成|就是|实际是|其实是|是|为|叫|[:=])"
_WRONG = r"(?:号码)?(?:不对|不正确|有误|[写读填搞弄看识别]{0,2}错了?|不是[^,。;\s]{1,20})"
_SAID = re.compile(
    rf"(?:{_EDGE}|(?<=[的他她])|(?=(?:{one_of(LABELS['phone'])})[:是]?\s*\d)|(?=(?:{_ANY})\s*[:=]))"
    rf"(?P<label>{_ANY})\s*(?:(?P<wrong>{_WRONG})[\s,。;]*)?(?P<link>{_LINK})?\s*"
)
_AND_PHONE = rf"(?:\s*[及和与、/]\s*(?:{one_of(LABELS['phone'])}))?"  # 联系人及电话
_FORM = re.compile(
    rf"(?P<label>{_ANY}){_AND_PHONE}\s*(?:\([^)]{{0,8}}\))?[】\]]?\s*[:=]\s*"
    rf"|(?<=[【\[])\s*(?P<boxed>{_ANY})\s*[】\]]\s*"
    rf"|^[ \t]*(?P<first>{_ANY})[ \t]+",
    re.MULTILINE,
)
_NUMBER = r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．)）]|[①-⑳]"
_BULLET = r"\d{0,2}[^\w\s【\[(（]{1,3}|\d{1,2}[ \t]"
_ITEM = re.compile(  # 1、小区：… 2、电话：…
    rf"^[ \t]*(?:{_NUMBER}|{_BULLET})\s*(?={_ANY})"
    rf"|(?<=[\s,，;；。])(?:{_NUMBER})\s*(?=(?:{_ANY})\s*[:：=＝是为\s(（])",
    re.MULTILINE,
)
_DIALLED = rf"(?:{one_of(LABELS['phone'])})\s*\d"  # 小区丰翔新城电话138…
_BARE = re.compile(
    rf"(?:{_EDGE}|(?<=\d)|(?={_DIALLED}))(?P<label>{_ANY})(?P<link>是|为(?!民))?(?!\s*[:=】\](])\s*"
)  # 为民新村 is a name
_VALUE_ENDS = re.compile(rf"[\s,，。;；、【\[]|{_DIALLED}")
# Words that people also use when they speak of something else.
_COMMON = frozenset({"业主", "居民", "客服", "问题", "时间", "位置", "地点", "日期", "诉求"})
_UNSAID = re.compile(
    r"[?？]|[吗么呢]$|什么|哪|多少|几号|不知道|不清楚|不详|^(?:不对|错了?|没有?|无)$"
)
_NODS = re.compile(
    r"^(?:好的?|是的?|对的?|嗯+|行|可以|收到|知道了?|明白|谢谢|不是|没错|ok|yes|no)$", re.IGNORECASE
)
_OPENING = re.compile(rf"^(?:对|不对|错了?|不是[^,，。;；\s]{{1,20}})?[\s,，。;；]*(?:{_LINK}\s*)?")
_PHONE = re.compile(
    r"(?P<number>\+?\d[\d\s\-()]{4,}\d)"
    r"(?:[\s,(]*(?:转|分机)+号?[\s:]*(?P<extension>\d{1,6})(?!\d))?"
)

_SHAPES: Mapping[str, str] = {  # of a value that follows its label with nothing between
    "time": r".*\d.*",
    "caller": r"[一-鿿]{2,4}",
    "phone": r".*\d{5}.*",
    "community": r"[一-鿿0-9]{2,12}",
    "address": r"[A-Za-z0-9].*|.*\d(?:号|弄|幢|栋|室).*",
    "category": r"[一-鿿]{2,4}",
    "urgency": r"[一-鿿]{2,4}",
    "operator": r"[一-鿿]{2,4}",
}
_SENTENCE = re.compile(r"[的了吗门口里内外坏漏没有不说已在要来去]")
_LONGEST: Mapping[str, int] = {"address": 60, "time": 30}
_MOST_TYPED = 100  # characters of any other field of a pasted form


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
    if "phone" in asked and _PHONE.fullmatch(plain_digits(bare)):
        return {"phone": _value("phone", bare)}
    return {}


def parse_typed_form(text: str, *, told: bool = False) -> dict[str, str]:
    """The fields of a pasted block `小区：… 电话：…`, over lines or in one; {} if below two.
    `told`: that it is one was said (/new); labels then need no mark: 小区丰翔新城 电话138…"""
    text = _without_numbers(text)
    plain = ascii_digits(text).replace("＝", "=")
    matches: list[re.Match[str]] = []
    seen: set[str] = set()
    for match in _labels(plain) if told else _FORM.finditer(plain):
        field = _field(match)
        more = matches and _is_next_part(plain, matches[-1], match)
        if field not in seen or more:  # 问题： within a description is part of it
            seen.add(field)
            matches.append(match)
    found = _phone_apart(_collect(text, matches, _form_value))
    return found if len(found) > 1 else {}


def _is_next_part(plain: str, former: re.Match[str], match: re.Match[str]) -> bool:
    """Whether an address goes on in parts: 楼号：5号 室号：301."""
    in_parts = {_label(former), _label(match)} <= PARTS.keys()
    return in_parts and re.match(r"[A-Za-z]?\d", plain[match.end() :]) is not None


def _without_numbers(text: str) -> str:
    """A list's items without their numbers or marks. One alone may be a room's number."""
    return _ITEM.sub(" ", text) if len(_ITEM.findall(text)) > 1 else text


def _phone_apart(found: dict[str, str]) -> dict[str, str]:
    """Who called and the number, where both stand behind one label: 联系人：沈先生 138…"""
    caller = found.get("caller", "")
    match = _PHONE.search(plain_digits(caller))
    if match is None or "phone" in found:
        return found
    name = (caller[: match.start()] + caller[match.end() :]).strip(" ,，、/:：()（）")
    return found | {"caller": name, "phone": _phone(caller)}


def said_below(caption: str) -> dict[str, str]:
    """The fields that the words below a photo say."""
    return parse_typed_form(caption) or parse_corrections(caption, ())


def is_typed_form(fields: Mapping[str, str]) -> bool:
    """Whether so many fields, unasked, are a call: 电话：… 时间：… alone may be anything."""
    return len(fields) > 1 and not fields.keys().isdisjoint({"community", "description"})


def is_call_of_its_own(said: Container[str], asked: Container[str] = ()) -> bool:
    """Whether so many fields, said in reply to a ticket or to a question about those `asked`, are
    another call: whoever answers or corrects does not say both where and what besides."""
    where_and_what = ("community", "description")
    return all(f in said for f in where_and_what) and not all(f in asked for f in where_and_what)


def _labels(plain: str) -> list[re.Match[str]]:
    """Where labels stand, with a mark behind them or without."""
    firm = list(_FORM.finditer(plain))
    ends = {match.end() for match in firm}
    bare = [m for m in _BARE.finditer(plain) if m.end() not in ends and _goes_on(plain, m)]
    return sorted([*firm, *bare], key=lambda match: match.start())


def _goes_on(plain: str, match: re.Match[str]) -> bool:
    """Whether what follows a bare label is a value of its field: 小区门口的灯坏了 is none."""
    field, rest = _field(match), plain[match.end() :]
    if field == "description":
        return bool(rest and (match["link"] or match["label"] not in _COMMON))
    if field == "phone":
        return _PHONE.match(plain_digits(rest)) is not None
    value = _VALUE_ENDS.split(rest, maxsplit=1)[0]
    return match["label"] not in _COMMON and _has_shape(field, value)


def _labelled(text: str, asked: Sequence[str]) -> dict[str, str]:
    matches = [m for m in _SAID.finditer(ascii_digits(text)) if _meant(m, asked)]

    def value(match: re.Match[str], raw: str) -> str:
        field = _field(match)
        said = _value(field, raw)
        loose = match["link"] or match["wrong"]
        told = field == "description" and field in asked  # 内容厨房漏水: it has no shape
        return said if loose or told or _has_shape(field, said) else ""

    return _collect(text, matches, value)


def _collect(
    text: str, matches: Sequence[re.Match[str]], value: Callable[[re.Match[str], str], str]
) -> dict[str, str]:
    """Field → what stands between its label and the next one; empty values are left out. Of an
    address that is said in parts all of them."""
    ends = [m.start() for m in matches[1:]] + [len(text)]
    found: dict[str, str] = {}
    for match, end in zip(matches, ends, strict=False):
        said = value(match, text[match.end() : end])
        part = part_named(_label(match), said)
        if part:
            found["address"] = with_parts(found.get("address", ""), part)
        elif said:
            found.setdefault(_field(match), said)
    return found


def _field(match: re.Match[str]) -> str:
    return _FIELD_OF[_label(match)]


def _label(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups["label"] or groups.get("boxed") or groups["first"]


def _meant(match: re.Match[str], asked: Sequence[str]) -> bool:
    firmly = match["link"] in (":", "=") or _field(match) in asked
    return firmly or match["label"] not in _COMMON


def _form_value(match: re.Match[str], raw: str) -> str:
    value = " ".join(raw.split()).strip(" ,，;；。、|【[")
    if _field(match) == "description":
        return shortened(value, MOST_DESCRIPTION)
    value = shortened(value, _MOST_TYPED)
    return _phone(value) or value if _field(match) == "phone" else value


def _value(field: str, raw: str) -> str:
    """What a person means by these words for the field, or nothing."""
    value = raw.strip(" \t\r\n,，。;；、!！")
    if field == "description":
        return "" if _UNSAID.search(value) else shortened(value, MOST_DESCRIPTION)
    value = re.split(r"[,，。;；\n]", value, maxsplit=1)[0].strip()
    if field == "phone":
        return _phone(value)
    if field not in ("time", "address"):
        value = re.sub(r"[吧呀啊哦哈的]+$", "", value)
    if _UNSAID.search(value) or len(value) > _LONGEST.get(field, 20):
        return ""
    return value


def _has_shape(field: str, value: str) -> bool:
    shape = _SHAPES.get(field)
    if not value or shape is None or not re.fullmatch(shape, plain_digits(value)):
        return False
    return field in ("time", "phone", "address") or not _SENTENCE.search(value)


def _phone(value: str) -> str:
    """The phone in the words: digits, with a hyphen after an area code, and its extension; or
    nothing."""
    match = _PHONE.search(plain_digits(value))
    if match is None:
        return ""
    digits = re.sub(r"[\s()+]", "", match["number"])
    bare = re.sub(r"^(?:00)?86(?=1\d{10}$)", "", digits.replace("-", ""))
    number = bare if bare.startswith("1") else digits.strip("-")
    return f"{number}转{match['extension']}" if match["extension"] else number
