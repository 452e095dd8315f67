"""撤回协助: a firm that had offered to help does not come."""

from bot.services import helping
from bot.services.people import Person, standings
from bot.services.work import Work
from bot.texts import rulings
from handlers.call import Call
from handlers.doing import do, no_ticket, ticket_meant
from models.deed import Deed
from models.effects import Detail
from models.rights import may
from models.said.help_offered import withdraws_help
from models.tables.ticket import Ticket


async def withdraw(call: Call) -> None:
    """/withdraw 17"""
    ticket, words = await ticket_meant(call)
    if ticket is None or ticket.id is None:
        await no_ticket(call, Deed.WITHDRAW)
        return
    own = await call.look(lambda _, person: standings(person, ticket))
    if may(own, Deed.WITHDRAW) and not await call.look(_helps, ticket):
        await call.tell(call.say(rulings.NO_OFFER, number=ticket.label))
        return
    await do(call, ticket.id, Deed.WITHDRAW, Detail(words))


async def withdrawn_by_words(call: Call, ticket: Ticket) -> bool:
    """我们去不了了, of a firm that helps or offers to. Whether that was said."""
    meant = withdraws_help(call.words) and await call.look(_helps, ticket)
    if meant:
        await do(call, ticket.id or 0, Deed.WITHDRAW, Detail(call.words))
    return meant


def _helps(work: Work, person: Person, ticket: Ticket) -> bool:
    return helping.helps(work, ticket, person.firm_id)
