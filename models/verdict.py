"""The verdict on a form from its fields alone: dispatch, ask, or ignore."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from models import phone
from models.community_match import door_apart, match
from models.directory import Directory
from models.intake import Doubt, Reading, Value, Verdict, Why
from models.kinds import kind_implied, kind_written, urgency_implied, urgency_written
from models.labels.grammar import field_named

# 120571103, 3号502501室, 120弄22号17, 2014/206, 47号1706室46号1708室, 0130号808室,
# 1053弄1050弄27号602室, 60号2%2室, 4746号1103室
_NO_ROOM = re.compile(
    r"\d{5}|[%*#]|^\d{4}[号幢栋]\d|号\d{1,2}$|^\d{4}[/-]\d{3,4}$|室\d{1,4}[号弄]|^0\d{2,}[号弄幢栋]|弄.*弄"
)
NONE_LEFT = Value("", 1.0)  # of a phone: whoever was asked says that there is none
SURE = 0.4  # of a community's least sure character; below, a person looks
SURE_PHONE = 0.35  # a phone's shape is a check of its own
SURE_ADDRESS = 0.01  # below, the reader says that it may be another


def check(fields: dict[str, Value], directory: Directory) -> Reading:
    """Check the fields against what is known. What decides — community, phone, and that there is
    something to do — must be sure, and an address must be no ruin of one; all else is taken as it
    is. Where the dispatcher has named the firm, the community need not be known."""
    fields = dict(fields)
    doubts: list[Doubt] = []
    _take_door_apart(fields, directory)
    firm = _check_community(fields, directory, doubts)
    if "firm" in fields:
        firm, doubts = fields["firm"].value, []
    _check_phone(fields, directory, doubts)
    _check_address(fields, doubts)
    _check_substance(fields, doubts)
    _fill_in(fields)
    verdict = Verdict.ASK if doubts or firm is None else Verdict.DISPATCH
    return Reading(verdict, firm if not doubts else None, fields, tuple(doubts))


def not_sure(fields: Mapping[str, Value], doubts: Iterable[Doubt]) -> frozenset[str]:
    """The fields that are asked about, or were read too faintly to tell anything by."""
    faint = {name for name, value in fields.items() if value.confidence < SURE}
    return frozenset(faint | {doubt.field for doubt in doubts})


def _take_door_apart(fields: dict[str, Value], directory: Directory) -> None:
    """小区：丰翔新城 3号502室 says where as well, beside what the address says."""
    value, address = fields.get("community", Value()), fields.get("address", Value())
    name, door = door_apart(value.value, directory)
    if not door:
        return
    fields["community"] = replace(value, value=name.strip())
    if door not in address.value:
        whole = f"{door} {address.value}".strip()
        fields["address"] = replace(value, value=whole)


def _check_community(
    fields: dict[str, Value], directory: Directory, doubts: list[Doubt]
) -> str | None:
    value = fields.get("community", Value())
    if not value.value.strip():
        doubts.append(_nothing_in("community", value))
        return None
    found = match(value.value, directory)
    if found.name is None:
        why = Why.LOOKALIKE if found.likely else Why.UNKNOWN
        doubts.append(Doubt("community", why, value.value, found.likely))
        return None
    if value.confidence < SURE:
        doubts.append(Doubt("community", Why.UNSURE, value.value, (found.name,)))
    fields["community"] = replace(value, value=found.name)
    return directory.firm_of(found.name)


def _check_phone(fields: dict[str, Value], directory: Directory, doubts: list[Doubt]) -> None:
    """What is typed is as it was meant; another city's number in a picture was rather misread."""
    value = fields.get("phone", Value())
    if value == NONE_LEFT:
        return
    tidy = phone.tidy(value.value)
    local = phone.with_area_code(tidy, directory.area_code) if value.box else None
    fields["phone"] = Value(tidy, value.confidence if tidy else 0.0, value.box)
    if not tidy:
        doubts.append(_nothing_in("phone", value))
    elif not phone.is_whole(tidy):
        doubts.append(Doubt("phone", Why.MALFORMED, tidy))
    elif local is not None:
        doubts.append(Doubt("phone", Why.UNSURE, tidy, (local, tidy)))
    elif value.confidence < SURE_PHONE:
        doubts.append(Doubt("phone", Why.UNSURE, tidy, (tidy,)))


def _check_address(fields: Mapping[str, Value], doubts: list[Doubt]) -> None:
    """A wrong door costs a trip at night: a picture's number that no room has, or half of one, was
    misread; 房号 is the form's own word; and a figure may be another."""
    value = fields.get("address", Value())
    no_place = _NO_ROOM.search(value.value) or field_named(value.value) == "address"
    if value.box is not None and no_place:
        doubts.append(Doubt("address", Why.MALFORMED, value.value))
    elif value.box is not None and value.confidence < SURE_ADDRESS:
        doubts.append(Doubt("address", Why.UNSURE, value.value, (value.value,)))


def _check_substance(fields: dict[str, Value], doubts: list[Doubt]) -> None:
    """A firm must be told what to do; where, it may find out."""
    value = fields.get("description", Value())
    if not value.value.strip():
        doubts.append(_nothing_in("description", value))


def _nothing_in(field: str, value: Value) -> Doubt:
    """That there is a place on the paper which shows it tells that somebody wrote something."""
    return Doubt(field, Why.MISSING if value.box is None else Why.UNREAD)


def _fill_in(fields: dict[str, Value]) -> None:
    """Kind and urgency as written; where nothing is, as the description implies."""
    said = fields.get("description", Value()).value
    for name, written, implied in (
        ("category", kind_written, kind_implied),
        ("urgency", urgency_written, urgency_implied),
    ):
        value = fields.get(name, Value())
        known = written(value.value)
        if known:
            fields[name] = Value(known, value.confidence, value.box)
        else:
            guess = implied(said)
            fields[name] = Value(guess, 0.6 if guess else 0.0, None, inferred=True)
