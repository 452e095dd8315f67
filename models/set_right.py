"""What somebody says is wrong on a ticket that has gone out: 电话是136…, 地址改成3号502室.

People also talk below a card. Only a sentence that says nothing else sets anything right."""

import re

from models.corrections import parse_corrections
from models.labels import LABELS
from models.numerals import plain_digits

FIELDS = frozenset({"phone", "address", "caller", "community"})
_LABEL = "|".join(label for field in sorted(FIELDS) for label in LABELS[field])
_CLAUSE = re.compile(  # 电话不对，是136… is one
    rf"[,，。;；!！\n]+(?!\s*(?:应|是|改|为))|\s+(?={_LABEL})"
)
_NUMBER = re.compile(r"^\s*[#＃]\s*\d+(?:-\d+)?\s*的?")
_AROUND = re.compile(
    r"(?:不好意思|抱歉|对不起|不对|谢谢|辛苦)了?"
    r"|(?:麻烦|请|帮忙).{0,4}(?:改|更正).{0,4}|(?:更正|改)一?下"
    r"|.{0,6}(?:写|打|填|读|登记|弄|搞)?错了?"
)
_TALK = re.compile(r"[的了吗说漏坏没不在有打]")


def set_right(text: str) -> dict[str, str]:
    """The fields that the whole text sets right; empty where it says anything besides."""
    found: dict[str, str] = {}
    for clause in _CLAUSE.split(_NUMBER.sub("", text)):
        said = parse_corrections(clause, ())
        if said and all(_is_value(field, value, clause) for field, value in said.items()):
            found |= said
        elif clause.strip() and not _AROUND.fullmatch(clause.strip()):
            return {}
    return found


def _is_value(field: str, value: str, clause: str) -> bool:
    """A value alone, with no more said: 电话13812345678打不通 is a remark."""
    if field == "phone":
        return re.search(r"\d\D?$", plain_digits(clause.strip())) is not None
    return field in FIELDS and not _TALK.search(value)
