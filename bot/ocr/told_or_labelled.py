"""What a page says: by its labels, or in its sentences, whichever says more for sure."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.ocr.fields.passage import tells_of_trouble
from bot.ocr.form_or_not import FEWEST_LABELS, MANY_LABELS, is_form, is_note, may_be_note
from bot.ocr.labels.slots import DECISIVE, PLACE, SENTENCE, Slot, Tells
from bot.ocr.other_papers import is_another
from bot.ocr.page.lines import Line
from bot.ocr.prose.calls import in_a_sentence
from bot.ocr.prose.note import is_whole, note
from bot.ocr.values.shapes import telling
from models.directory import Directory
from models.intake import PEOPLE
from models.kinds import kind_implied
from models.labels.listed import LABELS

_UNASKED = frozenset({"caller", "time"})  # in a letter with blanks
_COMMAS = frozenset("，。；")
_BEHIND = "来电，。"  # a time that ends where the sentence goes on
_DAY = re.compile(r".{0,6}\d{1,2}月\d{1,2}日.{0,16}")  # 2024年11月20日15时00分，接到
_CALLS_OUT = ("！", "!")
_OF_A_LETTER = frozenset(["发件人", "收件人", "主题", "From", "To", "Sent", "Subject"])
_OF_A_CALL = DECISIVE | {"caller"}
_FEWEST = 4  # characters by which a time is known again


def told_or_labelled(
    slots: list[Slot], lines: Sequence[Line], directory: Directory, declared: bool
) -> list[Slot]:
    """What the labels say or the sentences tell; nothing if it is no form. `slots`: what the labels
    say; `declared`: somebody says that it is a form."""
    own = note(lines, directory)
    if may_be_note(lines) and is_whole(own) and _is_note(own, slots, telling(directory)):
        return [*_labelled(own, slots), *_besides(own, slots)]
    sentence = in_a_sentence(lines, directory)
    better = _is_better_told(slots, sentence, telling(directory))
    if better and (declared or not is_another(lines)):
        slots = _instead([*sentence, *_left_out(sentence, own)], slots)
    elif not is_form(slots, lines) and not is_note(slots, lines):
        slots = _instead(own, slots)
        if not is_note(slots, lines) and not declared:
            return []
    else:
        slots = [*slots, *_also_told(slots, own)]
        _complete(slots, own)
    return slots


def _is_note(note: Sequence[Slot], slots: Sequence[Slot], tells: Mapping[str, Tells]) -> bool:
    """Whether next to nothing has a label, or the note says more for sure than a few labels do, and
    nothing else."""
    asked = {slot.name for slot in slots if _is_asked(slot)}
    if len(asked) < FEWEST_LABELS:
        return True
    said = {slot.name: slot.text for slot in note}
    labelled = [slot for slot in slots if slot.values and slot.name in DECISIVE]
    same = all(said.get(slot.name, "") in slot.text for slot in labelled)
    return len(asked) < MANY_LABELS and same and _known(note, tells) > _known(slots, tells)


def _labelled(note: Sequence[Slot], slots: Sequence[Slot]) -> Iterator[Slot]:
    """The note's fields; where its trouble is no sentence, the one that has a label instead."""
    asked = [slot for slot in slots if slot.name == "description" and _is_asked(slot)]
    told = next((slot for slot in asked if tells_of_trouble(slot.text)), None)
    for slot in note:
        short = slot.name == "description" and len(slot.text) < SENTENCE
        yield told if told and short else slot


def _is_asked(slot: Slot) -> bool:
    """Whether a label of ours asks for it, and not its own value tells what it is."""
    heads = slot.label.text in _OF_A_LETTER
    return slot.name in LABELS and not heads and slot.label.text not in slot.text


def _besides(note: Sequence[Slot], slots: Sequence[Slot]) -> Iterator[Slot]:
    """The fields that the note does not tell."""
    named, said = {slot.name for slot in note}, {slot.text for slot in note}
    others = (slot for slot in slots if slot.name not in named and slot.text not in said)
    yield from (slot for slot in others if not _is_talk(slot))


