"""Several federations in one deployment: each has its own numbers, people and tickets."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.config import Settings
from bot.db import Database
from bot.demo.cast import ROSTER
from bot.services import filing, people, privacy, respond, tickets, typed
from bot.services.filing import Posted
from bot.services.respond import Refused
from bot.services.roster import stored
from bot.services.scope import Scope, enrol, migrate, scopes
from bot.services.work import Work
from bot.store import Store
from models.deed import Deed
from models.tables.ticket import Photo, Purpose, Status, Ticket

NOW = datetime(2024, 12, 24, 3, 0, tzinfo=UTC)
CLERKS = {-1: 11, -2: 12}
FURUI = 500000100
FORM = {"community": "丰翔新城", "phone": "13812345678", "description": "天花板漏水"}
SETTINGS = Settings.model_validate(
    {
        "federations": [
            {"name": f"联合体{-chat}", "chat_id": chat, "roster": ROSTER, "duty": [clerk]}
            for chat, clerk in CLERKS.items()
        ]
    }
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    database = Database(f"sqlite:///{tmp_path / 'two.db'}")
    database.migrate()
    with database.transaction() as session:
        enrol(session, SETTINGS)
        for scope in scopes(session, SETTINGS):
            stored.take_in_if_empty(session, scope, NOW)
        yield session
    database.close()


def open_one(session: Session, scope: Scope, message_id: int) -> Ticket:
    clerk = people.recognise(session, scope, CLERKS[scope.chat_id], "客服", None)
    work = Work(session, scope, NOW)
    assert typed.file(
        work, clerk, (scope.chat_id, message_id), [FORM | {"address": f"{message_id}号"}]
    )
    ticket = tickets.by_message(session, scope, scope.chat_id, message_id)
    assert ticket is not None
    return ticket


def test_each_counts_its_own_tickets(session: Session) -> None:
    first, second = scopes(session, SETTINGS)
    assert [open_one(session, first, n).number for n in (1, 2)] == [1, 2]
    assert open_one(session, second, 1).number == 1


def test_nobody_reaches_into_the_other(session: Session) -> None:
    first, second = scopes(session, SETTINGS)
    ticket = open_one(session, first, 1)
    lead = people.recognise(session, second, FURUI, "陈晓东", None)
    result = respond.act(Work(session, second, NOW), ticket.id or 0, Deed.ACKNOWLEDGE, lead)
    assert isinstance(result, Refused)
    assert result.ticket is None
    assert tickets.by_label(session, second, "1") is None
    clerk = people.recognise(session, second, CLERKS[-1], "客服", None)
    assert not typed.may_open(clerk)


def test_a_form_is_filed_once(session: Session) -> None:
    first, _ = scopes(session, SETTINGS)
    work, posted = Work(session, first, NOW), Posted(-1, 5, 11, "file")
    assert filing.file(work, posted) is not None
    assert filing.file(work, posted) is None


def test_bytes_of_both_stay_until_both_forget(session: Session, tmp_path: Path) -> None:
    store, own = Store(tmp_path / "photos"), scopes(session, SETTINGS)
    name = store.put(b"the same picture")
    for scope in own:
        ticket = open_one(session, scope, 1)
        ticket.status = Status.CLOSED
        own_id, why = ticket.id or 0, Purpose.REPAIR
        session.add(Photo(ticket_id=own_id, purpose=why, file_id="1", at=NOW, stored=name))
    kept = []
    for scope in own:
        privacy.forget(Work(session, scope, NOW), store, NOW + timedelta(days=1))
        kept.append(store.path(name).exists())
    assert kept == [True, False]


def test_a_group_that_moved_keeps_its_tickets(session: Session) -> None:
    first, _ = scopes(session, SETTINGS)
    open_one(session, first, 1)
    assert migrate(session, -1, -1001)
    assert not migrate(session, -1, -1001)
    moved = next(s for s in scopes(session, SETTINGS) if s.id == first.id)
    assert moved.chat_id == -1001
    assert tickets.by_message(session, moved, -1, 1) is not None


def test_the_new_id_of_a_group_that_moved_may_be_written_into_the_file(session: Session) -> None:
    first, _ = scopes(session, SETTINGS)
    open_one(session, first, 1)
    migrate(session, -1, -1001)
    known, other = SETTINGS.federations
    moved = known.model_copy(update={"chat_id": -1001})
    settings = SETTINGS.model_copy(update={"federations": (moved, other)})
    assert enrol(session, settings) == []
    own = next(s for s in scopes(session, settings) if s.chat_id == -1001)
    assert own.id == first.id
    assert tickets.by_label(session, own, "1") is not None
    assert tickets.by_label(session, own, "²") is None
