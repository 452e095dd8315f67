"""Sentences: a notice names its text in texts/notices.py and carries its facts."""

from dataclasses import replace
from html import escape
from typing import Any

from bot.messages.outgoing import Button, Buttons, Outgoing, Way
from bot.messages.view import View, mention
from bot.texts import notices
from bot.texts.card import TIER
from models.privacy import mask_text
from models.tables.message import Message
from models.tables.ticket import Ticket


def render(view: View, message: Message) -> Outgoing:
    """The sentence, with the ticket's own facts filled in; ready text goes as it is."""
    facts = message.facts
    ticket = view.session.get(Ticket, message.ticket_id) if message.ticket_id else None
    if "html" in facts:
        text = facts["html"]
    else:
        text = view.say(notices.NOTICES[facts["say"]], **_facts(view, facts, ticket))
    return Outgoing(
        message.chat_id,
        text=text,
        buttons=_buttons(view, facts.get("buttons") or []),
        asks_reply="asks" in facts,
        reply_to=message.reply_to,
    )


def render_edit(view: View, message: Message) -> Outgoing | None:
    """A notice whose buttons have done their work."""
    notice = view.session.get_one(Message, message.facts["original"])
    if notice.message_id is None:
        return None
    said = render(view, notice)
    return replace(said, way=Way.EDIT, message_id=notice.message_id, buttons=(), reply_to=None)


def _facts(view: View, facts: dict[str, Any], ticket: Ticket | None) -> dict[str, Any]:
    own: dict[str, Any] = {k: escape(str(v)) for k, v in facts.items() if k != "mention"}
    own["mention"] = mention(view.members(facts.get("mention") or []))
    names = [ticket.caller] if ticket else []
    words = escape(mask_text(str(facts.get("words") or ""), names))
    own["words"] = f"：{words}" if words else ""
    if ticket is not None:
        own.setdefault("number", ticket.label)
        own.setdefault("community", view.community(ticket))
        own.setdefault("category", view.kind(ticket))
        own.setdefault("tier", TIER[ticket.tier])
        own.setdefault("due", view.time(ticket.due))
    return own


def _buttons(view: View, stored: list[list[list[str]]]) -> Buttons:
    return tuple(tuple(_button(view, *one) for one in row) for row in stored)


def _button(view: View, word: str, data: str, number: str = "") -> Button:
    """`word`: of texts.notices.BUTTONS, or a label as it is. `data` that begins with "start:" is a
    link into the private chat."""
    known = notices.BUTTONS.get(word)
    label = view.word(known).format(number=number) if known else word
    if data.startswith("start:"):
        return Button(label, url=view.link(data.removeprefix("start:")))
    return Button(label, data)
