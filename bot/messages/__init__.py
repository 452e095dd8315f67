"""Kind + ids + the facts of now → text, buttons, picture. Rendered late: what is no longer true
when its turn comes is not said."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape

from bot.messages import card, notice, private, question, reminder, rules, ruling, small, stats
from bot.messages.outgoing import Outgoing, Way
from bot.messages.view import View
from bot.services import people
from models.tables.message import Message, MessageKind

Render = Callable[[View, Message], Outgoing | None]

RENDER: Mapping[MessageKind, Render] = {
    MessageKind.SEEN: small.render_seen,
    MessageKind.CARD: card.render,
    MessageKind.CARD_EDIT: card.render_edit,
    MessageKind.QUESTION: question.render,
    MessageKind.QUESTION_EDIT: question.render_edit,
    MessageKind.REMINDER: reminder.render,
    MessageKind.REMINDER_EDIT: reminder.render_edit,
    MessageKind.ESCALATION: reminder.render_escalation,
    MessageKind.RULING: ruling.render,
    MessageKind.RULING_EDIT: ruling.render_edit,
    MessageKind.FULL: private.render_full,
    MessageKind.PHOTO: private.render_photo,
    MessageKind.CALL: private.render_call,
    MessageKind.CALL_EDIT: private.render_call_edit,
    MessageKind.RULES: rules.render,
    MessageKind.RULES_EDIT: rules.render_edit,
    MessageKind.STATS: stats.render,
    MessageKind.NOTICE: notice.render,
    MessageKind.NOTICE_EDIT: notice.render_edit,
    MessageKind.TAG: small.render_tag,
    MessageKind.DELETE: small.render_delete,
}


def render(view: View, message: Message) -> Outgoing | None:
    """The message as of now, or None if it is no longer true."""
    out = RENDER[message.kind](view, message)
    return _headed(view, message, out) if out is not None else None


def _headed(view: View, message: Message, out: Outgoing) -> Outgoing:
    """In private, whoever is in several federations reads of which one this is."""
    private = message.chat_id > 0 and out.way in (Way.SAY, Way.EDIT)
    if not private or message.facts.get("of_all"):
        return out
    if len(people.federations_of(view.session, message.chat_id)) < 2:
        return out
    return replace(out, text=f"<b>{escape(view.scope.settings.name)}</b>\n{out.text}")
