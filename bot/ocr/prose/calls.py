"""Calls told in sentences: 接到丰翔新城3号502室居民沈桂芳（电话138…）来电，反映漏水方面问题."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.ocr.labels.slots import DECISIVE, PLACE, SENTENCE, Slot
from bot.ocr.options.option_rows import field_of_options
from bot.ocr.page.flat import FlatPage, flat_page
from bot.ocr.page.lines import Line
from bot.ocr.page.squeezed import without_squeezed
from bot.ocr.prose.entries import entries, with_time
from bot.ocr.prose.office_words import TOLD, TOLD_ALL, TOLD_PLAINLY
from bot.ocr.prose.running_text import BREAK, RunningText
from bot.ocr.prose.sentence_patterns import CALL, sought
from models.directory import Directory
from models.kinds import kind_implied

_CALLED = re.compile(
    r"(?:来电|致电|打电话来|打来(?:电话)?)(?:[，,]?(?:反映|称|说)[，,：:]?|[，,：:.])"
)
# What may stand between the trouble and the next value.
_NEXT_LABEL = re.compile(r"[。，我他她的]*(?:(?:联系)?电话|手机)?\W*$")
_SENTENCES = re.compile(rf"[^。！!？?；;{BREAK}]+")
_BREAK = re.compile(BREAK)
# Of a sentence its last words, on a row of their own.
_WRAPPED = re.compile(rf"(?<![。！!？?]){BREAK}(?![属算归该此请经])[一-鿿，。]{{1,12}}{BREAK}*")
_SAID = re.compile(r"(?:的电话[，,]?)?\n?(?:[说讲称]|反映)")  # behind a name, without a colon
_CHAIN = 12  # characters between two values of one sentence
_CHAINED = frozenset({"community", "address", "caller", "phone", CALL})
_FEWEST = 3  # of them
_SEVERAL = 2  # calls on one page


def in_a_sentence(lines: Sequence[Line], directory: Directory) -> list[Slot]:
    """The values of a call told in one sentence, who and where and how to reach them one after
    another, and the trouble; none where the page tells none so. It may be an entry of a log, with
    its time of day beside it."""
    written = (line for line in lines if field_of_options(line.text) is None)
    lines = [_without_rules(line) for line in written if not line.is_upright]
    if not lines:
        return []
    values, page = sought(directory), flat_page(lines)
    lines = without_squeezed(lines, page)
    told = (_chained(entry, values, page) for entry in (lines, *entries(lines, page)))
    slots = max(told, key=lambda own: (sum(slot.name in DECISIVE for slot in own), len(own)))
    return slots if any(slot.name == "time" for slot in slots) else with_time(slots, lines, page)


def _without_rules(line: Line) -> Line:
    """Without the printed rules of blanks that were read as well: 住户__沈桂芳__来电."""
    kept = tuple(glyph for glyph in line.glyphs if glyph.text != "_")
    return replace(line, glyphs=kept) if len(kept) < len(line.glyphs) else line


def calls_in_a_log(lines: Sequence[Line], directory: Directory) -> list[list[Line]]:
    """Where several entries of a log tell a call each: for each the page's lines without the others
    of them. None where fewer do."""
    if not lines:
        return []
    values, page = sought(directory), flat_page(lines)
    told = [entry for entry in entries(lines, page) if _chained(entry, values, page)]
    if len(told) < _SEVERAL:
        return []
    ids = [{id(line) for line in entry} for entry in told]
    return [
        [line for line in lines if not any(id(line) in other for other in ids if other is not own)]
        for own in ids
    ]


def _chained(lines: Sequence[Line], values: re.Pattern[str], page: FlatPage) -> list[Slot]:
    text = RunningText(lines, page)
    matches = [m for m in values.finditer(text.text) if m.lastgroup in _CHAINED]
    chained = {
        name
        for one, other in pairwise(matches)
        if other.start() - one.end() < _CHAIN and BREAK not in text.text[one.end() : other.start()]
        for name in (one.lastgroup, other.lastgroup)
    }
    slots = _slots(text, values, _sentence(text, values)) if len(chained) >= _FEWEST else []
    return slots if any(slot.name == "description" for slot in slots) else []


def _slots(text: RunningText, values: re.Pattern[str], unannounced: list[Line]) -> list[Slot]:
    """A slot a field. `unannounced`: what may be the trouble where no colon leads to it."""
    found = dict(_values(text, values))
    if trouble := _behind_colon(text, values) or unannounced:
        found["description"] = trouble
    return [Slot(name, pieces[0], pieces, told=True) for name, pieces in found.items()]


def _values(text: RunningText, values: re.Pattern[str]) -> Iterator[tuple[str, list[Line]]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    for match in values.finditer(text.text):
        spans.setdefault(match.lastgroup or "", []).append(match.span())
    for name, own in spans.items():
        if name != CALL and len({text.text[start:end] for start, end in own}) == 1:
            yield name, text.lines(*own[0])


def _behind_colon(text: RunningText, values: re.Pattern[str]) -> list[Line]:
    """What follows 来电反映：, and where that is, up to what the letter asks for. In a paragraph of
    its own, 请尽快修 behind a comma is the resident's word."""
    begins = TOLD.search(text.text) or TOLD_PLAINLY.search(text.text)
    if begins is None:
        return []
    start = begins.end()
    while (place := values.match(text.text, start)) and place.lastgroup in PLACE:
        start = place.end()
    own = "，," if text.text.startswith(BREAK, start) else ""
    asked = (match.start() for match in TOLD_ALL.finditer(text.text, start))
    end = next((at for at in asked if text.text[at - 1] not in own), None)
    said = text.text[start:end]
    stop = re.search(rf"(?<=\S){BREAK}.", said)
    if stop and not (end and _WRAPPED.fullmatch(said, stop.start())):
        said = said[: stop.start()]
    return text.lines(start, start + len(said.rstrip("。，\n")))


