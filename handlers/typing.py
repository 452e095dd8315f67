"""Typed intake: /new, or a pasted block 小区：… 电话：…, when there is no paper; and /new in reply
to a picture of one, or to somebody else's block."""

from collections.abc import Container, Mapping, Sequence

from sqlmodel import Session

from bot.services import people, tickets, typed
from bot.services.people import Person
from bot.services.work import Work
from bot.texts import typing as texts
from bot.texts.text import Text
from handlers import declaring
from handlers.call import Call, replied_by
from handlers.doing import only_for
from models.deed import Deed
from models.rights import MAY
from models.said.typed_form import (
    calls_apart,
    is_call_of_its_own,
    is_typed_form,
    parse_typed_form,
)
from models.tables.form import FormState

_UNMISTAKABLE = 3  # fields


async def new(call: Call) -> None:
    """/new 小区：丰翔新城 电话：138… 内容：…; alone in reply to a picture, or to such words:
    this is a form."""
    if await declaring.declared(call):
        return
    calls = _calls(call.words or _replied_words(call), told=True)
    if not calls[0]:
        await call.answer(call.say(texts.HOW))
        return
    await open_typed(call, calls)


async def pasted(call: Call) -> bool:
    """Whether a message in the group was such a block, or several of them, from somebody who may
    open tickets."""
    calls = _calls(call.words)
    if not is_typed_form(calls[0]):
        return await _looks_like_one(call)
    if len(calls) == 1 and await call.parts.db.read(_is_reply, call, calls[0]):
        return False
    allowed = await call.look(lambda _, person: typed.may_open(person))
    if allowed:
        await open_typed(call, calls)
    return allowed


async def forwarded(call: Call) -> None:
    """Somebody else's block: whoever may open tickets is told how."""
    if is_typed_form(_calls(call.words)[0]):
        await _tell_how(call, texts.FORWARDED)


async def _looks_like_one(call: Call) -> bool:
    """Whether a call was written with none of the marks that tell it from talk: whoever may open
    tickets is told how. Two fields may be talk: 小区丰翔新城 电话13812345678 打不通."""
    said = _calls(call.words, told=True)[0]
    if call.place is not None or len(said) < _UNMISTAKABLE or not is_typed_form(said):
        return False
    return await _tell_how(call, texts.LOOKS_LIKE_ONE)


async def _tell_how(call: Call, how: Text) -> bool:
    allowed = await call.look(lambda _, person: typed.may_open(person))
    if allowed:
        await call.answer(call.say(how))
    return allowed


def _replied_words(call: Call) -> str:
    """What somebody else's message says that this one replies to."""
    replied = replied_by(call.message)
    return "" if replied is None or call.replied_text else replied.text or ""


def _calls(words: str, *, told: bool = False) -> list[dict[str, str]]:
    return [parse_typed_form(part, told=told) for part in calls_apart(words, told=told)]


def _is_reply(session: Session, call: Call, said: Container[str]) -> bool:
    """Whether it answers the question, or sets the ticket right, that it replies to."""
    if call.place is None:
        return False
    form = tickets.form_by_message(session, call.scope, *call.place)
    if form is not None and form.state is FormState.ASKING:
        return not is_call_of_its_own(said, {doubt.field for doubt in form.open_doubts()})
    about_ticket = bool(tickets.of_message(session, call.scope, *call.place))
    return about_ticket and not is_call_of_its_own(said)


async def open_typed(call: Call, calls: Sequence[Mapping[str, str]]) -> None:
    """Open each, or ask about it, as a photographed form would be."""

    def deed(work: Work, person: Person) -> bool:
        place = (call.chat_id, call.message_id)
        return typed.file(work, person, place, calls)

    if not await call.work(deed):
        own = await call.look(lambda _, person: people.standings(person, None))
        await call.tell(only_for(MAY[Deed.DISPATCH], own, call.scope.language))
