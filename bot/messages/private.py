"""What is told in private: all of a ticket's data, and the residents to phone back."""

from datetime import datetime
from html import escape

from sqlmodel import select

from bot.messages.history import clocks, fitting, history_lines
from bot.messages.outgoing import Button, Buttons, Outgoing, Way
from bot.messages.view import View, rows
from bot.services import photos
from bot.services.follow_up import asked_about
from bot.services.seeing import may_still_see
from bot.texts import calls
from bot.texts import card as texts
from bot.texts.questions import FIELD
from bot.texts.text import Text
from models.deed import Deed
from models.satisfaction import Answer
from models.tables.event import Event
from models.tables.message import Message
from models.tables.ticket import OPEN, TO_CALL, Photo, Ticket


def render_full(view: View, message: Message) -> Outgoing | None:
    """Every field of a ticket, unmasked; to a firm that takes it over, what happened before."""
    ticket = view.session.get_one(Ticket, message.ticket_id)
    if not may_still_see(view.session, view.scope, message.chat_id, ticket):
        return None
    no_phone = view.word(texts.NO_PHONE) if ticket.status in OPEN else ""
    pairs = (
        (FIELD["time"], ticket.time_text),
        (FIELD["caller"], ticket.caller),
        (FIELD["phone"], ticket.phone or no_phone),
        (FIELD["address"], f"{ticket.community} {ticket.address}"),
        (FIELD["description"], ticket.description),
        (FIELD["operator"], ticket.operator),
    )
    lines = [f"<b>{view.say(texts.FULL_TITLE, number=ticket.label)}</b>"]
    lines += _fixed(view, message)
    lines += [f"{view.word(label)}：{escape(value)}" for label, value in pairs if value]
    lines += [f"{view.word(texts.FIRM)}：{view.firm(ticket.firm_id)}"]
    taken_over = ticket.firm_id != _first_firm(view, ticket) or ticket.reopened
    past = history_lines(view, ticket) if taken_over else []
    lines += ["", clocks(view, ticket), past[0]] if past else []
    return Outgoing(
        message.chat_id,
        text=fitting(view, lines, past[1:], ["", view.say(texts.PRIVATE)]),
        buttons=_photos(view, ticket),
    )


def _fixed(view: View, message: Message) -> list[str]:
    """Which fields were set right, where that is why it is told once more."""
    fields = [FIELD[name] for name in message.facts.get("fixed", ())]
    named = Text("、".join(f.zh for f in fields), ", ".join(f.en for f in fields))
    return [view.say(texts.FIXED, fields=named)] if fields else []


def _photos(view: View, ticket: Ticket) -> Buttons:
    count = len(photos.of_ticket(view.session, ticket))
    label = view.word(texts.PHOTOS).format(number=count)
    return ((Button(label, url=view.link(f"photos_{ticket.id}")),),) if count else ()


def render_photo(view: View, message: Message) -> Outgoing | None:
    """A picture of a ticket, as it came: a photo, or a file. One that is not in the store (yet)
    goes by the id that Telegram gave it."""
    photo = view.session.get(Photo, message.facts["photo"])
    if photo is None:
        return None  # forgotten meanwhile
    ticket = view.session.get_one(Ticket, photo.ticket_id)
    if not may_still_see(view.session, view.scope, message.chat_id, ticket):
        return None
    purpose = view.word(texts.PURPOSE[photo.purpose])
    kept = view.photo(photo.stored) if photo.stored else None
    text = view.say(texts.PHOTO, number=ticket.label, purpose=purpose, time=view.time(photo.at))
    return Outgoing(
        message.chat_id,
        text=text,
        picture=kept.read_bytes() if kept is not None and kept.exists() else photo.file_id,
        file_name=photo.file_name,
    )


def _first_firm(view: View, ticket: Ticket) -> int | None:
    query = select(Event.firm_id).where(Event.ticket_id == ticket.id)
    return view.session.exec(query.where(Event.deed == Deed.DISPATCH)).first()


def render_call(view: View, message: Message) -> Outgoing | None:
    """One resident to phone back, with one-tap answers."""
    ticket = view.session.get_one(Ticket, message.ticket_id)
    if not _wants_call(ticket):
        return None
    text = _call_text(view, ticket, message)
    return Outgoing(message.chat_id, text=text, buttons=_answers(view, ticket))


def _wants_call(ticket: Ticket) -> bool:
    return ticket.call_at is not None and ticket.status in TO_CALL


def _call_text(view: View, ticket: Ticket, asked: Message) -> str:
    """What was done stays as it was when it was asked about: the ticket may be reopened since. A
    line that was owed before an upgrade does not say; then it is as it is now."""
    about = asked.facts or asked_about(view.session, ticket)
    return view.say(
        calls.CALL_LINE,
        number=about["number"],
        community=escape(ticket.community),
        address=escape(ticket.address),
        caller=escape(ticket.caller),
        phone=escape(ticket.phone) or view.word(texts.NO_PHONE),
        description=escape(ticket.description),
        firm=view.firm(about["firm_id"]),
        resolved=view.time(datetime.fromisoformat(done)) if (done := about["resolved"]) else "",
    )


def _answers(view: View, ticket: Ticket) -> tuple[tuple[Button, ...], ...]:
    answers = [
        Button(view.word(calls.ANSWER[answer]), f"answer:{ticket.id}:{answer.value}")
        for answer in Answer
    ]
    unreached = Button(view.word(calls.UNREACHED), f"unreached:{ticket.id}")
    return (*rows(answers, 3), (unreached,))


def render_call_edit(view: View, message: Message) -> Outgoing | None:
    """The same line, with what the resident said instead of the buttons."""
    ticket = view.session.get_one(Ticket, message.ticket_id)
    asked = view.session.get_one(Message, message.facts["original"])
    if asked.message_id is None:
        return None
    text = f"{_call_text(view, ticket, asked)}\n{_outcome(view, message.facts['answer'], ticket)}"
    return Outgoing(asked.chat_id, Way.EDIT, text=text, message_id=asked.message_id)


def _outcome(view: View, answer: str, ticket: Ticket) -> str:
    if answer:
        words = view.word(calls.ANSWER[Answer(answer)])
        return "✅ " + view.say(calls.CALL_DONE, answer=words)
    over = calls.CALL_OVER if ticket.phone else calls.CALL_IN_VAIN
    again = calls.CALL_AGAIN if _wants_call(ticket) else over
    return "☎️ " + view.say(again, count=ticket.call_tries)
