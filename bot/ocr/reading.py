"""Photo → lines → fields → checked intake: the conductor of the reader."""

import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.ocr import community, fields, ticks
from bot.ocr.engines import engine as load
from bot.ocr.fields import Slot
from bot.ocr.geometry import bounds
from bot.ocr.picture import Pixels, pages
from models.check import check
from models.directory import Directory
from models.intake import Reading, Value, Verdict
from models.kinds import URGENCIES, WRITTEN
from models.labels import LABELS

FEWEST_LABELS = 3  # of a form; a receipt or a notice has fewer of ours
_DECISIVE = frozenset({"community", "phone", "address"})
_OPTIONS: Mapping[str, Mapping[str, str]] = {"category": WRITTEN, "urgency": URGENCIES}


def read(
    path: Path,
    directory: Directory,
    *,
    engine: str = "rapidocr",
    labels: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Reading, ...]:
    """A reading for each page of the file. `labels`: a federation's own wordings beside ours.

    Raises Unreadable when the file cannot be opened."""
    words = {name: (*own, *(labels or {}).get(name, ())) for name, own in LABELS.items()}
    return tuple(_page(picture, directory, engine, words) for picture in pages(path))


def _page(
    picture: Pixels, directory: Directory, engine: str, labels: Mapping[str, Sequence[str]]
) -> Reading:
    start = time.perf_counter()
    slots = fields.find(load(engine).read(picture), labels)
    names = {slot.name for slot in slots}
    if len(names) < FEWEST_LABELS or not names & _DECISIVE:
        return Reading(Verdict.IGNORE, seconds=time.perf_counter() - start)
    values = {slot.name: _value(slot, picture, directory) for slot in slots}
    found = check(values, directory)
    seconds = time.perf_counter() - start
    return Reading(found.verdict, found.firm, found.fields, found.doubts, seconds)


def _value(slot: Slot, picture: Pixels, directory: Directory) -> Value:
    lines = fields.in_order(slot)
    if slot.name in _OPTIONS:
        words = _OPTIONS[slot.name]
        found = ticks.options(lines, words)
        if (choice := ticks.ticked(picture, found, words)) is not None:
            return choice
    if not lines:
        return Value()
    if slot.name == "community" and len(lines) == 1:
        return community.value(lines[0], directory)
    text = _tidy(slot.name, "".join(line.text for line in lines))
    return Value(text, min(line.confidence for line in lines), bounds([ln.box for ln in lines]))


def _tidy(name: str, text: str) -> str:
    """Spaces and stray marks that a form's ruling leaves."""
    text = text.strip(" _-—.|丨")
    if name == "time":
        return re.sub(r"(日)\s*(?=\d)", r"\1 ", text)
    if name in ("phone", "address", "caller", "operator"):
        return re.sub(r"\s+", "", text)
    return text.replace(",", "，") if name == "description" else text
