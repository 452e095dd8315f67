"""Cells with no gap between them, seen as one line: a value and the next label (10:05接待人员), a
label that lost its colon and its value (业主联系电|021-53621440)."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bot.ocr.lines import Line
from bot.ocr.slots import Tells
from bot.ocr.wording import COLON, NOISE, Wording, begin

_SHORTEST = 2  # characters of a value
_CLEAR = 3  # characters of a label without a value: 小区 ends the names of communities
BETWEEN = NOISE + "/／"
_LIKE = {"operator": "caller", "description": "category"}  # 经办杜晓明; 事项管道 asks for the kind
_CLOSING = ")）]】"
_PAIRED = ("time", "caller", "phone", "community", "address", "category", "urgency")
_FIGURES = re.compile(r"[\d-]{7,}\W*")  # of a telephone, though one may be lacking


def parted(line: Line, wording: Wording, telling: Mapping[str, Tells]) -> Iterator[Line]:
    """The line in pieces: a value that tells what it is, the label of another field, and that
    label's own value where it tells so. `telling`: field → whether a text is a value of it."""
    text, tells = line.text, {**telling, "phone": _is_figures}
    tells |= {like: telling[name] for like, name in _LIKE.items() if name in telling}
    mark = wording.first(line)
    first = begin(text)
    start = mark.value if mark else first
    if mark is None and (at := _two_values(text, telling)) is not None:
        yield line.part(0, at)
        yield line.part(at)
        return

    def begins(at: int) -> bool:
        """Whether a label begins here, or one with its value stands before."""
        if mark is not None or at == first:
            return mark is None
        return _label_end(text[:at], first, wording, tells) is not None

    for at in (start, *range(start + _SHORTEST, len(text) - _CLEAR + 1)):
        value = text[start:at].strip(NOISE)
        own = {name for name, told in telling.items() if told(value)}
        end = _label_end(text, at, wording, tells) if own or begins(at) else None
        if end is None or wording.named(_label(text[at:end])) in own:
            continue
        if at > first:
            yield from parted(line.part(0, at), wording, telling)
        yield from (line.part(a, b) for a, b in pairwise((at, end, len(text))) if a < b)
        return
    yield line


def _two_values(text: str, telling: Mapping[str, Tells]) -> int | None:
    """Where the second of two values begins that tell what they are: 沈桂芳13812345678."""
    for at in range(_SHORTEST, len(text) - _SHORTEST + 1):
        if text[at] in _CLOSING:
            continue
        first, second = (
            next((name for name in _PAIRED if name in telling and telling[name](part)), None)
            for part in (text[:at].strip(BETWEEN), text[at:].strip(BETWEEN))
        )
        if first and second and first != second:
            return at
    return None


def _label_end(text: str, start: int, wording: Wording, tells: Mapping[str, Tells]) -> int | None:
    """The end of the label that begins here and has nothing behind it, or a value of its own."""
    rest = _label(text[start:])
    if start > begin(text) and len(rest) >= _CLEAR and wording.named(rest) is not None:
        return len(text)
    for end in range(start + _SHORTEST, len(text)):
        if text[end - 1] in COLON:
            return None  # a label like any other
        label = _label(text[start:end])
        for read in (
            label,
            label[:-1] * (len(label) > _CLEAR),
        ):  # its last character may be misread: 联系电括138…
            name = wording.named(read) if len(read) >= _SHORTEST else None
            if name is not None and name in tells and tells[name](text[end:].strip(BETWEEN)):
                return start + len(read)
    return None


def _label(text: str) -> str:
    return text.rstrip(NOISE)


def _is_figures(text: str) -> bool:
    return _FIGURES.fullmatch(text) is not None
