"""Fetching updates goes on, whatever happens to one batch."""

import asyncio
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

from sqlalchemy.exc import OperationalError

from bot import polling
from bot.parts import Parts

NOW = datetime(2024, 12, 2, 1, tzinfo=UTC)


class Line:
    """A bot whose one update waits until it is confirmed, above a database that fails once."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.stored: list[Any] = []
        self.confirmed = asyncio.Event()
        self.failures = 1

    async def get_updates(self, offset: int, **_: Any) -> list[Any]:
        self.asked.append(offset)
        if offset > 7:
            self.confirmed.set()
            await asyncio.sleep(60)
        return [SimpleNamespace(to_dict=lambda: {"update_id": 7})]

    async def run(self, _: Any, payloads: list[Any], __: datetime) -> None:
        if self.failures:
            self.failures -= 1
            raise OperationalError("INSERT", {}, Exception("disk full"))
        self.stored += payloads


async def test_a_batch_that_could_not_be_stored_is_fetched_again() -> None:
    line = Line()
    clock = SimpleNamespace(now=lambda: NOW)
    parts = SimpleNamespace(bot=line, db=line, clock=clock, wake=lambda _: None)
    polled = asyncio.create_task(polling.poll(cast(Parts, parts)))
    await asyncio.wait_for(line.confirmed.wait(), 10)
    polled.cancel()
    assert line.asked == [0, 0, 8]
    assert line.stored == [{"update_id": 7}]
