"""A community's name against the roster's closed list. It may be told apart; never guessed."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from opencc import OpenCC
from rapidfuzz.distance import Levenshtein

from models.directory import Directory
from models.numerals import plain_digits

os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # 45 MB that single characters do not need
from pypinyin import lazy_pinyin

_WHAT_IT_IS = "小区"
MOST_LIKELY = 3


@dataclass(frozen=True)
class Match:
    """`name`: the roster's own name where the text is that name, else None; then `likely` are
    names that resemble it, best first."""

    name: str | None
    likely: tuple[str, ...] = ()


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Simplified characters, no spaces or marks."""
    return "".join(simplified(c) for c in text if c.isalnum())


@cache
def simplified(character: str) -> str:
    """Of one character. What GB 2312 has is simplified, and stays: 乾 in a name is not 干. Only 後
    it has beside 后, and nobody writes it: recognisers see it in a hurried 后."""
    if character == "後":
        return "后"
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return str(_converter().convert(character))
    return character


def match(text: str, directory: Directory) -> Match:
    """The community that the text names: by its name or an alias, traditional or simplified; 小区
    behind it says what it is."""
    written = plain(text)
    if not written:
        return Match(None)
    for said in (written, written.removesuffix(_WHAT_IT_IS)):
        for community in directory.communities:
            if said in {plain(name) for name in (community.name, *community.aliases)}:
                return Match(community.name)
    return Match(None, likely(written, directory))


# Before a door: 丰翔新城|3号502室. What stands behind a road is part of a name: 上大路88弄.
_DOOR = re.compile(
    r"(?<=..)(?<=[一-鿿\s)])\s*(?=(?P<door>\d{1,5}\s*(?:[弄号幢栋#座室]|单元)|\d{1,4}\s*[-/]\s*\d))"
)
_IN_NAME = re.compile(r"[路街道]\s*$")


def door_apart(text: str, directory: Directory) -> tuple[str, str]:
    """The community's name, and the door that was written behind it, if there is one."""
    if match(text, directory).name is not None:
        return text, ""
    plain_text = plain_digits(text)
    cuts = [(text[: m.start()], text[m.end() :], m["door"]) for m in _DOOR.finditer(plain_text)]
    known = ((name, door) for name, door, _ in cuts if match(name, directory).name is not None)
    alike = (
        (name, door)
        for name, door, number in cuts
        if not number.endswith("弄") and not _IN_NAME.search(name)
    )
    return next(known, None) or next(alike, (text, ""))


_BEFORE, _AFTER = r"(?:^|(?<=[是为叫:：,，。\s「“(（]))", r"(?=$|[,，。;；!！\s的吧呀啊」”)）])"
_DENIED = re.compile(r"[不没非?？吗]|还是|或|哪")
_NAME = re.compile(r"[一-鿿A-Za-z0-9()（）·]{2,12}")
_TALK = re.compile(r"[的了说是写划不没在去有我他那这个问等选请谢]")
_PLACE = re.compile(r".{2,}(?:[村苑园城坊庭府邸墅湾庄厦寓轩]|(?<![小社])区|[一二三四五\d]期)|\d+弄")


def is_name(text: str) -> bool:
    """Whether the text might be a community's name, as a sentence is not."""
    return _NAME.fullmatch(text) is not None and not _TALK.search(text)


def sounds_like_place(text: str, directory: Directory) -> bool:
    """Whether one would take it for a community's name, had nobody said that it is one: neither
    马上查 nor 同一小区, though others are called 小区 as well."""
    near = match(plain(text).removesuffix(_WHAT_IT_IS), directory).likely
    return _PLACE.fullmatch(text) is not None or bool(near)


def named(sentence: str, directory: Directory) -> str | None:
    """The one community that a sentence names (丰明苑 划掉的是写错). A name that goes on
    is another (丰明苑二期)."""
    found = {
        community.name
        for community in directory.communities
        for name in (community.name, *community.aliases)
        if re.search(_BEFORE + re.escape(name) + _AFTER, sentence)
    }
    return found.pop() if len(found) == 1 and not _DENIED.search(sentence) else None


def likely(written: str, directory: Directory) -> tuple[str, ...]:
    """Names that resemble the text by their characters or their sound, the closest first."""
    scored: list[tuple[float, str]] = []
    sound = sounds(written)
    for community in directory.communities:
        distance = min(
            _distance(written, sound, plain(name)) for name in (community.name, *community.aliases)
        )
        if distance <= max(1.0, len(written) / 2):
            scored.append((distance, community.name))
    return tuple(name for _, name in sorted(scored)[:MOST_LIKELY])


def _distance(written: str, sound: Sequence[str], name: str) -> float:
    """Edits between the characters, of which 2 and 二 are one; a character that sounds alike is
    half an edit."""
    by_shape = Levenshtein.distance(plain_digits(written), plain_digits(name))
    by_sound = Levenshtein.distance(sound, sounds(name)) + 0.5
    contained = 1.0 if len(written) >= 2 and written in name else float("inf")
    return min(by_shape, by_sound, contained)


@cache
def sounds(text: str) -> tuple[str, ...]:
    """How it is said, without tones; the endings that people mix up (-in, -ing) made alike."""
    return tuple(s.replace("ng", "n") for s in lazy_pinyin(text))
