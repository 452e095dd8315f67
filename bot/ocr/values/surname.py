"""A name that begins with no surname, where the picture nearly says one: 闰 is 闫, 泰 is 秦."""

import re

from bot.ocr.page.lines import Line
from bot.ocr.values.closed_list import fits
from models.surnames import SURNAMES

_NAME = re.compile("[一-鿿]{2,4}")
_NEARLY = 2.0  # of log-likelihood that the surname may lack to what was read
_ALONE = 1.0  # of it that any other surname lacks more


def put_right(line: Line) -> str:
    """What the line says as a person's name."""
    text = line.text
    if not _NAME.fullmatch(text) or text[0] in SURNAMES:
        return text
    found = fits(line, (surname + text[1:] for surname in SURNAMES), _NEARLY + _ALONE)
    lacks, best = found[0] if found else (-_NEARLY, text)
    alone = all(other < lacks - _ALONE for other, _ in found[1:])
    return best if lacks > -_NEARLY and alone else text
