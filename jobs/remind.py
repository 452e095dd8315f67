"""Due times are columns; this only asks what is due and not yet told."""

from sqlmodel import Session

from bot.parts import Parts
from bot.services import extensions, follow_up, questions, remind
from bot.services.scope import scopes
from bot.services.work import Work


async def run(parts: Parts) -> None:
    """Reminders, escalations, what nobody answers or rules on, residents to phone back."""
    await parts.db.run(_sweep, parts)
    parts.wake("deliver")


def _sweep(session: Session, parts: Parts) -> None:
    for scope in scopes(session, parts.settings):
        work = Work(session, scope, parts.clock.now())
        remind.sweep(work)
        extensions.ask_again(work)
        questions.ask_further(work)
        follow_up.remind_clerks(work)
