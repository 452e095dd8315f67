"""Cells with no gap between them, seen as one line: a value and the next label (10:05接待人员), a
label that lost its colon and its value (业主联系电|021-53621440)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from bot.ocr.labels.signs import BETWEEN, COLON, NOISE, Mark, begin, past
from bot.ocr.labels.slots import Tells
from bot.ocr.labels.two_values import field_told, second_value
from bot.ocr.labels.wording import Wording
from bot.ocr.page.lines import Line
from bot.ocr.values.times import is_clock, is_day, is_moment, is_said, is_time
from models.labels.grammar import asked_together

_OPENING = "【〔 "
_RULE = "|"
_UNIT = ("室",)  # printed behind a blank, and the next label: 室类别外墙
_BRACKET = "（("  # 业主童师傅（联系电话13812345678
_COMMAS = "，,"
_TELEPHONE = re.compile(r"[一-鿿]{0,4}(?:电话|手机号?|号码|联系方式)\W*\d[\d.-]{6,}")
_SHORTEST = 2  # characters of a value
_CLEAR = 3  # characters of a label without a value: 小区 ends the names of communities
_TITLE = re.compile(  # 来访人员登记表
    "[一-鿿、（）()]{7,}[表单卡簿册]|[一-鿿、（）()]{4,}(?:卡片|日志|台账)"
)
_LONG = 4  # characters of a label that is no word of a value
_BEHIND = re.compile(r"[\d分日室]\W*$")
_LIKE = {"operator": "caller", "description": "category"}  # 经办杜晓明; 事项管道 asks for the kind
_FIGURE = r"[\dA-Za-z|/]"  # S2O弄S3号|02室
_ROOM = re.compile(rf"(?:{_FIGURE}{{1,4}}弄)?{_FIGURE}{{1,4}}号楼?{_FIGURE}{{3,4}}室")
_PART = re.compile(  # 室号1804; 房号30号≠8321802室: a number is struck out in it
    r"\d{1,4}[号室]?|\d{1,4}[号幢栋弄][\d\W]{4,}室"
)
_FIGURES = re.compile(r"[\d/|\s.-]{7,}\W*")  # of a telephone, though one may be lacking
_PERSON = re.compile("..+(?:人|员|者|姓名|称呼)")  # whom a label asks for, without a doubt
_NAME = re.compile("[一-鿿]{2,3}")
_LINE = 80  # characters; what is longer is no row of cells, and takes its cube to look through
_LONGEST = 7  # characters of a label that nobody knows, with its colon
_LABEL = re.compile("(?![请打说是在到于约从])[一-鿿/／]{2,6}(?<![村苑园城庭邸寓区轩居坊里])")
_OF_A_PERSON = ("caller", "phone", "time")
_OF_FIGURES = ("time", "phone", "address")


def parted(lines: Iterable[Line], wording: Wording, telling: Mapping[str, Tells]) -> Iterator[Line]:
    """The lines in pieces: a value that tells what it is, the label of another field, and that
    label's own value where it tells so. `telling`: field → whether a text is a value of it."""
    parting = _Parting(wording, telling)
    return (piece for line in lines for piece in parting.pieces(line))


