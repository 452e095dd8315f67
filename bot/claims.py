"""Rows that tasks of this process have claimed: whatever else stands as claimed was left."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Protocol, TypeVar


class _Row(Protocol):
    id: int | None


R = TypeVar("R", bound=_Row)


class Claims:
    """The rows of one table that are being worked on. A row that the database says is claimed, and
    that nobody holds here, was left by a task that an error ended: it may be taken up again."""

    def __init__(self) -> None:
        self._held: list[int | None] = []  # twice, if a row was given back and claimed anew
        self._one_at_a_time = asyncio.Lock()  # no row is claimed and not yet held, nor looked for

    async def claim(self, claiming: Awaitable[R | None]) -> R | None:
        """What is claimed, if anything; to be worked on in `held`."""
        async with self._one_at_a_time:
            row = await claiming
            if row is not None:
                self._held.append(row.id)
        return row

    @contextmanager
    def held(self, row: R) -> Iterator[None]:
        """The row is worked on until the block ends, however it ends."""
        try:
            yield
        finally:
            self._held.remove(row.id)

    @asynccontextmanager
    async def all_held(self) -> AsyncIterator[tuple[int | None, ...]]:
        """The ids of what is worked on; nothing more is claimed until the block ends."""
        async with self._one_at_a_time:
            yield tuple(self._held)
