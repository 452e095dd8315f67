"""The inbox is worked off in order, each update once."""

import asyncio
import logging

from telegram import Update

import handlers
from bot import inbox
from bot.parts import Parts
from models.tables.update import Update as Row

log = logging.getLogger(__name__)
LONGEST = 30.0  # seconds; a handler never waits for a reader or for pace


async def run(parts: Parts) -> None:
    """Handle what waits. A failing update is set aside after three tries, the rest go on."""
    tried: set[int] = set()
    while rows := [r for r in await parts.db.read(inbox.waiting) if r.update_id not in tried]:
        for row in rows:
            tried.add(row.update_id)
            await _handle(parts, row)


async def _handle(parts: Parts, row: Row) -> None:
    update = None
    try:
        update = Update.de_json(row.payload, parts.bot)
        async with asyncio.timeout(LONGEST):
            await handlers.handle(parts, update)
        await handlers.settle(parts, row.update_id)
    except Exception as error:
        log.exception("update %s failed", row.update_id)
        await parts.db.run(inbox.failed, row.update_id, repr(error))
        if update is not None and row.tries + 1 >= inbox.MAX_TRIES:
            await _apologise(parts, update)


async def _apologise(parts: Parts, update: Update) -> None:
    """What has just failed may well fail once more; the rest go on."""
    try:
        await handlers.apologise(parts, update)
    except Exception:
        log.exception("update %s: nobody was told", update.update_id)
