"""Which of the printed options is chosen: a matter of ink more than of letters."""

from collections.abc import Mapping, Sequence
from statistics import median

import cv2
import numpy as np

from bot.ocr.options.pen_marks import beside, circled, struck, underlined
from bot.ocr.options.printed import Option, follow
from bot.ocr.options.surroundings import Surroundings, around, room
from bot.ocr.options.tick_boxes import hole
from bot.ocr.page.picture import Pixels
from models.intake import Value

FEWEST = 2  # words in a cell that are options: one alone is written
_EMPTY_ONES = 3  # times as many options: 污水排水[] has one box before two words
_TELLING = 3  # options of which one stands out; of two, neither is the usual one
_CUT = 0.7  # times the usual hole: a smaller one is cut up
_INKY = 0.85  # the same of a box that has more ink besides than any other
_LESS = 0.95  # times the usual hole, of a box that was not read as empty like all others
_HOLE = 0.04  # times the squared height: boxes have larger holes, letters smaller ones
_REACH = 1.8  # characters that a box or brackets reach from their word
_FILLED = 0.08  # squared characters of ink, more than usual: less is noise
_TICK = 0.06  # squared characters of ink that a tick without a box has
_BROKEN = 0.25  # times the usual hole: a smaller one leaks through a broken ring
_FAR_MORE, _ALIKE = 1.6, 1.25  # times as much ink as beside any other; as beside the least
_FAR = 2.0  # times as far from the usual as any other: it stands out


def ticked(picture: Pixels, found: Sequence[Option], words: Mapping[str, str]) -> Value | None:
    """The one option that is chosen; None if the cell holds no options; an empty value where
    none, or more than one, stands out."""
    if len({option.word for option in found}) < FEWEST:
        return None
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    option = _chosen(grey, found)
    return Value(words[option.word], option.line.confidence, option.box) if option else Value()


def _chosen(grey: Pixels, found: Sequence[Option]) -> Option | None:
    words = around(grey, found)
    if circles := _circled(grey, found, words):
        return _alone(circles)
    if above_line := _alone([word.option for word in words if underlined(word)]):
        return above_line
    behind = follow(found)
    plain = all(option.full(behind=behind) is None for option in found)  # boxes are ticked
    if plain and (all_but_one := _alone([word.option for word in words if not struck(word)])):
        return all_but_one
    return _marked(grey, found, words, behind=behind)


def _circled(grey: Pixels, found: Sequence[Option], words: Sequence[Surroundings]) -> list[Option]:
    """A ring may run around a word, or around it and its translation."""
    wide = [option for option in found if option.translated is not option]
    beside = around(grey, [option.translated for option in wide]) if wide else []
    seen = [*zip(found, words, strict=True), *zip(wide, beside, strict=True)]
    return [option for option in found if any(one is option and circled(w) for one, w in seen)]


def _alone(found: Sequence[Option]) -> Option | None:
    return found[0] if len(found) == 1 else None


def _marked(
    grey: Pixels, found: Sequence[Option], words: Sequence[Surroundings], *, behind: bool
) -> Option | None:
    """The option whose box, or whose brackets, are not as empty as the others."""
    marks = [option.full(behind=behind) for option in found]
    if (option := _read_as_ticked(found, marks)) is not None:
        return option
    if len(found) < _TELLING:
        return None
    free = room(found)
    inky = _inkiest(words, min(_REACH, free), _FILLED, behind=behind)
    holes = [hole(grey, option, behind=behind) for option in found]
    if median(holes) > _HOLE:
        shares = [hole / median(holes) for hole in holes]
        likely = inky or _cut_up(found, shares)
        return _by_holes(found, shares, marks, likely) or _dotted(words, free, behind=behind)
    if all(option.in_brackets(behind=behind) for option in found):  # too wide to see all of them
        return _not_empty(found, marks) or inky
    if 4 * marks.count(False) > len(found):  # boxes with broken rings
        return inky or _not_empty(found, marks)
    behind = 2 * sum(option.lettered for option in found) < len(found)  # else A is circled
    return _inkiest(words, min(1.0, free / 2), _TICK, behind=behind)


def _read_as_ticked(found: Sequence[Option], marks: Sequence[bool | None]) -> Option | None:
    """The option whose box was read as ticked, if it is the only one, and others as empty; or
    beside which, alone in its line, the only tick was read where there are no boxes."""
    option = _alone([option for option, full in zip(found, marks, strict=True) if full])
    if option is None or _EMPTY_ONES * marks.count(False) >= len(found) - 1:
        return option
    apart = [one for one in found if one.line is option.line] == [option]
    return option if apart and not marks.count(False) else None


def _by_holes(
    found: Sequence[Option],
    shares: Sequence[float],
    marks: Sequence[bool | None],
    inky: Option | None,
) -> Option | None:
    """The only option whose box has a smaller hole than is usual, as `shares` of that. Where
    a box was read as empty, its ring may be broken: the ink must say so as well. Where it is the
    only one that was not, less is enough."""
    if inky is not None and min(shares) == shares[found.index(inky)] < _INKY:
        return inky
    unread = [x for x in zip(found, shares, marks, strict=True) if x[2] is not False]
    likely = [option for option, share, _ in unread if share < _LESS or option is inky]
    if len(unread) == 1:
        return _alone(likely)
    return _alone([option for option, share, _ in unread if share < _CUT])


def _dotted(words: Sequence[Surroundings], free: float, *, behind: bool) -> Option | None:
    """The option whose ring holds a dot, as on a screen: its hole is no smaller, but there is far
    more ink than beside the others, which are alike."""
    ink = [beside(word, min(_REACH, free), behind=behind) for word in words]
    second, first = sorted(ink)[-2:]
    alike = second < _ALIKE * min(ink)
    return words[ink.index(first)].option if alike and first > _FAR_MORE * second else None


def _cut_up(found: Sequence[Option], shares: Sequence[float]) -> Option | None:
    """The only option whose box is cut up: its hole is smaller, and no broken ring's, which has
    none."""
    cut = [option for option, share in zip(found, shares, strict=True) if share < _INKY]
    least = min(shares)
    return _alone(cut) if _BROKEN < least < _CUT else None


def _not_empty(found: Sequence[Option], marks: Sequence[bool | None]) -> Option | None:
    """The only option beside which nothing empty was read: what ticks it hides it."""
    return _alone([option for option, full in zip(found, marks, strict=True) if full is not False])


def _inkiest(
    words: Sequence[Surroundings], width: float, least: float, *, behind: bool
) -> Option | None:
    """The option with far more ink beside it than any other."""
    ink = [beside(word, width, behind=behind) for word in words]
    usual = median(ink)
    second, first = sorted(ink)[-2:]
    if first - usual < max(least, _FAR * (second - usual)):
        return None
    return words[ink.index(first)].option
