"""Labels that stand in no list, by the words that they are put together from.

Offices make labels of whom or what they are about, and of what they ask for: 业主 + 联系 + 电话,
送修/报修 + 日期. The last word names the field; one about what is done later is none of ours."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from models.labels.listed import OTHER
from models.labels.questions import field_asked
from models.labels.words import section
from models.phrases import one_of

UNKNOWN = "?"  # a label by its brackets or its number, whatever it asks for

_BEGIN, _ENDS = section("about"), section("asked")
_RESIDENTS, _DESK, _LATER = _BEGIN["residents"], _BEGIN["desk"], _BEGIN["later"]
_PEOPLE = ("人", "者")
_ABOUT_FIELD: Mapping[str, Sequence[str]] = {  # what a label of it may begin with
    "time": (*_RESIDENTS, *_DESK),
    "caller": _RESIDENTS,
    "phone": (*_RESIDENTS, *_PEOPLE),
    "community": (*_RESIDENTS, *_BEGIN["places"], *_PEOPLE),
    "address": (*_RESIDENTS, *_BEGIN["places"], *_PEOPLE),
    "category": (*_RESIDENTS, *_BEGIN["things"]),
    "urgency": _BEGIN["pressing"],
    "description": (*_RESIDENTS, *_BEGIN["things"], *_PEOPLE),
    "operator": _DESK,
}
_NOT_OURS = section("others")["not_ours"]


_FIELDS = tuple(_ABOUT_FIELD)
_NAMED = {"community": "(?:名称?|名字|全称)?"}
_PATTERN = re.compile(  # a group a field
    "|".join(
        f"((?:{one_of(_ABOUT_FIELD[f])})*(?:{one_of(_ENDS[f])}){_NAMED.get(f, '')})"
        for f in _FIELDS
    )
)
_ABOUT = one_of(
    {*_RESIDENTS, *_DESK, *_LATER, *_BEGIN["places"], *_BEGIN["things"], *_PEOPLE, "人员"}
)
_ANY_END = one_of({*_NOT_OURS, *(end for ends in _ENDS.values() for end in ends)})
_NONE_OF_OURS = re.compile(
    f"(?:{_ABOUT})*(?:(?:{one_of(_LATER)})(?:{_ABOUT})*(?:{_ANY_END})|(?:{one_of(_NOT_OURS)}))"
)
_BEFORE = dict.fromkeys(("caller", "phone", "address"), "2")  # characters; 沈桂芳电话 is none
_ANY = {
    name: re.compile(f"[一-鿿]{{{_BEFORE.get(name, '1,5')}}}(?:{one_of(ends)})")
    for name, ends in section("heads").items()
}
_NO_LABEL = re.compile(
    f"[请打说是在到于约从按把被将给和与]|.*(?:{one_of(_LATER)}|[的了吗没不有很打来去找问让叫先再要可能会]|.*等(?!级))"
    "|(?:监督|服务|咨询|查询|举报|热线|值班|物业|办公|公司|中心|单位|居委|街道|社区|窗口|本|总)"
)
_HALF = re.compile(f"(?:{_ABOUT})+")  # the 送修 of 送修/报修日期
_DESCRIBED = re.compile(  # 可联系到的电话; 家里的问题 begins sentences as well
    rf"(?!.*(?:{one_of(_LATER)}))[一-鿿]{{1,6}}的(电话|号码|联系方式|小区|地址|门牌|房号|室号|时间|姓名)"
)
_SUFFIXED = re.compile(  # 反映人是, 小区读音确认
    "([一-鿿]{2,6}?)(?:[是为了]|(?:读音)?(?:确认|核对)|复述一遍)"
)
_OWN = re.compile(
    "^(?:(?:[坐座]席|客服|值班员|接线员)(?:初步)?判断|请讲(?:一下)?|请说(?:一下)?|请填写?|请描述"
    "|我[要想]|可|常用|备用|您的?|你的?|他的|她的|对方的?|我的)(?=..)"
)
_OR = re.compile(r"[/／、·・？?或和|丨–-]|与(?!否)|(?<!涉)及")
_PLAIN = "姓名|电话|小区|门牌|房号|室号|地址|日期|时间"
_TWO = re.compile(rf"^({_PLAIN})({_PLAIN})$")  # 小区/门牌, its stroke not read
_WHERE = re.compile(  # 诉求点位·小区 and 地址-门牌: the last word tells which part of the place
    rf"^(?:{one_of(_BEGIN['places'])})*(?:点位|地点|位置|地址|房屋|房产|住址|处所)[·・—–-](?=..)"
)
_STAFF = re.compile("(?:员?工|[坐座]席|席位|台席)号")  # 工号/姓名: no resident's name
_UNITS = {**dict.fromkeys("号室弄幢栋楼座", "address"), "村": "community"}  # 门牌/室, 小区/村
_ROOM = re.compile("[弄号室幢栋楼座]{2,4}")
_OF_LATER = ("时间", "日期", "人", "人员", "结果")
_LONGEST = 16  # characters
_USUAL, _USUAL_ENDS = 120, 40  # words of a list
_TWO_LONG = 2


@lru_cache(maxsize=4096)
def field_named(label: str) -> str | None:
    """The field that the whole text asks for; OTHER for none of ours, or for several at once
    (姓名/电话); None where it is no label."""
    names = _names(label)
    if len(names) > 1 and None not in names:
        names -= {OTHER}  # 来话单位或住址
    if len(names) > 1:
        return None if None in names else OTHER
    return next(iter(names), None)


def field_by_head(label: str) -> str | None:
    """The field of a label that ends as labels do, though nobody knows what stands before: only
    where it stands alone. None of what may be the end of a sentence."""
    if _NO_LABEL.match(label):
        return None
    return next((name for name, pattern in _ANY.items() if pattern.fullmatch(label)), None)


@lru_cache(maxsize=4096)
def asked_together(label: str) -> frozenset[str]:
    """The fields, two or more, that the label asks for at once: 姓名/电话. None of one field."""
    names = _names(label)
    ours = frozenset(name for name in names if name)
    return ours if len(ours) == len(names) > 1 else frozenset()


def _names(label: str) -> set[str | None]:
    """What its parts ask for; None of a part that is no label."""
    if not 2 <= len(label) <= _LONGEST:
        return set()
    parts = _OR.split(_TWO.sub(r"\1/\2", _WHERE.sub("", label)))
    if _STAFF.fullmatch(parts[0]):
        return {"operator"}
    named = [(part, _named(part)) for part in parts]
    names = {name for part, name in named if name is not None or not is_about(part)}
    return names if len(parts) > 1 or None not in names else set()


def is_about(text: str) -> bool:
    """Whether a label may begin so, and must go on."""
    return _HALF.fullmatch(text) is not None


def two_characters() -> Iterator[str]:
    """Labels of two characters, as a last word stands alone."""
    return (end for ends in _ENDS.values() for end in ends if len(end) == _TWO_LONG)


def composed() -> Iterator[tuple[str, str]]:
    """(label, its field) of those that are put together of two words: the most usual, which stand
    first in the lists. All would be 50 MB more in each reader."""
    for name, begins in _ABOUT_FIELD.items():
        usual, ends = begins[:_USUAL], _ENDS[name][:_USUAL_ENDS]
        yield from ((first + last, name) for first in usual for last in ends)
    yield from ((first + last, OTHER) for first in _LATER for last in _OF_LATER)


def _named(part: str) -> str | None:
    composed = _PATTERN.fullmatch(part) or _PATTERN.fullmatch(_OWN.sub("", part))
    if composed and composed.lastindex:
        return _FIELDS[composed.lastindex - 1]
    if (asked := field_asked(part)) is not None:
        return asked
    described = _DESCRIBED.fullmatch(part)
    if described is not None:
        return _named(described[1])
    if (told := _SUFFIXED.fullmatch(part)) is not None:
        return _named(told[1])
    if part in _UNITS:
        return _UNITS[part]
    if _ROOM.fullmatch(part):
        return "address"
    return OTHER if _NONE_OF_OURS.fullmatch(part) else None
