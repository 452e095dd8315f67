"""补录: what was done in time but not noted in time, with its true moment."""

from datetime import datetime

from bot.services import backfill
from bot.services.backfill import Step
from bot.services.respond import Refused
from bot.texts import toasts
from bot.texts import typing as texts
from handlers.call import Call
from handlers.doing import ticket_meant, why
from models.deed import Deed
from models.moments import parse_past

_STEPS = {step.value: step for step in Step} | {"到场": Step.CONTACT, "签收": Step.ACKNOWLEDGE}


async def command(call: Call) -> None:
    """/backfill 17 办结 12-03 16:30"""
    ticket, words = await ticket_meant(call)
    step, at = _parse(call, words)
    if ticket is None or ticket.id is None or step is None or at is None:
        await call.tell(call.say(texts.BACKFILL_HOW))
        return
    result = await call.work(backfill.note, ticket.id, step, at)
    if isinstance(result, Refused):
        await call.tell(await why(call, result))
    elif result is None:
        await call.tell(call.say(texts.BACKFILL_HOW))
    else:
        await call.tell(call.say(toasts.DONE[Deed.BACKFILL], number=result.ticket.label))


def _parse(call: Call, words: str) -> tuple[Step | None, datetime | None]:
    word, _, when = words.partition(" ")
    return _STEPS.get(word), parse_past(when, call.parts.clock.now(), call.scope.zone)
