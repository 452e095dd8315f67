"""Whether two forms are of one sheet of paper: photographed again, since the first photo was
doubted, or nobody was sure that it went out."""

from collections.abc import Mapping

from rapidfuzz.fuzz import ratio

_ALIKE = 80.0  # of 100: a description read twice differs by a character or two
_WHO = ("phone", "address")


def same_call(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """The same words about the same resident. Fields by name, as read: one of phone and address
    may have been misread, not both."""
    described = one.get("description", ""), other.get("description", "")
    return (
        all(described)
        and ratio(*described) >= _ALIKE
        and any(_same(one, other, name) for name in _WHO)
    )


def same_sheet(one: Mapping[str, str], other: Mapping[str, str], *, numbered: bool) -> bool:
    """The same call at the same time. `numbered`: both bear the same running number. It alone does
    not tell: blank forms are copied, and printed anew from 1 on."""
    return same_call(one, other) and (numbered or _same(one, other, "time"))


def _same(one: Mapping[str, str], other: Mapping[str, str], name: str) -> bool:
    return one.get(name, "") == other.get(name, "") != ""
