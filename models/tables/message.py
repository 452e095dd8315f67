"""A message that the bot owes somebody: a row in the transaction of the fact that it tells."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from models.tables.base import choice, moment, telegram_id


class MessageState(StrEnum):
    """Where a message stands."""

    PENDING = "pending"
    SENDING = "sending"  # -- pending -> sending: committed before the call
    SENT = "sent"  # -- sending -> sent
    FAILED = "failed"  # -- sending -> failed: Telegram will never take it
    DOUBTFUL = "doubtful"  # -- sending -> doubtful: nobody knows whether it was sent
    DROPPED = "dropped"  # -- pending -> dropped: no longer true when its turn came


class MessageKind(StrEnum):
    """What a message tells; messages/ renders each kind."""

    SEEN = "seen"  # a quiet reaction of ours, below somebody's message
    CARD = "card"  # 派单: the living card of a ticket, mentions its firm's leads
    CARD_EDIT = "card_edit"  # the card as it is now
    QUESTION = "question"  # a doubtful field, cropped from the photo
    QUESTION_EDIT = "question_edit"  # the question, answered
    REMINDER = "reminder"  # 催办
    REMINDER_EDIT = "reminder_edit"  # what may be done now, below what was said then
    ESCALATION = "escalation"  # 督办: the dispatchers and the secretary-general
    RULING = "ruling"  # the dispatcher is asked about a refusal or an extension
    RULING_EDIT = "ruling_edit"  # the ruling, made
    FULL = "full"  # all personal data, in private
    PHOTO = "photo"  # a picture kept with a ticket, in private
    CALL = "call"  # 回访: a resident to phone back, in private
    CALL_EDIT = "call_edit"  # the same, answered
    RULES = "rules"  # rulings that were kept, each with a button that withdraws it
    RULES_EDIT = "rules_edit"  # the same as they are now
    STATS = "stats"  # figures and a picture
    NOTICE = "notice"  # a sentence; replies to what it is about
    NOTICE_EDIT = "notice_edit"  # the same, settled: without its buttons
    TAG = "tag"  # a member's firm beside the name
    DELETE = "delete"  # a photo taken out of the group


class Message(SQLModel, table=True):
    __table_args__ = (
        Index("ix_message_turn", "state", "due_at"),
        Index("ix_message_place", "chat_id", "message_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    federation_id: int | None = Field(default=None, foreign_key="federation.id")
    key: str = Field(unique=True)  # which telling it is: "ticket:42:remind:3"
    kind: MessageKind = choice(MessageKind)
    chat_id: int = telegram_id()
    ticket_id: int | None = Field(default=None, foreign_key="ticket.id", index=True)
    form_id: int | None = Field(default=None, foreign_key="form.id", index=True)
    reply_to: int | None = telegram_id(default=None)
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    state: MessageState = choice(MessageState, default=MessageState.PENDING)
    urgent: bool = False  # goes before the rest of its chat
    due_at: datetime = moment()
    tries: int = 0
    message_id: int | None = telegram_id(default=None)  # what it is, or edits, in the chat
    error: str = ""
    sent_at: datetime | None = moment(default=None)
