"""Which federation something is about: its group's; in private the one that it names, or that a
person is in; whoever is in several is asked."""

from sqlmodel import Session
from telegram import Message, Update

from bot import outbox
from bot.config import Settings
from bot.services import people, scope, telling
from bot.services.people import Person
from bot.services.scope import Scope
from bot.services.work import Work
from bot.texts import lookups as texts
from handlers.call import Call, replied_by
from models.tables.community import Rule
from models.tables.form import Form
from models.tables.ticket import Assist, Ticket

DIGITS = 15  # of a number in a button; a longer one is forged, and no database takes it
_BY_FORM = frozenset({"fix", "drop", "form"})
_BY_ASSIST = frozenset({"help", "thank"})
_ITSELF = frozenset({"in", "calls"})  # in:<federation> on a button, calls_<federation> in a link


def meant(session: Session, settings: Settings, update: Update) -> list[Scope]:
    """The federation, several if a person has to be asked, none if it is no group of ours."""
    chat, user = update.effective_chat, update.effective_user
    known = scope.scopes(session, settings)
    if chat is not None and chat.type != "private":
        return [s for s in known if chat.id in s.chat_ids][:1]
    named = _named(session, update)
    if found := [s for s in known if named is not None and named in (s.id, *s.chat_ids)]:
        return found[:1]
    user_id = user.id if user else 0
    own = people.federations_of(session, user_id)
    mine = [s for s in known if s.id in own or user_id in people.posts_of(s)]
    return mine or list(known[:1])


def _named(session: Session, update: Update) -> int | None:
    """The federation (or its chat) that a button, a link, a reaction or a reply is about."""
    query, message = update.callback_query, update.effective_message
    if query is not None:
        return _federation_of(session, (query.data or "").split(":"))
    if (reaction := update.message_reaction) is not None:
        return _told_at(session, reaction.chat.id, reaction.message_id)
    if not isinstance(message, Message):
        return None
    if (message.text or "").startswith("/start "):
        return _federation_of(session, (message.text or "").removeprefix("/start ").split("_"))
    outside, replied = message.external_reply, replied_by(message)
    if outside is not None and outside.chat is not None:
        return outside.chat.id
    return _told_at(session, message.chat.id, replied.message_id) if replied else None


def _told_at(session: Session, chat_id: int, message_id: int) -> int | None:
    """Of which federation a message of ours tells."""
    ours = outbox.at_place(session, chat_id, message_id)
    return ours.federation_id if ours is not None else None


def is_row_id(said: str) -> bool:
    """Whether a button or a link can mean a row by it."""
    return said.isdecimal() and len(said) <= DIGITS


def _federation_of(session: Session, data: list[str]) -> int | None:
    """By the row that stands after a button's or a link's name."""
    if len(data) < 2 or not is_row_id(data[1]):
        return None
    kind, row_id = data[0], int(data[1])
    if kind in _ITSELF:
        return row_id
    if kind in _BY_FORM:
        form = session.get(Form, row_id)
        return form.federation_id if form else None
    if kind == "unrule":
        rule = session.get(Rule, row_id)
        return rule.federation_id if rule else None
    if kind in _BY_ASSIST:
        assist = session.get(Assist, row_id)
        row_id = assist.ticket_id if assist else 0
    ticket = session.get(Ticket, row_id)
    return ticket.federation_id if ticket else None


async def ask(call: Call) -> None:
    """Whoever is in several federations says which one is meant, by a button each."""

    def owe(session: Session) -> None:
        telling.notice(
            Work(session, call.scope, call.parts.clock.now()),
            key=f"update:{call.update.update_id}:which",
            say="",
            chat_id=call.chat_id,
            reply_to=call.message_id,
            html=call.say(texts.WHICH_FEDERATION),
            buttons=[[[s.settings.name, f"in:{s.id}"]] for s in call.choices],
            of_all=True,
        )

    await call.parts.db.run(owe)
    call.parts.wake("deliver")


def asked_about(call: Call) -> Message:
    """What was written before the question was asked. Raises ValueError if it is gone, or
    somebody else's, or the button names no federation of theirs."""
    query = call.update.callback_query
    question = query.message if query else None
    written = question.reply_to_message if isinstance(question, Message) else None
    named = len(call.choices) == 1
    if query is None or written is None or written.from_user != query.from_user or not named:
        raise ValueError("nothing was asked")
    return written


def choose(work: Work, person: Person, call: Call) -> bool:
    """Whether this press chooses the federation, and no press before it did. Should the process
    die now, the same press is heard again."""
    question = outbox.at_place(work.session, call.chat_id, call.message_id)
    if question is None:
        return True
    chosen = question.facts.get("chosen", {})
    press = chosen.get(str(work.scope.id), call.update.update_id)
    question.facts = question.facts | {"chosen": chosen | {str(work.scope.id): press}}
    return bool(press == call.update.update_id)
