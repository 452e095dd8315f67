"""A page's lines as one text, as a sentence runs through them."""

from collections.abc import Sequence

from bot.ocr.page.flat import FlatPage
from bot.ocr.page.lines import Line
from bot.ocr.page.rows import rows

_GOES_ON = ("，", ",", "、")
BREAK = "\n"  # where a sentence can't go on
_FULL = 0.8  # of the page's width that a line reaches from which a sentence goes on below


class RunningText:
    """The text of all lines, row by row, and where each of its characters stands. `text` has a
    BREAK behind each row that ends early, but for one that ends on a comma."""

    def __init__(self, lines: Sequence[Line], page: FlatPage) -> None:
        self._pieces: list[tuple[int, Line]] = []  # (where it starts in the text, line)
        self.text = ""
        left = min(page.spot(line).left for line in lines)
        right = max(page.spot(line).right for line in lines)
        for row in rows(lines, page):
            for line in row:
                self._pieces.append((len(self.text), line))
                self.text += line.text
            full = page.spot(row[-1]).right >= left + _FULL * (right - left)
            if not (full or row[-1].text.endswith(_GOES_ON)):
                self.text += BREAK

    def lines(self, start: int, end: int) -> list[Line]:
        """The pieces of lines that these characters stand in."""
        ends = [at for at, _ in self._pieces[1:]] + [len(self.text)]
        spans = (
            (line, max(start, at) - at, min(end, stop, at + len(line.text)) - at)
            for (at, line), stop in zip(self._pieces, ends, strict=True)
        )
        return [line.part(first, last) for line, first, last in spans if first < last]
