"""电话是136…, 改为特急 in reply to anything about a ticket that has gone out."""

from collections.abc import Sequence
from dataclasses import asdict
from html import escape

from bot.services import corrections, opening, respond, signs, telling, tickets, typed
from bot.services.corrections import Answer
from bot.services.people import Person, standings
from bot.services.work import Work
from bot.texts import corrections as texts
from bot.texts.questions import FIELD
from handlers.call import Call
from models.deed import Deed
from models.effects import Detail
from models.intake import PERSONAL
from models.rights import may
from models.said.set_right import BESIDE, FIELDS, applied, set_right
from models.tables.form import Form
from models.tables.ticket import Ticket

Place = tuple[int, int]
_IN_PLACE = FIELDS | {"description"}  # whoever edits it says nothing besides


async def corrected_by_words(call: Call, ticket: Ticket) -> bool:
    """Whether the words set something of the ticket right. What is not changed is noted, and its
    writer is told so: a sign of approval would let them believe it was."""
    fixes = set_right(call.words)
    if not fixes:
        return False
    here = (call.chat_id, call.message_id)
    await _answer(
        call, await call.work(_correct, ticket.id or 0, call.place, here, fixes, call.words)
    )
    return True


async def corrected_anew(call: Call, ticket: Ticket) -> bool:
    """The same for words that were edited. What they have set right before they do not set right
    again: somebody may have known better since."""
    fixes, here = set_right(call.words), (call.chat_id, call.message_id)
    if not fixes:
        return False
    if not await call.look(_said_before, ticket.id or 0, call.place, here, fixes):
        await corrected_by_words(call, ticket)
    return True


def _said_before(
    work: Work,
    person: Person,
    ticket_id: int,
    place: Place | None,
    here: Place,
    said: dict[str, str],
) -> bool:
    ticket = _own(work, ticket_id, place)
    fixes = applied(said, ticket.address, ticket.description)
    return corrections.said_before(work, ticket, fixes, here)


async def corrected_in_place(
    call: Call, form_id: int, ticket_id: int, said: dict[str, str]
) -> None:
    """The same for an intake whose words were edited."""
    here = (call.chat_id, call.message_id)
    await _answer(call, await call.work(_say_anew, form_id, ticket_id, here, said))


def _say_anew(
    work: Work,
    person: Person,
    form_id: int,
    ticket_id: int,
    here: Place,
    said: dict[str, str],
) -> list[Answer]:
    """What it says otherwise than before; the next edit is compared with this one. When the call
    came, and who took it, is only noted."""
    form = work.session.get_one(Form, form_id, with_for_update=True)
    changed = typed.changed(work, form, said)
    form.fields = form.fields | {name: asdict(value) for name, value in changed.items()}
    fixes = {name: value.value for name, value in changed.items() if name in _IN_PLACE}
    others = {name: value.value for name, value in changed.items() if name not in _IN_PLACE}
    answers = _correct(work, person, ticket_id, here, here, fixes, _told(fixes)) if fixes else []
    if not others:
        return answers
    respond.act(work, ticket_id, Deed.NOTE, person, Detail(_told(others)))
    label = work.session.get_one(Ticket, ticket_id).label
    return [*answers, (texts.NEVER_CHANGED, {"number": label})]


def _told(fields: dict[str, str]) -> str:
    return "，".join(f"{FIELD[name].zh}：{value}" for name, value in fields.items())


async def _answer(call: Call, answers: Sequence[Answer]) -> None:
    """All of them in one message."""
    said = (
        call.say(text, **{name: escape(fact) for name, fact in facts.items()})
        for text, facts in answers
    )
    if sentences := "\n".join(said):
        await call.answer(sentences)


def _correct(
    work: Work,
    person: Person,
    ticket_id: int,
    place: Place | None,
    here: Place,
    said: dict[str, str],
    words: str,
) -> list[Answer]:
    ticket = _own(work, ticket_id, place)
    fixes = applied(said, ticket.address, ticket.description)
    if not may(standings(person, ticket), Deed.CORRECT):
        respond.act(work, ticket_id, Deed.NOTE, person, Detail(words))
        return [(texts.ONLY_NOTED, {"number": ticket.label})]
    unfit = corrections.unfit(work, ticket, fixes)
    if unfit:
        respond.act(work, ticket.id or 0, Deed.NOTE, person, Detail(words))
    fit = {field: value for field, value in fixes.items() if field not in unfit}
    corrections.correct(work, person, ticket, fit, here)
    if fit:
        telling.react(work, here, signs.DONE)
    form = work.session.get(Form, ticket.form_id)
    if form is not None and PERSONAL & fixes.keys():
        opening.take_out(work, form, here)
    beside = [(texts.KEPT_BESIDE, {"number": ticket.label})] if BESIDE in said else []
    return [*unfit.values(), *beside]


def _own(work: Work, ticket_id: int, place: Place | None) -> Ticket:
    """The very ticket replied to: one that was merged has a resident, and a phone, of its own."""
    replied = tickets.by_message(work.session, work.scope, *place) if place else None
    return replied or work.session.get_one(Ticket, ticket_id)
