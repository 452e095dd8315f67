"""Whether two forms are of one sheet of paper: photographed again, since the first photo was
doubted, or nobody was sure that it went out."""

import re
from collections.abc import Container, Mapping

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from models import phone
from models.numerals import ascii_digits

_ALIKE = 80.0  # of 100: a description read twice differs by a character or two
_WHO = ("phone", "address")
_WHOLE = 4  # figures of a time: month, day, hour, minute
_MARKS = str.maketrans("年月/.点时日号", "----::  ", "分")
_MOMENT = re.compile(
    r"(?:(?:(\d{4})\s*-\s*)?(\d{1,2})\s*-\s*(\d{1,2})\s+)?"
    r"(?:上午|早上|(下午|晚上))?\s*(\d{1,2})\s*:\s*([0-5]\d)"
)


def same_call(
    one: Mapping[str, str], other: Mapping[str, str], doubted: Container[str] = ()
) -> bool:
    """The same words about the same resident. Fields by name, as read: one of phone and address
    may have been misread, not both. `doubted`: fields of which either reading is not sure."""
    described = one.get("description", ""), other.get("description", "")
    return (
        all(described)
        and ratio(*described) >= _ALIKE
        and any(_same(one, other, name) for name in _WHO)
        and not told_apart(one, other, doubted)
    )


def same_sheet(
    one: Mapping[str, str],
    other: Mapping[str, str],
    doubted: Container[str] = (),
    *,
    numbered: bool,
) -> bool:
    """The same call at the same time. `numbered`: both bear the same running number. It alone does
    not tell: blank forms are copied, and printed anew from 1 on."""
    return same_call(one, other, doubted) and (numbered or _at_one_time(one, other))


def misread(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether both say the same of the same door, and call at one time but for what a photo gets
    wrong: a digit of the phone, one figure of the time (2月 for 12月, 06:95)."""
    return (
        all(_same(one, other, name) for name in ("community", "address"))
        and ratio(one.get("description", ""), other.get("description", "")) >= _ALIKE
        and _a_digit_off(one.get("phone", ""), other.get("phone", ""))
        and _a_figure_off(one.get("time", ""), other.get("time", ""))
    )


def told_apart(
    one: Mapping[str, str], other: Mapping[str, str], doubted: Container[str] = ()
) -> bool:
    """Whether both say well and wholly what one sheet cannot: two communities, phones or times.
    Neighbours report one broken lamp in the same words."""
    return any(
        name not in doubted and differ(one.get(name, ""), other.get(name, ""))
        for name, differ in (
            ("community", _two_names),
            ("phone", _two_phones),
            ("time", _two_moments),
        )
    )


def _same(one: Mapping[str, str], other: Mapping[str, str], name: str) -> bool:
    return one.get(name, "") == other.get(name, "") != ""


def _at_one_time(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """A space within it, or another stroke between its figures, is no other time."""
    moment = _moment(one.get("time", ""))
    return _same(one, other, "time") or (moment != () and moment == _moment(other.get("time", "")))


def _a_digit_off(one: str, other: str) -> bool:
    """One too few as well."""
    return all((one, other)) and Levenshtein.distance(one, other) <= 1


def _a_figure_off(one: str, other: str) -> bool:
    """Of two whole times, with their days."""
    first, second = (re.findall(r"\d+", ascii_digits(text)) for text in (one, other))
    if not len(first) == len(second) >= _WHOLE:
        return False
    return sum(int(a) != int(b) for a, b in zip(first, second, strict=True)) <= 1


def _two_names(one: str, other: str) -> bool:
    return "" != one.strip() != other.strip() != ""


def _two_phones(one: str, other: str) -> bool:
    """A landline may be written without its area code."""
    alike = one.endswith(other) or other.endswith(one)
    return phone.is_whole(one) and phone.is_whole(other) and not alike


def _two_moments(one: str, other: str) -> bool:
    """A day without the hour, or the hour without the day, says less and contradicts nothing."""
    first, second = _moment(one), _moment(other)
    return len(first) == len(second) and first != second


def _moment(text: str) -> tuple[int, ...]:
    """([year,] month, day,) hour, minute; empty where the text is no time of day."""
    found = _MOMENT.fullmatch(ascii_digits(text).translate(_MARKS).strip())
    if found is None:
        return ()
    *day, late, hour, minute = found.groups()
    hours = int(hour) + (12 if late and int(hour) < 12 else 0)
    return (*(int(part) for part in day if part), hours, int(minute))
