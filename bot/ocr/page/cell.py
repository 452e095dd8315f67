"""Cells of a ruled page, and how they lie beside one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.ocr.page.lines import Line

_RULE = 16.0  # pixels that the rule between two cells may take
_LEAN = 0.5  # of the narrower one's width that their bounds overlap where the rule leans
_SHARED = 0.5  # of the shorter side that two cells must share to be neighbours


@dataclass(frozen=True)
class Cell:
    """Its bounds in the upright picture, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From its left to its right rule."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From its upper to its lower rule."""
        return self.bottom - self.top

    def holds(self, other: "Cell") -> bool:
        """Whether the other lies within it."""
        level = self.left <= other.left and other.right <= self.right
        return level and self.top <= other.top and other.bottom <= self.bottom

    def right_of(self, other: "Cell") -> float:
        """How far, in pixels, they run beside each other, if it is the next one to the right."""
        if not -_LEAN * min(self.width, other.width) < self.left - other.right < _RULE:
            return 0.0
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared if shared > _SHARED * min(self.height, other.height) else 0.0

    def below(self, other: "Cell") -> float:
        """How far, in pixels, they run below each other, if it is the next one down."""
        if not -_LEAN * min(self.height, other.height) < self.top - other.bottom < _RULE:
            return 0.0
        shared = min(self.right, other.right) - max(self.left, other.left)
        return shared if shared > _SHARED * min(self.width, other.width) else 0.0


class Cells(Protocol):
    """A page's cells: none where it has no ruling."""

    @property
    def all(self) -> Sequence[Cell]:
        """Every cell."""
        ...

    def cell(self, line: Line) -> Cell | None:
        """The cell that the line stands in."""
        ...

    def cut(self, line: Line) -> Iterator[Line]:
        """The line in pieces, one a cell."""
        ...


class Unruled:
    """A page without ruling."""

    all: Sequence[Cell] = ()

    def cell(self, line: Line) -> Cell | None:
        """None."""
        return None

    def cut(self, line: Line) -> Iterator[Line]:
        """The whole line."""
        yield line
