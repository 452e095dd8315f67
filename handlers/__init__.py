"""What people do in the group. ROUTES says which function hears which kind of update; BUTTONS
which one a button; gestures.py which one a command or its Chinese word."""

from collections.abc import Awaitable, Callable, Mapping

from sqlmodel import Session
from telegram import Update

from bot import inbox, sender
from bot.parts import Parts
from bot.services import people, scope
from bot.services.scope import Scope
from bot.texts import people as people_texts
from bot.texts import refusals
from handlers import (
    deeds,
    follow_up,
    groups,
    help,
    joining,
    photos,
    questions,
    reactions,
    replies,
    rulings,
    start,
    typing,
)
from handlers.call import Call
from handlers.doing import only_for
from handlers.gestures import Gesture
from models.deed import Deed
from models.form import Form
from models.ticket import Assist, Ticket
from models.ticket_numbers import find_numbers

Handler = Callable[[Call], Awaitable[None]]

BUTTONS: Mapping[str, Handler] = {
    **dict.fromkeys(deeds.MENUS, deeds.press_menu),
    **dict.fromkeys(
        (
            Deed.ACKNOWLEDGE,
            Deed.CONTACT,
            Deed.RESOLVE,
            Deed.OFFER,
            Deed.CALL_HELP,
            Deed.REOPEN,
            Deed.RESUME,
            Deed.GRANT,
            Deed.DECLINE,
            Deed.SEND_BACK,
            Deed.REMIND,
        ),
        deeds.press,
    ),
    "back": deeds.press_back,
    "keep": rulings.keep_rule,
    "same": rulings.press_merge,
    "help": rulings.press_help,
    "thank": rulings.press_help,
    "fix": questions.tap,
    "drop": questions.drop,
    Deed.ANSWER: follow_up.press_answer,
    Deed.UNREACHED: follow_up.press_answer,
}
COMMANDS: Mapping[str, Gesture] = {g.command: g for g in (*help.ALL, start.GESTURE)}
WORDS: Mapping[str, Gesture] = {word: g for g in help.ALL for word in g.words}
_DIGITS = 15  # of a number in a button; a longer one is forged, and no database takes it
_BY_FORM = frozenset({"fix", "drop"})
_BY_ASSIST = frozenset({"help", "thank"})


async def handle(parts: Parts, update: Update) -> None:
    """Hear one update of the inbox, once."""
    call = await parts.db.read(_call, parts, update)
    if call is None:
        return
    await _route(call)


def _call(session: Session, parts: Parts, update: Update) -> Call | None:
    """The update with its federation; None if it is none of ours, or no person's."""
    user = update.effective_user
    if user is not None and user.is_bot and not _from_group_itself(update):
        return None
    found = _scope(session, parts, update)
    return Call(parts, update, found) if found is not None else None


def _from_group_itself(update: Update) -> bool:
    """An anonymous administrator speaks as the group."""
    message = update.effective_message
    return message is not None and getattr(message, "sender_chat", None) is not None


def _scope(session: Session, parts: Parts, update: Update) -> Scope | None:
    """By the group; in private by what the button or the link is about, or by membership."""
    chat, user = update.effective_chat, update.effective_user
    known = scope.scopes(session, parts.settings)
    if chat is not None and chat.type != "private":
        return next((s for s in known if chat.id in s.chat_ids), None)
    query = update.callback_query
    federation_id = _federation_of(session, (query.data or "").split(":")) if query else None
    own = (
        [federation_id] if federation_id else people.federations_of(session, user.id if user else 0)
    )
    mine = [s for s in known if s.id in own or (user and user.id in _posts(s))]
    return mine[0] if mine else next(iter(known), None)


def _posts(known: Scope) -> set[int]:
    return {*known.settings.duty, *known.settings.dispatchers, *known.settings.secretaries}


def _federation_of(session: Session, data: list[str]) -> int | None:
    if len(data) < 2 or not data[1].isdigit() or len(data[1]) > _DIGITS:
        return None
    row_id = int(data[1])
    if data[0] in _BY_FORM:
        form = session.get(Form, row_id)
        return form.federation_id if form else None
    if data[0] in _BY_ASSIST:
        assist = session.get(Assist, row_id)
        row_id = assist.ticket_id if assist else 0
    ticket = session.get(Ticket, row_id)
    return ticket.federation_id if ticket else None


