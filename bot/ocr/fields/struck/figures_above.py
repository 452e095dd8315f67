"""The figures above struck ones of a telephone, where the finder saw none: so small a 1 is no line
to it. They are looked for where they would stand."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from bot.ocr.engines import STRIP, Engine
from bot.ocr.fields.struck.rewritten import BROKEN, FIGURES, with_instead
from bot.ocr.labels.slots import Slot
from bot.ocr.page.geometry import cut, stretched
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from models import phone

_FEWEST = 6  # figures that were read of it
_GAP = 1.8  # times the usual step to the next character: one between was not read at all
_BESIDE = 0.7  # of such a step that what is struck reaches beyond the middles of its characters
_HIGH = (-0.6, 0.15)  # of the number's height, from its upper edge


def look_above(slots: Sequence[Slot], picture: Pixels, reader: Engine) -> None:
    """Give the telephone that lacks them what is read there; somebody is asked, as the end of a
    stroke looks like a 1."""
    for slot in (slot for slot in slots if slot.name == "phone" and len(slot.values) == 1):
        (line,) = slot.values
        if phone.is_number(line.text) or phone.digits_in(line.text) < _FEWEST:
            continue
        for start, end in _places(line):
            box = stretched(line.box, _along(line, start, end), _HIGH)
            (above,) = reader.recognise([(cut(picture, box, STRIP), box)])
            doubtful = tuple(replace(glyph, confidence=0.0) for glyph in above.glyphs)
            whole = with_instead(line, start, end, replace(above, glyphs=doubtful))
            if FIGURES.fullmatch(above.text) and phone.is_number(whole.text):
                slot.values = [whole]


def _places(line: Line) -> list[tuple[int, int]]:
    """(start, end) of what is no figure in it, or else of a gap where one may have been; none where
    there are several."""
    steps = _steps(line)
    gaps = [(at, at) for at, step in enumerate(steps, 1) if step > _GAP * median(steps)]
    found = [run.span() for run in BROKEN.finditer(line.text)] or gaps
    return found if len(found) == 1 else []


def _steps(line: Line) -> list[float]:
    return [other.place - one.place for one, other in pairwise(line.glyphs)]


def _along(line: Line, start: int, end: int) -> tuple[float, float]:
    """What stands from `start` to `end`, or lies between the two characters beside a gap."""
    beside = _BESIDE * median(_steps(line))
    if start == end:
        before, behind = (line.glyphs[at].place for at in (start - 1, start))
        middle = (before + behind) / 2
        return middle - beside, middle + beside
    return line.glyphs[start].place - beside, line.glyphs[end - 1].place + beside
