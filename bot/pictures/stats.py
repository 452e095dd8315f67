"""The pictures of /stats: pages for a phone, wide as its screen. The firms get pages of their own
where one page would be so tall that Telegram shrinks its words out of sight."""

from collections.abc import Sequence
from datetime import timedelta, tzinfo

from bot.pictures.pen import GREEN, GREY, INK, LINE, PALE, Pen
from bot.pictures.stats_bars import draw_counts, draw_series
from bot.pictures.stats_firms import FirmPage, draw_firms, split_firms
from bot.pictures.stats_page import LEFT, RIGHT, WIDTH
from bot.texts import figures as texts
from bot.texts.figures import duration
from bot.texts.text import Text
from models.tally import PercentMode, Share, Tally

WITHOUT_FIRMS = 2400  # a sheet of this height holds all but the firms; the rest is cut off
TALLEST = 2060  # Telegram shrinks a photo's longer side to 1280: the smallest words keep 11 pixels
MOST_PAGES = 10  # in an album
CELL_HEIGHT, CELLS_A_ROW = 96, 3
HALF = (RIGHT - LEFT) // 2


def draw_stats(
    tally: Tally, *, title: str, period: str, percent_mode: PercentMode, zone: tzinfo
) -> tuple[bytes, ...]:
    """The figures as PNG, 1080 pixels wide: one page, or the firms on further ones. Times are
    shown in `zone`."""
    pages = split_firms(tally.firms)

    def page(*firms: FirmPage, figures: bool = True) -> tuple[Pen, float]:
        pen = Pen(WIDTH, WITHOUT_FIRMS + sum(one.height for one in firms))
        y = _draw_head(pen, title, tally, period, zone)
        if figures:
            y = _draw_figures(pen, y, tally, percent_mode, zone)
        for one in firms:
            y = draw_firms(pen, y, one, percent_mode)
        return pen, _draw_definitions(pen, y, tally, percent_mode) if figures else y

    pen, height = page(*pages)
    if height <= TALLEST:
        return (pen.png(height),)
    drawn = [page(), *(page(one, figures=False) for one in pages[: MOST_PAGES - 1])]
    drawn[-1] = _draw_not_shown(*drawn[-1], pages[MOST_PAGES - 1 :])
    longest = max(height for _, height in drawn)  # Telegram crops pictures of unlike shapes
    return tuple(pen.png(longest) for pen, _ in drawn)


def _draw_not_shown(pen: Pen, y: float, pages: Sequence[FirmPage]) -> tuple[Pen, float]:
    """How many firms have no place in an album, if any."""
    count = sum(len(page.ranked) + len(page.others) for page in pages)
    if count == 0:
        return pen, y
    text = texts.NOT_SHOWN
    pen.both(LEFT, y + 24, Text(text.zh.format(count=count), text.en.format(count=count)), 22)
    return pen, y + 60


def _draw_figures(pen: Pen, y: float, tally: Tally, mode: PercentMode, zone: tzinfo) -> float:
    y = _draw_headline(pen, y, tally, mode)
    y = _draw_cells(pen, y, tally, mode)
    y = draw_series(pen, y, tally.series, zone)
    return draw_counts(pen, y, tally)


def _draw_head(pen: Pen, title: str, tally: Tally, period: str, zone: tzinfo) -> float:
    pen.box(0, 0, WIDTH, 12, GREEN)
    pen.write(LEFT, 88, pen.fit(title, 44, RIGHT - LEFT), 44, bold=True)
    as_of = f"{texts.AS_OF.zh} {texts.AS_OF.en} {tally.now.astimezone(zone):%m-%d %H:%M}"
    room = RIGHT - LEFT - pen.width(as_of, 22) - 40
    pen.write(LEFT, 140, pen.fit(_with_dates(tally, period, zone), 30, room), 30)
    pen.write(RIGHT, 140, as_of, 22, colour=GREY, right=True)
    pen.box(LEFT, 166, RIGHT - LEFT, 2, LINE)
    return 168


def _with_dates(tally: Tally, period: str, zone: tzinfo) -> str:
    """The period's name with its first and last day, unless the name says them already."""
    last = max(tally.start, tally.end - timedelta(seconds=1))
    days = [f"{at.astimezone(zone):%Y-%m-%d}" for at in (tally.start, last)]
    if days[0] in period:
        return period
    return f"{period} {' ~ '.join(dict.fromkeys(days))}".strip()


