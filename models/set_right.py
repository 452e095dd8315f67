"""What somebody says is wrong on a ticket that has gone out: 电话是136…, 类别是电梯, 改为特急.

People also talk below a card. Only a sentence that says nothing else sets anything right."""

import re
from collections.abc import Iterable

from models.corrections import parse_corrections
from models.kinds import OPTIONS, URGENCIES, WRITTEN
from models.labels import LABELS
from models.numerals import plain_digits

FIELDS = frozenset({"phone", "address", "caller", "community", *OPTIONS})
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
_PLEASE = re.compile(r"^(?:请|麻烦|帮忙)*[把将]")
_NAMED = {"category": {*WRITTEN}, "urgency": {*URGENCIES, "不紧急", "非紧急"}}
_CHOSEN = re.compile(r"(?:类别|紧急程度).*?[是为成:：]")  # nobody speaks of these otherwise


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted((word for word in words if len(word) > 1), key=len, reverse=True))


_URGENCY = re.compile(  # 改为特急, 紧急程度调整为特急, 按特急处理
    rf"(?:请|麻烦)?(?:紧急程度\s*|(?:这[单件个]|工单)?(?:{_one_of(LABELS['urgency'])})?"
    r"(?:(?:改|更正|调整?|[升降]级?|提[高升]?|定)[成为到]|应该?[是为]|就?是|按))"
    rf"(?P<urgency>{_one_of(_NAMED['urgency'])})[件单级]?(?:处理|办理?)?吧?"
)
_CATEGORY = re.compile(  # 改为其他 may be another firm
    rf"(?:请|麻烦)?(?:改|更正|归)[成为](?P<category>{_one_of({*WRITTEN} - {'其他', '其它'})})类?吧?"
)


def set_right(text: str) -> dict[str, str]:
    """The fields that the whole text sets right; empty where it says anything besides."""
    found: dict[str, str] = {}
    for clause in _CLAUSE.split(_NUMBER.sub("", text)):
        words = _PLEASE.sub("", clause.strip())
        said = _unlabelled(words) or parse_corrections(words, ())
        if said and all(_is_value(field, value, words) for field, value in said.items()):
            found |= said
        elif words and not _AROUND.fullmatch(words):
            return {}
    return found


def _unlabelled(words: str) -> dict[str, str]:
    """A kind or an urgency says by itself what it is."""
    match = _URGENCY.fullmatch(words) or _CATEGORY.fullmatch(words)
    return match.groupdict() if match else {}


def _is_value(field: str, value: str, clause: str) -> bool:
    """A value alone, with no more said: 电话13812345678打不通 is a remark. Of kinds and urgencies
    one of those that there are; what else is named as one, its writer is told of."""
    if field == "phone":
        return re.search(r"\d\D?$", plain_digits(clause)) is not None
    if field in OPTIONS and not _CHOSEN.search(clause):
        return value in _NAMED[field]
    return field in FIELDS and (value in _NAMED.get(field, ()) or not _TALK.search(value))
