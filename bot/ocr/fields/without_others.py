"""A description without the lines around it that are of other fields, where their labels were not
read: who signed a note and when, the rest of a row of options."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from bot.ocr.fields.signature import is_signed
from bot.ocr.options.option_rows import field_of_options
from bot.ocr.options.printed import MARK
from bot.ocr.page.lines import Line
from bot.ocr.values.shapes import NAME
from models.surnames import SURNAMES

_WHEN = re.compile(
    r"\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}"
    r"|\d{1,2}月\d{1,2}日?\W*(?:凌晨|[早上中下]午|[早晚]上|傍晚|夜里|半夜)?\W*\d{1,2}[:：点时]\d"
)
_WHO = re.compile(
    rf"[一-鿿]{{2,4}}[：:]{NAME}|[一-鿿]{{1,2}}[人员者][：:]?{NAME}|[小老][{SURNAMES}]"
)
# What the office wrote on the form: 已派单 盛惠民, 已转众邦物业 11/2.
_RULED = re.compile(
    r"\W*(?:已派[单工]|已转(?![告达])[一-鿿]*(?:物业|公司|单位)|同意转|请.{1,2}工处理|速办|阅[。，])[^，]{0,12}"
)
_OPTION = re.compile(r"[□☐☑][一-鿿]{2,6}")  # □已当面答复
_ANY_LABEL = re.compile("[一-鿿、/]{2,12}[：:]")
_WORD = re.compile("[一-鿿]")
_LABELS = 8  # characters: a moment with more beside it is a sentence, 12月3日8:30起停水…


def without_others(lines: Sequence[Line]) -> list[Line]:
    """The lines from the first to the last that are the description's own; all, where none is."""
    behind = list(dropwhile(_is_anothers, lines))
    own = list(dropwhile(_is_of_another_label, reversed(behind)))[::-1]
    return own or list(lines)


def _is_anothers(line: Line) -> bool:
    text = line.text.strip()
    when = _WHEN.search(text) is not None and len(_WORD.findall(text)) <= _LABELS
    who = _WHO.fullmatch(text) is not None or is_signed(text)
    optional = field_of_options(text) is not None or len(MARK.findall(text)) > 1  # □请回电□无须回电
    return when or who or optional or _OPTION.fullmatch(text) is not None


def _is_of_another_label(line: Line) -> bool:
    return _is_anothers(line) or is_ruled(line) or _ANY_LABEL.match(line.text) is not None


def is_ruled(line: Line) -> bool:
    """Whether the office wrote there what becomes of the form, with another pen."""
    return _RULED.fullmatch(line.text) is not None
