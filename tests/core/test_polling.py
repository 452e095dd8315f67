"""Fetching updates goes on, whatever happens to one batch."""

import asyncio
import json
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy.exc import OperationalError
from telegram import Update
from telegram.error import InvalidToken

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
        self.refusals = 0
        self.update: Any = SimpleNamespace(to_dict=lambda: {"update_id": 7})

    async def get_updates(self, offset: int, **_: Any) -> list[Any]:
        if self.refusals:
            self.refusals -= 1
            raise InvalidToken("Not Found")
        self.asked.append(offset)
        if offset > 7:
            self.confirmed.set()
            await asyncio.sleep(60)
        return [self.update]

    async def run(self, _: Any, payloads: list[Any], __: datetime) -> None:
        if self.failures:
            self.failures -= 1
            raise OperationalError("INSERT", {}, Exception("disk full"))
        self.stored += payloads


def _parts(line: Line) -> Parts:
    clock = SimpleNamespace(now=lambda: NOW)
    return cast(Parts, SimpleNamespace(bot=line, db=line, clock=clock, wake=lambda _: None))


async def poll(line: Line) -> None:
    """Until its update is confirmed."""
    polled = asyncio.create_task(polling.poll(_parts(line)))
    await asyncio.wait_for(line.confirmed.wait(), 10)
    polled.cancel()


async def test_a_batch_that_could_not_be_stored_is_fetched_again() -> None:
    line = Line()
    await poll(line)
    assert line.asked == [0, 0, 8]
    assert line.stored == [{"update_id": 7}]


async def test_a_token_that_is_refused_for_a_moment_is_tried_again() -> None:
    line = Line()
    line.refusals, line.failures = 1, 0
    await poll(line)
    assert line.asked == [0, 8]


async def test_a_token_that_is_refused_for_good_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "LONGEST_PAUSE", 0)
    line = Line()
    line.refusals = polling.REFUSALS
    with pytest.raises(InvalidToken):
        await polling.poll(_parts(line))


async def test_a_pinned_message_that_the_bot_cannot_see_is_stored_as_it_came() -> None:
    chat = {"id": -1, "type": "supergroup", "title": "热线群"}
    unseen = {"chat": chat, "message_id": 17, "date": 0}
    pinned = {"message_id": 18, "date": 1733101200, "chat": chat, "pinned_message": unseen}
    line = Line()
    line.update = Update.de_json({"update_id": 7, "message": pinned})
    line.failures = 0
    await poll(line)
    (stored,) = line.stored
    assert stored["message"]["pinned_message"]["date"] == 0
    json.dumps(stored)
