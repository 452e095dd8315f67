"""The federation's own form: where everything stands on the A4 sheet, in millimetres from its top
left corner. The one place: the form is drawn from it and read by it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from models.kinds import KINDS
from models.tier import Tier

VERSION = 1  # rises with every change of what follows; a photo says which one it shows
PAGE = (210.0, 297.0)


@dataclass(frozen=True)
class Rect:
    """A rectangle in millimetres; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """Clockwise from the top left."""
        return (
            (self.x, self.y),
            (self.right, self.y),
            (self.right, self.bottom),
            (self.x, self.bottom),
        )

    def inside(self, margin: float) -> "Rect":
        """Smaller by `margin` on every side."""
        return Rect(
            self.x + margin, self.y + margin, self.width - 2 * margin, self.height - 2 * margin
        )


# ArUco marks 0 … 3 of the dictionary 4X4_50, clockwise from the top left.
MARKS = (Rect(7, 7, 14, 14), Rect(189, 7, 14, 14), Rect(189, 276, 14, 14), Rect(7, 276, 14, 14))
QR = Rect(161, 7, 22, 22)
TITLE = Rect(24, 8, 134, 22)
LEFT, VALUES, RIGHT = 12.0, 40.0, 198.0  # the table, and where its labels end

LABELS: Mapping[str, Rect] = {
    "time": Rect(LEFT, 36, 28, 14),
    "operator": Rect(116, 36, 24, 14),
    "caller": Rect(LEFT, 50, 28, 14),
    "phone": Rect(LEFT, 64, 28, 17),
    "community": Rect(LEFT, 81, 28, 15),
    "address": Rect(LEFT, 96, 28, 15),
    "category": Rect(LEFT, 111, 28, 42),
    "urgency": Rect(LEFT, 153, 28, 13),
    "description": Rect(LEFT, 166, 28, 98),
}
_ENDS: Mapping[str, float] = {"time": 116.0}
CELLS: Mapping[str, Rect] = {
    name: Rect(label.right, label.y, _ENDS.get(name, RIGHT) - label.right, label.height)
    for name, label in LABELS.items()
}
HINT = Rect(24, 266, 162, 8)

_DIGIT = (11.0, 12.0)
DIGITS = tuple(
    Rect(43 + i * _DIGIT[0] + (3 if i > 2 else 0), 66.5, *_DIGIT)  # a mobile's or area code's three
    for i in range(12)
)

_TICK = 5.5


def _boxes(
    words: tuple[str, ...], top: float, columns: int, pitch: tuple[float, float]
) -> dict[str, Rect]:
    return {
        word: Rect(44 + i % columns * pitch[0], top + i // columns * pitch[1], _TICK, _TICK)
        for i, word in enumerate(words)
    }


TICKS: Mapping[str, Mapping[str, Rect]] = {
    "category": _boxes((*KINDS, "其他"), 113.5, 5, (31.0, 10.0)),
    "urgency": _boxes(tuple(tier.value for tier in Tier), 156.7, 4, (38.0, 10.0)),
}
GUIDES = tuple(166 + 13.0 * row for row in range(1, 8))  # faint lines to write the description on
RULES = tuple(
    sorted(set(chain.from_iterable((cell.y, cell.bottom) for cell in CELLS.values())))
)  # heights of the table's horizontal lines

_CODE = re.compile(r"PAIDAN(\d+)-(\d{1,8})")


def code(number: int) -> str:
    """What the form's QR code says: the layout's version and the running number."""
    return f"PAIDAN{VERSION}-{number:06d}"


def number_in(text: str) -> int | None:
    """The running number in a QR code's text; None if it is not of a form of this version."""
    match = _CODE.fullmatch(text.strip())
    return int(match[2]) if match and int(match[1]) == VERSION else None
