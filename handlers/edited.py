"""What a message says once it was edited: a reply, a typed intake, the words below a photo."""

from sqlmodel import Session
from telegram import Message

from bot.services import tickets, typed
from bot.services.people import Person
from bot.services.work import Work
from handlers import corrections, questions, replies, typing
from handlers.call import Call
from handlers.commands import meant
from models.corrections import parse_typed_form, said_below
from models.form import Form, FormState
from models.ticket import Ticket

_UNREAD = (FormState.FILED, FormState.READING)


async def edited(call: Call) -> None:
    """Hear it. Telegram tells of changes that nobody sees as well: what says the same does nothing.
    In private, where it may be about several federations, only replies count."""
    message = call.update.edited_message
    if message is None or call.anonymous:
        return
    call.words = message.text or message.caption or ""
    if call.place is not None:
        await replies.edited(call)
    elif len(call.choices) == 1:
        await _intake(call, message)


async def _intake(call: Call, message: Message) -> None:
    gesture, call.words = meant(call.words, call.parts.bot_name)
    told = gesture is not None and gesture.handler is typing.new
    if gesture is not None and not told:
        return  # a command was done when it was written
    form, ticket = await call.parts.db.read(_filed, call)
    if message.caption and form is not None:  # the paper counts where the words said so before
        said, before = said_below(call.words), said_below(form.caption)
        fields = {name: text for name, text in said.items() if text != before.get(name)}
    else:
        fields = parse_typed_form(call.words, told=told)
    if form is None and not message.caption:
        await (typing.new(call) if told else typing.pasted(call))
    elif form is not None and form.state in _UNREAD:
        await call.work(_write_below, form.id or 0, call.words)
    elif form is not None and form.state is FormState.ASKING:
        if await call.look(_is_changed, form.id or 0, fields):
            await questions.settle_by_words(call, form.id or 0)
    elif form is not None and ticket is not None:
        await corrections.corrected_in_place(call, form.id or 0, ticket.id or 0, fields)


def _filed(session: Session, call: Call) -> tuple[Form | None, Ticket | None]:
    """What the message is an intake of, and what that opened."""
    place = (call.chat_id, call.message_id)
    form = tickets.form_by_message(session, call.scope, *place)
    return form, tickets.by_message(session, call.scope, *place)


def _is_changed(work: Work, person: Person, form_id: int, said: dict[str, str]) -> bool:
    return bool(typed.changed(work, work.session.get_one(Form, form_id), said))


def _write_below(work: Work, person: Person, form_id: int, words: str) -> None:
    """Its reading will take the words that stand there now."""
    form = work.session.get_one(Form, form_id, with_for_update=True)
    if form.state in _UNREAD:
        form.caption = words
