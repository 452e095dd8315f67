"""A page's lines as one text, as a sentence runs through them."""

from collections.abc import Sequence
from itertools import pairwise

from bot.ocr.page.flat import FlatPage
from bot.ocr.page.lines import Line
from bot.ocr.page.rows import rows

_GOES_ON = ("，", ",", "、")
BREAK = "\n"  # where a sentence can't go on
_FULL = 0.8  # of the page's width that a line reaches from which a sentence goes on below
_APART = 0.9  # of its height that a piece stands away from the one before it in its row

Span = tuple[int, int]  # of characters


class RunningText:
    """The text of all lines, row by row, and where each of its characters stands. `text` has a
    BREAK behind each row that ends early, but for one that ends on a comma. `row_ends`: where other
    rows end; `gaps`: where two pieces of a row stand apart."""

    def __init__(self, lines: Sequence[Line], page: FlatPage) -> None:
        self._pieces: list[tuple[int, Line]] = []  # (where it starts in the text, line)
        self.text = ""
        self.row_ends = set[int]()
        self.gaps = set[int]()
        left = min(page.spot(line).left for line in lines)
        right = max(page.spot(line).right for line in lines)
        for row in rows(lines, page):
            self._add(row, page)
            full = page.spot(row[-1]).right >= left + _FULL * (right - left)
            if full or row[-1].text.endswith(_GOES_ON):
                self.row_ends.add(len(self.text))
            else:
                self.text += BREAK

    def _add(self, row: Sequence[Line], page: FlatPage) -> None:
        begun = len(self.text)
        for line in row:
            self._pieces.append((len(self.text), line))
            self.text += line.text
        for (_, one), (at, other) in pairwise(self._pieces):
            spot = page.spot(other)
            if at > begun and spot.left - page.spot(one).right > _APART * spot.height:
                self.gaps.add(at)

    def rows(self) -> list[Span]:
        """Where each row of the text stands."""
        breaks = {at for at, letter in enumerate(self.text) if letter == BREAK}
        edges = sorted({0, *self.row_ends, *breaks, len(self.text)})
        return [(start, end) for start, end in pairwise(edges) if end > start]

    def lines(self, start: int, end: int) -> list[Line]:
        """The pieces of lines that these characters stand in."""
        ends = [at for at, _ in self._pieces[1:]] + [len(self.text)]
        spans = (
            (line, max(start, at) - at, min(end, stop, at + len(line.text)) - at)
            for (at, line), stop in zip(self._pieces, ends, strict=True)
        )
        return [line.part(first, last) for line, first, last in spans if first < last]
