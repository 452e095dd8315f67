"""A value's lines as they were meant: without what was struck out, and with what was written above
it instead."""

from collections.abc import Sequence, Set
from dataclasses import replace
from functools import partial

from bot.ocr.fields.struck.rewritten import with_figures_above, with_room_above, with_words_above
from bot.ocr.fields.struck.strokes import (
    OF_TWO,
    without_struck_beginning,
    without_struck_figures,
    without_struck_line,
    without_struck_part,
    without_struck_room,
    without_struck_surname,
)
from bot.ocr.fields.without_others import without_others
from bot.ocr.labels.slots import Tells
from bot.ocr.page.ink import STROKE
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from bot.ocr.values.shapes import is_name, is_room, names
from models import phone
from models.community_match import plain
from models.directory import Directory
from models.intake import PEOPLE

_MOST_FIGURES = 12  # of a telephone, with its area code
_FAINT = 0.9  # of certainty: the others' is 1.0
_OF_A_NUMBER = frozenset("0123456789-.() ")


def as_meant(name: str, lines: Sequence[Line], picture: Pixels, directory: Directory) -> list[Line]:
    """The lines of this field's value. `picture`: RGB."""
    if name in PEOPLE:
        whole = _without_struck(lines, picture, is_name)
        return [without_struck_surname(line, picture) for line in whole]
    if name == "address":
        whole = with_room_above(lines, picture)
        if not any(line.text.isdigit() for line in whole):  # figures may put the other right
            whole = _without_struck(whole, picture, is_room)
        return without_struck_room(whole, picture)
    if name == "phone":
        whole = _without_struck(_with_figures_above(lines, picture), picture, _is_number)
        return [_without_struck_figures(line, picture) for line in whole]
    if name == "community":  # who is sent: only where nobody could doubt it
        is_listed = partial(_is_listed, names(directory))
        whole = _without_struck(lines, picture, is_listed, STROKE)
        return [without_struck_beginning(line, picture, is_listed) for line in whole]
    if name == "description":
        return without_others(with_words_above(lines, picture))
    return list(lines)


def _without_struck(
    lines: Sequence[Line], picture: Pixels, tells: Tells, least: float = OF_TWO
) -> list[Line]:
    one = tells("".join(line.text for line in lines))  # 255弄, and 13号603室 in the next row
    whole = list(lines) if one else without_struck_line(lines, picture, tells, least)
    return [without_struck_part(line, picture, tells, least) for line in whole]


def _with_figures_above(lines: Sequence[Line], picture: Pixels) -> Sequence[Line]:
    """A telephone with the figures above struck ones instead of them, where it is whole then."""
    anew = with_words_above(lines, picture)
    whole = len(anew) == 1 and _is_number(anew[0].text)
    return anew if whole else with_figures_above(lines, _is_number)


def _without_struck_figures(line: Line, picture: Pixels) -> Line:
    """Of more figures than a number has, without the struck ones; of twelve without the only one
    that is not sure."""
    figures = sum(map(str.isdigit, line.text))
    if figures > _MOST_FIGURES:
        return without_struck_figures(line, picture, _is_number)
    if figures < _MOST_FIGURES or _is_number(line.text):
        return line
    sure = tuple(glyph for glyph in line.glyphs if glyph.confidence >= _FAINT)
    rest = replace(line, glyphs=sure)
    return rest if len(line.glyphs) - len(sure) == 1 and _is_number(rest.text) else line


def _is_listed(listed: Set[str], text: str) -> bool:
    return plain(text) in listed


def _is_number(text: str) -> bool:
    """Whether it is one telephone: where a comma stands between two, neither is struck out."""
    return set(text) <= _OF_A_NUMBER and phone.is_number(text)
