"""Digits as people write them: full-width, in Chinese, with 十 and 百."""

import re

_ZERO = ord("０")
_WIDE = {_ZERO + n: str(n) for n in range(10)}
_MARKS = {ord(c): a for c, a in zip("：－＋／（）＃．，　～", ":-+/()#., ~", strict=True)}
_LETTERS = {ord("Ａ") + n: chr(ord("A") + n) for n in range(26)}
_ASCII = _WIDE | _MARKS | _LETTERS
_CHINESE = {ord(c): d for c, d in zip("零〇○一二三四五六七八九幺", "0001234567891", strict=True)}
_DIGITS = _ASCII | _CHINESE
_SIMPLE = re.compile(r"\d+")
_PLACED = re.compile(r"(?:(\d)百0?)?(?:(\d?)十)?(\d?)")


def ascii_digits(text: str) -> str:
    """Full-width digits and marks in ASCII, each in its place: the length stays."""
    return text.translate(_ASCII)


def plain_digits(text: str) -> str:
    """Chinese digits in ASCII as well (一三八 → 138), each in its place: the length stays."""
    return text.translate(_DIGITS)


def whole_number(text: str) -> int | None:
    """The number that the whole text says (`12`, `十二`, `两`, `五百零二`), or None."""
    plain = plain_digits(text.strip()).replace("两", "2")
    if _SIMPLE.fullmatch(plain):
        return int(plain)
    match = _PLACED.fullmatch(plain)
    if match is None or not plain:
        return None
    hundreds, tens, ones = match.groups()
    ten = 0 if tens is None else int(tens or 1)
    return int(hundreds or 0) * 100 + ten * 10 + int(ones or 0)
