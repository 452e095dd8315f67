"""Lines → fields: by their labels, by the row of a table, by position."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, sin
from statistics import median

import numpy as np

from bot.ocr.geometry import angle, sides
from bot.ocr.lines import Line

_COLON = "：:;；"
_NOISE = " \t.,、*（）()[]【】|丨—_-·"
# These begin ordinary sentences as well: without a colon or a cell of their own, no label.
_AMBIGUOUS = frozenset({"时间", "日期", "地点", "位置", "问题", "诉求", "描述", "内容", "手机"})
_PEOPLE = frozenset({"业主", "居民", "客户", "联系人", "投诉人", "小区", "电话", "地址", "类型"})


@dataclass
class Slot:
    """A field's label on the paper, and the lines found to belong to it."""

    name: str
    label: Line
    values: list[Line] = field(default_factory=list)
    inline: bool = False  # label and value were read as one piece


@dataclass(frozen=True)
class _Spot:
    """Where a line lies once the page's slant is taken out: centre, left, right, height."""

    x: float
    y: float
    left: float
    right: float
    height: float


def find(lines: Sequence[Line], labels: Mapping[str, Sequence[str]]) -> list[Slot]:
    """The fields among the lines. Fewer than three labels, and it is no form."""
    spots = _spots(lines)
    known = sorted(
        ((word, name) for name, words in labels.items() for word in words),
        key=lambda pair: -len(pair[0]),
    )
    slots: list[Slot] = []
    free: list[Line] = []
    for line in sorted(lines, key=lambda one: spots[id(one)].y):
        cut = _label_end(line.text, known)
        if cut is None or any(slot.name == cut[0] for slot in slots):
            free.append(line)
        else:
            slots.append(_slot(line, *cut))
    _give_rows(slots, free)
    _give_rest(slots, free, spots)
    return slots


def _slot(line: Line, name: str, label_end: int, value_start: int) -> Slot:
    slot = Slot(name, line.part(0, label_end))
    if value_start < len(line.text):
        slot.values.append(line.part(value_start))
        slot.inline = True
    return slot


def _label_end(text: str, known: Sequence[tuple[str, str]]) -> tuple[str, int, int] | None:
    """(field, end of the label, start of the value) of a line that begins with a label."""
    start = len(text) - len(text.lstrip(_NOISE))
    for word, name in known:
        end = _match(text, start, word)
        if end is None:
            continue
        value = end
        while value < len(text) and text[value] in _COLON + _NOISE:
            value += 1
        has_colon = any(c in _COLON for c in text[end:value])
        alone = value >= len(text)
        if alone or has_colon or (word not in _AMBIGUOUS | _PEOPLE and len(word) > 2):
            return name, end, value
    return None


def _match(text: str, start: int, word: str) -> int | None:
    """The end of `word` in `text` from `start`, spaces between its characters allowed."""
    match = re.match(r"\s*".join(map(re.escape, word)), text[start:])
    return start + match.end() if match else None


def _spots(lines: Sequence[Line]) -> dict[int, _Spot]:
    """Every line's place with the slant of the whole page taken out."""
    if not lines:
        return {}
    slant = median(angle(line.box) for line in lines)
    turn = np.array([[cos(-slant), -sin(-slant)], [sin(-slant), cos(-slant)]])
    found = {}
    for line in lines:
        points = np.asarray(line.box) @ turn.T
        x, y = points.mean(axis=0)
        left, right = points[:, 0].min(), points[:, 0].max()
        height = sides(line.box)[1]
        found[id(line)] = _Spot(float(x), float(y), float(left), float(right), height)
    return found


def _spot_of(line: Line, lines: dict[int, _Spot]) -> _Spot:
    """A part of a line lies where its line lies; cut parts are measured anew."""
    known = lines.get(id(line))
    if known is not None:
        return known
    points = np.asarray(line.box)
    slant = angle(line.box)
    turn = np.array([[cos(-slant), -sin(-slant)], [sin(-slant), cos(-slant)]])
    points = points @ turn.T
    x, y = points.mean(axis=0)
    height = sides(line.box)[1]
    return _Spot(float(x), float(y), float(points[:, 0].min()), float(points[:, 0].max()), height)


def _give_rows(slots: list[Slot], free: list[Line]) -> None:
    """What stands right of a label in its row is its value; the nearest label to the left wins."""
    for line in list(free):
        best: tuple[float, Slot] | None = None
        for slot in slots:
            ahead, aside = _from(slot.label, line)
            height = max(sides(line.box)[1], sides(slot.label.box)[1])
            if abs(aside) < 0.65 * height and ahead > -0.5 * height:
                best = min(best or (ahead, slot), (ahead, slot), key=lambda pair: pair[0])
        if best is not None:
            best[1].values.append(line)
            free.remove(line)


def _from(label: Line, line: Line) -> tuple[float, float]:
    """How far the line begins ahead of the label's end, and how far aside of its row, in pixels,
    along the slant that rows have here: in a photo taken askew each row has its own."""
    weights = [sides(one.box)[0] for one in (label, line)]
    slant = sum(w * angle(one.box) for w, one in zip(weights, (label, line), strict=True))
    slant /= sum(weights)
    along, across = np.array([cos(slant), sin(slant)]), np.array([-sin(slant), cos(slant)])
    ends, begins = np.asarray(label.box), np.asarray(line.box)
    ahead = (begins @ along).min() - (ends @ along).max()
    return float(ahead), float((begins.mean(axis=0) - ends.mean(axis=0)) @ across)


def _give_rest(slots: list[Slot], free: list[Line], spots: dict[int, _Spot]) -> None:
    """What is left continues a value above it, or stands in the tall cell of the description."""
    if not slots:
        return
    ordered = sorted(slots, key=lambda slot: _spot_of(slot.label, spots).y)
    tops = [_spot_of(slot.label, spots).y for slot in ordered]
    for line in sorted(free, key=lambda one: spots[id(one)].y):
        own = spots[id(line)]
        if own.y < tops[0]:
            continue  # the form's title
        above = max(i for i, top in enumerate(tops) if top <= own.y)
        below = ordered[above + 1] if above + 1 < len(ordered) else None
        slot = _tall(ordered[above], below)
        if own.right > _spot_of(slot.label, spots).left:
            slot.values.append(line)


def _tall(above: Slot, below: Slot | None) -> Slot:
    """Between two labels: a description, or boxes to tick, may reach up to the label before."""
    for name in ("description", "category"):
        for slot in (above, below):
            if slot is not None and slot.name == name:
                return slot
    return above


def in_order(slot: Slot) -> list[Line]:
    """The lines of a value as they are read: row by row, left to right."""
    rows: list[list[tuple[_Spot, Line]]] = []
    placed = [(_spot_of(line, {}), line) for line in slot.values]
    for spot, line in sorted(placed, key=lambda pair: pair[0].y):
        if rows and abs(spot.y - rows[-1][0][0].y) < 0.5 * spot.height:
            rows[-1].append((spot, line))
        else:
            rows.append([(spot, line)])
    return [line for row in rows for _, line in sorted(row, key=lambda pair: pair[0].left)]
