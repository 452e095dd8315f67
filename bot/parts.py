"""The parts of the running process, handed to handlers and jobs."""

from collections.abc import Callable
from dataclasses import dataclass, field

from telegram import Bot

from bot.claims import Claims
from bot.clock import Clock
from bot.config import Settings
from bot.db import Database
from bot.ocr import ReaderPool
from bot.pace import Pace
from bot.store import Store


@dataclass
class Parts:
    """`wake` makes a job of jobs.SCHEDULE run now instead of at its next beat; `reading` and
    `sending` are the forms and the messages that its tasks have claimed."""

    settings: Settings
    db: Database
    store: Store
    clock: Clock
    bot: Bot
    readers: ReaderPool
    wake: Callable[[str], None]
    pace: Pace = field(default_factory=Pace)
    reading: Claims = field(default_factory=Claims)
    sending: Claims = field(default_factory=Claims)
    bot_name: str = ""
    bot_id: int = 0
