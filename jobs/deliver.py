"""The outbox is worked off: claimed (committed), rendered, sent, settled."""

import logging
from datetime import datetime
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from bot import outbox, sender
from bot.messages import render
from bot.messages.outgoing import Outgoing
from bot.messages.view import View
from bot.parts import Parts
from bot.services import people, scope
from bot.services.record import record
from models.deed import Deed
from models.tables.event import Event
from models.tables.message import Message, MessageKind
from models.tables.ticket import Ticket

log = logging.getLogger(__name__)
# In private these carry a resident's data.
_DISCLOSE = frozenset({MessageKind.FULL, MessageKind.PHOTO, MessageKind.CALL, MessageKind.QUESTION})


async def run(parts: Parts) -> None:
    """Send what is due, until nothing may go out now."""
    while await _one(parts):
        pass


async def _one(parts: Parts) -> bool:
    """Send one message; False if none may go now."""
    resting, only_urgent = parts.pace.resting()
    claiming = parts.db.run(outbox.claim, parts.clock.now(), resting, only_urgent)
    message = await parts.sending.claim(claiming)
    if message is None:
        return False
    with parts.sending.held(message):
        await _deliver(parts, message)
    return True


async def _deliver(parts: Parts, message: Message) -> None:
    """Render and send it. What is known of it then is insisted on: else it would be doubtful."""
    insist, row_id = parts.db.insist, message.id or 0
    try:
        out = await parts.db.read(_render, parts, message)
    except DBAPIError as error:
        await insist(outbox.again, row_id, parts.clock.now(), 0, repr(error))
    except Exception as error:  # one that cannot be rendered must not stop the rest
        log.exception("message %s cannot be rendered", row_id)
        await insist(outbox.failed, row_id, repr(error))
    else:
        if out is None:
            await insist(outbox.dropped, row_id)
        else:
            await _send(parts, message, out)


async def _send(parts: Parts, message: Message, out: Outgoing) -> None:
    if message.kind not in outbox.EDITS:
        parts.pace.note(message.chat_id, out.messages)
    outcome = await sender.send(parts.bot, out)
    await _settle(parts, message, out, outcome)


def _render(session: Session, parts: Parts, message: Message) -> Outgoing | None:
    own = scope.scope_of(session, parts.settings, message.federation_id or 0)
    view = View(session, own, parts.store, parts.clock.now(), parts.bot_name)
    return render(view, message)


async def _settle(parts: Parts, message: Message, out: Outgoing, outcome: sender.Outcome) -> None:
    insist, row_id, now = parts.db.insist, message.id or 0, parts.clock.now()
    match outcome:
        case sender.Sent(message_id):
            await insist(_sent, row_id, now, message_id, out.picture is not None)
        case sender.Again(seconds, error, pause):
            if pause:
                parts.pace.rest(message.chat_id, seconds)
            await insist(outbox.again, row_id, now, seconds, error)
        case sender.Never(error):
            log.warning("message %s will never go: %s", row_id, error)
            await insist(_never, row_id, message.chat_id, error)
        case sender.Unknown(error):
            await insist(outbox.doubtful, row_id, now, error)
        case sender.Moved(chat_id):
            await insist(_moved, row_id, out.chat_id, chat_id, now)


def _sent(
    session: Session, row_id: int, now: datetime, message_id: int | None, photo: bool
) -> None:
    outbox.sent(session, row_id, now, message_id)
    row = session.get_one(Message, row_id)
    if photo:
        row.facts = {**row.facts, "picture": True}  # an edit must know
    if row.chat_id > 0:
        people.started(session, row.chat_id)
    if row.kind in _DISCLOSE and row.chat_id > 0:
        _note_disclosure(session, row, now)


def _note_disclosure(session: Session, row: Message, now: datetime) -> None:
    facts: dict[str, Any] = {"to": row.chat_id}
    if row.ticket_id is not None:
        record(session, session.get_one(Ticket, row.ticket_id), Deed.DISCLOSE, now, facts=facts)
        return
    facts["form"] = row.form_id
    deed, federation_id = Deed.DISCLOSE, row.federation_id or 0
    session.add(Event(federation_id=federation_id, deed=deed, at=now, facts=facts))


def _never(session: Session, row_id: int, chat_id: int, error: str) -> None:
    _say_instead(session, row_id)
    outbox.failed(session, row_id, error)
    if chat_id > 0 and ("bot was blocked" in error or "initiate conversation" in error):
        people.unreachable(session, chat_id)


def _say_instead(session: Session, row_id: int) -> None:
    """What was for one person alone, who has not pressed Start, is a short reply in the group; in
    place of a secret, the sentence `otherwise`."""
    row = session.get_one(Message, row_id)
    if not row.facts.get("instead"):
        return
    chat_id, reply_to = row.facts["instead"]
    copied = row.model_dump(include={"federation_id", "kind", "due_at"})
    facts = {**row.facts, "instead": None, "secret": False}
    facts["html"] = facts.pop("otherwise", facts.get("html"))
    again = Message(
        **copied, key=f"{row.key}:instead", chat_id=chat_id, reply_to=reply_to, facts=facts
    )
    outbox.enqueue(session, again)


def _moved(session: Session, row_id: int, old: int, new: int, now: datetime) -> None:
    scope.migrate(session, old, new)
    if session.get_one(Message, row_id).kind in outbox.EDITS:
        outbox.dropped(session, row_id)  # what stands in the old place stays as it is
    else:
        outbox.wait(session, row_id, now)
    outbox.follow(session, old, new)