class _Parting:
    def __init__(self, wording: Wording, telling: Mapping[str, Tells]) -> None:
        self._wording, self._telling = wording, telling
        like = {name: telling[other] for name, other in _LIKE.items() if other in telling}
        figures = {"phone": _is_figures, "address": self._is_place, "time": _tells_when}
        self._figures = {name: telling[name] for name in _OF_FIGURES if name in telling}
        self._person = {name: telling[name] for name in _OF_A_PERSON if name in telling}
        self._behind = {**telling, **like, **figures}  # what may follow a label

    def pieces(self, line: Line) -> Iterator[Line]:
        text, first = line.text, begin(line.text)
        if _TITLE.fullmatch(text) or len(text) > _LINE:
            yield line
            return
        if len(cells := self._between_rules(line)) > 1:
            yield from cells
            return
        mark = self._wording.first(line)
        found = self._label(text, mark)
        if found is None and mark is None:
            at = second_value(text, self._telling)
            if at is not None:
                yield line.part(0, at)
                yield from self.pieces(line.part(at))
                return
            found = self._unknown(text)
        if found is None:
            yield line
            return
        at, end = found
        if at > first:
            yield from self.pieces(line.part(0, at))
        yield line.part(at, end)
        value = past(text, end, _OPENING)
        if value < len(text):
            yield from self._values(line.part(value))

    def _between_rules(self, line: Line) -> list[Line]:
        """Cells of a row, the rules between them read as well, of which two or more tell what they
        are: 26号70|沈桂芳|13812345678."""
        rules = [at for at, character in enumerate(line.text) if character == _RULE]
        ends = [-1, *rules, len(line.text)]
        cells = [line.part(a + 1, b) for a, b in pairwise(ends)]
        told = {field_told(cell.text, self._telling) for cell in cells} - {None}
        return cells if len(rules) > 1 and len(told) > 1 else [line]

    def _values(self, line: Line) -> Iterator[Line]:
        """The value; in two, where it is two: 联系人沈桂芳13812345678."""
        at = second_value(line.text, self._person)
        yield from [line] if at is None else [line.part(0, at), line.part(at)]

    def _label(self, text: str, mark: Mark | None) -> tuple[int, int] | None:
        """(start, end) of a label behind a value that tells, or at the line's beginning, or behind
        one there that has its value."""
        if mark is not None and not mark.clear:
            end = self._end(text, begin(text))
            if end is not None:  # 户主/报修范梦瑶, not 户主
                return begin(text), end
        start = mark.value if mark else begin(text)
        for at in (start, *range(start + _SHORTEST, len(text) - _CLEAR + 1)):
            if not text[at : at + 1].isalpha():
                continue
            value = text[start:at].strip(NOISE)
            own = {name for name, told in self._telling.items() if told(value)}
            begins = mark is None and (value in _UNIT or self._may_begin(text, start, at))
            if not (own or begins or _is_opened(text, at) or self._is_behind_figures(text, at)):
                continue
            end = self._end(text, at)
            if end is not None and self._wording.named(text[at:end].rstrip(NOISE)) not in own:
                return at, end
        return None

    def _is_behind_figures(self, text: str, at: int) -> bool:
        """Whether a long label, and nothing else, stands here behind figures, even misread ones:
        1s分电话记录人."""
        label = text[at:].rstrip(NOISE)
        return (
            len(label) >= _LONG
            and _BEHIND.search(text[:at]) is not None
            and self._wording.named(label) is not None
        )

    def _may_begin(self, text: str, start: int, at: int) -> bool:
        return at == start or self._end(text[:at], start) is not None

    def _end(self, text: str, start: int) -> int | None:
        """Of the label that begins here and has nothing behind it, or a value of its own."""
        rest = text[start:].rstrip(NOISE)
        if start > begin(text) and len(rest) >= _CLEAR and self._wording.named(rest) is not None:
            return len(text)
        last = next((i for i in range(start, len(text) - 1) if text[i] in COLON), len(text) - 1)
        for end in range(last, start, -1):  # 项目小区, not 项目
            label = text[start:end].rstrip(NOISE)
            value = text[end:].strip(BETWEEN)
            for read in _readings(label):
                name = self._wording.named(read)
                if name and self._follows(value, read, name):
                    return start + len(read)
            if asked_together(label) and second_value(value, self._telling) is not None:
                return end  # 小区/室号丰翔新城3号502室
        return None

    def _unknown(self, text: str) -> tuple[int, int] | None:
        """A label that nobody knows, short, before a value of figures that tells: 楼室33号302室."""
        start = begin(text)
        if is_said(text[start:]):  # 昨天下午3点
            return None
        for end in range(start + _SHORTEST, min(start + _LONGEST, len(text) - 1) + 1):
            label, value = text[start:end].rstrip(COLON), text[end:].strip(NOISE)
            plain = _LABEL.fullmatch(label) and field_told(label, self._telling) is None
            if plain and field_told(value, self._figures) is not None:
                return start, end
        return None

    def _follows(self, value: str, label: str, name: str) -> bool:
        """Whether what stands behind the label is its value."""
        told = self._behind.get(name)
        first = value[: second_value(value, self._person)].strip(BETWEEN)
        if told is not None and (told(value) or told(first)):
            return True
        if name == "category" and self._is_place(value):  # 项目丰翔新城
            return True
        if name == "address" and _PART.fullmatch(value):
            return True
        named = _PERSON.fullmatch(label) is not None and _NAME.fullmatch(value) is not None
        return named and name in ("caller", "operator") and self._wording.named(value) is None

    def _is_place(self, text: str) -> bool:
        """A room, a community, or the two: 丰翔新城3号502室."""
        room = _ROOM.search(text)
        if room is not None and room.end() < len(text):
            return False
        place, community = text[: room.start() if room else None], self._telling.get("community")
        return (room is not None and not place) or (community is not None and community(place))


def _readings(label: str) -> Iterator[str]:
    """The label, and without its last character, which may be misread: 联系电括138…"""
    if len(label) >= _SHORTEST or label == "谁":
        yield label
    if len(label) > _CLEAR:
        yield label[:-1]


def _is_opened(text: str, at: int) -> bool:
    """Whether a bracket opens before it, or a comma stands before a telephone with its label."""
    before = text[at - 1 : at]
    return before in _BRACKET or (before in _COMMAS and _TELEPHONE.match(text, at) is not None)


def _tells_when(text: str) -> bool:
    text = text.replace("|", "1")
    return is_time(text) or is_moment(text) or is_day(text) or is_clock(text)


def _is_figures(text: str) -> bool:
    return _FIGURES.fullmatch(text) is not None
