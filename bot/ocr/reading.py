"""Photo → lines → fields → checked intake: the conductor of the reader."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from bot.ocr.calls_in_rows import calls_in_rows
from bot.ocr.copies import without_copies
from bot.ocr.engines import Engine
from bot.ocr.engines import engine as load
from bot.ocr.fields.as_meant import as_meant
from bot.ocr.fields.cut_short import look_further
from bot.ocr.fields.finding import find
from bot.ocr.fields.last_character import look_below
from bot.ocr.fields.options_again import look_for_options
from bot.ocr.fields.second_look import look_again
from bot.ocr.fields.struck.figures_above import look_above
from bot.ocr.labels.slots import Slot
from bot.ocr.options.printed import options
from bot.ocr.options.ticks import ticked
from bot.ocr.own_form import cells
from bot.ocr.own_form.beside import beside
from bot.ocr.own_form.registered import Registered, register
from bot.ocr.page.geometry import bounds
from bot.ocr.page.light import without_deep_shadow
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels, count, page
from bot.ocr.page.ruling import Ruling
from bot.ocr.prose.calls import calls_in_a_log
from bot.ocr.sheets import sheets
from bot.ocr.told_or_labelled import told_or_labelled
from bot.ocr.values import community
from bot.ocr.values.closed_list import LENIENT, fits
from bot.ocr.values.ones import may_be_another
from bot.ocr.values.shapes import telling
from bot.ocr.values.written import written
from models import phone
from models.community_match import plain
from models.directory import Directory
from models.form_layout import CELLS, TICKS
from models.intake import Reading, Value, Verdict
from models.kinds import OPTIONS
from models.labels.listed import LABELS
from models.verdict import check


def read(
    path: Path,
    directory: Directory,
    *,
    engine: str = "rapidocr",
    labels: Mapping[str, Sequence[str]] | None = None,
    declared: bool = False,
) -> tuple[Reading, ...]:
    """A reading for each form of the file, and for each page without one. `labels`: a federation's
    own wordings beside ours. `declared`: its first page is a form, somebody says.

    Raises UnreadableError when the file cannot be opened."""
    found = (
        read_page(path, leaf, directory, engine=engine, labels=labels, declared=declared)
        for leaf in range(count(path))
    )
    return tuple(chain.from_iterable(found))


def read_page(
    path: Path,
    leaf: int,
    directory: Directory,
    *,
    engine: str = "rapidocr",
    labels: Mapping[str, Sequence[str]] | None = None,
    declared: bool = False,
) -> list[Reading]:
    """The same of one of its pages, counted from 0."""
    words = {name: (*own, *(labels or {}).get(name, ())) for name, own in LABELS.items()}
    found = _page(page(path, leaf), directory, load(engine), words, declared and leaf == 0)
    return [replace(reading, leaf=leaf) for reading in found]


def _page(
    picture: Pixels,
    directory: Directory,
    reader: Engine,
    labels: Mapping[str, Sequence[str]],
    declared: bool,
) -> list[Reading]:
    start = time.perf_counter()
    own = register(picture)
    forms = [(values, one.number) for one in own if (values := _own(one, reader, directory))]
    rest = beside(picture, own) if own else picture
    if rest is not None:
        others = _any(rest, reader, directory, labels, declared and not forms)
        forms += [(values, None) for values in others]
    if declared and not forms:
        forms = [({}, None)]  # nothing was read of it: all is asked
    readings = [replace(check(values, directory), paper=paper) for values, paper in forms]
    readings = without_copies(readings) or [Reading(Verdict.IGNORE)]
    seconds = time.perf_counter() - start
    return [replace(reading, seconds=seconds) for reading in readings]


def _any(
    picture: Pixels,
    reader: Engine,
    directory: Directory,
    labels: Mapping[str, Sequence[str]],
    declared: bool,
) -> list[dict[str, Value]]:
    """The fields of whatever forms these are, by their labels."""
    picture = without_deep_shadow(picture)
    lines = reader.read(picture)
    forms = _forms(lines, picture, directory, labels, declared) if lines else []
    for slots in forms:
        look_again(slots, picture, reader)
        look_above(slots, picture, reader)
        look_further(slots, picture, reader, directory)
        look_below(slots, lines, picture, reader)
        look_for_options(slots, picture, reader)
    return [
        {slot.name: _value(slot, picture, directory) for slot in slots} for slots in forms if slots
    ]


def _forms(
    lines: Sequence[Line],
    picture: Pixels,
    directory: Directory,
    labels: Mapping[str, Sequence[str]],
    declared: bool,
) -> list[list[Slot]]:
    """What each form asks for; one that asks for nothing is none. Where not each part of the page
    is a form, the whole may be."""

    def found(part: Sequence[Line]) -> list[Slot]:
        slots = find(part, labels, telling(directory), Ruling(picture, part))
        return told_or_labelled(slots, part, directory, declared)

    parts = sheets(lines, labels)
    if len(parts) == 1:
        several = calls_in_a_log(lines, directory) or calls_in_rows(lines, labels, directory)
        parts = several or parts
    if len(parts) > 1:
        forms = [found(part) for part in parts]
        if all(forms):
            return forms
    return [found(lines)]


def _own(form: Registered, reader: Engine, directory: Directory) -> dict[str, Value]:
    """The fields of the federation's own form, cell by cell; none of a blank one."""
    values = {name: cells.ticked(form, name) for name in TICKS}
    strips = [(name, strip) for name in cells.WRITTEN for strip in cells.strips(form, name)]
    digits = cells.digits(form)
    strips += [("phone", strip) for strip in digits.strips]
    if not strips and not any(value.value for value in values.values()):
        return {}
    lines = reader.recognise([(strip.picture, strip.box) for _, strip in strips])
    for name in (*cells.WRITTEN, "phone"):
        label = Line(form.box(CELLS[name]), ())
        own = [line for (of, _), line in zip(strips, lines, strict=True) if of == name]
        slot = Slot(name, label, [line for line in own if line.glyphs])
        values[name] = _value(slot, form.page, directory)
    values["phone"] = _counted(values["phone"], digits.count)
    return values


