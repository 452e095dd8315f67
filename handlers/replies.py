"""Plain words in the group: a reply to something of the bot's, or a sentence with a number."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.services import consequences, record, respond, troubles
from bot.services.people import Person, standings
from bot.services.work import Work
from bot.texts import people as people_texts
from bot.texts import refusals
from handlers import corrections, follow_up, helping, questions, rulings
from handlers.about import Meant, about
from handlers.call import Call
from handlers.deeds import detail_of, extended_by_words
from handlers.doing import do, do_all
from models.answers import answer_to_offer, is_answer, offers_help
from models.deed import Deed
from models.effects import Detail
from models.event import Event
from models.extensions import extension_until, reason_given
from models.lifecycle import NEXT
from models.long_since import mended_before
from models.message import MessageKind
from models.promises import promised
from models.rights import Standing, may
from models.shortened import MOST_WORDS, shortened
from models.ticket import Status, Ticket
from models.ticket_numbers import find_numbers
from models.troubles import trouble_in
from models.words import Gesture, besides, understand

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
DEEDS = frozenset(_DEEDS.values())


_COMES = re.compile(r"安排|派|过[去来]|来|马上|这就|帮")
_ASK_RULING = (MessageKind.RULING, MessageKind.ESCALATION)


async def understand_reply(call: Call) -> None:
    """Plain text. What is not understood is kept as a note to the ticket that it replies to;
    what is about nothing of ours is none of our business."""
    meant = await call.parts.db.read(about, call)
    if meant.form_id is not None:
        await questions.settle_by_words(call, meant.form_id)
    elif meant.ticket is not None:
        await _on_ticket(call, meant, meant.ticket)
    elif (meant.torn or meant.lost) and await call.look(is_ours):
        await _say_which(call, meant.torn)


def is_ours(work: Work, person: Person) -> bool:
    """Whether they are anything to the federation."""
    return standings(person, None) != {Standing.STRANGER}


async def _say_which(call: Call, labels: tuple[str, ...]) -> None:
    if not labels:
        number = find_numbers(call.words)[0]
        sentence = refusals.NO_SUCH_NUMBER
        await call.tell(call.say(sentence, number=number, example="#17 已修好"))
        return
    numbers = "、".join(f"#{label}" for label in labels)
    await call.tell(call.say(refusals.WHICH_TICKET, numbers=numbers, example=labels[-1]))


async def _on_ticket(call: Call, meant: Meant, ticket: Ticket) -> None:
    if call.anonymous:
        await call.denied(anonymous="reply", ticket=ticket.label)
        await call.tell(call.say(people_texts.ANONYMOUS_DEED))
        return
    own = await call.look(lambda work, person: standings(person, ticket))
    if own == {Standing.STRANGER}:
        return  # residents of the group's chatter; nothing to refuse
    if await _answered(call, meant, ticket, own):
        return
    if meant.torn:
        await _say_which(call, meant.torn)
        return
    if may(own, Deed.REASSIGN) and await rulings.reassigned_by_words(call, ticket):
        return
    if await extended_by_words(call, ticket, call.words):
        return
    if await helping.withdrawn_by_words(call, ticket):
        return
    if await corrections.corrected_by_words(call, ticket):
        return
    deeds = meaning(call, ticket, own)
    if [deed for deed, _ in deeds] == [Deed.NOTE] and not await _told_of_trouble(call, ticket, own):
        waits = meant.kind is MessageKind.CALL and ticket.status is Status.RESOLVED
        if waits and may(own, Deed.ANSWER):  # a note would look like an answer that counts
            await follow_up.which(call, ticket)
            return
    await do_all(call, ticket.id or 0, deeds)


async def _told_of_trouble(call: Call, ticket: Ticket, own: frozenset[Standing]) -> bool:
    """Before the note, which settles the update: should the process die, both are done once."""
    trouble = trouble_in(call.words, own, ticket.status)
    if trouble is not None:
        place = (call.chat_id, call.message_id)
        await call.look(troubles.tell, ticket, trouble, place, call.update.update_id)
    return trouble is not None


async def _answered(call: Call, meant: Meant, ticket: Ticket, own: frozenset[Standing]) -> bool:
    """Whether it answers what that message asks: a ruling, an offer of help, a reason, a time, what
    a resident said."""
    if meant.kind is MessageKind.CALL and may(own, Deed.ANSWER) and await follow_up.by_words(call):
        return True
    if meant.kind in _ASK_RULING and Standing.DISPATCHER in own:
        return await rulings.by_words(call, ticket, meant.request)
    if meant.asks is not None and may(own, meant.asks) and is_answer(call.words):
        await do(call, ticket.id or 0, meant.asks, detail_of(call, ticket, meant.asks, call.words))
        return True
    helps = meant.calls_help and Standing.LEAD not in own and may(own, Deed.OFFER)
    if helps and offers_help(call.words):
        await do(call, ticket.id or 0, Deed.OFFER, Detail(call.words))
        return True
    answer = answer_to_offer(call.words) if meant.assist is not None else None
    if answer is None or not may(own, answer):
        return False
    await rulings.answer_offer(call, meant.assist or 0, answer)
    return True


def meaning(call: Call, ticket: Ticket, own: frozenset[Standing]) -> list[tuple[Deed, Detail]]:
    """The deeds in somebody's words, by what they are to the ticket."""
    words, now, zone = call.words, call.said_at, call.scope.zone
    gesture = understand(words)
    deed = _DEEDS[gesture] if gesture else Deed.NOTE
    if deed is Deed.RESOLVE and mended_before(words, ticket.held_since, now, zone):
        deed = Deed.NOTE  # 上周已经修好了, of a ticket of today
    if Standing.LEAD in own:
        return _of_lead(words, deed, ticket, promised(words, now, zone), now, zone)
    if deed in (Deed.ACKNOWLEDGE, Deed.CONTACT, Deed.RESOLVE):
        # Another firm's 马上安排 below a card is an offer; a clerk's 好的 is a remark.
        comes = deed is Deed.ACKNOWLEDGE and _COMES.search(words) and Standing.FIRM in own
        deed = Deed.OFFER if comes else Deed.NOTE
    return [(deed, _said(deed, words))]


