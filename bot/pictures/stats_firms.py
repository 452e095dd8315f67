"""A row a firm: how its tickets ended, or stand, and its rate."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures.pen import AMBER, GREEN, GREY, LINE, PALE, RED, Pen
from bot.pictures.stats_page import LEFT, RIGHT, draw_heading
from bot.texts import figures as texts
from models.tally import FirmRow, PercentMode

MANY = 12  # ranked firms; beyond that, rows stand closer
LINES_A_PAGE = 36
NAME, BAR = LEFT + 48, LEFT + 300
BAR_WIDTH = 430
RATE = RIGHT - 104  # right edges of the two columns of numbers
OTHERS_A_LINE, OTHER_BAR, SQUARE = 3, 100, 20  # firms not ranked
LEGEND = (
    (GREEN, texts.IN_TIME),
    (AMBER, texts.LATE),
    (PALE, texts.OPEN),
    (RED, texts.OPEN_OVERDUE),
)


@dataclass(frozen=True)
class FirmPage:
    """Firms that stand together: the ranked ones from place `first` on, then the others.
    `most`: the tickets of the widest bar of all pages."""

    ranked: Sequence[FirmRow]
    others: Sequence[FirmRow]
    first: int
    most: int

    @property
    def height(self) -> int:
        """Pixels that hold it."""
        return 300 + 48 * (len(self.ranked) + len(self.others))


def split_firms(rows: Sequence[FirmRow]) -> list[FirmPage]:
    """Pages that a phone can show; none without firms."""
    ranked = [row for row in rows if row.ranked]
    others = [row for row in rows if not row.ranked]
    lines = [[row] for row in ranked]
    lines += [others[at : at + OTHERS_A_LINE] for at in range(0, len(others), OTHERS_A_LINE)]
    most = max((row.dispatched for row in ranked), default=0)
    return [
        _page(lines[at : at + LINES_A_PAGE], at + 1, most)
        for at in range(0, len(lines), LINES_A_PAGE)
    ]


def _page(lines: Sequence[Sequence[FirmRow]], first: int, most: int) -> FirmPage:
    rows = [row for line in lines for row in line]
    ranked = [row for row in rows if row.ranked]
    return FirmPage(ranked, [row for row in rows if not row.ranked], first, most)


def draw_firms(pen: Pen, y: float, page: FirmPage, mode: PercentMode) -> float:
    """Ranked firms by their rate of done in time; the others, in brief, below a line."""
    y = _draw_legend(pen, draw_heading(pen, LEFT, y, texts.FIRMS, texts.DONE))
    height = 48 if len(page.ranked) <= MANY else 38
    for rank, row in enumerate(page.ranked, page.first):
        _draw_row(pen, y, height, rank, row, mode, unit=BAR_WIDTH / page.most)
        y += height
    return _draw_others(pen, y, page.others) if page.others else y + 24


def _draw_legend(pen: Pen, y: float) -> float:
    x: float = LEFT
    for colour, text in LEGEND:
        pen.box(x, y - 2, 22, 22, colour)
        x = pen.both(x + 32, y + 18, text, 22) + 32
    return y + 40


def _draw_row(
    pen: Pen, y: float, height: float, rank: int, row: FirmRow, mode: PercentMode, *, unit: float
) -> None:
    base = y + height / 2 + 9
    pen.write(NAME - 16, base, str(rank), 22, colour=GREY, right=True)
    pen.write(NAME, base, pen.fit(row.name, 24, BAR - NAME - 16), 24)
    _draw_bar(pen, BAR, base - 18, row, unit)
    share = row.done_in_time
    pen.write(RATE, base, share.percent(mode), 24, bold=True, right=True)
    pen.write(RIGHT, base, f"{share.part}/{share.whole}", 20, colour=GREY, right=True)


def _draw_others(pen: Pen, y: float, rows: Sequence[FirmRow]) -> float:
    pen.box(LEFT, y + 10, RIGHT - LEFT, 2, LINE)
    pen.both(LEFT, y + 42, texts.NOT_RANKED, 20, colour=GREY)
    width = (RIGHT - LEFT) / OTHERS_A_LINE
    for place, row in enumerate(rows):
        line, column = divmod(place, OTHERS_A_LINE)
        _draw_other(pen, LEFT + column * width, y + 56 + line * 38, width, row)
    return y + 56 + 38 * -(-len(rows) // OTHERS_A_LINE) + 24


def _draw_other(pen: Pen, x: float, y: float, width: float, row: FirmRow) -> None:
    """Its name, and a small square a ticket; of a firm that only helped, how often."""
    end = pen.write(x, y + 28, pen.fit(row.name, 24, width - OTHER_BAR - 40), 24) + 14
    if row.dispatched:
        _draw_bar(pen, end, y + 10, row, min(SQUARE, OTHER_BAR / row.dispatched))
    else:
        words = f"{texts.HELPED.zh} {row.helped} {texts.TIMES.zh}"
        pen.write(end, y + 28, words, 20, colour=GREY)


def _draw_bar(pen: Pen, x: float, y: float, row: FirmRow, unit: float) -> None:
    """Its parts add up to all its tickets; each part's end is rounded, so that no gap is left."""
    tickets = 0
    parts = (row.in_time, row.late, row.open - row.overdue, row.overdue)
    for (colour, _), part in zip(LEGEND, parts, strict=True):
        begin, tickets = round(x + tickets * unit), tickets + part
        pen.box(begin, y, round(x + tickets * unit) - begin, 20, colour)
