"""The record is only ever added to, whatever the database: its free text alone may be emptied."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, select

from bot.db import Database
from models.deed import Deed
from models.tables.event import Event
from models.tables.federation import Federation
from tests.databases import new_postgresql

CHANGES = (
    "UPDATE event SET deed = 'resolve'",
    "UPDATE event SET at = at, actor_id = 7",
    "UPDATE event SET facts = '{}'",
    "UPDATE event SET note = 'something else'",
    "DELETE FROM event",
)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(
    request: pytest.FixtureRequest, postgresql_server: str, tmp_path: Path
) -> Iterator[Database]:
    """With one event on record."""
    file = f"sqlite:///{tmp_path / 'paidan.db'}"
    own = Database(file if request.param == "sqlite" else new_postgresql(postgresql_server))
    own.migrate()
    with own.transaction() as session:
        session.add(Federation(id=1, name="联合体", configured_chat_id=-1, chat_id=-1))
        session.flush()
        at = datetime(2024, 12, 2, tzinfo=UTC)
        session.add(Event(federation_id=1, deed=Deed.NOTE, at=at, actor_id=7, note="沈建国"))
    yield own
    own.close()


def _on_record(database: Database) -> list[dict[str, object]]:
    with Session(database.engine) as session:
        return [event.model_dump() for event in session.exec(select(Event))]


def test_it_cannot_be_edited(database: Database) -> None:
    before = _on_record(database)
    changes = CHANGES if database.embedded else (*CHANGES, "TRUNCATE event")
    for change in changes:
        with pytest.raises(DatabaseError, match="append-only"), database.engine.begin() as own:
            own.execute(text(change))
    assert _on_record(database) == before


def test_its_free_text_can_be_forgotten(database: Database) -> None:
    with database.engine.begin() as own:
        own.execute(text("UPDATE event SET note = ''"))
    assert [event["note"] for event in _on_record(database)] == [""]
