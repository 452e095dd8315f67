"""Pictures that were posted to a ticket are fetched from Telegram into the store."""

import asyncio
import logging
from pathlib import PurePath

from telegram.error import BadRequest, TelegramError

from bot.parts import Parts
from bot.services import photos

log = logging.getLogger(__name__)


async def run(parts: Parts) -> None:
    """Fetch what waits, one picture after another."""
    while photo := await parts.db.run(photos.claim, parts.clock.now()):
        await _fetch(parts, photo.id or 0, photo.file_id, photo.file_name)


async def _fetch(parts: Parts, photo_id: int, file_id: str, file_name: str) -> None:
    try:
        name = await fetch(parts, file_id, file_name)
    except BadRequest as error:  # before its base: over 20 MB, or unknown by now
        log.warning("photo %s will never be fetched: %s", photo_id, error)
        await parts.db.run(photos.given_up, photo_id)
    except TelegramError as error:
        log.info("photo %s is tried again later: %s", photo_id, error)
    else:
        await parts.db.run(photos.fetched, parts.store, photo_id, name)


async def fetch(parts: Parts, file_id: str, file_name: str) -> str:
    """A file of Telegram's into the store; its name there. `file_name`: as its sender called it,
    or empty. Raises TelegramError."""
    remote = await parts.bot.get_file(file_id)
    content = bytes(await remote.download_as_bytearray())
    ending = PurePath(file_name or remote.file_path or "").suffix.lower() or ".jpg"
    return await asyncio.to_thread(parts.store.put, content, ending)
