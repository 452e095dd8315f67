"""A field on the paper."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bot.ocr.page.flat import Spot
from bot.ocr.page.lines import Line

PLACE = frozenset({"community", "address"})
REACHED = frozenset({"caller", "phone"})  # who is called back
DECISIVE = PLACE | {"phone"}  # where to, and whom to call
ROW = 0.65  # of a height that two pieces of one row may lie apart
INDENT = 0.8  # of its height that two pieces of one column may begin apart
NEXT = 2.2  # of its height that a line may lie below the one that it continues
FOOTNOTE = "说明"  # a label of descriptions as well
SENTENCE = 8  # characters: shorter ones are titles and names

Tells = Callable[[str], bool]  # whether a text can be nothing else than a value of some field


@dataclass
class Slot:
    """A field's label on the paper, and the lines found to belong to it. `told`: its label was not
    read, its value tells what it is, and stands for the label. `guessed`: nobody knows the label,
    but for its last word."""

    name: str
    label: Line
    values: list[Line] = field(default_factory=list)
    told: bool = False
    guessed: bool = False

    @property
    def text(self) -> str:
        """All that its values say."""
        return "".join(value.text for value in self.values)


def is_level(one: Spot, other: Spot) -> bool:
    """Whether the two stand in one row: what a pen writes is often higher than the print."""
    return abs(one.y - other.y) < ROW * max(one.height, other.height)


def is_in_row_of(one: Spot, own: Spot) -> bool:
    """The same by the height of `own` alone: a title reaches over rows that it is not in."""
    return abs(one.y - own.y) < ROW * own.height


def in_row(line: Spot, label: Spot) -> bool:
    """Whether the line stands right of the label, in its row."""
    height = max(line.height, label.height)
    return is_level(line, label) and line.left - label.right > -0.5 * height


def hand_out(lines: Iterable[Line], owner: Callable[[Line], Slot | None]) -> list[Line]:
    """Each line becomes a value of the slot that owns it. Returns those that none does."""
    rest = []
    for line in lines:
        slot = owner(line)
        if slot is None:
            rest.append(line)
        else:
            slot.values.append(line)
    return rest
