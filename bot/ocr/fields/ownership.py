"""Which label the content of a ruled page's cell belongs to."""

from collections.abc import Sequence

from bot.ocr.fields.passage import tells_of_trouble
from bot.ocr.labels.slots import Slot
from bot.ocr.page.cell import Cell, Cells
from bot.ocr.page.flat import FlatPage
from bot.ocr.page.lines import Line

_COLUMNS = 1.6  # times as wide as a column: more than one


class Ownership:
    """Which label the content of a cell belongs to: one in the cell left of it; else one in the
    cell above it, and so on down a column."""

    def __init__(
        self, cells: Cells, page: FlatPage, slots: Sequence[Slot], free: Sequence[Line]
    ) -> None:
        self._cells, self._page = cells, page
        self._named: dict[Cell, list[Slot]] = {}
        for slot in slots:
            cell = cells.cell(slot.label)
            if cell is not None:
                self._named.setdefault(cell, []).append(slot)
        filled = {cells.cell(line) for line in free}
        self._labels = {  # cells with nothing but a label, or several
            cell: own
            for cell, own in self._named.items()
            if cell not in filled and not any(slot.values for slot in own)
        }
        for cell in [cell for cell in self._named if self._is_stamped(cell)]:
            del self._named[cell]
        values = (cells.cell(line) for line in free)
        self._beside = {self._left(cell) for cell in values if cell and cell not in self._named}

    def _is_stamped(self, cell: Cell) -> bool:
        """Whether words in it that look like labels stand among a description: a stamp's 受理."""
        left = self._left(cell)
        asked = self._labels.get(left, ()) if left is not None else ()
        described = any(slot.name == "description" for slot in asked)
        return (
            described and cell not in self._labels and not any(s.values for s in self._named[cell])
        )

    def owner(self, line: Line) -> Slot | None:
        """The label of the line's cell, which has none of its own; None where it is unknown."""
        cell = self._cells.cell(line)
        if cell is None or cell in self._named:
            return None
        labels = self._labels_of(cell)
        told = [slot for slot in labels if slot.name == "description"]
        if tells_of_trouble(line.text):  # it may begin far above its label
            labels = told or labels
        return min(labels, key=lambda slot: self._away(line, slot), default=None)

    def _labels_of(self, cell: Cell) -> Sequence[Slot]:
        left = self._left(cell)
        if left in self._labels:
            return self._labels[left]
        return () if self._is_beside_value(cell) else self._heading(cell)

    def _away(self, line: Line, slot: Slot) -> float:
        """How far from the label's row: two stand in one cell where the rule between is faint."""
        return abs(self._page.spot(line).y - self._page.spot(slot.label).y)

    def together(self, line: Line, label: Line) -> bool:
        """Whether the ruling allows that the line is this label's value: in one cell, or both in
        none. A box alone may have its label outside, on the paper around it."""
        own, other = self._cells.cell(line), self._cells.cell(label)
        if own is not None and (other is None or (other != own and other.holds(own))):
            return self._left(own) is None
        if other is not None and own is None:  # its own cell is open: a rule was too faint
            return not self._right(other)
        return own == other

    def follows(self, line: Line, label: Line) -> bool:
        """Whether no other cell lies between the two, where rules are too faint to tell more."""
        own, other = self._cells.cell(line), self._cells.cell(label)
        after = self._right(other) if other is not None else []
        return not after or own in after

    def _is_beside_value(self, cell: Cell) -> bool:
        """Whether a label and its value stand left of it: so it is a label as well, unread."""
        left = self._left(cell)
        return left is not None and self._left(left) in self._labels

    def _heading(self, cell: Cell) -> Sequence[Slot]:
        """The label at the head of the column that the cell stands in: not one that has its value
        beside it, for then what stands below is the next label."""
        above, seen = self._above(cell), {cell}
        while above is not None and above not in seen:
            if cell.width > _COLUMNS * above.width:  # of several columns, the rules between unseen
                return ()
            if above in self._labels:
                return () if above in self._beside else self._labels[above]
            if self._left(above) in self._labels:
                return ()
            seen.add(above)
            above = self._above(above)
        return ()

    def _right(self, cell: Cell) -> list[Cell]:
        return [other for other in self._cells.all if other.right_of(cell)]

    def _left(self, cell: Cell) -> Cell | None:
        beside = [other for other in self._cells.all if cell.right_of(other)]
        return max(beside, key=cell.right_of, default=None)

    def _above(self, cell: Cell) -> Cell | None:
        over = [other for other in self._cells.all if cell.below(other)]
        return max(over, key=cell.below, default=None)
