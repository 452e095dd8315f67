"""What a reply is about: a ticket, a form that is being asked about, or nothing of ours."""

import re
from dataclasses import dataclass

from sqlmodel import Session

from bot import outbox
from bot.services import duplicates, tickets
from handlers.call import Call
from models.deed import Deed
from models.rights import Standing
from models.said.promises import promised
from models.said.set_right import set_right
from models.said.ticket_numbers import find_numbers
from models.said.troubles import trouble_in
from models.said.words import understand
from models.tables.form import FormState
from models.tables.message import Message, MessageKind
from models.tables.ticket import Status, Ticket

_LEAD = frozenset({Standing.LEAD})
_CLAUSE = re.compile(r"[,，。;；\s]+")
_NEVER_ASKED = frozenset({FormState.IGNORED, FormState.SET_ASIDE})  # replies to it are chatter


@dataclass(frozen=True)
class Meant:
    """What a reply is about: a ticket, or a form that is being asked about. `torn`: the numbers of
    all that its words would do something to, if they are several; `lost`: whether there is none
    of the number that they name. `kind`, `calls_help`, `assist`, `request` and `asks`: which
    message of ours it answers, whether that calls for help, whose offer it is, on which request it
    asks for a ruling, for which deed words."""

    ticket: Ticket | None = None
    torn: tuple[str, ...] = ()
    lost: bool = False
    form_id: int | None = None
    kind: MessageKind | None = None
    calls_help: bool = False
    assist: int | None = None
    request: int | None = None
    asks: Deed | None = None


def about(session: Session, call: Call) -> Meant:
    """The message replied to decides. If it is about no one ticket, as a digest, a number does:
    written, quoted, or the only one in that message."""
    named = _named(session, call, call.words)
    deed = call.words and understand(call.words)
    lost = bool(deed and len(find_numbers(call.words)) == 1 and named is None)
    if call.place is None:
        does = _does_something(call, call.words)
        return Meant(named if does else None, torn=_torn(session, call, None), lost=lost)
    form = tickets.form_by_message(session, call.scope, *call.place)
    if form is not None and form.ticket_id is None and form.state not in _NEVER_ASKED:
        return Meant(form_id=form.id)
    if _says_more(call.words) and (several := _pictured(session, call)):
        return Meant(torn=several)
    found = tickets.by_message(session, call.scope, *call.place)
    replied = duplicates.standing(session, found.id) if found else None
    ours = outbox.at_place(session, *call.place)
    ticket = replied or named or _named(session, call, call.quoted, call.replied_text)
    return Meant(
        ticket,
        torn=_torn(session, call, ticket),
        lost=lost,
        kind=ours.kind if ours is not None else None,
        calls_help=ours is not None and ours.facts.get("say", "").startswith("call_help"),
        assist=_offer(ours),
        request=ours.facts.get("request") if ours is not None else None,
        asks=tickets.asked_for(session, *call.place),
    )


def by_number_alone(call: Call, text: str) -> bool:
    """Whether only a number says which ticket the text is about, and every federation has one of
    that number."""
    if call.place is not None:
        return any(find_numbers(said) for said in (text, call.quoted, call.replied_text))
    return bool(find_numbers(text)) and _does_something(call, text)


def _does_something(call: Call, text: str) -> bool:
    """Whether words that reply to nothing are a deed, and no chatter about a number."""
    return bool(understand(text) or promised(text, call.said_at, call.scope.zone))


def _offer(ours: Message | None) -> int | None:
    """The offer of help that a message of ours tells of."""
    if ours is None or ours.facts.get("say") != "offer":
        return None
    return int(ours.facts["assist"])


def _named(session: Session, call: Call, *texts: str) -> Ticket | None:
    """The one ticket that the first of these texts with a number names."""
    for text in texts:
        numbers = find_numbers(text)
        if len(numbers) == 1:
            return _standing(session, call, numbers[0])
    return None


def _standing(session: Session, call: Call, label: str) -> Ticket | None:
    found = tickets.by_label(session, call.scope, label)
    return duplicates.standing(session, found.id) if found else None


def _torn(session: Session, call: Call, meant: Ticket | None) -> tuple[str, ...]:
    """Words that do something, to which of these? To the one replied to, or those they name? To
    which of the forms in the photo replied to, or of those that a reminder is about?"""
    numbers = find_numbers(call.words)
    if not _does_something(call, call.words) and not _says_two_things(call.words):
        told = set_right(call.words) or trouble_in(call.words, _LEAD, Status.DISPATCHED)
        return _pictured(session, call) if told and not numbers else ()
    labels = {meant.label: None} if meant else {}
    for label in numbers:
        ticket = _standing(session, call, label)
        labels[ticket.label if ticket else label] = None
    if len(labels) > 1:
        return tuple(labels)
    return () if labels else _pictured(session, call)


def _says_two_things(text: str) -> bool:
    """Whether each of two is a deed, which the whole is not: #4 已修好，#5 不归我们管."""
    return len(find_numbers(text)) > 1 and any(map(understand, _CLAUSE.split(text)))


def _says_more(text: str) -> bool:
    """Whether something is done before the only number: 收到，#3 明天上午去."""
    if len(find_numbers(text)) != 1:
        return False
    clauses = _CLAUSE.split(text)
    first = next((n for n, clause in enumerate(clauses) if find_numbers(clause)), 0)
    return any(map(understand, clauses[:first]))


def _pictured(session: Session, call: Call) -> tuple[str, ...]:
    """The tickets of the message replied to, if they are several: forms in one photo, what a firm
    is reminded of."""
    found = tickets.of_message(session, call.scope, *call.place) if call.place else []
    return tuple(ticket.label for ticket in found) if len(found) > 1 else ()
