"""A picture posted in the group: a form to be read, or evidence for the ticket it replies to."""

from typing import Any

from telegram import Message

from bot.services import filing, photos, tickets
from bot.services.filing import Posted
from bot.services.people import Person
from bot.services.work import Work
from handlers.call import Call
from handlers.replies import understand_reply

_READABLE = ("image/", "application/pdf")


async def posted(call: Call) -> None:
    """A clerk's or dispatcher's picture is filed; a picture in reply to a card goes to its
    ticket; anybody else's is left alone without a word."""
    message = call.message
    if message is None or (found := _picture(message)) is None:
        return
    if await call.work(_file, found, call.reply_to):
        call.parts.wake("read_forms")
    elif call.words and call.reply_to is not None:
        await understand_reply(call)


def _picture(message: Message) -> Posted | None:
    """The largest size of a photo, or a document that may be a picture."""
    common: dict[str, Any] = {
        "chat_id": message.chat.id,
        "message_id": message.message_id,
        "poster_id": message.from_user.id if message.from_user else 0,
        "album": message.media_group_id,
        "caption": message.caption or "",
    }
    if message.photo:
        return Posted(file_id=message.photo[-1].file_id, **common)
    document = message.document
    if document is None or not (document.mime_type or "").startswith(_READABLE):
        return None
    return Posted(file_id=document.file_id, file_name=document.file_name or "", **common)


def _file(work: Work, person: Person, posted: Posted, reply_to: int | None) -> bool:
    """Whether the picture was filed as a form."""
    if reply_to is not None:
        ticket = tickets.by_message(work.session, work.scope, posted.chat_id, reply_to)
        if ticket is not None:
            photos.keep(work, ticket, person, posted)
            return False
    member = person.member
    if member is None or not (member.on_duty or member.dispatcher):
        return False
    return filing.file(work, posted) is not None
