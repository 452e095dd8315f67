"""Kind + ids + the facts of now → text, buttons, picture. Rendered late: what is no longer true
when its turn comes is not said."""

from collections.abc import Callable, Mapping

from bot.messages import card, notice, private, question, reminder, ruling, small, stats
from bot.messages.outgoing import Outgoing
from bot.messages.view import View
from models.message import Message, MessageKind

Render = Callable[[View, Message], Outgoing | None]

RENDER: Mapping[MessageKind, Render] = {
    MessageKind.SEEN: small.render_seen,
    MessageKind.CARD: card.render,
    MessageKind.CARD_EDIT: card.render_edit,
    MessageKind.QUESTION: question.render,
    MessageKind.QUESTION_EDIT: question.render_edit,
    MessageKind.REMINDER: reminder.render,
    MessageKind.ESCALATION: reminder.render_escalation,
    MessageKind.RULING: ruling.render,
    MessageKind.RULING_EDIT: ruling.render_edit,
    MessageKind.FULL: private.render_full,
    MessageKind.CALL: private.render_call,
    MessageKind.CALL_EDIT: private.render_call_edit,
    MessageKind.STATS: stats.render,
    MessageKind.NOTICE: notice.render,
    MessageKind.NOTICE_EDIT: notice.render_edit,
    MessageKind.TAG: small.render_tag,
    MessageKind.DELETE: small.render_delete,
}


def render(view: View, message: Message) -> Outgoing | None:
    """The message as of now, or None if it is no longer true."""
    return RENDER[message.kind](view, message)
