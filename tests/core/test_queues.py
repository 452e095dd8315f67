"""Inbox and outbox: once in, once out, and what a dead process leaves behind."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from bot import inbox, outbox
from bot.db import Database
from models.tables.federation import Federation
from models.tables.message import Message, MessageKind, MessageState
from models.tables.update import Update, UpdateState

NOW = datetime(2024, 12, 24, 3, 0, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    database = Database(f"sqlite:///{tmp_path / 'queues.db'}")
    database.migrate()
    with database.transaction() as session:
        session.add(Federation(name="甲", configured_chat_id=-1, chat_id=-1))
        session.flush()
        yield session
    database.close()


def owe(session: Session, key: str, kind: MessageKind = MessageKind.NOTICE, **rest: Any) -> int:
    message = Message(key=key, kind=kind, chat_id=-1, due_at=NOW, federation_id=1, **rest)
    assert outbox.enqueue(session, message)
    return message.id or 0


def state(session: Session, row_id: int) -> MessageState:
    return session.get_one(Message, row_id).state


def test_an_update_delivered_twice_is_kept_once(session: Session) -> None:
    inbox.store(session, [{"update_id": 5}, {"update_id": 6}, {"update_id": 5}], NOW)
    inbox.store(session, [{"update_id": 6}], NOW)
    assert [row.update_id for row in inbox.waiting(session)] == [5, 6]


def test_a_failing_update_is_set_aside_after_three_tries(session: Session) -> None:
    inbox.store(session, [{"update_id": 5}], NOW)
    for _ in range(inbox.MAX_TRIES):
        (row,) = inbox.waiting(session)
        inbox.failed(session, row.update_id, "no")
    assert inbox.waiting(session) == []
    assert row.state is UpdateState.FAILED


def test_what_was_done_a_week_ago_is_forgotten(session: Session) -> None:
    old = NOW - inbox.KEEP - timedelta(seconds=1)
    inbox.store(session, [{"update_id": 1}, {"update_id": 2}, {"update_id": 3}], old)
    inbox.store(session, [{"update_id": 4}], NOW)
    for update_id in (1, 4):
        inbox.done(session, update_id)
    for _ in range(inbox.MAX_TRIES):
        inbox.failed(session, 2, "no")
    inbox.tidy(session, NOW)
    assert set(session.exec(select(Update.update_id))) == {2, 3, 4}


def test_a_message_is_told_by_its_chat_and_its_number(session: Session) -> None:
    for key, chat_id in (("here", -1), ("there", -2)):
        outbox.enqueue(
            session,
            Message(key=key, kind=MessageKind.NOTICE, chat_id=chat_id, due_at=NOW, federation_id=1),
        )
        row = session.exec(select(Message).where(Message.key == key)).one()
        outbox.sent(session, row.id or 0, NOW, 7)
    found = outbox.at_place(session, -1, 7)
    assert found is not None
    assert found.key == "here"
    assert outbox.at_place(session, -3, 7) is None


def test_the_same_telling_is_owed_once(session: Session) -> None:
    owe(session, "ticket:1:card")
    second = Message(key="ticket:1:card", kind=MessageKind.NOTICE, chat_id=-1, due_at=NOW)
    assert not outbox.enqueue(session, second)
    assert len(session.exec(select(Message)).all()) == 1


def test_what_rings_goes_first_and_a_resting_chat_waits(session: Session) -> None:
    owe(session, "a")
    urgent = owe(session, "b", urgent=True)
    assert outbox.claim(session, NOW, [-1], [-1]) is None
    first = outbox.claim(session, NOW, [], [-1])
    assert first is not None
    assert first.id == urgent
    assert outbox.claim(session, NOW, [], [-1]) is None


def test_a_dispatch_does_not_wait_behind_reminders(session: Session) -> None:
    owe(session, "a", MessageKind.REMINDER, urgent=True)
    dispatched = owe(session, "b", MessageKind.CARD, urgent=True)
    first = outbox.claim(session, NOW, [], [])
    assert first is not None
    assert first.id == dispatched


def test_what_is_not_due_is_not_sent(session: Session) -> None:
    row_id = owe(session, "a")
    outbox.claim(session, NOW, [], [])
    outbox.again(session, row_id, NOW, 9, "later")
    assert outbox.claim(session, NOW, [], []) is None
    assert outbox.claim(session, NOW + timedelta(seconds=9), [], []) is not None


def test_a_message_is_owed_for_a_day_while_the_line_is_down(session: Session) -> None:
    row_id, now = owe(session, "a"), NOW
    while outbox.claim(session, now, [], []) is not None:
        outbox.again(session, row_id, now, 2, "no")
        now = session.get_one(Message, row_id).due_at
    assert state(session, row_id) is MessageState.FAILED
    assert timedelta(hours=23) < now - NOW < timedelta(hours=25)


@pytest.mark.parametrize(
    ("kind", "becomes"),
    [
        (MessageKind.CARD_EDIT, MessageState.PENDING),
        (MessageKind.SEEN, MessageState.PENDING),
        (MessageKind.REMINDER, MessageState.DOUBTFUL),
        (MessageKind.CARD, MessageState.DOUBTFUL),
    ],
)
def test_what_a_dead_process_was_sending(
    session: Session, kind: MessageKind, becomes: MessageState
) -> None:
    row_id = owe(session, "a", kind)
    outbox.claim(session, NOW, [], [])
    outbox.recover(session, NOW)
    assert state(session, row_id) is becomes


def test_a_moved_group_gets_what_is_still_owed(session: Session) -> None:
    """What it was to reply to stands in the old place."""
    row_id = owe(session, "a", reply_to=5)
    outbox.follow(session, -1, -2)
    query = select(Message.chat_id, Message.reply_to).where(col(Message.id) == row_id)
    assert session.exec(query).one() == (-2, None)


@pytest.mark.parametrize(
    ("kind", "about"),
    [
        (MessageKind.DELETE, {"message_id": 7}),
        (MessageKind.SEEN, {"message_id": 7, "facts": {"emoji": "👌"}}),
        (MessageKind.CARD_EDIT, {"facts": {"place": 7, "menu": "more"}}),
    ],
)
def test_what_was_owed_to_a_message_is_not_done_to_its_namesake_where_the_group_is_now(
    session: Session, kind: MessageKind, about: dict[str, Any]
) -> None:
    row_id = owe(session, "a", kind, **about)
    outbox.follow(session, -1, -2)
    assert state(session, row_id) is MessageState.DROPPED


def test_an_edit_of_what_is_still_owed_follows_it(session: Session) -> None:
    original = owe(session, "a")
    row_id = owe(session, "b", MessageKind.NOTICE_EDIT, facts={"original": original})
    outbox.follow(session, -1, -2)
    assert session.get_one(Message, row_id).chat_id == -2


def test_what_the_database_refuses_is_not_repeated_in_the_log(session: Session) -> None:
    owe(session, "a")
    again = Message(key="a", kind=MessageKind.NOTICE, chat_id=-1, due_at=NOW)
    again.facts = {"phone": "13812345678"}
    with pytest.raises(IntegrityError) as refused, session.begin_nested():
        session.add(again)
    assert "13812345678" not in str(refused.value)
