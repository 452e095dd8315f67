"""Rulings that are kept as rules: made by a button below a ruling, listed and withdrawn here."""

from html import escape

from bot.services import people, rules, telling, tickets
from bot.services.people import Person
from bot.services.work import Work
from bot.texts import refusals, toasts
from bot.texts import rulings as texts
from handlers.call import Call
from handlers.doing import no_ticket, only_for, ticket_meant
from models.deed import Deed
from models.rights import MAY, may
from models.tables.firm import Firm
from models.tables.message import MessageKind


async def keep(call: Call) -> None:
    """keep:<ticket>:[kind|everywhere]:<what it names>: what was ruled is the rule from now on."""
    _, ticket_id, which, *named = call.data
    if not await _may(call, Deed.KEEP_RULE):
        return
    firm = await call.work(_keep, int(ticket_id), which, ":".join(named))
    await call.tell(call.say(toasts.KEPT if firm else refusals.OLD_BUTTON, firm=firm))


def _keep(
    work: Work, person: Person, ticket_id: int, which: str, named: str | None = None
) -> str | None:
    """The firm of the rule; None if there is no such rule to be made of the ticket, or no more what
    was `named`."""
    ticket = tickets.locked(work.session, work.scope, ticket_id)
    if ticket is None or which not in rules.choices(work.session, ticket):
        return None
    if named not in (None, rules.ruled(ticket)):
        return None
    rules.keep(work, ticket, person, kind=which == "kind", everywhere=which == "everywhere")
    return work.session.get_one(Firm, ticket.firm_id).name


async def keep_this(call: Call) -> None:
    """/keep 17 [类别|各小区]: the same, typed."""
    ticket, words = await ticket_meant(call)
    if ticket is None or ticket.id is None:
        await no_ticket(call, Deed.KEEP_RULE)
        return
    far = {ticket.category: "kind", "类别": "kind", "各小区": "everywhere", "": ""}
    firm = await call.work(_keep, ticket.id, far.get(words, words))
    said = toasts.KEPT if firm else texts.NOT_TO_KEEP
    await call.tell(call.say(said, number=ticket.label, firm=escape(firm or "")))


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
