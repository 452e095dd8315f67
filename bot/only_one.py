"""One process a database: a second one, which would poll the same updates, is sent away with a
sentence."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import NullPool, create_engine, func, make_url, select
from sqlalchemy.exc import DBAPIError

log = logging.getLogger(__name__)
Hold = Callable[[], None]
_LOCK = 0x70616964616E  # "paidan": advisory locks are numbers, each database's its own


class AlreadyRunningError(Exception):
    """Another process works on the same database, whose name this carries."""


def alone(url: str) -> AbstractContextManager[Hold]:
    """Hold the database while the block runs; what dies lets go. A server may restart meanwhile:
    what this yields is to be called now and then, to hold it anew. Both raise AlreadyRunningError
    where another process has it."""
    name = make_url(url).database
    if url.startswith("postgresql"):
        return _server(url)
    held = url.startswith("sqlite") and name and name != ":memory:" and sys.platform != "win32"
    return _file(name or "") if held else nullcontext(_nothing)


def _nothing() -> None:
    """A file is held until we let go."""


@contextmanager
def _file(name: str) -> Iterator[Hold]:
    import fcntl  # not on Windows

    with Path(f"{name}.lock").open("w", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError(name) from None
        yield _nothing


@contextmanager
def _server(url: str) -> Iterator[Hold]:
    """The server lets go of the lock when this connection ends, however it ends. Who has the lock
    may take it again; a connection that was lost is made anew."""
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")

    def take() -> None:
        with connection.begin():
            if not connection.scalar(select(func.pg_try_advisory_lock(_LOCK))):
                raise AlreadyRunningError(make_url(url).database)

    def hold() -> None:
        try:
            take()
        except DBAPIError as error:
            log.warning("the database is away, and its lock with it: %s", error)

    with engine.connect() as connection:
        take()
        yield hold