def _draw_headline(pen: Pen, y: float, tally: Tally, mode: PercentMode) -> float:
    _draw_rate(pen, LEFT, y, texts.RESOLUTION, tally.resolution, mode, texts.OF_ACCEPTED)
    right = LEFT + HALF
    end = _draw_rate(pen, right, y, texts.SATISFACTION, tally.satisfied, mode, texts.OF_ANSWERED)
    apart = f"{texts.UNREACHED.zh} {tally.unreached} {texts.UNREACHED.en}"
    pen.write(right, end, apart, 20, colour=GREY)
    pen.write(LEFT, end, texts.LEFT_OUT.zh.format(**_left_out(tally)), 20, colour=GREY)
    pen.box(LEFT, end + 28, RIGHT - LEFT, 2, LINE)
    return end + 30


def _draw_rate(
    pen: Pen, x: float, y: float, name: Text, share: Share, mode: PercentMode, of: Text
) -> float:
    pen.both(x, y + 54, name, 28)
    colour = GREEN if share.whole else PALE
    pen.write(x, y + 146, share.percent(mode), 84, colour=colour, bold=True)
    end = pen.write(x, y + 192, f"{share.part}/{share.whole}", 30, bold=True)
    pen.both(end + 16, y + 192, of, 24, colour=GREY, until=x + HALF - 8)
    return y + 228


def _left_out(tally: Tally) -> dict[str, int]:
    return {"merged": tally.merged, "cancelled": tally.cancelled}


def _draw_cells(pen: Pen, y: float, tally: Tally, mode: PercentMode) -> float:
    cells = _cells(tally, mode)
    width = (RIGHT - LEFT) / CELLS_A_ROW
    for place, (name, value, beside) in enumerate(cells):
        row, column = divmod(place, CELLS_A_ROW)
        x, top = LEFT + column * width, y + 12 + row * CELL_HEIGHT
        pen.both(x, top + 36, name, 24, until=x + width - 8)
        end = pen.write(x, top + 80, value, 34, bold=True)
        note = pen.fit(beside, 22, x + width - 8 - end - 12)
        pen.write(end + 12, top + 80, note, 22, colour=GREY)
    bottom = y + 12 + CELL_HEIGHT * -(-len(cells) // CELLS_A_ROW) + 20
    pen.box(LEFT, bottom, RIGHT - LEFT, 2, LINE)
    return bottom + 2


def _cells(tally: Tally, mode: PercentMode) -> list[tuple[Text, str, str]]:
    """(name, value, what stands small beside it), read by rows."""

    def share(name: Text, of: Share) -> tuple[Text, str, str]:
        return name, of.percent(mode), f"{of.part}/{of.whole}"

    def median(name: Text, seconds: int | None) -> tuple[Text, str, str]:
        length = duration(seconds)
        return name, length.zh, length.en if seconds is not None else ""

    standing = f"{texts.OVERDUE.zh} {tally.overdue}  {texts.ON_HOLD.zh} {tally.on_hold}"
    return [
        median(texts.TO_DISPATCH, tally.seconds_to_dispatch),
        median(texts.TO_ACKNOWLEDGE, tally.seconds_to_acknowledge),
        median(texts.TO_RESOLVE, tally.seconds_to_resolve),
        share(texts.ACKNOWLEDGED, tally.acknowledged_in_time),
        share(texts.DONE, tally.done_in_time),
        share(texts.DONE_EXTENDED, tally.done_in_extended_time),
        share(texts.CONTACTED, tally.contacted_in_time),
        share(texts.FOLLOWED_UP, tally.followed_up),
        share(texts.REFUSED, tally.refused),
        (texts.OPEN, str(tally.open), standing),
        (texts.HELPED, f"{tally.helped} {texts.TIMES.zh}", ""),
        share(texts.REOPENED, tally.reopened),
    ]


def _draw_definitions(pen: Pen, y: float, tally: Tally, mode: PercentMode) -> float:
    """How each figure is counted: 中文 first, then the same in English, in small type."""
    rounding = texts.ROUNDING[mode]
    zh = "".join(text.zh for text in texts.DEFINITIONS) + rounding.zh + "。"
    left_out = texts.LEFT_OUT.en.format(**_left_out(tally))
    en = " ".join(text.en for text in texts.DEFINITIONS)
    en = f"{en} {rounding.en.capitalize()}; {left_out}."
    y += 16
    for words, size, colour in ((zh, 20, INK), (en, 18, GREY)):
        for line in pen.wrap(words, size, RIGHT - LEFT):
            y += size + 10
            pen.write(LEFT, y, line, size, colour=colour)
        y += 8
    return y + 36
