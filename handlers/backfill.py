"""补录: what was done in time but not noted in time, with its true moment."""

from datetime import datetime

from bot.services import backfill
from bot.services.backfill import Step
from bot.services.people import Person
from bot.services.respond import Refused
from bot.services.work import Work
from bot.texts import toasts
from bot.texts import typing as texts
from handlers.call import Call
from handlers.doing import ticket_meant, why
from models.deed import Deed
from models.said.moments import parse_past

_STEPS = {step.value: step for step in Step} | {
    "签收": Step.ACKNOWLEDGE,
    "到场": Step.CONTACT,
    "先行联系": Step.CONTACT,
    "完成": Step.RESOLVE,
    "修好": Step.RESOLVE,
}


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
        await call.tell(await call.look(_out_of_order, ticket.id, step, at))
    else:
        await call.tell(call.say(toasts.DONE[Deed.BACKFILL], number=result.ticket.label))


def _parse(call: Call, words: str) -> tuple[Step | None, datetime | None]:
    word, _, when = words.partition(" ")
    return _STEPS.get(word.removeprefix("已")), parse_past(when, call.said_at, call.scope.zone)


def _out_of_order(work: Work, person: Person, ticket_id: int, step: Step, at: datetime) -> str:
    ticket = backfill.concerned(work.session, ticket_id, step)
    if ticket is None:
        return texts.BACKFILL_HOW.say(work.scope.language)
    reopened = backfill.reopened_at(work.session, ticket, step)
    moments = {"at": at, "accepted": ticket.accepted_at, "dispatched": ticket.dispatched_at}
    moments |= {"reopened": reopened} if reopened else {}
    shown = {name: work.scope.moment(moment) for name, moment in moments.items()}
    text = texts.BACKFILL_REOPENED if reopened else texts.BACKFILL_ORDER
    return text.say(work.scope.language, number=ticket.label, step=step.value, **shown)
