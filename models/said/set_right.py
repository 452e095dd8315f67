"""What somebody says is wrong on a ticket that has gone out: 电话是136…, 类别是电梯, 改为特急.

People also talk below a card. Only a sentence that says nothing else sets anything right."""

import re
from collections.abc import Mapping

from models.address_parts import part_named, with_parts
from models.kinds import OPTIONS, URGENCIES, WRITTEN
from models.labels.listed import LABELS
from models.numerals import plain_digits
from models.phone import is_number
from models.phrases import one_of
from models.said.corrections import parse_corrections
from models.said.residents import TITLE
from models.surnames import DOUBLE_SURNAMES, SURNAMES

PART = "part"  # of the address: 楼号是5号 leaves the room as it is
BESIDE = "beside"  # another phone than the resident's, in the words that say whose
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
_SAYS_NAME = re.compile(r"[是叫为：:]|\d{7}")
_NAME = re.compile(  # 客户投诉 and 谁能帮忙 are no names
    rf"(?:{DOUBLE_SURNAMES}|[{SURNAMES}])[一-鿿]{{1,2}}"
    rf"|[一-鿿]{{1,3}}(?:{TITLE}|师傅)"
)
_PLEASE = re.compile(r"^(?:请|麻烦|帮忙)*[把将]")
_NAMED = {"category": {*WRITTEN}, "urgency": {*URGENCIES, "不紧急", "非紧急"}}
_CHOSEN = re.compile(r"(?:类别|紧急程度).*?[是为成:：]")  # nobody speaks of these otherwise


_WHOSE = re.compile(rf"(?P<whose>.*?)(?:{one_of(LABELS['phone'])})")
_RESIDENTS = re.compile(  # 业主的新电话, 沈先生的电话, 更正电话
    rf"(?:{_AROUND.pattern})?(?:(?:更正|[改换])[一下成为了个]*)?"
    r"(?:这[户家单]|该|本)?(?:的?(?:业主|居民|住户|户主|租户|客户|用户|(?:来电|报修|反映|联系)人[及和与、/]?"
    rf"|对方|本人|[他她]|[一-鿿]{{1,2}}(?<![他她]){TITLE}))?"
    r"的?(?:新|正确|准确|实际|真实|现在|目前|最新)?的?\s*"
)
_OTHERS = re.compile(  # who is no caller: 住户儿子手机136…
    r"备用|儿子|女儿|老[公婆伴]|爱人|丈夫|妻子|[父母]亲|(?<!大)[爸妈]|家[人属]|亲[戚属]|邻居|隔壁"
    r"|朋友|保姆|房东|物业|居委|业委|门卫|保安|师傅"
)
_ADDRESS = re.compile(one_of(LABELS["address"]))

_URGENCY = re.compile(  # 改为特急, 紧急程度调整为特急, 按特急处理
    rf"(?:请|麻烦)?(?:紧急程度\s*|(?:这[单件个]|工单)?(?:{one_of(LABELS['urgency'])})?"
    r"(?:(?:改|更正|调整?|[升降]级?|提[高升]?|定)[成为到]|应该?[是为]|就?是|按))"
    rf"(?P<urgency>{one_of(_NAMED['urgency'] - {'急'})})[件单级]?(?:处理|办理?)?吧?"
)
_CATEGORY = re.compile(  # 改为其他 may be another firm
    rf"(?:请|麻烦)?(?:改|更正|归)[成为](?P<category>{one_of({*WRITTEN} - {'其他', '其它'})})类?吧?"
)


def set_right(text: str) -> dict[str, str]:
    """The fields that the whole text sets right; empty where it says anything besides."""
    found: dict[str, str] = {}
    for clause in _CLAUSE.split(_NUMBER.sub("", text)):
        words = _PLEASE.sub("", clause.strip())
        said = _unlabelled(words) or parse_corrections(words, ())
        if said and all(_is_value(field, value, words) for field, value in said.items()):
            found = _with(found, _meant(said, words))
        elif words and not _AROUND.fullmatch(words):
            return {}
    return found


def applied(said: Mapping[str, str], address: str, description: str) -> dict[str, str]:
    """The fields of a ticket that this sets right. Another phone is kept with the description: the
    firm has it whole, the group masked."""
    fixes = {field: value for field, value in said.items() if field not in (PART, BESIDE)}
    if PART in said:
        fixes["address"] = with_parts(fixes.get("address", address), said[PART])
    if said.get(BESIDE, "") not in description:
        fixes["description"] = f"{description}；{said[BESIDE]}".strip("；")
    return fixes


def _with(found: dict[str, str], said: dict[str, str]) -> dict[str, str]:
    more = found | said
    if PART in found and PART in said:
        more[PART] = with_parts(found[PART], said[PART])
    if BESIDE in found and BESIDE in said:
        more[BESIDE] = f"{found[BESIDE]}，{said[BESIDE]}"
    return more


def _meant(said: dict[str, str], words: str) -> dict[str, str]:
    """The same; but a room alone is no address, and what is not the resident's phone is another."""
    if "phone" in said and _is_another(said, words) and is_number(said["phone"]):
        return {BESIDE: words}
    label = _ADDRESS.search(words)
    part = part_named(label[0], said.get("address", "")) if label else ""
    if not part:
        return said
    return {field: value for field, value in said.items() if field != "address"} | {PART: part}


def _is_another(said: dict[str, str], words: str) -> bool:
    match = _WHOSE.match(words)
    if match is None:
        return False
    alone = len(said) == 1 and _RESIDENTS.fullmatch(match["whose"]) is None
    return alone or _OTHERS.search(match["whose"]) is not None


def _unlabelled(words: str) -> dict[str, str]:
    """A kind or an urgency says by itself what it is."""
    match = _URGENCY.fullmatch(words) or _CATEGORY.fullmatch(words)
    return match.groupdict() if match else {}


def _is_value(field: str, value: str, clause: str) -> bool:
    """A value alone, with no more said: 电话13812345678打不通 is a remark. Of kinds and urgencies
    one of those that there are; what else is named as one, its writer is told of."""
    if field == "phone":
        return re.search(r"\d\D?$", plain_digits(clause)) is not None
    if field == "caller" and not _SAYS_NAME.search(clause):  # or whose telephone follows
        return _NAME.fullmatch(value) is not None
    if field in OPTIONS and not _CHOSEN.search(clause):
        return value in _NAMED[field]
    return field in FIELDS and (value in _NAMED.get(field, ()) or not _TALK.search(value))
