"""Rulings that are kept as rules: made by a button below a ruling, listed and withdrawn here."""

from bot.services import people, rules, telling, tickets
from bot.services.people import Person
from bot.services.work import Work
from bot.texts import refusals, toasts
from bot.texts import rulings as texts
from handlers.call import Call
from handlers.doing import no_ticket, only_for, ticket_meant
from models.deed import Deed
from models.message import MessageKind
from models.rights import MAY, may


async def keep(call: Call) -> None:
    """keep:<ticket>[:kind|:everywhere]: what was ruled is the rule from now on."""
    which = call.data[2] if len(call.data) > 2 else ""
    if not await _may(call, Deed.KEEP_RULE):
        return
    kept = await call.work(_keep, int(call.data[1]), which)
    await call.tell(call.say(toasts.KEPT if kept else refusals.OLD_BUTTON))


def _keep(work: Work, person: Person, ticket_id: int, which: str) -> bool:
    ticket = tickets.locked(work.session, work.scope, ticket_id)
    if ticket is None or which not in rules.choices(work.session, ticket):
        return False
    rules.keep(work, ticket, person, kind=which == "kind", everywhere=which == "everywhere")
    return True


async def keep_this(call: Call) -> None:
    """/keep 17 [类别|各小区]: the same, typed."""
    ticket, words = await ticket_meant(call)
    if ticket is None or ticket.id is None:
        await no_ticket(call, Deed.KEEP_RULE)
        return
    far = {ticket.category: "kind", "类别": "kind", "各小区": "everywhere", "": ""}
    kept = await call.work(_keep, ticket.id, far.get(words, words))
    said = toasts.KEPT if kept else texts.NOT_TO_KEEP
    await call.tell(call.say(said, number=ticket.label))


async def show(call: Call) -> None:
    """/rules"""

    def owe(work: Work, person: Person) -> None:
        telling.owe(
            work,
            f"update:{call.update.update_id}:rules",
            MessageKind.RULES,
            chat_id=call.chat_id,
            reply_to=call.message_id,
        )

    await call.work(owe)


async def withdraw(call: Call) -> None:
    """unrule:<rule>"""
    if not await _may(call, Deed.DROP_RULE):
        return
    stood = await call.work(rules.withdraw, int(call.data[1]))
    await call.tell(call.say(toasts.DROPPED_RULE if stood else refusals.OLD_BUTTON))


async def _may(call: Call, deed: Deed) -> bool:
    """Whether this person may; who may not is told who may, and it is put on record."""
    own = await call.look(lambda _, person: people.standings(person, None))
    if may(own, deed):
        return True
    await call.denied(deed=deed.value)
    await call.tell(only_for(MAY[deed], own, call.scope.language))
    return False
