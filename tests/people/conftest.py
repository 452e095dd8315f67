"""A federation with nobody in it yet, on a database of each kind."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import Session

from bot.config import FederationSettings
from bot.services.scope import Scope
from bot.services.work import Work
from models.tables.federation import Federation
from tests.people.cast import DISPATCHER, NOW, SECRETARY, SHANGHAI


@pytest.fixture(params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    """Nothing is committed: each test begins with the federation alone."""
    with Session(request.getfixturevalue(request.param)) as session:
        session.add(Federation(id=1, name="联合体", configured_chat_id=-1, chat_id=-1))
        session.add(Federation(id=2, name="另一个", configured_chat_id=-2, chat_id=-2))
        session.flush()
        yield session


@pytest.fixture
def work(session: Session) -> Work:
    """The federation at work on Monday at nine."""
    return Work(session, scope_of(1), NOW)


def scope_of(row_id: int, *, roster: Path | None = None, zone: ZoneInfo = SHANGHAI) -> Scope:
    settings = FederationSettings(
        name="联合体",
        chat_id=-row_id,
        roster=roster,
        dispatchers=(DISPATCHER,),
        secretaries=(SECRETARY,),
    )
    return Scope(row_id, -row_id, (), settings, settings.rules(zone), zone)


@pytest.fixture
def later(work: Work) -> Work:
    """The same in the evening."""
    return Work(work.session, work.scope, datetime(2024, 12, 2, 20, tzinfo=SHANGHAI))
