"""A 👍 below a card by a lead of its firm is an acknowledgement; other reactions are chatter."""

from sqlmodel import Session
from telegram import MessageReactionUpdated, ReactionTypeEmoji

from bot.services import duplicates, tickets
from bot.services.people import Person, standings
from bot.services.work import Work
from handlers.call import Call
from handlers.doing import do
from models.deed import Deed
from models.rights import Standing
from models.ticket import Status, Ticket

YES = frozenset({"👍", "👌", "🫡", "❤"})


async def reacted(call: Call) -> None:
    """Only a reaction that was added now, by a lead, to a ticket that waits for it."""
    change = call.update.message_reaction
    if change is None or not _added(change) & YES:
        return
    ticket = await call.parts.db.read(_ticket, call)
    if ticket is None or ticket.id is None:
        return

    def waits(work: Work, person: Person) -> bool:
        return Standing.LEAD in standings(person, ticket) and ticket.status is Status.DISPATCHED

    if await call.look(waits):
        await do(call, ticket.id, Deed.ACKNOWLEDGE)


def _added(change: MessageReactionUpdated) -> set[str]:
    before = {r.emoji for r in change.old_reaction if isinstance(r, ReactionTypeEmoji)}
    after = {r.emoji for r in change.new_reaction if isinstance(r, ReactionTypeEmoji)}
    return after - before


def _ticket(session: Session, call: Call) -> Ticket | None:
    found = tickets.by_message(session, call.scope, call.chat_id, call.message_id)
    return duplicates.standing(session, found.id) if found else None