def _also_told(slots: Sequence[Slot], also: Sequence[Slot]) -> Iterator[Slot]:
    """Who called and when, where no label asks for it and the sentences around the labels tell it:
    兹有居民沈桂芳于…来电, 联系电话…. They tell the place or the telephone as the labels do."""
    named = {slot.name: slot.text for slot in slots}
    if any(slot.name in DECISIVE and named.get(slot.name) == slot.text for slot in also):
        yield from (slot for slot in also if slot.name in _UNASKED - named.keys())


def _complete(slots: Sequence[Slot], also: Sequence[Slot]) -> None:
    """A value that a blank's label cuts short goes on in the sentence: 31号304 of 31号304室; or
    begins the next row: 我的电话： / 13812345678. When somebody called is no trouble."""
    by_name = {slot.name: slot.values for slot in also}
    where = [slot.text for slot in also if slot.name in DECISIVE]
    for slot in (slot for slot in slots if slot.name in by_name):
        whole = "".join(value.text for value in by_name[slot.name])
        if not slot.values or _goes_on(slot, whole, where):
            slot.values = by_name[slot.name]


def _goes_on(slot: Slot, whole: str, where: Sequence[str]) -> bool:
    """Whether the sentence says more, or only what is asked for. `where`: what else it tells."""
    own = slot.text.rstrip(_BEHIND)
    if slot.name == "address":
        return whole == f"{own}室"
    if slot.name == "time":
        return len(own) >= _FEWEST and own in whole
    if slot.name != "description":
        return False
    is_when = _DAY.fullmatch(own) is not None and tells_of_trouble(whole)
    letter = (slot.told or whole in own) and any(one in own.replace(whole, "") for one in where)
    return is_when or letter  # all that stands behind 尊敬的领导：


def _is_better_told(
    slots: Sequence[Slot], sentence: Sequence[Slot], tells: Mapping[str, Tells]
) -> bool:
    """Whether one sentence says more for sure than the labels and what stands alone on its line; or
    as much, and more besides, or where what was taken for labels stands within sentences."""
    if not sentence:
        return False
    within = any(value.text[:1] in _COMMAS for slot in slots for value in slot.values)
    filled = {slot.name for slot in slots if slot.values and not slot.told}
    asked = filled >= DECISIVE | {"description"}
    described = asked or any(s.name == "description" and kind_implied(s.text) for s in slots)
    labelled = any(slot.name in DECISIVE and not slot.told for slot in slots)
    longer = len(sentence) > sum(bool(slot.values) for slot in slots)
    more = within or longer or not described or not labelled
    own = [slot for slot in slots if not slot.told or slot.label.text == slot.text]
    return _known(sentence, tells) + more > _known(own, tells)


def _instead(told: Sequence[Slot], slots: Sequence[Slot]) -> list[Slot]:
    """What was told, and the slots of other fields; of two descriptions the one that has a label,
    where the sentence begins with that label or tells of no trouble."""
    asked = [slot for slot in slots if slot.name == "description" and not slot.told]
    labels = tuple(slot.label.text for slot in asked if len(slot.text) >= SENTENCE)
    kept = [slot for slot in told if not labels or not _is_idle(slot, labels)]
    named = {slot.name for slot in kept}
    return [*kept, *(slot for slot in slots if slot.name not in named and not _is_talk(slot))]


def _left_out(sentence: Sequence[Slot], also: Sequence[Slot]) -> Iterator[Slot]:
    """Where it is, told in another sentence than the call: 丰翔新城有一件紧急的事."""
    named = {slot.name for slot in sentence}
    yield from (slot for slot in also if slot.name in PLACE - named)


def _is_talk(slot: Slot) -> bool:
    """Whether a message stands where somebody's name would: behind 客服, who sent it; or 您好！."""
    return slot.name in PEOPLE and (len(slot.text) >= SENTENCE or slot.text.endswith(_CALLS_OUT))


def _is_idle(told: Slot, labels: tuple[str, ...]) -> bool:
    """Whether it is a description that tells nothing which behind these labels does not stand."""
    again = told.text.startswith(labels)
    return told.name == "description" and (again or not tells_of_trouble(told.text))


def _known(slots: Sequence[Slot], tells: Mapping[str, Tells]) -> int:
    """How many values of what decides, and of who called, are beyond doubt such."""
    return sum(slot.name in _OF_A_CALL and tells[slot.name](slot.text) for slot in slots)
