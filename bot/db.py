"""The engine and its transactions, off the event loop; migrations at start."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlmodel import Session

P = ParamSpec("P")
T = TypeVar("T")
log = logging.getLogger(__name__)
_PAUSE = 1.0  # seconds


class Database:
    """SQLite (WAL, one writer) or PostgreSQL, by its URL."""

    def __init__(self, url: str) -> None:
        self.embedded = url.startswith("sqlite")
        self.engine = _sqlite(url) if self.embedded else _server(url)
        # SQLite has one writer: one thread queues them better than its busy timeout would.
        self._writers = ThreadPoolExecutor(1 if self.embedded else 4, thread_name_prefix="write")
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="read")

    def migrate(self) -> None:
        """Bring the tables up to date."""
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
        with self.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    @contextmanager
    def transaction(self, *, write: bool = True) -> Iterator[Session]:
        """A session that is committed at the end, or rolled back if an error leaves the block."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            if write and self.embedded:
                session.connection(execution_options={"begin": "IMMEDIATE"})
            yield session

    async def run(
        self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """`work(session, …)` in one writing transaction, off the event loop."""
        return await self._submit(self._writers, True, work, *args, **kwargs)

    async def read(
        self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The same for work that only reads; it never waits for a writer."""
        return await self._submit(self._readers, False, work, *args, **kwargs)

    async def insist(
        self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """`run`, again and again while the database is away: for what is known now, and would not
        be known later."""
        while True:
            try:
                return await self.run(work, *args, **kwargs)
            except (InterfaceError, OperationalError) as error:
                log.warning("not written, trying again: %s", error)
                await asyncio.sleep(_PAUSE)

    async def _submit(
        self, pool: ThreadPoolExecutor, write: bool, work: Callable[..., T], *args: Any, **kw: Any
    ) -> T:
        def job() -> T:
            with self.transaction(write=write) as session:
                return work(session, *args, **kw)

        return await asyncio.get_running_loop().run_in_executor(pool, job)

    def close(self) -> None:
        """Let running work finish, then let go of the database."""
        self._writers.shutdown()
        self._readers.shutdown()
        self.engine.dispose()


def _server(url: str) -> Engine:
    # What a statement was to store is about people: no error, and no log, repeats it.
    return create_engine(url, pool_pre_ping=True, hide_parameters=True)


def _sqlite(url: str) -> Engine:
    engine = create_engine(
        url, connect_args={"timeout": 30, "check_same_thread": False}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")  # what we confirmed survives a power cut
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine
