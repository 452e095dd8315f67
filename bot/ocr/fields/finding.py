"""Lines → fields: by their labels, by the row of a table, by position."""

import re
from collections.abc import Mapping, Sequence
from math import inf
from types import MappingProxyType

from bot.ocr.fields.below_its_label import give_passage
from bot.ocr.fields.columns import give_columns
from bot.ocr.fields.giving import (
    give_adjoining,
    give_cells,
    give_empty,
    give_rest,
    give_rows,
    give_suffixed,
    give_wrapped,
    is_suffix,
)
from bot.ocr.fields.hints import without_hints
from bot.ocr.fields.near import give_near
from bot.ocr.fields.one_a_field import one_a_field
from bot.ocr.fields.ownership import Ownership
from bot.ocr.fields.passage import passage, tells_of_trouble
from bot.ocr.fields.place_told import place_told
from bot.ocr.fields.printed_matter import values_only, without_office, without_printed
from bot.ocr.fields.reclaimed import reclaimed
from bot.ocr.fields.signature import signature
from bot.ocr.fields.stacked import give_below, give_captioned
from bot.ocr.fields.struck.written_above import give_above
from bot.ocr.fields.two_in_one import shared_out
from bot.ocr.fields.unlabelled import left_over, unlabelled
from bot.ocr.fields.whole_time import complete_time
from bot.ocr.fields.without_others import is_ruled
from bot.ocr.labels.bars import with_colons
from bot.ocr.labels.joined import joined
from bot.ocr.labels.labelled import back_to_text, continued, goes_on, labelled
from bot.ocr.labels.run_together import parted
from bot.ocr.labels.slots import ROW, SENTENCE, Slot, Tells, in_row
from bot.ocr.labels.wording import Wording, known_wording
from bot.ocr.options.option_rows import give_options
from bot.ocr.page.cell import Cells, Unruled
from bot.ocr.page.flat import FlatPage, flat_page
from bot.ocr.page.lines import Line
from bot.ocr.page.rows import rows
from bot.ocr.values.times import is_noted
from models.intake import PEOPLE
from models.kinds import kind_implied

_LABEL = re.compile(
    r"\W*(?:\d{1,2}\W+)?(?:(?:具体|诉求|反映|问题|事项|情况|报修)?(?:摘要|事项|内容|情况|反映|问题|诉求)"
    r"|[一-鿿]{2}(?:内容|摘要|描述|概要|简述|说明))\W*"
)


def find(
    lines: Sequence[Line],
    labels: Mapping[str, Sequence[str]],
    telling: Mapping[str, Tells] = MappingProxyType({}),
    cells: Cells | None = None,
) -> list[Slot]:
    """The fields among the lines, their values' lines in the order in which they are read.
    `telling`: field → whether a text can be nothing else than its value. `cells`: of the page's
    ruling, if any was looked for."""
    if not lines:
        return []
    page, wording, cells = flat_page(lines), known_wording(labels), cells or Unruled()
    lines = _pieces(lines, page, wording, telling, cells)
    slots, free = labelled(lines, page, wording)
    back_to_text(slots, free, page)
    free = values_only(slots, without_office(free, slots, page), page)
    free = without_hints(slots, free, page)
    free = give_captioned(slots, give_suffixed(slots, free, page, telling), page, telling)
    before = [slot for slot in slots if not is_suffix(slot)]
    told, rest = _given(slots, free, page, Ownership(cells, page, before, free), wording, telling)
    for slot in slots:
        rest += _put_in_order(slot, page)
    slots = [*shared_out(slots, telling), *told]
    give_above(slots, rest, page, telling)
    slots = [*slots, *reclaimed(slots, telling)]
    slots += left_over(slots, rest, telling)
    slots += list(place_told(slots, rest, page, telling))
    slots += list(signature(slots, rest, page))
    complete_time(slots, rest, lines)
    found = one_a_field(slots, telling, page)
    top = min((page.spot(slot.label).y for slot in found), default=inf)
    below = [line for line in rest if page.spot(line).y > top or _is_sentence(line)]
    return [*found, *_described(found, below, page)]


