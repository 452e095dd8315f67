"""A Telegram group in a box: the Bot API at a loopback port, and the people who use the group.

The demo and the tests use this one class. It runs in the event loop that starts it.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from aiohttp import web

from bot.demo.cast import CAST, Person
from bot.demo.comings import Comings
from bot.demo.faults import Faults
from bot.demo.gestures import Gestures
from bot.demo.records import State
from bot.demo.server import LARGEST_REQUEST, BotApi, Call
from bot.demo.watching import Watching
from bot.demo.webhook import WebhookPoster
from bot.demo.world import World, new_state

TITLE = "大场物业联合体热线群"
LOOPBACK = "127.0.0.1"


class GroupInABox(Gestures, Comings, Watching):
    """One group with its people, one bot that may join by HTTP, and all that they say."""

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        members: Sequence[Person] = CAST,
        title: str = TITLE,
        per_minute: int = 20,
        supergroup: bool = True,
        state: State | None = None,
    ) -> None:
        """`now` is the group's clock (aware); `state` continues an earlier group."""
        fresh = state or new_state(title, members, supergroup=supergroup)
        self.world = World(fresh, now, per_minute)
        self.api = BotApi(self.world)
        self.routes: list[web.AbstractRouteDef] = list(self.api.routes())
        self._runner: web.AppRunner | None = None
        self._webhook = WebhookPoster(self.world)
        self.port = 0

    async def start(self, port: int = 0) -> None:
        """Listen on the loopback address; port 0 takes a free one. Raises OSError when taken."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.add_routes(self.routes)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, LOOPBACK, port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self._webhook.start()

    async def stop(self) -> None:
        """Let go of everything that is held and stop listening."""
        self.faults.clear()
        self.world.updates.close()
        await self._webhook.stop()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    @property
    def token(self) -> str:
        return self.world.state.token

    @property
    def base_url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}/bot"

    @property
    def base_file_url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}/file/bot"

    @property
    def chat_id(self) -> int:
        return self.world.state.group_id

    @property
    def bot_id(self) -> int:
        return self.world.bot.id

    @property
    def faults(self) -> Faults:
        return self.api.faults

    @property
    def calls(self) -> list[Call]:
        """Every call of the bot, oldest first."""
        return list(self.api.calls)

    def redeliver(self, last: int) -> None:
        """Send the last confirmed updates to the bot once more."""
        self.world.updates.redeliver(last)

    def reorder(self) -> None:
        """Turn around the order of the updates that wait for the bot."""
        self.world.updates.reorder()
