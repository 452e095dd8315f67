"""Plain words in the group: a reply to something of the bot's, or a sentence with a number."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.services import duplicates, respond, tickets
from bot.services.people import standings
from handlers import questions
from handlers.call import Call
from handlers.doing import do
from models.deed import Deed
from models.effects import Detail
from models.moments import parse_moment
from models.rights import Standing
from models.ticket import Ticket
from models.ticket_numbers import find_numbers
from models.words import Gesture, understand

_DEEDS = {
    Gesture.ACKNOWLEDGE: Deed.ACKNOWLEDGE,
    Gesture.RESOLVE: Deed.RESOLVE,
    Gesture.REFUSE: Deed.REFUSE,
    Gesture.CONTACT: Deed.CONTACT,
    Gesture.OFFER: Deed.OFFER,
    Gesture.CALL_HELP: Deed.CALL_HELP,
    Gesture.HOLD: Deed.HOLD,
    Gesture.ASK_EXTENSION: Deed.ASK_EXTENSION,
}


@dataclass(frozen=True)
class Meant:
    """What a reply is about: a ticket, or a form that is being asked about."""

    ticket: Ticket | None = None
    form_id: int | None = None


async def understand_reply(call: Call) -> None:
    """Plain text. What is not understood is kept as a note to the ticket that it replies to;
    what is about nothing of ours is none of our business."""
    meant = await call.parts.db.read(_meant, call)
    if meant.form_id is not None:
        await questions.settle_by_words(call, meant.form_id)
    elif meant.ticket is not None and meant.ticket.id is not None:
        await _on_ticket(call, meant.ticket)


def _meant(session: Session, call: Call) -> Meant:
    """The message replied to decides; a number quoted or written names one line of many."""
    named = _named(session, call)
    if call.reply_to is None:
        return Meant(named if call.words and understand(call.words) else None)
    form = tickets.form_by_message(session, call.scope, call.chat_id, call.reply_to)
    if form is not None and form.ticket_id is None:
        return Meant(form_id=form.id)
    replied = tickets.by_message(session, call.scope, call.chat_id, call.reply_to)
    ticket = named or (duplicates.standing(session, replied.id) if replied else None)
    return Meant(ticket or _named(session, call, call.replied_text))


def _named(session: Session, call: Call, *texts: str) -> Ticket | None:
    """The one ticket that the words or the quote (or else `texts`) name by number."""
    for text in texts or (call.words, call.quoted):
        numbers = find_numbers(text)
        if len(numbers) == 1:
            found = tickets.by_label(session, call.scope, numbers[0])
            return duplicates.standing(session, found.id) if found else None
    return None


async def _on_ticket(call: Call, ticket: Ticket) -> None:
    own = await call.look(lambda work, person: standings(person, ticket))
    deed, detail = meaning(call, own)
    if own == {Standing.STRANGER}:
        return  # residents of the group's chatter; nothing to refuse
    await do(call, ticket.id or 0, deed, detail)


def meaning(call: Call, own: frozenset[Standing]) -> tuple[Deed, Detail]:
    """The deed in somebody's words, by what they are to the ticket."""
    words = call.words
    gesture = understand(words)
    until = parse_moment(words, call.parts.clock.now(), call.scope.zone)
    deed = _DEEDS[gesture] if gesture else Deed.NOTE
    if Standing.LEAD in own:
        if deed is Deed.OFFER:
            deed = Deed.ACKNOWLEDGE  # 我们派人去, said of one's own ticket
        if until is not None and deed in (Deed.NOTE, Deed.ACKNOWLEDGE):
            return Deed.PROMISE, Detail(words, until)
    if Standing.LEAD not in own and deed in (Deed.ACKNOWLEDGE, Deed.CONTACT, Deed.RESOLVE):
        # Another firm's 马上安排 below a card is an offer; a clerk's 好的 is a remark.
        deed = Deed.OFFER if Standing.FIRM in own and deed is Deed.ACKNOWLEDGE else Deed.NOTE
    return deed, Detail(words, until if deed is Deed.ASK_EXTENSION else None)


async def edited(call: Call) -> None:
    """A reply that was corrected: what it says now counts; what was done already stays done,
    and nobody is bothered with a refusal."""
    meant = await call.parts.db.read(_meant, call)
    if meant.ticket is None or meant.ticket.id is None:
        return
    own = await call.look(lambda work, person: standings(person, meant.ticket))
    deed, detail = meaning(call, own)
    if deed is not Deed.NOTE and own != {Standing.STRANGER}:
        ticket_id = meant.ticket.id
        await call.work(lambda work, who: respond.act(work, ticket_id, deed, who, detail))
