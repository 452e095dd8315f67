"""Outgoing messages: enqueued in the deed's own transaction, claimed, settled."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import Session, col, select, update

from models.tables.message import Message, MessageKind, MessageState
from models.tables.ticket import Status, Ticket

MAX_TRIES = 1_440  # at the longest pause: a day
LONGEST_PAUSE = 60.0  # seconds
EDITS = frozenset(
    {
        MessageKind.CARD_EDIT,
        MessageKind.QUESTION_EDIT,
        MessageKind.REMINDER_EDIT,
        MessageKind.RULING_EDIT,
        MessageKind.CALL_EDIT,
        MessageKind.NOTICE_EDIT,
        MessageKind.RULES_EDIT,
        MessageKind.SEEN,
        MessageKind.TAG,
        MessageKind.DELETE,
    }
)  # to do them twice is to do them once
DOUBTFUL_REMINDER = timedelta(minutes=2)


def enqueue(session: Session, message: Message) -> bool:
    """Owe this message. The same key is owed once; False if it was owed already."""
    if session.exec(select(Message.id).where(Message.key == message.key)).first() is not None:
        return False
    session.add(message)
    session.flush()
    return True


def supersede(session: Session, kind: MessageKind, **where: int) -> None:
    """Drop pending messages of a kind that a newer one makes needless."""
    query = update(Message).where(col(Message.kind) == kind)
    for column, value in where.items():
        query = query.where(col(getattr(Message, column)) == value)
    query = query.where(col(Message.state) == MessageState.PENDING)
    session.exec(query.values(state=MessageState.DROPPED))


def claim(
    session: Session, now: datetime, resting: Collection[int], only_urgent: Collection[int]
) -> Message | None:
    """The next message whose turn has come, marked as being sent.

    Chats in `resting` get nothing now, those in `only_urgent` only what is urgent. A chat's
    messages go out in the order in which they were owed, the urgent ones first, and of those the
    reminders last: at nine many are due at once, and somebody may be stuck in a lift."""
    query = (
        select(Message)
        .where(Message.state == MessageState.PENDING, col(Message.due_at) <= now)
        .where(col(Message.chat_id).not_in(resting))
        .where(col(Message.urgent) | col(Message.chat_id).not_in(only_urgent))
        .order_by(
            col(Message.urgent).desc(), col(Message.kind) == MessageKind.REMINDER, col(Message.id)
        )
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    message = session.exec(query).first()
    if message is not None:
        message.state = MessageState.SENDING
        message.tries += 1
    return message


def sent(session: Session, row_id: int, now: datetime, message_id: int | None) -> None:
    """Telegram has it."""
    row = session.get_one(Message, row_id)
    row.state = MessageState.SENT
    row.sent_at = now
    row.error = ""
    row.message_id = message_id if message_id is not None else row.message_id
    _forget_secret(row)


def again(session: Session, row_id: int, now: datetime, seconds: float, error: str) -> None:
    """Telegram surely has it not: once more after `seconds`, later each time, for a day. A line
    may be down for hours, and what is owed is owed still."""
    row = session.get_one(Message, row_id)
    row.error = error[:500]
    longer = min(2.0 ** min(row.tries, 10), LONGEST_PAUSE)
    row.due_at = now + timedelta(seconds=max(seconds, longer))
    row.state = MessageState.PENDING if row.tries < MAX_TRIES else MessageState.FAILED
    if row.state is MessageState.FAILED:
        _forget_secret(row)


def wait(session: Session, row_id: int, at: datetime) -> None:
    """Not yet, through no fault of the message: the try does not count."""
    row = session.get_one(Message, row_id)
    row.tries -= 1
    row.due_at = at
    row.state = MessageState.PENDING


def failed(session: Session, row_id: int, error: str) -> None:
    """Telegram will never take it."""
    row = session.get_one(Message, row_id)
    row.state = MessageState.FAILED
    row.error = error[:500]
    _forget_secret(row)


def _forget_secret(row: Message) -> None:
    """A message with a secret, such as a personal link, is kept no longer than it is told."""
    if row.facts.get("secret"):
        row.facts = {name: fact for name, fact in row.facts.items() if name != "html"}


def dropped(session: Session, row_id: int) -> None:
    """It is no longer true."""
    session.get_one(Message, row_id).state = MessageState.DROPPED


def doubtful(session: Session, row_id: int, now: datetime, error: str) -> None:
    """Nobody knows whether Telegram has it. An edit is simply done again; a card brings the
    first reminder forward, which carries the whole card; anything else is let be."""
    row = session.get_one(Message, row_id)
    row.error = error[:500]
    if row.kind in EDITS:
        row.state = MessageState.PENDING
        row.due_at = now
        return
    row.state = MessageState.DOUBTFUL
    _forget_secret(row)
    if row.kind is MessageKind.CARD and row.ticket_id is not None:
        _remind_soon(session, row.ticket_id, now)


def _remind_soon(session: Session, ticket_id: int, now: datetime) -> None:
    ticket = session.get_one(Ticket, ticket_id)
    if ticket.status is Status.DISPATCHED:
        soon = now + DOUBTFUL_REMINDER
        ticket.look_at = min(ticket.look_at or soon, soon)


def recover(session: Session, now: datetime, held: Collection[int | None] = ()) -> None:
    """What was being sent, and is not `held` by a sender, is doubtful: its process died, or the
    database was away when the sender had done."""
    left = select(Message).where(
        Message.state == MessageState.SENDING, col(Message.id).not_in(held)
    )
    for row in session.exec(left):
        doubtful(session, row.id or 0, now, "nobody noted what became of it")


def proven(session: Session, chat_id: int, message_id: int, ticket_id: int) -> None:
    """A press on a card whose sending was doubtful proves that it arrived."""
    query = select(Message).where(
        Message.chat_id == chat_id,
        Message.ticket_id == ticket_id,
        Message.kind == MessageKind.CARD,
        Message.state == MessageState.DOUBTFUL,
    )
    for row in session.exec(query):
        row.state = MessageState.SENT
        row.message_id = message_id


def at_place(session: Session, chat_id: int, message_id: int) -> Message | None:
    """The message of ours that stands at this place. A group that moved numbers its messages
    anew, so that both are needed."""
    query = (
        select(Message)
        .where(Message.chat_id == chat_id, Message.message_id == message_id)
        .where(col(Message.kind).not_in(EDITS))
        .order_by(col(Message.id).desc())
    )
    return session.exec(query).first()


def follow(session: Session, old_chat_id: int, new_chat_id: int) -> None:
    """The group has moved: what is still owed to it goes to the new place, where nothing stands
    yet that it could reply to. What was to be done to a message of the old place is let be: in
    the new one, that number is somebody else's message."""
    query = select(Message).where(Message.chat_id == old_chat_id)
    for row in session.exec(query.where(Message.state == MessageState.PENDING)):
        if row.message_id is not None or "place" in row.facts:
            row.state = MessageState.DROPPED
        else:
            row.chat_id, row.reply_to = new_chat_id, None
