"""A 👍 below a card or a reminder by a lead of its firm is an acknowledgement; other reactions are
chatter."""

from sqlmodel import Session
from telegram import MessageReactionUpdated, ReactionTypeEmoji

from bot.services import duplicates, tickets
from handlers.call import Call
from handlers.together import Deeds, do_each
from models.deed import Deed
from models.effects import Detail
from models.rights import Standing
from models.tables.ticket import Status, Ticket

YES = frozenset({"👍", "👌", "🫡", "❤"})


async def reacted(call: Call) -> None:
    """Only a reaction that was added now, by a lead, to tickets that wait for it."""
    change = call.update.message_reaction
    if change is None or not _added(change) & YES:
        return
    await do_each(call, await call.parts.db.read(_tickets, call), _taken)


def _taken(ticket: Ticket, own: frozenset[Standing]) -> Deeds:
    waits = Standing.LEAD in own and ticket.status is Status.DISPATCHED
    return [(Deed.ACKNOWLEDGE, Detail())] if waits else []


def _added(change: MessageReactionUpdated) -> set[str]:
    before = {r.emoji for r in change.old_reaction if isinstance(r, ReactionTypeEmoji)}
    after = {r.emoji for r in change.new_reaction if isinstance(r, ReactionTypeEmoji)}
    return after - before


def _tickets(session: Session, call: Call) -> list[Ticket]:
    """What a reminder is about, and what forms a photo shows, may be several."""
    found = tickets.of_message(session, call.scope, call.chat_id, call.message_id)
    return duplicates.each_standing(session, found)
