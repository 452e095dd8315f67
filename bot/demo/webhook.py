"""Posts updates to the bot's webhook, one after another, until each is taken."""

import asyncio
import contextlib

import aiohttp

from bot.demo.updates import as_json
from bot.demo.world import World

RETRY_AFTER = 0.5  # seconds; Telegram waits longer and longer, a demo need not
PATIENCE = aiohttp.ClientTimeout(total=30)


class WebhookPoster:
    """Runs beside the server. Without a webhook it sleeps."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            while True:
                await self._world.updates.news()
                while self._world.state.webhook and self._world.updates.pending():
                    if not await self._post_first(session):
                        await asyncio.sleep(RETRY_AFTER)

    async def _post_first(self, session: aiohttp.ClientSession) -> bool:
        """Post the oldest update; a 2xx answer confirms it."""
        hook, update = self._world.state.webhook, self._world.updates.pending()[0]
        secret = hook["secret_token"]
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            async with session.post(hook["url"], json=as_json(update), headers=headers) as answer:
                if answer.ok:
                    self._world.updates.confirm(update.update_id + 1)
                    return True
                problem = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            problem = f"{type(error).__name__}: {error}"
        hook["last_error_message"] = problem
        hook["last_error_date"] = int(self._world.now().timestamp())
        return False