def _counted(read: Value, count: int) -> Value:
    """A number read with more or fewer digits than there are filled boxes was misread."""
    number = phone.tidy(read.value)
    whole = len(number.replace("-", "")) == count
    return Value(number, read.confidence if whole else 0.0, read.box)


def _value(slot: Slot, picture: Pixels, directory: Directory) -> Value:
    lines = slot.values
    if slot.name in OPTIONS:
        words = OPTIONS[slot.name]
        if len(lines) > 1 and slot.told and slot.text in words:  # 此事特 / 急
            sure = min(line.confidence for line in lines)
            return Value(words[slot.text], sure, bounds([line.box for line in lines]))
        found = options(lines, words)
        if (choice := ticked(picture, found, words)) is not None:
            return choice
    if not lines:
        return Value()
    lines = as_meant(slot.name, lines, picture, directory)
    if slot.name == "community" and len(lines) == 1:
        return community.value(lines[0], directory)
    if slot.name in OPTIONS and len(lines) == 1:
        return _chosen(lines[0], OPTIONS[slot.name])
    sure = min(line.confidence for line in lines)
    if slot.name in ("phone", "address") and any(may_be_another(slot.name, x) for x in lines):
        sure = 0.0
    return Value(written(slot.name, lines), sure, bounds([line.box for line in lines]))


def _chosen(line: Line, words: Mapping[str, str]) -> Value:
    """A written word of a short list, put right where the picture says so as well."""
    word = plain(line.text)
    near = [] if word in words else fits(line, words, LENIENT)
    return Value(near[0][1] if near else word, line.confidence, line.box)
