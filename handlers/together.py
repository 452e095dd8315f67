"""One gesture for several tickets: 收到 or 👍 to a reminder of several, #1 #2 都修好了."""

from collections.abc import Callable, Sequence

from sqlmodel import Session

from bot.services import duplicates, tickets
from bot.services.people import Person, standings
from bot.services.work import Work
from handlers.call import Call
from handlers.doing import Act, do_all
from models.deed import Deed
from models.effects import Detail
from models.lifecycle import NEXT
from models.rights import Standing, may
from models.tables.ticket import Ticket

Deeds = Sequence[tuple[Deed, Detail]]
DeedsOf = Callable[[Ticket, frozenset[Standing]], Deeds]


def labelled(session: Session, call: Call, labels: Sequence[str]) -> list[Ticket]:
    """The tickets that are called so, or what stands for them, each once."""
    named = (tickets.by_label(session, call.scope, label) for label in labels)
    return duplicates.each_standing(session, filter(None, named))


async def do_each(call: Call, found: Sequence[Ticket], deeds_of: DeedsOf) -> bool:
    """Do to each of them what may be done of it, all in one transaction. Whether there was any."""
    acts = await call.look(_acts, found, deeds_of)
    if acts:
        await do_all(call, acts)
    return bool(acts)


def _acts(work: Work, person: Person, found: Sequence[Ticket], deeds_of: DeedsOf) -> list[Act]:
    own = {ticket.id: standings(person, ticket) for ticket in found}
    return [
        (ticket.id or 0, deed, detail)
        for ticket in found
        for deed, detail in possible(ticket, own[ticket.id], deeds_of(ticket, own[ticket.id]))
    ]


def possible(ticket: Ticket, own: frozenset[Standing], deeds: Deeds) -> list[tuple[Deed, Detail]]:
    """Of these deeds, those that may be done now, by whoever is that to the ticket."""
    return [
        (deed, detail)
        for deed, detail in deeds
        if may(own, deed) and (deed is Deed.NOTE or deed in NEXT[ticket.status])
    ]
