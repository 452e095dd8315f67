"""Short values once more, where the first look was unsure or has the wrong shape.

Alone in its strip a value is read better than beside its label, and the narrow figures of a
hurried brush are told apart when drawn wider: the recogniser steps by eight pixels."""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from bot.ocr.engines import STRIP, Engine
from bot.ocr.fields.boxes import address
from bot.ocr.fields.boxes.digits import digits_in_boxes
from bot.ocr.fields.boxes.row import Boxed
from bot.ocr.fields.boxes.times import time_in_boxes, with_units
from bot.ocr.fields.boxes.words import has_single_characters, may_have_boxes, word_in_boxes
from bot.ocr.labels.slots import Slot
from bot.ocr.page.geometry import cut, sides, stretched
from bot.ocr.page.lines import Line
from bot.ocr.page.picture import Pixels
from bot.ocr.page.slant import lean, leaned, stood_upright
from bot.ocr.values.figures import figures_only, put_right
from bot.ocr.values.shapes import is_room
from bot.ocr.values.times import is_time, tidy_time
from bot.ocr.values.written import written
from models import phone

SHORT = frozenset({"time", "caller", "phone", "community", "address", "operator"})
_SURE = 0.9  # of its least sure character: no second look
_WIDER = 1.4  # times
_SPECKS = frozenset(".,·'`’‘、。，")
_AROUND = 0.04  # of its height


def look_again(slots: Sequence[Slot], picture: Pixels, reader: Engine) -> None:
    """Replace the unsure values by what a second look makes of them."""
    boxed = [slot for slot in slots if _may_have_boxes(slot) and _number(slot, picture, reader)]
    boxed += [slot for slot in slots if _may_be_a_time(slot) and _time(slot, picture, reader)]
    boxed += [slot for slot in slots if _may_be_a_room(slot) and _room(slot, picture, reader)]
    left = [slot for slot in slots if slot not in boxed]
    boxed += [slot for slot in left if may_have_boxes(slot) and _word(slot, picture, reader)]
    unsure = [slot for slot in slots if _is_unsure(slot) and slot not in boxed]
    strips = [(slot, strip) for slot in unsure for strip in _strips(slot, picture)]
    lines = reader.recognise([(strip, slot.values[0].box) for slot, strip in strips])
    looks = list(zip(strips, lines, strict=True))
    for slot in unsure:
        seen = [line for (of, _), line in looks if of is slot and line.glyphs]
        best = max(seen, key=lambda line: _rank(slot.name, line), default=slot.values[0])
        if _well_shaped(slot.name, best) or not _well_shaped(slot.name, slot.values[0]):
            slot.values = [best]


def _may_have_boxes(slot: Slot) -> bool:
    """A local number may be what was read of a longer one."""
    whole = len(slot.values) == 1 and _well_shaped(slot.name, slot.values[0])
    return slot.name == "phone" and not slot.told and not (whole and not phone.is_local(slot.text))


def _number(slot: Slot, picture: Pixels, reader: Engine) -> bool:
    """Give it the number whose digits have a box each, if there is one."""
    line = _figures(digits_in_boxes(picture, slot.label.box), reader)
    if line is not None:
        slot.values = [line]
    return line is not None


def _may_be_a_time(slot: Slot) -> bool:
    """Of single figures some may not have been read, and the rest be a time still."""
    broken = has_single_characters(slot) or not is_time(tidy_time(slot.text))
    return slot.name == "time" and not slot.told and broken


def _time(slot: Slot, picture: Pixels, reader: Engine) -> bool:
    """Give it the time whose digits have a box each, if there is one."""
    line = _figures(time_in_boxes(picture, slot.label.box), reader)
    if line is None or not is_time(tidy_time(with_units(line).text)):
        return False
    slot.values = [with_units(line)]
    return True


def _may_be_a_room(slot: Slot) -> bool:
    """Single figures with units between them may be a room's, though one was not read."""
    broken = may_have_boxes(slot) or not is_room(written("address", slot.values))
    return slot.name == "address" and not slot.told and broken


def _room(slot: Slot, picture: Pixels, reader: Engine) -> bool:
    """Give it the address whose digits have a box each, if there is one."""
    found = address.address_in_boxes(picture, slot.label.box)
    line = _figures(found[0] if found else None, reader)
    whole = address.with_units(line, found[1]) if found and line else None
    if whole is None or not is_room(whole.text):
        return False
    slot.values = [whole]
    return True


def _word(slot: Slot, picture: Pixels, reader: Engine) -> bool:
    """Give it the name whose characters have a box each, if there is one."""
    line = _boxed(word_in_boxes(picture, slot.label.box), reader)
    if line is not None and len(line.glyphs) >= len(slot.text):
        slot.values = [line]
        return True
    return False


def _figures(row: Boxed | None, reader: Engine) -> Line | None:
    line = _boxed(row, reader)
    return line and figures_only(line)


def _boxed(row: Boxed | None, reader: Engine) -> Line | None:
    """What stands in the boxes, specks of dust aside; what has not a character for each of them was
    misread."""
    if row is None:
        return None
    (line,) = reader.recognise([(stood_upright(row.strip), row.box)])
    clean = tuple(glyph for glyph in line.glyphs if glyph.text not in _SPECKS)
    whole = line if len(line.glyphs) == row.count else replace(line, glyphs=clean)
    return whole if len(whole.glyphs) == row.count else None


def _is_unsure(slot: Slot) -> bool:
    if slot.name not in SHORT or len(slot.values) != 1:
        return False
    (line,) = slot.values
    return line.confidence < _SURE or not _well_shaped(slot.name, line)


def _strips(slot: Slot, picture: Pixels) -> Sequence[Pixels]:
    """Alone, wider, and with a little more around it: half a pixel of the box changes what is read
    of a brush. No third guess at the place that decides who is sent."""
    box = slot.values[0].box
    along, across = sides(box)
    more = _AROUND * across / max(along, 1.0)
    alone = cut(picture, box, STRIP)
    if leaning := lean(alone):
        box = leaned(box, leaning)
        alone = cut(picture, box, STRIP)
    wider = cv2.resize(alone, None, fx=_WIDER, fy=1.0, interpolation=cv2.INTER_CUBIC)
    looks = (alone, wider.astype(np.uint8, copy=False))
    if slot.name == "community":
        return looks
    loose = stretched(box, (-more, 1 + more), (-_AROUND, 1 + _AROUND))
    return *looks, cut(picture, loose, STRIP)


def _rank(name: str, line: Line) -> tuple[bool, float]:
    return _well_shaped(name, line), line.confidence


def _well_shaped(name: str, line: Line) -> bool:
    return name != "phone" or phone.is_number(put_right(name, line))
