"""Once a minute: what was taken in for a day ahead comes into force, and is said."""

import logging

from sqlmodel import Session

from bot.parts import Parts
from bot.services import people, telling
from bot.services.roster import stored
from bot.services.scope import scopes
from bot.services.work import Work

log = logging.getLogger(__name__)


async def run(parts: Parts) -> None:
    """Firms and their leads; communities have their day in the table."""
    await parts.db.run(_sweep, parts)


def _sweep(session: Session, parts: Parts) -> None:
    for scope in scopes(session, parts.settings):
        _come_into_force(Work(session, scope, parts.clock.now()))


def _come_into_force(work: Work) -> None:
    """Those above are told, with what wants their attention, such as open tickets of a firm that
    has left."""
    for plan in stored.come_into_force(work):
        log.info("%s", plan.summary("zh"))
        above = [
            *people.secretaries(work.session, work.scope),
            *people.dispatchers(work.session, work.scope),
        ]
        telling.notice(
            work,
            key=f"federation:{work.scope.id}:roster:{plan.on.isoformat()}",
            say="roster_in_force",
            mention=list(dict.fromkeys(m.id for m in above if m.id is not None)),
            summary=plan.summary(work.scope.language),
            notes="\n".join(plan.noted(work.scope.language)),
        )