def _sentence(text: RunningText, values: re.Pattern[str]) -> list[Line]:
    """What stands behind the call in its sentence, or the longest sentence, that implies a kind and
    has none of the values; with what is told behind it."""
    whole = [match.span() for match in _SENTENCES.finditer(text.text)]
    behind = [
        (call, _begins(values, text.text, call, end))
        for start, end in whole
        for call in _ends_of_calls(text.text, values, start, end)
    ]
    told = _longest_told(text.text, behind, values) or _longest_told(text.text, whole, values)
    if told is None:
        return []
    verb = _SAID.match(text.text, told[0])
    first = verb.end() if verb else told[0]
    found = [end.search(text.text, first) for end in (TOLD_ALL, values, _BREAK)]
    stop = min((end.start() for end in found if end), default=len(text.text))
    said = text.text[first:stop].rstrip("。，")
    if values.match(text.text, stop):
        said = _NEXT_LABEL.sub("", said)
    return text.lines(first, first + len(said))


def _ends_of_calls(text: str, values: re.Pattern[str], start: int, end: int) -> Iterator[int]:
    """Where that somebody called has been said, or who it is that says the rest: 沈桂芳说."""
    yield from (call.end() for call in _CALLED.finditer(text, start, end))
    callers = (one for one in values.finditer(text, start, end) if one.lastgroup == "caller")
    yield from (one.end() for one in callers if _SAID.match(text, one.end()))


def _longest_told(
    text: str, spans: Sequence[tuple[int, int]], values: re.Pattern[str]
) -> tuple[int, int] | None:
    """The longest of these pieces that implies a kind and has none of the values."""
    cut = ((start, _begins(TOLD_ALL, text, start + SENTENCE, end)) for start, end in spans)
    pieces = ((end - start, (start, end), text[start:end]) for start, end in cut)
    told = [(n, span) for n, span, said in pieces if kind_implied(said) and not values.search(said)]
    return max(told)[1] if told else None


def _begins(what: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the first such piece begins; the end where there is none."""
    found = what.search(text, start, end)
    return found.start() if found else end
