"""Whole calls typed as 小区：… 电话：…, over lines or in one; and when it is a call of its own."""

import re
from collections.abc import Container, Mapping
from itertools import pairwise

from models.labels.listed import LABELS, PARTS
from models.numerals import ascii_digits, plain_digits
from models.phrases import one_of
from models.said.corrections import parse_corrections
from models.said.field_values import (
    ANY_LABEL,
    COMMON_LABELS,
    LABEL_EDGE,
    PHONE,
    field_of,
    has_shape,
    label_of,
    phone_in,
    values_behind,
)
from models.shortened import MOST_DESCRIPTION, shortened

_AND_PHONE = rf"(?:\s*[及和与、/]\s*(?:{one_of(LABELS['phone'])}))?"  # 联系人及电话
_FORM = re.compile(
    rf"(?P<label>{ANY_LABEL}){_AND_PHONE}\s*(?:\([^)]{{0,8}}\))?[】\]]?\s*[:=]\s*"
    rf"|(?<=[【\[])\s*(?P<boxed>{ANY_LABEL})\s*[】\]]\s*"
    rf"|^[ \t]*(?P<first>{ANY_LABEL})[ \t]+",
    re.MULTILINE,
)
_NUMBER = r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．)）]|[①-⑳]"
_BULLET = r"\d{0,2}[^\w\s【\[(（]{1,3}|\d{1,2}[ \t]"
_ITEM = re.compile(  # 1、小区：… 2、电话：…
    rf"^[ \t]*(?:{_NUMBER}|{_BULLET})\s*(?={ANY_LABEL})"
    rf"|(?<=[\s,，;；。])(?:{_NUMBER})\s*(?=(?:{ANY_LABEL})\s*[:：=＝是为\s(（])",
    re.MULTILINE,
)
_DIALLED = rf"(?:{one_of(LABELS['phone'])})\s*\d"  # 小区丰翔新城电话138…
_BARE = re.compile(
    rf"(?:{LABEL_EDGE}|(?<=\d)|(?={_DIALLED}))(?P<label>{ANY_LABEL})"
    r"(?P<link>是|为(?!民))?(?!\s*[:=】\](])\s*"
)  # 为民新村 is a name
_OPENS = ("【", "[")
_EDGE = re.compile(r"(?<![^\s。;；])")  # before the label that a block begins with
_VALUE_ENDS = re.compile(rf"[\s,，。;；、【\[]|{_DIALLED}")
_TOLD_BY_CHANCE = 2  # fields that one call may say twice: 问题 and 描述, 电话 and 手机
_MOST_TYPED = 100  # characters of any other field of a pasted form


def parse_typed_form(text: str, *, told: bool = False) -> dict[str, str]:
    """The fields of a pasted block `小区：… 电话：…`, over lines or in one; {} if below two.
    `told`: that it is one was said (/new); labels then need no mark: 小区丰翔新城 电话138…"""
    text = _without_numbers(text)
    plain = _plain(text)
    matches: list[re.Match[str]] = []
    seen: set[str] = set()
    for match in _labels(plain, told=told):
        field = field_of(match)
        more = matches and _is_next_part(plain, matches[-1], match)
        if field not in seen or more:  # 问题： within a description is part of it
            seen.add(field)
            matches.append(match)
    found = _phone_apart(values_behind(text, matches, _form_value))
    return found if len(found) > 1 else {}


def calls_apart(text: str, *, told: bool = False) -> list[str]:
    """The words of each call, where a block is followed by others: the label that comes again
    begins another one. All of the text where it is one call, or none."""
    text = _without_numbers(text)
    parts, said = [""], dict[str, str]()
    for block in _blocks(text, told=told):
        found = parse_typed_form(block, told=told)
        if _is_another(said, found):
            parts, said = [*parts, block], found
        else:
            parts[-1], said = parts[-1] + block, found | said
    return parts


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


def _blocks(text: str, *, told: bool) -> list[str]:
    """The text cut wherever the first label that begins a line twice does so again."""
    plain = _plain(text)
    begun: dict[str, list[int]] = {}
    former: re.Match[str] | None = None
    for match in _labels(plain, told=told):
        start = match.start() - (plain[: match.start()][-1:] in _OPENS)
        goes_on = former is not None and _is_next_part(plain, former, match)
        if not goes_on and _EDGE.match(plain, start):
            begun.setdefault(field_of(match), []).append(start)
        former = match
    cuts = next((starts[1:] for starts in begun.values() if len(starts) > 1), [])
    return [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]


def _is_another(former: Mapping[str, str], found: Mapping[str, str]) -> bool:
    """Whether a block says anew what a call is told by. 描述：… below 问题：… goes on instead."""
    again = former.keys() & found.keys()
    anew = "community" in again or len(again) > _TOLD_BY_CHANCE
    return anew and is_typed_form(former) and is_typed_form(found)


def _is_next_part(plain: str, former: re.Match[str], match: re.Match[str]) -> bool:
    """Whether an address goes on in parts: 楼号：5号 室号：301."""
    in_parts = {label_of(former), label_of(match)} <= PARTS.keys()
    return in_parts and re.match(r"[A-Za-z]?\d", plain[match.end() :]) is not None


def _without_numbers(text: str) -> str:
    """A list's items without their numbers or marks. One alone may be a room's number."""
    return _ITEM.sub(" ", text) if len(_ITEM.findall(text)) > 1 else text


def _phone_apart(found: dict[str, str]) -> dict[str, str]:
    """Who called and the number, where both stand behind one label: 联系人：沈先生 138…"""
    caller = found.get("caller", "")
    match = PHONE.search(plain_digits(caller))
    if match is None or "phone" in found:
        return found
    name = (caller[: match.start()] + caller[match.end() :]).strip(" ,，、/:：()（）")
    return found | {"caller": name, "phone": phone_in(caller)}


def _plain(text: str) -> str:
    return ascii_digits(text).replace("＝", "=")


def _labels(plain: str, *, told: bool) -> list[re.Match[str]]:
    """Where labels stand: with a mark behind them; where it is `told`, without one as well."""
    firm = list(_FORM.finditer(plain))
    if not told:
        return firm
    ends = {match.end() for match in firm}
    bare = [m for m in _BARE.finditer(plain) if m.end() not in ends and _goes_on(plain, m)]
    return sorted([*firm, *bare], key=lambda match: match.start())


def _goes_on(plain: str, match: re.Match[str]) -> bool:
    """Whether what follows a bare label is a value of its field: 小区门口的灯坏了 is none."""
    field, rest = field_of(match), plain[match.end() :]
    if field == "description":
        return bool(rest and (match["link"] or match["label"] not in COMMON_LABELS))
    if field == "phone":
        return PHONE.match(plain_digits(rest)) is not None
    value = _VALUE_ENDS.split(rest, maxsplit=1)[0]
    return match["label"] not in COMMON_LABELS and has_shape(field, value)


def _form_value(match: re.Match[str], raw: str) -> str:
    value = " ".join(raw.split()).strip(" ,，;；。、|【[-—=*")
    if field_of(match) == "description":
        return shortened(value, MOST_DESCRIPTION)
    value = shortened(value, _MOST_TYPED)
    return phone_in(value) or value if field_of(match) == "phone" else value
