"""What people do in the group. Which function hears which kind of update; BUTTONS says
which one a button; gestures.py which one a command or its Chinese word, as commands.py finds it."""

from collections.abc import Mapping
from dataclasses import replace

from sqlmodel import Session
from telegram import Message, Update

from bot import inbox, sender
from bot.parts import Parts
from bot.services import people
from bot.texts import people as people_texts
from bot.texts import refusals
from handlers import (
    bots,
    deeds,
    federations,
    follow_up,
    groups,
    joining,
    photos,
    questions,
    reactions,
    replies,
    rules,
    rulings,
    typing,
)
from handlers.about import by_number_alone
from handlers.call import Call, Handler
from handlers.commands import meant, meant_in_reply
from handlers.doing import only_for
from handlers.edited import edited
from handlers.federations import DIGITS
from handlers.gestures import Gesture
from models.deed import Deed
from models.said.ticket_numbers import first_number
from models.said.typed_form import parse_typed_form

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
    "keep": rules.keep,
    "unrule": rules.withdraw,
    "same": rulings.press_merge,
    "help": rulings.press_help,
    "thank": rulings.press_help,
    "fix": questions.tap,
    "drop": questions.drop,
    Deed.ANSWER: follow_up.press_answer,
    Deed.UNREACHED: follow_up.press_answer,
}


async def handle(parts: Parts, update: Update) -> None:
    """Hear one update of the inbox, once."""
    call = await parts.db.read(_call, parts, update)
    if call is not None and bots.acts(update):
        await bots.put_on_record(call, _tried(call))
    elif call is not None:
        await _route(call)


def _call(session: Session, parts: Parts, update: Update) -> Call | None:
    """The update with its federation; None if it is none of ours."""
    found = federations.meant(session, parts.settings, update)
    return Call(parts, update, found[0], choices=tuple(found)) if found else None


def _tried(call: Call) -> str:
    """The command written, or what the button pressed carries."""
    query = call.update.callback_query
    gesture, _ = meant((call.message and call.message.text) or "", call.parts.bot_name)
    return (query.data or "")[:64] if query is not None else gesture.command if gesture else ""


async def _route(call: Call) -> None:
    update = call.update
    if update.callback_query is not None:
        await _pressed(call, update.callback_query.data or "")
    elif update.message_reaction is not None:
        await reactions.reacted(call)
    elif update.chat_member is not None or update.my_chat_member is not None:
        await joining.member_changed(call)
    elif update.edited_message is not None:
        await edited(call)
    elif call.message is not None:
        await _written(call)


async def _pressed(call: Call, data: str) -> None:
    """A button is as good as what it carries: anything can be forged."""
    call.data = data.split(":")
    handler = _chosen if call.data[0] == "in" else BUTTONS.get(call.data[0])
    try:
        if handler is None or any(len(part) > DIGITS for part in call.data if part.isdigit()):
            raise ValueError(data)
        await handler(call)
    except (ValueError, IndexError):
        await call.denied(data=data[:64])
        await call.tell(call.say(refusals.OLD_BUTTON))


async def _chosen(call: Call) -> None:
    """in:<federation>: what was written is done in the federation that was chosen, once."""
    written = federations.asked_about(call)
    if not await call.look(federations.choose, call):
        await call.tell(call.say(refusals.CHOSEN_BEFORE))
        return
    await call.tell(call.scope.settings.name)
    update = Update(call.update.update_id, message=written)
    await _written(replace(call, update=update, data=[]))


async def _written(call: Call) -> None:
    message = call.message
    if message is None:
        return
    if message.migrate_to_chat_id is not None:
        await groups.moved(call)
    elif message.new_chat_members or message.left_chat_member:
        await joining.came_or_left(call)
    elif len(call.choices) > 1 and _wants_something(call, message):
        await federations.ask(call)
    elif message.photo or message.document:
        await _pictured(call, message.caption or "")
    elif message.text:
        await _said(call, message.text)


def _wants_something(call: Call, message: Message) -> bool:
    """A command, a picture, a pasted form or a deed to a number; chatter is let be."""
    text = message.text or ""
    gesture, _ = meant(text, call.parts.bot_name)
    if gesture is not None or not text or parse_typed_form(text):
        return True
    return by_number_alone(call, text)


async def _pictured(call: Call, caption: str) -> None:
    """A picture with words: /done 17 below a photo of the repair counts as written."""
    gesture, call.words = meant(caption, call.parts.bot_name)
    with_deed = gesture is not None and gesture.deed is not None
    if await photos.posted(call, with_deed=with_deed) or await _forwarded(call, gesture):
        return
    if gesture is not None:
        await _do(call, gesture)
    elif call.words:
        await replies.understand_reply(call)


async def _said(call: Call, text: str) -> None:
    """A command, its Chinese word, a reply, a pasted form — or chatter, which is let be."""
    gesture, call.words = meant(text, call.parts.bot_name)
    if await _forwarded(call, gesture):
        return
    if gesture is None:
        gesture, call.words = await meant_in_reply(call)
    if gesture is not None:
        await _do(call, gesture)
    elif not await typing.pasted(call):
        await replies.understand_reply(call)


async def _forwarded(call: Call, gesture: Gesture | None) -> bool:
    """Whether these are somebody else's words: they do nothing. A command is refused; of a form it
    is told how it is taken."""
    if call.message is None or call.message.forward_origin is None:
        return False
    if gesture is not None:
        await call.denied(forwarded=gesture.command)
        await call.tell(call.say(refusals.FORWARDED))
    else:
        await typing.forwarded(call)
    return True


async def _do(call: Call, gesture: Gesture) -> None:
    """Do what a command says. Whether a deed may be done, the ticket decides (models.rights)."""
    if call.anonymous:
        await call.denied(anonymous=gesture.command)
        await call.tell(call.say(people_texts.ANONYMOUS_DEED))
        return
    own = await call.look(lambda _, person: people.standings(person, None))
    if gesture.deed is not None or not gesture.who or gesture.who & own:
        await gesture.handler(call)
    elif _is_talk(call):
        call.words = call.text
        await replies.understand_reply(call)
    else:
        await call.denied(command=gesture.command)
        await call.tell(only_for(gesture.who, own, call.scope.language))


def _is_talk(call: Call) -> bool:
    """Whether it only begins as a command that they have not: 登记 了吗？ What names a ticket, or
    is a form, is none."""
    if not call.words or call.text.startswith("/"):
        return False
    return not (first_number(call.words)[0] or parse_typed_form(call.words, told=True))


async def settle(parts: Parts, update_id: int) -> None:
    """The handler has run: the update is done, unless its deed has marked it already."""
    await parts.db.run(inbox.done, update_id)


async def apologise(parts: Parts, update: Update) -> None:
    """A handler failed for good: who pressed is told, instead of a button that never answers; and
    whoever of ours wrote, instead of waiting for a sign."""
    if update.callback_query is not None:
        sentence = refusals.WENT_WRONG.say("zh")
        await sender.toast(parts.bot, update.callback_query.id, sentence)
        return
    call = await parts.db.read(_call, parts, update)
    if call is not None and update.message is not None and await call.look(replies.is_ours):
        await call.tell(call.say(refusals.WENT_WRONG))
