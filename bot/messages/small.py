"""What is done without words: a reaction, a tag beside a name, a photo taken out of the group."""

from bot.messages.outgoing import Outgoing, Way
from bot.messages.view import View
from models.tables.message import Message


def render_seen(view: View, message: Message) -> Outgoing:
    """A quiet sign below somebody's message."""
    emoji = message.facts["emoji"]
    return Outgoing(message.chat_id, Way.REACT, text=emoji, message_id=message.message_id)


def render_tag(view: View, message: Message) -> Outgoing:
    """A member's firm beside the name."""
    tag, user_id = message.facts["tag"], message.facts["user_id"]
    return Outgoing(message.chat_id, Way.TAG, text=tag, user_id=user_id)


def render_delete(view: View, message: Message) -> Outgoing:
    """The photo of a form, once it is kept in the store."""
    return Outgoing(message.chat_id, Way.DELETE, message_id=message.message_id)
