"""Whole calls typed as 小区：… 电话：…, over lines or in one; and when it is a call of its own."""

import re
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise

from models.intake import PEOPLE
from models.labels.listed import OTHER, PARTS
from models.numerals import plain_digits
from models.said.corrections import parse_corrections
from models.said.field_values import (
    PHONE,
    field_of,
    label_of,
    phone_in,
    values_behind,
    words_behind,
)
from models.said.typed_labels import is_unheard_of, labels_in, plain_marks, without_numbers
from models.shortened import MOST_DESCRIPTION, shortened

_OPENS = ("【", "[")
_EDGE = re.compile(r"(?<![^\s。;；])")  # before the label that a block begins with
_TOLD_BY_CHANCE = 2  # fields that one call may say twice: 问题 and 描述, 电话 and 手机
_MOST_TYPED = 100  # characters of any other field of a pasted form


def parse_typed_form(text: str, *, told: bool = False) -> dict[str, str]:
    """The fields of a pasted block `小区：… 电话：…`, over lines or in one; {} if below two.
    `told`: that it is one was said (/new); labels then need no mark: 小区丰翔新城 电话138…"""
    text = without_numbers(text)
    plain = plain_marks(text)
    labels, others = _of_fields(plain, labels_in(plain, told=told))
    found = values_behind(text, labels, lambda m, raw: "" if m in others else _form_value(m, raw))
    found = _phone_apart(found)
    for match, raw in words_behind(text, labels):
        words = raw if match in others else _other_number(match, raw)
        _tell_besides(found, match, _tidy(words))
    return found if len(found) > 1 else {}


def calls_apart(text: str, *, told: bool = False) -> list[str]:
    """The words of each call, where a block is followed by others: the label that comes again
    begins another one. All of the text where it is one call, or none."""
    text = without_numbers(text)
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
    plain = plain_marks(text)
    begun: dict[str, list[int]] = {}
    former: re.Match[str] | None = None
    for match in labels_in(plain, told=told):
        start = match.start() - (plain[: match.start()][-1:] in _OPENS)
        goes_on = former is not None and _is_next_part(plain, former, match)
        if not goes_on and _EDGE.match(plain, start):
            begun.setdefault(field_of(match), []).append(start)
        former = match
    begun.pop(OTHER, None)
    cuts = next((starts[1:] for starts in begun.values() if len(starts) > 1), [])
    return [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]


def _is_another(former: Mapping[str, str], found: Mapping[str, str]) -> bool:
    """Whether a block says anew what a call is told by. 描述：… below 问题：… goes on instead."""
    again = former.keys() & found.keys()
    anew = "community" in again or len(again) > _TOLD_BY_CHANCE
    return anew and is_typed_form(former) and is_typed_form(found)


def _of_fields(
    plain: str, labels: Sequence[re.Match[str]]
) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """The labels that part the text, and those among them that give no field a value: of none of
    ours, or said before. 问题： within a description is part of it."""
    found: list[re.Match[str]] = []
    others: list[re.Match[str]] = []
    seen = {OTHER}
    for match in labels:
        field, former = field_of(match), found[-1] if found else None
        if field in seen and not (former and _is_next_part(plain, former, match)):
            told = former is not None and (former in others or field_of(former) == "description")
            if told and not _begins_line(plain, match):
                continue
            others.append(match)
        seen.add(field)
        found.append(match)
    return found, others


def _begins_line(plain: str, match: re.Match[str]) -> bool:
    return not plain[: match.start()].rpartition("\n")[2].strip()


def _other_number(match: re.Match[str], raw: str) -> str:
    """What stands behind a phone, if there is another one: 138…（打不通打139…）."""
    first = PHONE.search(plain_digits(raw)) if field_of(match) == "phone" else None
    rest = raw[first.end() :] if first is not None else ""
    return rest.strip(" \n()（）/、") if phone_in(rest) else ""


def _tell_besides(found: dict[str, str], match: re.Match[str], words: str) -> None:
    """What no field has is told under its own label, lest it be lost; a second name is one."""
    field = field_of(match)
    if not words:
        return
    if field in PEOPLE and field in found:
        found[field] = shortened(f"{found[field]}、{words}", _MOST_TYPED)
    elif "description" in (*found, field) or _may_tell(found, match):
        told = f"{found.get('description', '')} {label_of(match)}：{words}"
        found["description"] = shortened(told.strip(), MOST_DESCRIPTION)


def _may_tell(found: Mapping[str, str], match: re.Match[str]) -> bool:
    return len(found) > 1 and is_unheard_of(match)


def _is_next_part(plain: str, former: re.Match[str], match: re.Match[str]) -> bool:
    """Whether an address goes on in parts: 楼号：5号 室号：301."""
    in_parts = {label_of(former), label_of(match)} <= PARTS.keys()
    return in_parts and re.match(r"[A-Za-z]?\d", plain[match.end() :]) is not None


def _phone_apart(found: dict[str, str]) -> dict[str, str]:
    """Who called and the number, where both stand behind one label: 联系人：沈先生 138…"""
    caller = found.get("caller", "")
    match = PHONE.search(plain_digits(caller))
    if match is None or "phone" in found:
        return found
    name = (caller[: match.start()] + caller[match.end() :]).strip(" ,，、/:：()（）")
    return found | {"caller": name, "phone": phone_in(caller)}


def _form_value(match: re.Match[str], raw: str) -> str:
    value = _tidy(raw)
    if field_of(match) == "description":
        return shortened(value, MOST_DESCRIPTION)
    value = shortened(value, _MOST_TYPED)
    return phone_in(value) or value if field_of(match) == "phone" else value


def _tidy(raw: str) -> str:
    return " ".join(raw.split()).strip(" ,，;；。、|【[-—=*")
