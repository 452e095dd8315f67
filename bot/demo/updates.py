"""The queue of updates: long polling, confirmation by offset, one reader at a time."""

import asyncio
import secrets
from collections.abc import Sequence
from typing import Any

from bot.demo.records import Json, State, Update
from bot.demo.refusals import conflict

# These are only sent to bots that ask for them by name.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
    "webhook first"
)
KEPT_AFTERWARDS = 500


class UpdateQueue:
    """Hands updates out at least once, in order, until a higher offset confirms them."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._confirmed: list[Update] = []  # only so that they can be sent again by order
        self._again: list[Update] = []
        self._reader: asyncio.Future[None] | None = None
        self._news = asyncio.Event()
        self._hook_news = asyncio.Event()
        if not state.next_update_id:
            state.next_update_id = 100_000_000 + secrets.randbelow(800_000_000)

    def add(self, kind: str, chat_id: int, body: Json) -> None:
        """Queue an update, unless the bot has not asked for its kind."""
        if not self._wanted(kind):
            return
        self._state.updates.append(Update(self._state.next_update_id, kind, body, chat_id))
        self._state.next_update_id += 1
        self.wake()

    def wake(self) -> None:
        """Have a waiting reader look again."""
        self._news.set()
        self._hook_news.set()

    def pending(self) -> Sequence[Update]:
        return self._state.updates

    def allow(self, kinds: list[str] | None) -> None:
        """Remember which kinds the bot asks for; an empty list is Telegram's default set."""
        if kinds is not None:
            self._state.allowed_updates = kinds or None

    def confirm(self, below: int) -> None:
        """Forget all updates whose id is lower."""
        queue = self._state.updates
        done = [update for update in queue if update.update_id < below]
        self._confirmed = (self._confirmed + done)[-KEPT_AFTERWARDS:]
        queue[:] = [update for update in queue if update.update_id >= below]

    def clear(self) -> None:
        self._state.updates.clear()

    def redeliver(self, last: int) -> None:
        """Send the last confirmed updates once more, as Telegram may after a crash of its own."""
        self._again = self._confirmed[-last:] if last else []
        self.wake()

    def reorder(self) -> None:
        """Turn what waits around, the ids staying in order: a reaction overtakes its message."""
        queue = self._state.updates
        told = [(update.kind, update.body, update.chat_id) for update in reversed(queue)]
        for update, (kind, body, chat_id) in zip(queue, told, strict=True):
            update.kind, update.body, update.chat_id = kind, body, chat_id

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """What getUpdates answers: at once when something waits, else after `seconds`.

        Raises RefusalError (409) when another reader comes, or a webhook is set.
        """
        if self._state.webhook.get("url"):
            raise conflict(WEBHOOK_ACTIVE)
        self._take_over()
        if offset > 0:
            self.confirm(offset)
        elif offset < 0:
            self._keep_last(-offset)
        mine = self._reader = asyncio.get_running_loop().create_future()
        try:
            await self._wait(mine, seconds)
        finally:
            if self._reader is mine:
                self._reader = None
        waiting, self._again = self._again + self._state.updates, []
        return [as_json(update) for update in waiting[:limit]]

    async def news(self) -> None:
        """Wait until something may have changed for whoever posts to the webhook."""
        self._hook_news.clear()
        await self._hook_news.wait()

    def close(self) -> None:
        """Let a waiting reader go with an empty answer."""
        if self._reader and not self._reader.done():
            self._reader.set_result(None)

    def terminate_reader(self) -> None:
        """End a poll under way with 409, as setWebhook and a second reader do."""
        self._take_over()

    def _take_over(self) -> None:
        if self._reader and not self._reader.done():
            self._reader.set_exception(conflict(TERMINATED))

    def _keep_last(self, count: int) -> None:
        queue = self._state.updates
        if len(queue) > count:
            self.confirm(queue[-count].update_id)

    async def _wait(self, mine: "asyncio.Future[None]", seconds: float) -> None:
        """Until something waits, the time is over, or another reader has ended this one."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while not (self._state.updates or self._again or mine.done()):
            left = end - loop.time()
            if left <= 0:
                return
            self._news.clear()
            news = asyncio.create_task(self._news.wait())
            both: list[asyncio.Future[Any]] = [news, mine]
            await asyncio.wait(both, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            news.cancel()
        if mine.done():
            mine.result()

    def _wanted(self, kind: str) -> bool:
        allowed = self._state.allowed_updates
        return kind in allowed if allowed else kind not in ON_REQUEST


def as_json(update: Update) -> Json:
    return {"update_id": update.update_id, update.kind: update.body}
