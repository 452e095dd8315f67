"""What a message says once it was edited: a reply, a command, a typed intake, the words below a
photo."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session
from telegram import Message

from bot.services import record, tickets, typed
from bot.services.people import Person
from bot.services.work import Work
from handlers import corrections, photos, questions, replies, typing
from handlers.call import Call
from handlers.commands import meant
from handlers.gestures import Gesture
from models.deed import Deed
from models.said.typed_form import calls_apart, parse_typed_form, said_below
from models.tables.form import Form, FormState
from models.tables.ticket import Ticket

_NAMES_NO_MESSAGE = (Deed.BACKFILL, Deed.ANSWER)  # on record: nobody knows whether it was done
_UNREAD = (FormState.FILED, FormState.READING)
_ANSWERED = (FormState.ASKING, FormState.DROPPED)  # after 不派单, with a word that it is not


async def edited(call: Call) -> None:
    """Hear it. Telegram tells of changes that nobody sees as well: what says the same does nothing.
    In private, where it may be about several federations, only what replies to us counts."""
    message = call.update.edited_message
    if message is None or call.anonymous or len(call.choices) > 1:
        return
    call.words = message.text or message.caption or ""
    gesture, words = meant(call.words, call.parts.bot_name)
    if gesture is not None and gesture.deed is not None:
        call.words = words
        await _command(call, message, gesture, gesture.deed)
    elif call.place is not None:
        await replies.edited(call)
    else:
        await _intake(call, message)


async def _command(call: Call, message: Message, gesture: Gesture, deed: Deed) -> None:
    """A command that did nothing, such as one with a wrong number, is heard anew; what was done
    when it was written is done."""
    place = (call.chat_id, call.message_id)
    if deed in _NAMES_NO_MESSAGE or await call.look(_did, deed, place, message.date):
        return
    await photos.posted(call, with_deed=True)
    await gesture.handler(call)


def _did(work: Work, person: Person, deed: Deed, place: tuple[int, int], since: datetime) -> bool:
    return record.did(work.session, work.scope.id, (deed,), place, since) is not None


async def _intake(call: Call, message: Message) -> None:
    gesture, call.words = meant(call.words, call.parts.bot_name)
    told = gesture is not None and gesture.handler is typing.new
    if gesture is not None and not told:
        return  # what was asked for was answered when it was written
    if message.caption:
        if (pictured := await call.parts.db.read(_pictured, call)) is not None:
            await _written_below(call, *pictured)
        else:
            await replies.edited(call)
        return
    typed_in = await call.parts.db.read(_typed, call)
    calls = [replace(call, words=words) for words in calls_apart(call.words, told=told)]
    repeats = any(form.state is FormState.REPEATED for form, _ in typed_in)
    more = len(calls) > len(typed_in) or repeats
    if more and told:
        await typing.new(call)
    elif more and not await typing.pasted(call):
        await replies.edited(call)
    if len(calls) < len(typed_in):
        return  # nobody knows which of them was taken out
    for one, (form, ticket) in zip(calls, typed_in, strict=False):
        if form.state is not FormState.REPEATED:
            await _set_right(one, form, ticket, parse_typed_form(one.words, told=told))


async def _written_below(call: Call, form: Form, ticket: Ticket | None) -> None:
    """The paper counts where the words said so before."""
    said, before = said_below(call.words), said_below(form.caption)
    fields = {name: text for name, text in said.items() if text != before.get(name)}
    if form.state in _UNREAD:
        await call.work(_write_below, form.id or 0, call.words)
    else:
        await _set_right(call, form, ticket, fields)


async def _set_right(call: Call, form: Form, ticket: Ticket | None, fields: dict[str, str]) -> None:
    if form.state in _ANSWERED:
        if await call.look(_is_changed, form.id or 0, fields):
            await questions.settle_by_words(call, form.id or 0)
    elif ticket is not None:
        await corrections.corrected_in_place(call, form.id or 0, ticket.id or 0, fields)


def _pictured(session: Session, call: Call) -> tuple[Form, Ticket | None] | None:
    """The form of a picture, and what that opened: of several forms it may be any."""
    place = (call.chat_id, call.message_id)
    form = tickets.form_by_message(session, call.scope, *place)
    return (form, tickets.by_message(session, call.scope, *place)) if form is not None else None


def _typed(session: Session, call: Call) -> list[tuple[Form, Ticket | None]]:
    """The calls that were typed in the message, each with what it opened."""
    forms = tickets.posted(session, call.scope, call.chat_id, call.message_id)
    return [(form, session.get(Ticket, form.ticket_id or 0)) for form in forms]


def _is_changed(work: Work, person: Person, form_id: int, said: dict[str, str]) -> bool:
    return bool(typed.changed(work, work.session.get_one(Form, form_id), said))


def _write_below(work: Work, person: Person, form_id: int, words: str) -> None:
    """Its reading will take the words that stand there now."""
    form = work.session.get_one(Form, form_id, with_for_update=True)
    if form.state in _UNREAD:
        form.caption = words
