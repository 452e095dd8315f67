"""The last character of an address or a description, alone in the next row: 3号404 / 室. The finder
of lines does not see it where it is small; it is looked for where it would stand."""

import re
from collections.abc import Sequence
from math import cos, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.ocr.engines import STRIP, Engine
from bot.ocr.labels.slots import Slot
from bot.ocr.page.geometry import angle, cut, sides, stretched
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from models.intake import Quad

_ROOM = re.compile(r"\d号\d{2,4}$")  # 室 is missing
_WORD = re.compile("(?!一)[一-鿿]{1,2}")  # a rule is read as 一
_STEPS = (0.85, 1.0, 1.15)  # of a row's height to the next one, where no two rows tell
_ROWS = 2  # that tell how far it is to the next
_NEAR, _FAR = 0.6, 2.0  # of a row's height: one row from the other
_BEFORE, _BEHIND = 0.3, 3.0  # characters from where the row above begins
_EDGE = 0.35  # of the place that another line may cover
_SURE = 0.9  # of its least sure character


def look_below(
    slots: Sequence[Slot], lines: Sequence[Line], picture: Pixels, reader: Engine
) -> None:
    """Add what is read there, unless one of the page's lines is seen in that place."""
    for slot in slots:
        places = [box for box, row in _places(slot) if not _is_taken(box, row, lines)]
        read = reader.recognise([(cut(picture, box, STRIP), box) for box in places])
        found = next((line for line in read if _is_last(slot.name, line)), None)
        if found is not None:
            slot.values = [*slot.values, found]


def _places(slot: Slot) -> list[tuple[Quad, Quad]]:
    """Where it may stand, below where the last row begins; with all that is below that row."""
    steps = _steps(slot)
    if not steps:
        return []
    last = slot.values[-1]
    character = 1 / max(len(last.text), 1)
    ends = [(-_BEFORE * character, end) for end in (_BEHIND * character, 1.0)]
    rows = ([stretched(last.box, along, (step, 1 + step)) for along in ends] for step in steps)
    return [(place, row) for place, row in rows]


def _steps(slot: Slot) -> Sequence[float]:
    """From the last row to the next one, as shares of its height: of an address that lacks its 室,
    and of a description in rows."""
    if slot.name == "address" and slot.values and _ROOM.search(slot.values[-1].text):
        return _STEPS
    if slot.name != "description" or len(slot.values) < _ROWS:
        return ()
    (ax, ay), (bx, by) = (value.box[0] for value in slot.values[-2:])
    turn, (_, height) = angle(slot.values[-1].box), sides(slot.values[-1].box)
    step = ((by - ay) * cos(turn) - (bx - ax) * sin(turn)) / max(height, 1.0)
    return (step,) if _NEAR < step < _FAR else ()


def _is_taken(place: Quad, row: Quad, lines: Sequence[Line]) -> bool:
    """Whether one of the lines covers more than the edge of it, or begins in the row: a paragraph's
    first is indented."""
    along, across = sides(place)
    covered = (cv2.intersectConvexConvex(_corners(place), _corners(line.box))[0] for line in lines)
    if max(covered, default=0.0) > _EDGE * along * across:
        return True
    begins = (stretched(line.box, (0.0, 0.0), (0.5, 0.5))[0] for line in lines)
    return any(
        cv2.pointPolygonTest(_corners(row), begin, measureDist=False) > 0 for begin in begins
    )


def _corners(box: Quad) -> NDArray[np.float32]:
    return np.array(box, np.float32)


def _is_last(name: str, line: Line) -> bool:
    ends = line.text == "室" if name == "address" else _WORD.fullmatch(line.text)
    return bool(ends) and line.confidence > _SURE
