"""The community's name against the closed list, by the picture and not only by its best reading."""

import re
from math import exp

from bot.ocr.page.lines import Line
from bot.ocr.values.closed_list import NEARLY, fits
from bot.ocr.values.written import without_crossed_out, words_put_right
from models.community_match import likely, match, plain
from models.directory import Directory
from models.intake import Value

# 一村 and 二村 are neighbours: what tells communities of one name apart is never put right.
_TELLING = frozenset("一二三四五六七八九十东西南北中上下0123456789")
_LIVES = re.compile(
    "(?:[一-鿿]{2,3}(?:镇|街道)|[他她其]?家?住在?|[他她家]在|现[居住]|位于|[到系去](?=.{3}))(?=.{2})"
)  # 住丰翔新城
_ASKED = re.compile("[一-鿿]{0,2}(?:小区|社区|楼盘|园区)(?=.{2})")  # 报称小区丰翔新城
_ODD = 6.0  # of log-likelihood that a name may lack where what was read is in no name
_CLEAR = 0.9  # of its least sure character: what is read so clearly stands so on the paper
_CLEAR_BESIDE_RARE = 0.98  # or so clearly, where a rare character may have been taken for it


def value(line: Line, directory: Directory) -> Value:
    """The community as the line says it, put right where the picture says so as well."""
    lives = _LIVES.match(line.text)
    line = _without_label(line.part(lives.end()) if lives else line, directory)
    written = plain(words_put_right(without_crossed_out(line.text)))
    near = fits(line, likely(written, directory), _ODD)
    found = match(written, directory).name
    if found is not None:
        alone = all(name == found or -lack > NEARLY for lack, name in near)
        return Value(written, line.confidence if alone else 0.0, line.box)
    believed = "".join(community.name for community in directory.communities)
    near = [
        (lack, name)
        for lack, name in near
        if _told(name) == _told(written) and -lack < _may_lack(line, written, name, believed)
    ]
    if len(near) != 1:
        return Value(written, line.confidence, line.box)
    lack, name = near[0]
    return Value(name, 0.5 + 0.4 * exp(lack), line.box)


def _without_label(line: Line, directory: Directory) -> Line:
    """Without a label before it that nobody knows, where what is left is on the roster."""
    asked = _ASKED.match(line.text)
    if asked is None or match(line.text, directory).name is not None:
        return line
    rest = line.part(asked.end())
    return rest if match(rest.text, directory).name is not None else line


def _told(name: str) -> list[str]:
    return [character for character in name if character in _TELLING]


def _may_lack(line: Line, written: str, name: str, believed: str) -> float:
    """The nearest name outside the list has a character that names have (丰翔新苑 beside 丰翔新城):
    it is believed. One that no name has (丰翔新宛) was rather misread."""
    odd = set(written) - set(name)
    rare = any(_is_rare(character) for character in set(name) - set(written))
    clear = _CLEAR_BESIDE_RARE if rare else _CLEAR
    unlikely = line.confidence < clear and not any(character in believed for character in odd)
    return _ODD if unlikely else NEARLY


def _is_rare(character: str) -> bool:
    """Outside the first level of GB 2312, its 3,755 most frequent characters. Recognisers saw the
    葑 of 葑润华庭 seldom, and take it for the frequent 蔚, not quite sure; a true 蔚 they hardly
    ever doubt (benchmarks.reading.lookalikes counts both)."""
    return not b"\xb0" <= character.encode("gb2312", "replace")[:1] < b"\xd8"
