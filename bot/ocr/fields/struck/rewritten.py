"""What was struck out and written anew above it: where the picture shows the stroke, the new stands
for the old."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from bot.ocr.fields.struck.strokes import strokes
from bot.ocr.labels.slots import Tells
from bot.ocr.page.geometry import sides
from bot.ocr.page.ink import STROKE
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from bot.ocr.page.squeezed import MOST, is_squeezed_in, over

NUMBER = re.compile(r"\d{3,4}室?")  # of a room, written above another
FIGURES = re.compile(r"\d{1,2}")  # of a telephone, written above others
BROKEN = re.compile(r"[^\d\s()（）-]+")  # what stands for a figure that was struck out
_ROOM = re.compile(r"[号/-](\d{3,4})(?=室?\W*$)")
# Nothing can be read of it: 67号##室, 67-##.
_SCRIBBLED = re.compile(r"(?:号(?=\D{0,4}室)|\d[/-])(\D{0,4}?)(?=室?\W*$)")
_FEWEST = 2  # that are struck: through one of them run its own strokes
_BESIDE = 1.0  # characters that what is struck may reach beyond what stands above it
_SMALL = 0.85  # of its row's height that a word squeezed in is, at most
_FAINT = 0.9  # of certainty: what is struck is hardly read, all else surely
_SURE = 0.97  # of a straight line that is ink, through words: their own strokes run level too


def with_room_above(lines: Sequence[Line], picture: Pixels) -> list[Line]:
    """An address whose room has a stroke through it, and another number right above it: 801 above
    26号809室. As it was, where no stroke is seen. `picture`: RGB."""
    for above, line in permutations(lines, 2):
        room, lost = _ROOM.search(line.text), _SCRIBBLED.search(line.text)
        whole = room or lost
        if whole is None or not NUMBER.fullmatch(above.text) or over(above, line) is None:
            continue
        first, end = whole.span(1)
        if lost or strokes(line, picture)(first, end - 1) > STROKE:
            figures = above.part(0, len(above.text.rstrip("室")))
            rest = [one for one in lines if one is not above and one is not line]
            return [with_instead(line, first, end, figures), *rest]
    return list(lines)


def with_figures_above(lines: Sequence[Line], is_number: Tells) -> list[Line]:
    """A telephone with the figures that stand right above a sign that is none, 2 above 199320*2620,
    or above where it lacks them. As it was, where it is no telephone then."""
    for above, line in permutations(lines, 2):
        span = over(above, line) if FIGURES.fullmatch(above.text) else None
        if span is None:
            continue
        middle = sum(span) / 2
        at = sum(glyph.place < middle for glyph in line.glyphs)
        broken = [run.span() for run in BROKEN.finditer(line.text)]
        first, end = next((run for run in broken if run[0] - 1 <= at <= run[1] + 1), (at, at))
        whole = with_instead(line, first, end, above)
        if is_number(whole.text):
            return [whole, *(one for one in lines if one is not above and one is not line)]
    return list(lines)


def with_words_above(lines: Sequence[Line], picture: Pixels) -> list[Line]:
    """The rows of a description, with the words written above struck ones instead of them, and
    small ones above a gap in between. `picture`: RGB."""
    found = list(lines)
    for above in [line for line in lines if len(line.text) <= MOST]:
        for at, line in enumerate(found):
            whole = line is not above and len(line.glyphs) >= _FEWEST
            span = over(above, line) if whole else None
            place = _struck(line, span, picture) or _gap(above, line, span) if span else None
            if place is not None:
                found[at] = with_instead(line, *place, above)
                found = [one for one in found if one is not above]
                break
    return found


def _struck(line: Line, span: tuple[float, float], picture: Pixels) -> tuple[int, int] | None:
    """(start, end) of the longest run of characters there that a stroke runs through: of those
    that could hardly be read, if it runs through such."""
    beside = _BESIDE * sides(line.box)[1] / max(sides(line.box)[0], 1.0)
    near = [n for n, g in enumerate(line.glyphs) if span[0] - beside < g.place < span[1] + beside]
    share = strokes(line, picture)
    runs = [(a, b + 1) for a in near for b in near if a <= b < a + MOST]
    faint = [(a, b) for a, b in runs if all(g.confidence < _FAINT for g in line.glyphs[a:b])]
    struck = [run for run in faint if share(run[0], run[1] - 1) > STROKE] or [
        (a, b) for a, b in runs if b - a >= _FEWEST and share(a, b - 1) > _SURE
    ]
    return max(struck, key=lambda run: run[1] - run[0], default=None)


def _gap(above: Line, line: Line, span: tuple[float, float]) -> tuple[int, int] | None:
    """(start, end) of the gap between two characters that a small word stands above: it was left
    out at first."""
    at = sum(glyph.place < sum(span) / 2 for glyph in line.glyphs)
    small = sides(above.box)[1] < _SMALL * sides(line.box)[1]
    return (at, at) if small and span[0] > 0 and is_squeezed_in(above, line) else None


def with_instead(line: Line, start: int, end: int, new: Line) -> Line:
    """The line with the other's characters instead of its own from `start` to `end`."""
    place = line.glyphs[min(start, len(line.glyphs) - 1)].place
    instead = tuple(replace(glyph, place=place) for glyph in new.glyphs)
    return replace(line, glyphs=(*line.glyphs[:start], *instead, *line.glyphs[end:]), frames=None)
