"""One process a database file: a second one is sent away with a sentence."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url


class AlreadyRunningError(Exception):
    """Another process works on the same database file."""


@contextmanager
def alone(url: str) -> Iterator[None]:
    """Hold the database while the block runs; what dies lets go. Several processes may share
    PostgreSQL. Raises AlreadyRunningError."""
    name = make_url(url).database
    if not url.startswith("sqlite") or not name or name == ":memory:" or sys.platform == "win32":
        yield
        return
    import fcntl  # not on Windows

    with Path(f"{name}.lock").open("w", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError(name) from None
        yield
