"""Telephone numbers: what shape one must have to be called back."""

import re
import unicodedata

_MOBILE = re.compile(r"1[3-9]\d{9}")
# Cities with a three-digit area code have eight digits behind it, never seven.
_LANDLINE = re.compile(r"(0(?:10|2\d)(?=-?\d{8}$)|0[3-9]\d{2})-?(\d{7,8})")
_UNCLOSED = re.compile(r"^\(\s*(0(?:10|2\d))1(\d{8})$")  # (021)5678…, its ) taken for a 1
_LOCAL = re.compile(r"[2-9]\d{7}")
# 13812345678/56781234, 13812345678（备用56781234）
_SEVERAL = re.compile(r"[,、;/()或和及另]|备用|座机|手机|家里?|单位")
# A mobile, and a landline right behind it, which is no mobile put right.
_AND_LANDLINE = re.compile(r"(1[3-9]\d{9})(?:0\d{2,3})?[2-9]\d{7}")
_BEGUN = re.compile(r"(1\d{2,9})(?=\1)(1[3-9]\d{9})")  # broken off, struck out and written anew
_CUT_OFF = re.compile(r"\d{1,3}-\d{5,7}")  # 21-566824: what is left of an area code and a number
_EXTENSION = re.compile(r"(?:转|分机)\D{0,3}(\d{1,6})\D*$")
_LOOKS_LIKE = str.maketrans("OoDlI|ZzSsBＯ〇－–—―_~", "00011122558" + "00------")


def tidy(text: str) -> str:
    """Digits, grouped as they are shown, however they were written (138-1234-5678, (021)56781234):
    full width made narrow, look-alike letters read as digits. Of several the first."""
    text = unicodedata.normalize("NFKC", text).translate(_LOOKS_LIKE)
    several = [part for part in _SEVERAL.split(text) if digits_in(part)]
    if len(several) > 1 and all(map(is_number, several)):
        return tidy(several[0])
    if (extension := _EXTENSION.search(text)) is not None:
        return f"{tidy(text[: extension.start()])}转{extension[1]}"
    text = re.sub(r"^\s*\+?86[\s-]?(?=1)", "", text)
    text = _UNCLOSED.sub(r"\1-\2", text)
    text = re.sub(r"[^\d-]", "", text).strip("-")
    digits = text.replace("-", "")
    match = _LANDLINE.fullmatch(digits)
    if match:
        return f"{match[1]}-{match[2]}"
    if (mobile := _AND_LANDLINE.fullmatch(digits)) is not None:
        return mobile[1]
    if (anew := _BEGUN.fullmatch(digits)) is not None:
        return anew[2]
    return digits if is_whole(digits) and not _CUT_OFF.fullmatch(text) else text


def is_whole(text: str) -> bool:
    """Whether it is a mobile number, a landline with its area code, or a local number; a landline
    may have an extension."""
    number = _EXTENSION.sub("", text)
    shapes = (_MOBILE, _LANDLINE, _LOCAL) if number == text else (_LANDLINE, _LOCAL)
    return any(shape.fullmatch(number) for shape in shapes)


def is_local(text: str) -> bool:
    """Whether it says a landline without its area code."""
    return _LOCAL.fullmatch(_EXTENSION.sub("", tidy(text))) is not None


def is_number(text: str) -> bool:
    """Whether it says a whole number, however it is written."""
    return is_whole(tidy(text))


def with_area_code(number: str, code: str) -> str | None:
    """A landline of another city as one of this area code; None of any other number. A brush's 021
    looks like 027, and few residents are called back in Wuhan."""
    plain = _EXTENSION.sub("", number)
    match = _LANDLINE.fullmatch(plain) if code else None
    other = match is not None and match[1] != code and len(match[1]) == len(code)
    return f"{code}-{match[2]}{number[len(plain) :]}" if match and other else None


def digits_off(text: str) -> int:
    """How many digits it has too many, or (below 0) too few; 0 where nobody can say: of a city
    whose numbers differ in length, of two numbers in one."""
    count = digits_in(text)
    if re.match(r"1|0(?:10|2\d)", text):
        return count - 11 if count < 15 else 0
    return min(0, count - 8) if re.match(r"[2-9]", text) else 0


def digits_in(text: str) -> int:
    """How many digits it has."""
    return len(re.sub(r"\D", "", text))
