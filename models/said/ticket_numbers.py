"""Ticket numbers in free text: #17, 17号单, 工单17, /done 17; a reopened ticket's is #17-1."""

import re

from models.numerals import ascii_digits, whole_number

_LABEL = r"(?P<{0}>[1-9]\d{{0,5}}(?:-[1-9]\d?)?)(?![\d\-])"
_PATTERNS = re.compile(
    r"(?<![0-9A-Za-z&])#\s{0,2}" + _LABEL.format("marked") + r"(?!楼|栋|幢|室|\s*号(?!单))"
    r"|(?:工单|单号|编号|单子|ticket)\s*(?:号|编号)?\s*[:#]?\s*(?:第|no\.?)?\s*"
    + _LABEL.format("named")
    + r"(?!\s*[楼栋幢弄室])(?!号[楼\d])"
    r"|(?<![\d\-])第?"
    + _LABEL.format("ordered")
    + r"\s*号\s*(?:工单|单)(?!元|位|独|身|人|车|间|双)"
    r"|(?<!\S)/[a-z_]+(?:@\w+)?\s+" + _LABEL.format("commanded") + r"(?![a-z号楼栋幢弄室年月点:.])",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\s*(?:工单|单号|编号|第)?\s*#?\s?"
    + _LABEL.format("label")
    + r"(?:(?:\s*号\s*(?:工单|单))(?![元位独身人车间双])|(?=[\s,.:;!、。]|$)(?![,.:;!、。]\s*#?\d))"
    r"[\s,.:;!、。]*"
)
_SPELT = re.compile(r"[一二三四五六七八九十百零两]{1,6}(?=\s*号\s*(?:工单|单))")  # 十七号单


def _in_figures(spelt: re.Match[str]) -> str:
    return str(whole_number(spelt[0]) or spelt[0])


def find_numbers(text: str) -> list[str]:
    """The numbers of tickets, without #, each once, in the order in which they stand.

    >>> find_numbers("#17 和 18号单，不是17号楼")
    ['17', '18']
    """
    plain = _SPELT.sub(_in_figures, ascii_digits(text))
    found = (match[match.lastgroup or 0] for match in _PATTERNS.finditer(plain))
    return list(dict.fromkeys(found))


def first_number(text: str) -> tuple[str, str]:
    """The number with which a command's words begin, and what is left of them; ("", the words) if
    they begin with none, or with several, of which one may not be done alone.

    >>> first_number("17，已修好")
    ('17', '已修好')
    >>> first_number("17:30 到")
    ('', '17:30 到')
    """
    found = _FIRST.match(ascii_digits(text).replace("；", ";").replace("！", "!"))
    return (found["label"], text[found.end() :].strip()) if found else ("", text.strip())


def without_numbers(text: str) -> str:
    """The text without tickets' numbers: in #1 半小时到 nothing takes an hour and a half.

    >>> without_numbers("#1 半小时到").strip()
    '半小时到'
    """
    return _PATTERNS.sub(" ", ascii_digits(text))
