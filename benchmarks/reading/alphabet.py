"""The characters that a recogniser must know to read a form, out of the 18,708 that ours was
trained on. Each of them costs time at each place of each line.

Kept are those of the Table of General Standard Chinese Characters (通用规范汉字表, 2013, which the
names in identity cards are to be chosen from) and their traditional forms, and all that is no
letter of another script and no picture."""

import bz2
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from models.community_match import simplified

UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
_STANDARD = "kTGH"  # https://www.unicode.org/reports/tr38: a character's number in the table
_PICTURES = "\U0001f000"  # from here on


def kept(characters: Iterable[str]) -> list[int]:
    """Which of them, by their places. Raises FileNotFoundError without the package unicode-data."""
    return [place for place, character in enumerate(characters) if _is_on_forms(character)]


def _is_on_forms(character: str) -> bool:
    if _is_ideograph(character):
        return simplified(character) in _standard()
    is_letter = unicodedata.category(character)[0] in "LM"
    plain = unicodedata.normalize("NFKC", character)
    return plain.isascii() if is_letter else character < _PICTURES


def _is_ideograph(character: str) -> bool:
    return unicodedata.name(character, "").startswith("CJK ")


@cache
def _standard() -> frozenset[str]:
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        rows = (line.split("\t") for line in lines if f"\t{_STANDARD}\t" in line)
        return frozenset(chr(int(code.removeprefix("U+"), 16)) for code, *_ in rows)
