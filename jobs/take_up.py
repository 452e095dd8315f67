"""What was claimed and left, because the database was away for a moment, is taken up again."""

from bot import outbox
from bot.parts import Parts
from bot.services import filing


async def run(parts: Parts) -> None:
    """Forms that nobody reads and messages that nobody sends."""
    async with parts.reading.all_held() as held:
        await parts.db.run(filing.recover, held)
    async with parts.sending.all_held() as held:
        await parts.db.run(outbox.recover, parts.clock.now(), held)
