"""A few words squeezed in right above a row: what was struck out in it is written anew there."""

from collections.abc import Sequence

import numpy as np

from bot.ocr.page.flat import FlatPage
from bot.ocr.page.lines import Line
from bot.ocr.page.rows import rows

MOST = 8  # characters that are written anew above others
_ABOVE = (-0.8, 0.25)  # heights of the lower line, from its top to the middle of what is above it


def stands_over(above: Line, line: Line) -> bool:
    """Whether it was squeezed in right above the other, nearer than a row of its own would be."""
    return len(above.text) <= MOST and over(above, line) is not None


def over(above: Line, line: Line) -> tuple[float, float] | None:
    """The part of the line, 0.0 left … 1.0 right, that the other stands right above; None where it
    does not."""
    corners, other = np.asarray(line.box), np.asarray(above.box)
    along, across = corners[1] - corners[0], corners[3] - corners[0]
    up = (other.mean(axis=0) - corners[0]) @ across / (across @ across)
    if not _ABOVE[0] < up < _ABOVE[1]:
        return None
    begin, end = ((other[[a, b]].mean(axis=0) - corners[0]) @ along for a, b in ((0, 3), (1, 2)))
    left, right = begin / (along @ along), end / (along @ along)
    return (float(left), float(right)) if right > 0 and left < 1 else None


def is_squeezed_in(line: Line, row: Line) -> bool:
    """Whether a few words stand between this row and the one above it."""
    return 2 * len(line.text) < len(row.text) and stands_over(line, row)


def without_squeezed(lines: Sequence[Line], page: FlatPage) -> list[Line]:
    """The lines as a sentence runs through them. What has others in its row is none of these, nor
    what begins where the row below does: the last words of a paragraph."""

    def is_anew(line: Line, row: Line) -> bool:
        within = page.spot(line).left > page.spot(row).left + page.spot(line).height
        return within and is_squeezed_in(line, row)

    alone = [row[0] for row in rows(lines, page) if len(row) == 1]
    anew = [line for line in alone if any(is_anew(line, row) for row in lines)]
    return [line for line in lines if line not in anew]
