"""Once an hour: forget what is long done."""

from bot import inbox
from bot.parts import Parts


async def run(parts: Parts) -> None:
    """Updates that were handled a week ago."""
    await parts.db.run(inbox.tidy, parts.clock.now())
