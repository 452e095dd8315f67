"""One process a database: a second one, which would poll the same updates, is sent away with a
sentence."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import NullPool, create_engine, func, make_url, select

_LOCK = 0x70616964616E  # "paidan": advisory locks are numbers, each database's its own


class AlreadyRunningError(Exception):
    """Another process works on the same database, whose name this carries."""


def alone(url: str) -> AbstractContextManager[None]:
    """Hold the database while the block runs; what dies lets go. Raises AlreadyRunningError."""
    name = make_url(url).database
    if url.startswith("postgresql"):
        return _server(url)
    held = url.startswith("sqlite") and name and name != ":memory:" and sys.platform != "win32"
    return _file(name or "") if held else nullcontext()


@contextmanager
def _file(name: str) -> Iterator[None]:
    import fcntl  # not on Windows

    with Path(f"{name}.lock").open("w", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError(name) from None
        yield


@contextmanager
def _server(url: str) -> Iterator[None]:
    """The server lets go of the lock when this connection ends, however it ends."""
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        if not connection.scalar(select(func.pg_try_advisory_lock(_LOCK))):
            raise AlreadyRunningError(make_url(url).database)
        yield