def _of_lead(
    words: str,
    deed: Deed,
    ticket: Ticket,
    until: datetime | None,
    now: datetime,
    zone: ZoneInfo,
) -> list[tuple[Deed, Detail]]:
    if deed is Deed.ASK_EXTENSION:
        more = extension_until(words, ticket.due, now, zone)
        return [(deed, Detail(reason_given(words), more))]
    if deed is Deed.OFFER:
        deed = Deed.ACKNOWLEDGE  # 我们派人去, said of one's own ticket
    waits = ticket.status in (Status.DISPATCHED, Status.RETURNED)
    if deed is Deed.ACKNOWLEDGE and not waits:
        deed = Deed.NOTE  # 收到, to a reminder
    in_hand = ticket.status in (Status.DISPATCHED, Status.ACKNOWLEDGED)
    promise = [(Deed.PROMISE, Detail(words, until))] if until is not None and in_hand else []
    if promise and deed in (Deed.NOTE, Deed.ACKNOWLEDGE):
        return promise
    return [(deed, _said(deed, words)), *(promise if deed is Deed.CONTACT else [])]


def _said(deed: Deed, words: str) -> Detail:
    """The words that go with a deed. A call for help may go without, a reason may not."""
    more = besides(words)
    return Detail(more if more or deed is Deed.CALL_HELP else words)


async def edited(call: Call) -> None:
    """Plain words that were corrected: what they say now counts; what was done already stays done,
    and nobody is bothered with a refusal."""
    meant = await call.parts.db.read(about, call)
    ticket = meant.ticket
    if meant.form_id is not None and await call.look(questions.waits_for, meant.form_id):
        await questions.settle_by_words(call, meant.form_id)
    if ticket is None or call.anonymous or meant.torn:
        return
    own = await call.look(lambda work, person: standings(person, ticket))
    if own == {Standing.STRANGER}:
        return
    if may(own, Deed.CORRECT) and await corrections.corrected_anew(call, ticket):
        return
    deeds = [
        (deed, detail)
        for deed, detail in meaning(call, ticket, own)
        if deed is not Deed.NOTE and may(own, deed) and deed in NEXT[ticket.status]
    ]
    if deeds:
        await call.work(_anew, ticket, deeds, (call.chat_id, call.message_id))


def _anew(
    work: Work,
    person: Person,
    ticket: Ticket,
    deeds: Sequence[tuple[Deed, Detail]],
    place: tuple[int, int],
) -> None:
    for deed, detail in deeds:
        before = record.done_in(work.session, ticket.id, deed, place)
        if before is None or _another_time(work, ticket, before, detail):
            anew = replace(detail, said_in=record.said_in(place))
            respond.act(work, ticket.id or 0, deed, person, anew)


def _another_time(work: Work, ticket: Ticket, before: Event, detail: Detail) -> bool:
    """Whether a deed with a time now names another one, and nobody has ruled on the first."""
    if before.deed is Deed.ASK_EXTENSION:
        request = consequences.open_request(work, ticket, before.deed)
        return request is not None and request.until != detail.until
    return before.deed is Deed.PROMISE and before.note != shortened(detail.words, MOST_WORDS)
