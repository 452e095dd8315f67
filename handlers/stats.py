"""/stats [今天|7d|本月|起-止]: the figures, with a picture."""

from bot.services import telling
from bot.services.people import Person
from bot.services.work import Work
from bot.texts import refusals
from bot.texts import stats as texts
from handlers.call import Call
from models.said.periods import Period, parse_period
from models.tables.message import MessageKind


async def stats(call: Call) -> None:
    """Any member may ask; a stranger may not."""
    period = parse_period(call.words, call.parts.clock.now(), call.scope.zone)
    if period is None:
        await call.tell(call.say(texts.WHICH_PERIOD, command="stats"))
        return
    if not await call.work(_owe, period, call.chat_id, call.message_id):
        await call.tell(call.say(refusals.NOT_A_MEMBER))


def _owe(work: Work, person: Person, period: Period, chat_id: int, message_id: int) -> bool:
    if person.member is None:
        return False
    telling.owe(
        work,
        f"stats:{chat_id}:{message_id}",
        MessageKind.STATS,
        chat_id=chat_id,
        reply_to=message_id,
        facts={
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "label": period.label,
        },
    )
    return True
