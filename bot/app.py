"""Config → database, readers, Telegram, jobs; started and stopped in order."""

import asyncio
import logging
import signal
from collections.abc import Coroutine
from functools import partial
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel import Session
from telegram import Bot, BotCommand
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot import outbox
from bot.beats import Beat
from bot.clock import Clock
from bot.config import Settings
from bot.db import Database
from bot.ocr import ReaderPool
from bot.only_one import AlreadyRunningError, Hold, alone
from bot.parts import Parts
from bot.polling import LONGEST_PAUSE, poll
from bot.services import filing, people
from bot.services.roster import stored
from bot.services.scope import enrol, scopes
from bot.store import Store
from handlers.help import ALL
from jobs import SCHEDULE

log = logging.getLogger(__name__)
GRACE = 8.0  # seconds for running work at stop
STILL_ALONE = 5.0  # seconds between looks
_CONNECTIONS = 16


class App:
    """The whole bot. `start` returns when it serves; `stop` when all is put away."""

    def __init__(self, settings: Settings) -> None:
        reading = settings.reading
        self.parts = Parts(
            settings=settings,
            db=Database(settings.database.url),
            store=Store(settings.photos.dir),
            clock=Clock(settings.clock.shift_file),
            bot=_bot(settings),
            readers=ReaderPool(reading.engine, size=reading.readers, labels=settings.labels),
            wake=self._wake,
        )
        self._beats = {
            job.name: Beat(
                job.name,
                partial(job.run, self.parts),
                reading.readers if job.wide else 1,
            )
            for job in SCHEDULE
        }
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._poller: asyncio.Task[None] | None = None

    def _wake(self, name: str) -> None:
        self._beats[name].strike()

    async def start(self) -> None:
        """Raises InvalidToken when Telegram does not know the token."""
        parts = self.parts
        await asyncio.to_thread(parts.db.migrate)
        await parts.db.run(self._prepare)
        await asyncio.to_thread(parts.store.remove_pieces)
        await parts.readers.start()
        await self._introduce()
        parts.bot_name, parts.bot_id = parts.bot.username, parts.bot.id
        await self._offer_commands()
        for job in SCHEDULE:
            self._scheduler.add_job(
                self._beats[job.name].on_time,
                "interval",
                seconds=job.every.total_seconds(),
                misfire_grace_time=None,  # a late beat is struck, not dropped
                coalesce=True,
                max_instances=1,
            )
        self._scheduler.start()
        self._wake("learn_names")
        self._poller = asyncio.create_task(poll(parts), name="poll")
        log.info("paidan serves as @%s", parts.bot_name)

    async def _introduce(self) -> None:
        """Ask Telegram who we are, for as long as it takes to reach it; we poll, so that a
        webhook, which would keep updates from us, is taken away."""
        pause = 1.0
        while True:
            try:
                await self.parts.bot.initialize()
                await self.parts.bot.delete_webhook()
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning(
                    "连不上 Telegram（%s），%.0f 秒后再试 / not reached, trying again", error, pause
                )
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                return

    def _prepare(self, session: Session) -> None:
        """Rows for what the config names; what a dead process left half done is taken up."""
        now = self.parts.clock.now()
        enrol(session, self.parts.settings)
        for scope in scopes(session, self.parts.settings):
            for sentence in stored.take_in_if_empty(session, scope, now):
                log.info("%s", sentence)
            people.enrol_posts(session, scope)
        outbox.recover(session, now)
        filing.recover(session)

    async def _offer_commands(self) -> None:
        """The menu behind "/". Decoration: every act is checked against who does it."""
        commands = [BotCommand(g.command, g.line.zh) for g in ALL]
        try:
            await self.parts.bot.set_my_commands(commands)
        except TelegramError as error:
            log.warning("the command menu was not set: %s", error)

    async def idle(self, name: str) -> None:
        """Until nothing of this job runs."""
        await self._beats[name].idle()

    async def wait(self) -> None:
        """Until polling ends, which it does only for a token that Telegram refuses."""
        if self._poller is not None:
            await self._poller

    async def stop(self) -> None:
        """Take in nothing more, let running work finish, put everything away."""
        if self._poller is not None:
            self._poller.cancel()
            await asyncio.gather(self._poller, return_exceptions=True)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        for beat in self._beats.values():
            await beat.close(GRACE)
        await self.parts.readers.stop()
        await self.parts.bot.shutdown()
        self.parts.db.close()


def _bot(settings: Settings) -> Bot:
    own = settings.telegram
    return Bot(
        own.token,
        base_url=own.base_url,
        base_file_url=own.base_file_url,
        request=HTTPXRequest(connection_pool_size=_CONNECTIONS, read_timeout=20),
        # More than one connection, so that a stalled poll does not stall the next one.
        get_updates_request=HTTPXRequest(connection_pool_size=2),
    )


async def serve(settings: Settings) -> int:
    """Run until SIGTERM or SIGINT; an exit code."""
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    try:
        with alone(settings.database.url) as hold:
            await _serve(App(settings), stopped, hold)
    except AlreadyRunningError as error:
        log.error(
            "已有一个 paidan 在用 %s，请先停掉它 / another paidan uses it; stop it first", error
        )
        return 1
    except InvalidToken:
        log.error("Telegram 不认这个 token，请检查 [telegram] token / Telegram refuses the token")
        return 1
    return 0


async def _serve(app: App, stopped: asyncio.Event, hold: Hold) -> None:
    try:
        await _unless(stopped, app.start())
        if not stopped.is_set():
            await _unless(stopped, app.wait(), _stay_alone(hold))
    finally:
        await app.stop()


async def _stay_alone(hold: Hold) -> None:
    """For ever. Raises AlreadyRunningError when another process has come in meanwhile."""
    while True:
        await asyncio.sleep(STILL_ALONE)
        await asyncio.to_thread(hold)


async def _unless(stopped: asyncio.Event, *works: Coroutine[Any, Any, None]) -> None:
    """Work until one of these ends, or as long as there is time."""
    tasks = [asyncio.create_task(work) for work in (*works, _until(stopped))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    await asyncio.gather(*done)


async def _until(stopped: asyncio.Event) -> None:
    await stopped.wait()
