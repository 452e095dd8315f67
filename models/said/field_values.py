"""Labels in typed words, and the values behind them, of which corrections and typed forms are made.

Returned are the words as typed, trimmed; whether they make sense is for the check of the intake.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from models.address_parts import part_named, with_parts
from models.labels.english import field_in_english
from models.labels.grammar import field_named
from models.labels.listed import LABELS, OTHER
from models.numerals import plain_digits
from models.phrases import one_of

_FIELD_OF = {label: field for field, labels in LABELS.items() for label in labels}
# Patterns to build on: any label of a field, and what it begins behind.
ANY_LABEL = one_of(_FIELD_OF)
LABEL_EDGE = r"(?:^|(?<=[\s,。;、:()【\[|/.*\-]))"
# Labels that people also use when they speak of something else.
COMMON_LABELS = frozenset({"业主", "居民", "客服", "问题", "时间", "位置", "地点", "日期", "诉求"})
PHONE = re.compile(  # in plain digits: 138 1234 5678, 56781234转802
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


def field_of(match: re.Match[str]) -> str:
    """The field of the label that a pattern has found; OTHER where that is none of ours."""
    return field_called(label_of(match)) or OTHER


def field_called(label: str) -> str | None:
    """The field that people, forms, or forms in English call so; OTHER for none of ours; None
    where nobody does."""
    if label in _FIELD_OF:
        return _FIELD_OF[label]
    return field_in_english(label) if label.isascii() else field_named(label)


def label_of(match: re.Match[str]) -> str:
    """The label that a pattern has found, in its group `label`, `boxed` or `first`."""
    groups = match.groupdict()
    return groups["label"] or groups.get("boxed") or groups["first"]


def values_behind(
    text: str, matches: Sequence[re.Match[str]], value: Callable[[re.Match[str], str], str]
) -> dict[str, str]:
    """Field → what stands between its label and the next one, as `value` makes it of the match and
    the raw words; empty values are left out. Of an address that is said in parts all of them."""
    found: dict[str, str] = {}
    for match, raw in words_behind(text, matches):
        said = value(match, raw)
        part = part_named(label_of(match), said)
        if part:
            found["address"] = with_parts(found.get("address", ""), part)
        elif said:
            found.setdefault(field_of(match), said)
    return found


def words_behind(
    text: str, matches: Sequence[re.Match[str]]
) -> Iterator[tuple[re.Match[str], str]]:
    """Each label with what stands between it and the next one."""
    ends = [m.start() for m in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends, strict=False):
        yield match, text[match.end() : end]


def has_shape(field: str, value: str) -> bool:
    """Whether the value may follow its label with nothing between: 门口的灯坏了 is no 小区."""
    shape = _SHAPES.get(field)
    if not value or shape is None or not re.fullmatch(shape, plain_digits(value)):
        return False
    return field in ("time", "phone", "address") or not _SENTENCE.search(value)


def phone_in(value: str) -> str:
    """The phone in the words: digits, with a hyphen after an area code, and its extension; or
    nothing."""
    match = PHONE.search(plain_digits(value))
    if match is None:
        return ""
    digits = re.sub(r"[\s()+]", "", match["number"])
    bare = re.sub(r"^(?:00)?86(?=1\d{10}$)", "", digits.replace("-", ""))
    number = bare if bare.startswith("1") else digits.strip("-")
    return f"{number}转{match['extension']}" if match["extension"] else number
