"""What a strip of a line says."""

import math
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

import numpy as np

from bot.ocr.engines import STRIP
from bot.ocr.engines.sessions import as_model, open_session
from bot.ocr.engines.strips import blob
from bot.ocr.page.frames import Frames
from bot.ocr.page.lines import Glyph, Line
from bot.ocr.page.picture import Pixels
from models.community_match import simplified
from models.intake import Quad

_NO_ROOM = 0.5  # of its height, from one character to the next but one
_NARROWEST = 3.0  # times its height: a shorter strip is filled up, or two characters are misread


class Recogniser:
    """One model, loaded. It may be asked from several threads at once: each strip is one core's."""

    def __init__(self, path: Path) -> None:
        session = open_session(path, 1)
        self._odds = as_model(session)
        letters = session.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._characters = ["", *letters, " "]  # the first stands for no character
        self._alphabet = {c: i for i, c in enumerate(self._characters) if i > 0}
        self._folds = np.array([self._folded(c) for c in self._characters])
        self._never = np.array([i for c, i in self._alphabet.items() if _is_kana(c)], dtype=int)

    def _folded(self, character: str) -> int:
        """The recogniser also knows traditional characters, and figures as wide as those, and takes
        hurried simplified ones, and figures apart, for them: both speak for the usual one."""
        own = self._alphabet.get(character, 0)
        usual = normalize("NFKC", character) if character.isdecimal() else simplified(character)
        return self._alphabet.get(usual, own) if own else 0

    def line(self, strip: Pixels, box: Quad) -> Line:
        """The line on an upright RGB strip, which was cut from the box."""
        width = strip.shape[1] / max(strip.shape[0], 1)
        padded = max(width, _NARROWEST)
        (odds,) = self._odds(blob(strip, math.ceil(padded * STRIP), STRIP))
        odds = odds[: max(1, round(len(odds) * width / padded + 1))]
        odds[:, self._never] = 0.0
        frames = Frames.of(odds, self._folds)
        glyphs = once(_decode(frames, self._characters), _NO_ROOM / width)
        return Line(box, glyphs, frames, self._alphabet)


def once(glyphs: tuple[Glyph, ...], least: float) -> tuple[Glyph, ...]:
    """Without a character that was read twice in one place, 小区区 of a small 小区. `least`: of the
    line, from one character to the next but one."""
    twice = {
        at
        for at in range(1, len(glyphs) - 1)
        if glyphs[at].text == glyphs[at + 1].text
        and glyphs[at + 1].place - glyphs[at - 1].place < least
        and not glyphs[at].text.isascii()
    }
    return tuple(glyph for at, glyph in enumerate(glyphs) if at not in twice)


def _is_kana(character: str) -> bool:
    """Japanese syllables, which no form here has: a hurried 村 looks like わ."""
    return "\u3040" <= character <= "\u30ff"


def _decode(frames: Frames, characters: Sequence[str]) -> tuple[Glyph, ...]:
    """The best path: runs of one character are one, blanks are none."""
    best, odds = frames.best
    glyphs, start = [], 0
    for i in range(1, len(best) + 1):
        if i < len(best) and best[i] == best[start]:
            continue
        if best[start] != 0:
            middle = (start + i) / 2 / len(best)
            glyphs.append(Glyph(characters[best[start]], middle, float(odds[start:i].max())))
        start = i
    return tuple(g for g in glyphs if g.text.strip())
