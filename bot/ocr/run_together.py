"""Cells with no gap between them, seen as one line: a value and the next label (10:05接待人员), a
label that lost its colon and its value (业主联系电|021-53621440)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from bot.ocr.label_signs import BETWEEN, COLON, NOISE, Mark, begin
from bot.ocr.lines import Line
from bot.ocr.slots import Tells
from bot.ocr.two_values import second_value
from bot.ocr.wording import Wording
from models.label_grammar import asked_together

_SHORTEST = 2  # characters of a value
_CLEAR = 3  # characters of a label without a value: 小区 ends the names of communities
_LIKE = {"operator": "caller", "description": "category"}  # 经办杜晓明; 事项管道 asks for the kind
_ROOM = re.compile(r"(?:[\dA-Za-z]{1,4}弄)?[\dA-Za-z]{1,4}号楼?[\dA-Za-z]{3,4}室")  # S2O弄S3号S02室
_FIGURES = re.compile(r"[\d-]{7,}\W*")  # of a telephone, though one may be lacking


def parted(lines: Iterable[Line], wording: Wording, telling: Mapping[str, Tells]) -> Iterator[Line]:
    """The lines in pieces: a value that tells what it is, the label of another field, and that
    label's own value where it tells so. `telling`: field → whether a text is a value of it."""
    parting = _Parting(wording, telling)
    return (piece for line in lines for piece in parting.pieces(line))


class _Parting:
    def __init__(self, wording: Wording, telling: Mapping[str, Tells]) -> None:
        self._wording, self._telling = wording, telling
        like = {name: telling[other] for name, other in _LIKE.items() if other in telling}
        figures = {"phone": _is_figures, "address": _is_room}
        self._behind = {**telling, **like, **figures}  # what may follow a label

    def pieces(self, line: Line) -> Iterator[Line]:
        text, first = line.text, begin(line.text)
        mark = self._wording.first(line)
        at = second_value(text, self._telling) if mark is None else None
        found = (at, len(text)) if at is not None else self._label(text, mark)
        if found is None:
            yield line
            return
        at, end = found
        if at > first:
            yield from self.pieces(line.part(0, at))
        yield from (line.part(a, b) for a, b in pairwise((at, end, len(text))) if a < b)

    def _label(self, text: str, mark: Mark | None) -> tuple[int, int] | None:
        """(start, end) of a label behind a value that tells, or at the line's beginning, or behind
        one there that has its value."""
        start = mark.value if mark else begin(text)
        for at in (start, *range(start + _SHORTEST, len(text) - _CLEAR + 1)):
            value = text[start:at].strip(NOISE)
            own = {name for name, told in self._telling.items() if told(value)}
            if not own and (mark is not None or not self._may_begin(text, start, at)):
                continue
            end = self._end(text, at)
            if end is not None and self._wording.named(text[at:end].rstrip(NOISE)) not in own:
                return at, end
        return None

    def _may_begin(self, text: str, start: int, at: int) -> bool:
        return at == start or self._end(text[:at], start) is not None

    def _end(self, text: str, start: int) -> int | None:
        """Of the label that begins here and has nothing behind it, or a value of its own."""
        rest = text[start:].rstrip(NOISE)
        if start > begin(text) and len(rest) >= _CLEAR and self._wording.named(rest) is not None:
            return len(text)
        last = next((i for i in range(start, len(text) - 1) if text[i] in COLON), len(text) - 1)
        for end in range(last, start + _SHORTEST - 1, -1):  # 项目小区, not 项目
            label = text[start:end].rstrip(NOISE)
            value = text[end:].strip(BETWEEN)
            for read in _readings(label):
                name = self._wording.named(read)
                told = self._behind.get(name) if name else None
                if told is not None and told(value):
                    return start + len(read)
            if asked_together(label) and second_value(value, self._telling) is not None:
                return end  # 小区/室号丰翔新城3号502室
        return None


def _readings(label: str) -> Iterator[str]:
    """The label, and without its last character, which may be misread: 联系电括138…"""
    if len(label) >= _SHORTEST:
        yield label
    if len(label) > _CLEAR:
        yield label[:-1]


def _is_room(text: str) -> bool:
    return _ROOM.fullmatch(text) is not None


def _is_figures(text: str) -> bool:
    return _FIGURES.fullmatch(text) is not None
