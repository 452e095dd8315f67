"""Once an hour: forget what is long done, and try again what Telegram refused a day ago."""

from sqlmodel import Session

from bot import inbox
from bot.parts import Parts
from bot.services import tags
from bot.services.scope import scopes
from bot.services.work import Work


async def run(parts: Parts) -> None:
    """Updates that were handled a week ago; tags beside names."""
    await parts.db.run(inbox.tidy, parts.clock.now())
    await parts.db.run(_tags, parts)


def _tags(session: Session, parts: Parts) -> None:
    for scope in scopes(session, parts.settings):
        tags.again(Work(session, scope, parts.clock.now()))
