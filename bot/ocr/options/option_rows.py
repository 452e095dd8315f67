"""Rows of printed options: they say by themselves which field they are of."""

import re
from collections.abc import Callable, Mapping, Sequence

from bot.ocr.labels.slots import NEXT, Slot, hand_out, is_level
from bot.ocr.options.printed import MARK
from bot.ocr.page.flat import FlatPage, Spot
from bot.ocr.page.lines import Line
from models.kinds import URGENCIES, WRITTEN
from models.phrases import one_of

_FEWEST = 2  # options in a row without boxes; one may be a written value
_MANY = 3  # with boxes, whatever else may be ticked in the row
_HALF = re.compile(r"^[度别级型类](?=\W)")  # of a label that is set wide: 程　　度☑一般
_NUMBER = re.compile(r"\d{1,2}[.．、]?")  # 1.安保 2.外墙
_TRANSLATED = re.compile(r"[A-Za-z]{2,}[A-Za-z /&.-]*")  # □供水 Water
_ADVICE = re.compile(r"[（(][^（()）]{4,}[)）].*")  # 一般、紧急（划去不适用者）
_BETWEEN = re.compile(r"[、，,/／。]+")
_COVERED = 0.6  # of its characters: a tick makes others unreadable


def give_options(
    slots: list[Slot],
    free: Sequence[Line],
    page: FlatPage,
    owner: Callable[[Line], Slot | None],
) -> list[Line]:
    """A row of kinds, or of urgencies, is the value of its field, though its label stands nearer to
    another row, or was not read. Returns the rest. `owner`: whose a line is by the ruling."""
    rows = list[tuple[Line, Slot]]()
    rest = []
    for slot in slots:  # 性质：□一般□紧急 asks how urgent it is
        slot.name = next(
            filter(None, (field_of_options(value.text) for value in slot.values)), slot.name
        )
    for line in free:
        name, ruled = field_of_options(line.text) or _scattered(line, free, page), owner(line)
        if name is None or (ruled is not None and ruled.name in _PATTERNS):
            rest.append(line)
            continue
        whose = next((slot for slot in slots if slot.name == name), None)
        if whose is None:
            whose = Slot(name, line, told=True)
            slots.append(whose)
        whose.values.append(line)
        rows.append((line, whose))
    return hand_out(rest, lambda line: _beside(line, rows, page))


def _beside(line: Line, rows: Sequence[tuple[Line, Slot]], page: FlatPage) -> Slot | None:
    """Whose option the line is, in the same row or column: where a tick hides its box, it stands
    alone."""
    own = page.spot(line)
    fields = (slot for other, slot in rows if _is_near(own, page.spot(other)))
    return next((slot for slot in fields if _OPTION[slot.name].fullmatch(_chinese(line))), None)


def _scattered(line: Line, free: Sequence[Line], page: FlatPage) -> str | None:
    """Whose option it is, alone in its line, where another of the field stands in the same row or
    column."""
    own = page.spot(line)
    near = [
        _chinese(one) for one in free if one.text != line.text and _is_near(own, page.spot(one))
    ]
    fields = (name for name, pattern in _PATTERNS.items() if pattern.fullmatch(_chinese(line)))
    return next((name for name in fields if any(map(_PATTERNS[name].fullmatch, near))), None)


def _chinese(line: Line) -> str:
    """Its text without a translation: 一般 Normal."""
    return _TRANSLATED.sub("", line.text)


def _is_near(one: Spot, other: Spot) -> bool:
    return is_level(one, other) or _in_column(one, other)


def _in_column(one: Spot, other: Spot) -> bool:
    height = max(one.height, other.height)
    return abs(one.y - other.y) < NEXT * height and abs(one.left - other.left) < height


def field_of_options(text: str) -> str | None:
    """Whose options these are."""
    text = _TRANSLATED.sub("", _HALF.sub("", _ADVICE.sub("", text)))
    bare = "".join(_NUMBER.sub("", MARK.sub("", text)).split())
    words = _BETWEEN.sub("", bare)
    for name, pattern in _PATTERNS.items():
        found = pattern.findall(words)
        boxes = len(MARK.findall(text))  # one may be a word's own: 车库出口
        many = len(set(found)) >= _MANY and boxes >= _FEWEST
        if not found or (sum(map(len, found)) < _COVERED * len(words) and not many):
            continue
        if len(found) >= _FEWEST or (len(bare) < len(text) and bare == found[0]):
            return name
    return None


def _pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(one_of(map(re.escape, words)))


_PATTERNS = {"urgency": _pattern(URGENCIES), "category": _pattern(WRITTEN)}
_OPTION = {  # with what its ticked box was read as: 停车团
    name: re.compile(rf".?(?:{pattern.pattern}).?") for name, pattern in _PATTERNS.items()
}
