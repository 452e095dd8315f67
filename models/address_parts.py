"""An address by its parts: 699弄 3号 2单元 502室. Who names one of them means the rest to stay."""

import re
from collections.abc import Iterator, Mapping

from models.labels.listed import PARTS
from models.numerals import plain_digits

_UNITS: Mapping[str, str] = {  # what a bare figure behind such a label is; "": it may be several
    **PARTS,
    **dict.fromkeys(("门牌", "门牌号", "门牌号码", "楼栋号", "门洞"), "号"),
    "单元": "单元",
    "门户号": "室",
    **dict.fromkeys(("楼号房号", "楼栋室号", "楼栋房号", "楼号室号", "门牌室号", "单元室"), ""),
}
_BETWEEN = r"\s*[-－—]\s*"
_PARTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d{1,5}弄",
        rf"(?:\d{{1,4}}|[A-Za-z])\s*(?:号楼?|#楼?|[幢栋]楼?|座)|\d{{1,4}}(?=(?:{_BETWEEN}\d{{1,3}})?"
        rf"{_BETWEEN}\d{{3,4}}(?!\d))",
        rf"\d{{1,3}}\s*单元|(?<=\d-)\d{{1,3}}(?={_BETWEEN}\d{{3,4}}(?!\d))",
        r"(?:[A-Za-z]?\d{1,8}[A-Za-z]?|[甲乙丙丁])\s*[室房]|(?<=[号楼幢栋座元#\-－—])\s*\d{3,4}$"
        r"|^\d{3,4}$",
    )
)


def part_named(label: str, value: str) -> str:
    """The part of an address that such a label asks for; "" where it asks for a whole one, or
    something else is said.

    >>> part_named("室号", "301"), part_named("楼号", "5号楼"), part_named("地址", "5号")
    ('301室', '5号楼', '')
    """
    if label not in _UNITS:
        return ""
    part = value + _UNITS[label] if re.fullmatch(r"[A-Za-z]?\d+", plain_digits(value)) else value
    return part if any(_found(part)) else ""


def with_parts(address: str, parts: str) -> str:
    """The address, of which these parts are others now.

    >>> with_parts("699弄3号502室", "5号"), with_parts("3号", "301室")
    ('699弄5号502室', '3号301室')
    """
    for rank, (start, end) in _found(parts):
        there = dict(_found(address))
        before = [at[1] for r, at in there.items() if r < rank]
        behind = [at[0] for r, at in there.items() if r > rank]
        first, last = there.get(rank) or (max(before, default=min(behind, default=0)),) * 2
        address = address[:first] + parts[start:end] + address[last:]
    return address


def _found(address: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Each part's rank, and where it stands."""
    plain = plain_digits(address)
    for rank, pattern in enumerate(_PARTS):
        if (match := pattern.search(plain)) is not None:
            yield rank, match.span()