def _pieces(
    lines: Sequence[Line],
    page: FlatPage,
    wording: Wording,
    telling: Mapping[str, Tells],
    cells: Cells,
) -> list[Line]:
    """The lines from above, in pieces of one label or one value each."""
    ours = [line for line in without_printed(lines) if not is_ruled(line)]
    plain = with_colons(ours, wording)
    celled = (piece for line in plain for piece in cells.cut(line))
    whole = joined(list(parted(celled, wording, telling)), page, wording, cells)
    return sorted(whole, key=lambda line: page.spot(line).y)


def _put_in_order(slot: Slot, page: FlatPage) -> list[Line]:
    """Its values as they are read; those that are beside its passage are taken out."""
    slot.values = [value for row in rows(slot.values, page) for value in row]
    if slot.name in PEOPLE:
        own = _from_its_row(slot, page)
        slot.values = [_without_own_label(value, slot.label.text) for value in own]
    if slot.name != "description":
        return []
    values, slot.values = slot.values, passage(slot.values, slot.label, page)
    return [value for value in values if not any(value is one for one in slot.values)]


def _without_own_label(value: Line, label: str) -> Line:
    """Without the label before it, where that stands on the form's other part as well."""
    again = len(label) > 1 and value.text.startswith(label) and len(value.text) > len(label)
    return value.part(len(label)) if again else value


def _given(
    slots: list[Slot],
    free: list[Line],
    page: FlatPage,
    ownership: Ownership,
    wording: Wording,
    telling: Mapping[str, Tells],
) -> tuple[list[Slot], list[Line]]:
    """The fields whose labels were not read, and what belongs to no field; all else is given to
    the slots: what is surest first."""
    free = give_cells(give_options(slots, free, page, ownership.owner), ownership)
    free = give_columns(slots, free, page, wording)
    told = unlabelled(slots, free, page, telling)
    free = give_below(slots, free, page)
    free = give_passage(slots, free, page, ownership)
    rest = give_rows(slots, free, page, ownership)
    rest = give_empty(slots, rest, page, ownership)
    rest = give_near(slots, rest, page, telling)
    rest = give_adjoining(slots, rest, page)
    rest = give_wrapped(slots, rest, page)
    return told, give_rest(slots, rest, page, ownership)


def _from_its_row(slot: Slot, page: FlatPage) -> list[Line]:
    """Its values without those above its label, where one stands in the label's row: the form's
    title may lie in its cell."""
    label = page.spot(slot.label)
    level = [value for value in slot.values if in_row(page.spot(value), label)]
    rows = [page.spot(value).y + ROW * page.spot(value).height for value in slot.values]
    return [v for v, y in zip(slot.values, rows, strict=True) if not level or y > label.y]


def _described(slots: Sequence[Slot], rest: Sequence[Line], page: FlatPage) -> list[Slot]:
    """A description whose label was not read, or has no sentence: the longest line that belongs to
    nothing and tells of a trouble, or else the longest, with the full rows that it goes on from,
    and what goes on below it."""
    long = [line for line in rest if len(line.text) >= SENTENCE]
    said = [slot for slot in slots if slot.name == "description"]
    whole = any(len(slot.text) >= SENTENCE for slot in said)
    if not long or not slots or whole:
        return []
    longest = max(long, key=lambda line: (bool(kind_implied(line.text)), len(line.text)))
    values = continued(_first_row(longest, rest, page), rest, page)
    values[0] = _without_label(values[0])
    if len(values) > 1 and is_noted(values[-1].text):
        values = values[:-1]
    if said and (kind_implied(longest.text) or not said[0].values):
        said[0].values = values
    return [] if said else [Slot("description", longest, values, told=True)]


def _first_row(line: Line, rest: Sequence[Line], page: FlatPage) -> Line:
    """Of the full rows above it, which no mark ends: a sentence goes on from one to the next."""
    own = page.spot(line)
    for above in (one for one in rest if goes_on(own, page.spot(one))):
        full = page.spot(above).right > own.right - own.height
        if full and above.text[-1:].isalnum():
            return _first_row(above, rest, page)
    return line


def _is_sentence(line: Line) -> bool:
    """Whether it tells of a trouble in two clauses: no title of a form does."""
    return "，" in line.text[1:-1] and tells_of_trouble(line.text)


def _without_label(line: Line) -> Line:
    """反映水管爆了: a short label without a colon begins ordinary sentences as well."""
    begun = _LABEL.match(line.text)
    return line.part(begun.end()) if begun else line
