"""What some values look like, and nothing else does: known by that where their label is lost."""

import re
from collections.abc import Callable, Mapping, Set
from functools import partial

from bot.ocr.values.times import is_moment, is_said, is_time
from models import phone
from models.community_match import match, plain
from models.directory import Directory
from models.kinds import URGENCIES, WRITTEN
from models.labels.grammar import is_about
from models.surnames import DOUBLE_SURNAMES, SURNAMES, TITLES

ROOM = r"(?<!\d)(?:\d{1,5}弄)?\d{1,4}[号幢栋]楼?(?:\d单元)?\d{3,4}(?:室|(?![\d室号弄年月]))"
# Printed before it: Room No.; 弄 of __弄__号__室, where there is none. And 48-1804, 13/1302.
_ROOM = re.compile(rf"(?:[A-Z][A-Za-z.\s]+|[室房址])?弄?{ROOM}|\d{{1,3}}(?:-|/(?!20\d\d))\d{{3,4}}")
_TWO_ROOMS = re.compile(r"(?:\d+弄)?\d+号\d{6,8}室")  # one of them was struck out
_CALLED = re.compile("^打来|(?:来电|打来)$")  # 2024.10.11 23:56来电, 沈师傅来电
_TIMES = (is_time, is_moment, is_said)
_FIGURES = str.maketrans("sSoOlIzZ|GHB", "550011221648")  # as hands make them: s2号 is 52号
NAME = rf"(?:{DOUBLE_SURNAMES}|[{SURNAMES}])[一-鿿]{{1,2}}"
_NAME = re.compile(rf"(?!周[一二三四五六日末]){NAME}(?<!记)")  # 倪伟记 is who wrote it, 周五 a day
_TITLED = re.compile(rf"(?:{DOUBLE_SURNAMES}|(?![老大小修维])[一-鿿])(?:{TITLES}|老师|师傅)")
_PLACE = re.compile(r"(?!小区|[今兹]?接|来自|位于|前往|关于)[一-鿿]{2,9}[村苑园城庭邸寓区轩居坊里]")
_NUMBER = re.compile(r"[\d\s()（）.-]+(?:[/或、，,（(]\D{0,4}[\d\s.-]+[)）]?)?")  # or two of them
_DIALLED = re.compile("^(?:打|拨打?|电话?|手机|回电|号码?|[A-Za-z. ]{3,12})[：:]?")
_BAR = re.compile(r"(?<=\d)\|(?=\d)")  # a 1, as a hurried hand makes it
_MOBILE_OR_AREA = 11  # digits, at least: a shorter number may be anything


def telling(directory: Directory) -> Mapping[str, Callable[[str], bool]]:
    """Field → whether a text is a value of it."""
    return {
        "caller": lambda text: is_name(_CALLED.sub("", text.removeprefix("人"))),
        "community": partial(_is_community, directory, names(directory)),
        "phone": _is_phone,
        "address": lambda text: is_room(text) or _TWO_ROOMS.fullmatch(text) is not None,
        "time": lambda text: any(is_(_CALLED.sub("", text)) for is_ in _TIMES),
        "category": WRITTEN.__contains__,
        "urgency": URGENCIES.__contains__,
    }


def is_name(text: str) -> bool:
    """Whether it is a surname with a name or a title: 沈桂芳, 沈女士. 管 and 项 are surnames, 管道
    is a kind, 项目 begins a label."""
    if _TITLED.fullmatch(text):  # of surnames that are words as well: 安先生, 华阿姨
        return True
    return _NAME.fullmatch(text) is not None and text not in WRITTEN and not is_about(text[:2])


def is_room(text: str) -> bool:
    """Whether it is a building with a room: 3号502室, 120弄58号601室."""
    return _ROOM.fullmatch(text.translate(_FIGURES)) is not None


def names(directory: Directory) -> frozenset[str]:
    """All that communities of the roster are called, as plainly as can be."""
    listed = (name for one in directory.communities for name in (one.name, *one.aliases))
    return frozenset(map(plain, listed))


def _is_community(directory: Directory, listed: Set[str], text: str) -> bool:
    """On the roster, or like a name that is: whoever wrote it must be asked."""
    if plain(text) in listed:
        return True
    return _PLACE.fullmatch(text) is not None and bool(match(text, directory).likely)


def _is_phone(text: str) -> bool:
    text = _BAR.sub("1", _DIALLED.sub("", text))
    number = phone.tidy(text)
    whole = _NUMBER.fullmatch(text) is not None and phone.is_whole(number)
    return whole and phone.digits_in(number) >= _MOBILE_OR_AREA
