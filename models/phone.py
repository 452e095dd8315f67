"""Telephone numbers: what shape one must have to be called back."""

import re
import unicodedata

_MOBILE = re.compile(r"1[3-9]\d{9}")
# Cities with a three-digit area code have eight digits behind it, never seven.
_LANDLINE = re.compile(r"(0(?:10|2\d)(?=-?\d{8}$)|0[3-9]\d{2})-?(\d{7,8})")
_LOCAL = re.compile(r"[2-9]\d{7}")
_LOOKS_LIKE = str.maketrans("OoDlI|ZzSsBＯ〇－–—―_~", "00011122558" + "00------")


def tidy(text: str) -> str:
    """Digits, grouped as they are shown, however they were written (138-1234-5678, (021)56781234):
    full width made narrow, look-alike letters read as digits."""
    text = unicodedata.normalize("NFKC", text).translate(_LOOKS_LIKE)
    text = re.sub(r"^\s*\+?86[\s-]?(?=1)", "", text)
    text = re.sub(r"[^\d-]", "", text).strip("-")
    digits = text.replace("-", "")
    match = _LANDLINE.fullmatch(digits)
    if match:
        return f"{match[1]}-{match[2]}"
    return digits if is_whole(digits) else text


def is_whole(text: str) -> bool:
    """Whether it is a mobile number, a landline with its area code, or a local number."""
    return any(shape.fullmatch(text) for shape in (_MOBILE, _LANDLINE, _LOCAL))