async def _route(call: Call) -> None:
    update = call.update
    if update.callback_query is not None:
        await _pressed(call, update.callback_query.data or "")
    elif update.message_reaction is not None:
        await reactions.reacted(call)
    elif update.chat_member is not None or update.my_chat_member is not None:
        await joining.member_changed(call)
    elif call.message is not None and not update.edited_message:
        await _written(call)
    elif update.edited_message is not None and call.place is not None:
        call.words = update.edited_message.text or update.edited_message.caption or ""
        await replies.edited(call)


async def _pressed(call: Call, data: str) -> None:
    """A button is as good as what it carries: anything can be forged."""
    call.data = data.split(":")
    handler = BUTTONS.get(call.data[0])
    try:
        if handler is None or any(len(part) > _DIGITS for part in call.data if part.isdigit()):
            raise ValueError(data)
        await handler(call)
    except (ValueError, IndexError):
        await call.denied(data=data[:64])
        await call.tell(call.say(refusals.OLD_BUTTON))


async def _written(call: Call) -> None:
    message = call.message
    if message is None:
        return
    if message.migrate_to_chat_id is not None:
        await groups.moved(call)
    elif message.new_chat_members or message.left_chat_member:
        await joining.came_or_left(call)
    elif message.photo or message.document:
        await _pictured(call, message.caption or "")
    elif message.text:
        await _said(call, message.text)


async def _pictured(call: Call, caption: str) -> None:
    """A picture with words: /done 17 below a photo of the repair counts as written."""
    gesture, call.words = meant(caption, call.parts.bot_name)
    if await photos.posted(call) or _is_forwarded(call):
        return
    if gesture is not None:
        await _do(call, gesture)
    elif call.words:
        await replies.understand_reply(call)


async def _said(call: Call, text: str) -> None:
    """A command, its Chinese word, a reply, a pasted form — or chatter, which is let be."""
    gesture, call.words = meant(text, call.parts.bot_name)
    if _is_forwarded(call):
        if gesture is not None:
            await call.denied(forwarded=gesture.command)
            await call.tell(call.say(refusals.FORWARDED))
    elif gesture is not None:
        await _do(call, gesture)
    elif not await typing.pasted(call):
        await replies.understand_reply(call)


def _is_forwarded(call: Call) -> bool:
    """Somebody else's words do nothing."""
    return call.message is not None and call.message.forward_origin is not None


async def _do(call: Call, gesture: Gesture) -> None:
    """Do what a command says. Whether a deed may be done, the ticket decides (models.rights)."""
    if call.anonymous:
        await call.tell(call.say(people_texts.ANONYMOUS_DEED))
        return
    own = await call.look(lambda _, person: people.standings(person, None))
    if gesture.deed is None and gesture.who and not gesture.who & own:
        await call.denied(command=gesture.command)
        await call.tell(only_for(gesture.who, own, call.scope.language))
    else:
        await gesture.handler(call)


def meant(text: str, bot_name: str) -> tuple[Gesture | None, str]:
    """The gesture that a text begins with, and the words after it.

    A Chinese word counts alone, or before a ticket's number (接单 17); otherwise 退单 in the middle
    of talk would be taken for the deed."""
    first, _, rest = text.strip().partition(" ")
    if first.startswith("/"):
        name, _, addressee = first[1:].partition("@")
        ours = not addressee or addressee.lower() == bot_name.lower()
        gesture = COMMANDS.get(name.lower()) if ours else None
        return gesture, rest.strip() if gesture else text
    gesture = WORDS.get(first.rstrip("：:"))
    if gesture is None or not (_takes_no_number(gesture) or find_numbers(f"/x {rest}")):
        return None, text
    return gesture, rest.strip()


def _takes_no_number(gesture: Gesture) -> bool:
    return gesture.command in _PLAIN


_PLAIN = frozenset(
    {"mine", "open", "find", "experts", "stats", "help", "whoami", "calls", "invite", "bind", "new"}
)


async def settle(parts: Parts, update_id: int) -> None:
    """The handler has run: the update is done, unless its deed has marked it already."""
    await parts.db.run(inbox.done, update_id)


async def apologise(parts: Parts, update: Update) -> None:
    """A handler failed for good: who pressed is told, instead of a button that never answers."""
    if update.callback_query is not None:
        sentence = refusals.WENT_WRONG.say("zh")
        await sender.toast(parts.bot, update.callback_query.id, sentence)
