"""The clauses of a note without labels, and which of them follow one another, no value and no talk
between them."""

import re
from collections.abc import Iterator, Sequence

from bot.ocr.prose.office_words import TOLD_ALL
from bot.ocr.prose.running_text import BREAK, RunningText, Span
from bot.ocr.prose.talk import begins_talk, is_talk

_MARKS = frozenset(f"，。！？；：,;!?（）(){BREAK}")
_ENDS = frozenset("。！？!?")
_COLONS = ("：", ":")
_COMMAS = ("，", ",")
# Behind a comma the resident's own, 请尽快修, 请电工来看; else the office's.
_OWN_WORD = re.compile("请(?!派|安排|通知|转|联系|回|帮|告|物业|[你您贵各]|有关|相关|按)")
ITEM = re.compile(r"(?:[①-⑳]|[(（]?(?<!\d)\d{1,2}[、.．)）])(?=[一-鿿])")  # of a list
_MORE_EDGES = re.compile(
    rf"——|(?<!\d):|／|(?<!\d)/|/(?!\d)|(?<=[一-鿿])\.(?=[一-鿿])|{ITEM.pattern}"
)
_EDGES = "，。！？；：,.;:!?、（）()【】“”\"'—-~～…· \n\t○√★<>→|@"
_FIGURES = re.compile(  # a time, or what was cut off of a value
    r"(?:[\d./:：年月日时分点零()（）\s-]|[上下中]午|[凌清]晨|[早晚]上|[夜昨今前][里间天晚早]|傍晚|星期.|周.)+"
)
_TAIL = 2  # characters in which a word of a full row goes on below
_LETTERS = re.compile("[A-Za-z<>0-9]{1,2}")  # of a chat's own signs


def passages(text: RunningText, taken: Sequence[Span]) -> Iterator[Span]:
    """Clauses of the trouble that follow one another, from the first to the last."""
    begun: Span | None = None
    for span in _clauses(text, taken):
        said = text.text[slice(*span)].strip(_EDGES)
        leads = len(said) <= _TAIL and any(start == span[1] for start, _ in taken)  # 打138…
        if not said or leads or _FIGURES.fullmatch(said) or _is_noise(text, span, said):
            continue
        parted = begun and any(begun[1] <= start < span[0] for start, _ in taken)
        ends = _is_talk(text, span, said)
        if begun and (parted or ends):
            yield begun
            begun = None
        if not ends:
            begun = (begun[0] if begun else span[0], span[1])
    if begun:
        yield begun


def _is_talk(text: RunningText, span: Span, said: str) -> bool:
    if _OWN_WORD.match(said) and text.text[: span[0]].endswith(_COMMAS):
        return False
    asks = text.text[span[1] :].startswith(_COLONS)
    return bool(TOLD_ALL.match(text.text, span[0])) or is_talk(
        said, alone=_is_alone(text, span), asks=asks
    )


def _is_noise(text: RunningText, span: Span, said: str) -> bool:
    """Whether it is a sign of a chat, or one character that no row goes on with."""
    goes_on = span[0] in text.row_ends and text.text[span[0] - 1] not in _ENDS
    return _LETTERS.fullmatch(said) is not None or (len(said) == 1 and not goes_on)


def _is_alone(text: RunningText, span: Span) -> bool:
    """Whether it stands in a row of its own, or in brackets, or behind a dash."""
    return (_is_edge(text, span[0]) or text.text[span[0] - 1] in "（(—-") and (
        _is_edge(text, span[1]) or text.text[span[1]] in "）)"
    )


def _is_edge(text: RunningText, at: int) -> bool:
    breaks = at in (0, len(text.text)) or BREAK in text.text[at - 1 : at + 1]
    return breaks or at in text.row_ends or at in text.gaps


def _clauses(text: RunningText, taken: Sequence[Span]) -> Iterator[Span]:
    """Between marks, values and gaps; a row's end parts them where what stands before or behind it
    is talk."""
    edges = {at for at, letter in enumerate(text.text) if letter in _MARKS}
    edges |= {at for start, end in taken for at in range(start, end)}
    more = (match.span() for match in _MORE_EDGES.finditer(text.text))
    edges |= {at for start, end in more for at in range(start, end)}
    ends = text.gaps | {match.start() for match in TOLD_ALL.finditer(text.text)}
    ends |= {at for at in text.row_ends if any(0 < start - at <= _TAIL for start, _ in taken)}
    begun = 0
    for at in range(len(text.text) + 1):
        if at == len(text.text) or at in edges or at in ends:
            if begun < at:
                yield from _parted(text, (begun, at))
            begun = at + (at in edges)


def _parted(text: RunningText, clause: Span) -> Iterator[Span]:
    start, end = clause
    talk = False  # whether what begins at `start` is
    for at in sorted(at for at in text.row_ends if start < at < end):
        behind = min((other for other in text.row_ends if at < other < end), default=end)
        follows = _is_talk_by_itself(text, (at, behind))
        if follows or talk or begins_talk(text.text[start:at]):
            yield start, at
            start, talk = at, follows
    yield start, end


def _is_talk_by_itself(text: RunningText, span: Span) -> bool:
    said = text.text[slice(*span)].strip(_EDGES)
    whole = len(said) > _TAIL or text.text[span[1] :].startswith(_COLONS) or begins_talk(said)
    return whole and bool(_FIGURES.fullmatch(said) or _is_talk(text, span, said))
