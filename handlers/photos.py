"""A picture posted in the group: a form to be read, or evidence for the ticket it replies to."""

from dataclasses import replace
from typing import Any

from sqlmodel import Session
from telegram import Document, Message

from bot.services import duplicates, filing, photos, tickets, typed
from bot.services.filing import Posted
from bot.services.people import Person
from bot.services.work import Work
from handlers.call import Call, replied_by
from models.said.ticket_numbers import find_numbers
from models.tables.form import UNSETTLED
from models.tables.ticket import Ticket

_READABLE = ("image/", "application/pdf")
_UNTOLD = ("", "application/octet-stream")  # what a client says of a kind that it does not know
_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".bmp", ".tif", ".tiff", ".pdf")


async def posted(call: Call, *, with_deed: bool) -> bool:
    """A clerk's or dispatcher's picture is filed as a form; in reply to a form, or to its card, it
    stays with that ticket unless it is another form. A firm's picture in reply to a card or with a
    ticket's number, or one `with_deed` (/done 17), goes to that ticket; anybody else's is left
    alone without a word. Whether its words were for the form."""
    message = call.message
    if message is None or (found := _picture(message)) is None:
        return False
    desk = await call.look(lambda _, person: typed.may_open(person))
    at_once = with_deed or not desk
    ticket, place = await call.parts.db.read(_ticket, call, at_once), call.place
    if at_once and ticket is not None:
        await call.look(_keep, found, ticket.id or 0, place)  # the caption settles the update
        call.parts.wake("fetch_photos")
    elif desk and await (call.work if ticket is None else call.look)(_file, found, place):
        call.parts.wake("read_forms")
        return ticket is None
    return False


def _ticket(session: Session, call: Call, by_number: bool) -> Ticket | None:
    """The ticket replied to, or named in the caption (of the album's first picture)."""
    if call.place is not None:
        replied = tickets.by_message(session, call.scope, *call.place)
        if replied is not None:
            return duplicates.standing(session, replied.id)
    found = _named(session, call) if by_number else None
    return duplicates.standing(session, found.id) if found else None


def _named(session: Session, call: Call) -> Ticket | None:
    message = call.message
    numbers = find_numbers(message.caption or "") if message else []
    if len(numbers) == 1:
        return tickets.by_label(session, call.scope, numbers[0])
    album = message.media_group_id if message else None
    return photos.ticket_of_album(session, album) if album else None


def _keep(
    work: Work, person: Person, posted: Posted, ticket_id: int, place: tuple[int, int] | None
) -> None:
    asked = tickets.asked_for(work.session, *place) if place is not None else None
    ticket = work.session.get_one(Ticket, ticket_id)
    photos.keep(work, ticket, person, posted, asked=asked)


def replied_to(call: Call) -> Posted | None:
    """The picture of somebody else that this replies to."""
    replied = replied_by(call.message)
    ours = replied is not None and replied.from_user and replied.from_user.id == call.parts.bot_id
    return _picture(replied) if replied is not None and not ours else None


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
    if document is None or not _readable(document):
        return None
    return Posted(file_id=document.file_id, file_name=document.file_name or "", **common)


def _readable(document: Document) -> bool:
    """By the kind that Telegram was told, or else by the name."""
    kind, name = document.mime_type or "", document.file_name or ""
    return kind.startswith(_READABLE) or (kind in _UNTOLD and name.lower().endswith(_ENDINGS))


def _file(work: Work, person: Person, posted: Posted, place: tuple[int, int] | None) -> bool:
    """Whether it is new: the same message is filed once."""
    about = _form_at(work, place) if place is not None else None
    return filing.file(work, replace(posted, in_reply_to=about)) is not None


def _form_at(work: Work, place: tuple[int, int]) -> int | None:
    """The form that a message is about, if it has a ticket or may get one."""
    ticket = tickets.by_message(work.session, work.scope, *place)
    if ticket is not None:
        return ticket.form_id
    form = tickets.form_by_message(work.session, work.scope, *place)
    return form.id if form is not None and form.state in UNSETTLED else None
