"""Plain words in the group: a reply to something of the bot's, or a sentence with a number."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.services import consequences, record, respond, troubles
from bot.services.people import Person, standings
from bot.services.work import Work
from bot.texts import people as people_texts
from bot.texts import refusals
from handlers import corrections, follow_up, helping, questions, rulings, together
from handlers.about import Meant, about
from handlers.call import Call
from handlers.deeds import detail_of, extended_by_words
from handlers.doing import do, do_all
from handlers.meaning import deeds_in
from handlers.together import Deeds
from models.deed import Deed
from models.effects import Detail
from models.rights import Standing, may
from models.said.answers import is_answer
from models.said.each import means_each
from models.said.help_offered import answer_to_offer, offers_help
from models.said.orders import order_in
from models.said.promises import promised
from models.said.rulings import rules_plainly
from models.said.ticket_numbers import find_numbers
from models.said.troubles import trouble_in
from models.shortened import MOST_WORDS, shortened
from models.tables.event import Event
from models.tables.message import MessageKind
from models.tables.ticket import Status, Ticket

_BESIDE_TROUBLE = {Deed.NOTE, Deed.ACKNOWLEDGE, Deed.CONTACT}  # 收到，但人手不够
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
        await _on_several(call, meant.torn)
    elif call.place is not None:
        await rulings.to_the_firm(call)


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


async def _on_several(call: Call, labels: tuple[str, ...]) -> None:
    """One deed for all of them; else which is meant has to be said."""
    if _means_each(call, labels):
        found = await call.parts.db.read(together.labelled, call, labels)
        deeds_of = partial(_in_each, call)
        if len(found) == len(labels) and await together.do_each(call, found, deeds_of):
            return
    await _say_which(call, labels)


def _in_each(call: Call, ticket: Ticket, own: frozenset[Standing]) -> Deeds:
    """收到 to a reminder takes no refusal back that waits for its ruling, unless that is named."""
    refused = ticket.status is Status.RETURNED and not find_numbers(call.words)
    return [] if refused else deeds_in(call, ticket, own)


def _means_each(call: Call, labels: tuple[str, ...]) -> bool:
    if call.anonymous or not means_each(call.words):
        return False
    of_these = len(find_numbers(call.words)) in (0, len(labels))  # and no other is replied to
    return of_these and promised(call.words, call.said_at, call.scope.zone) is None


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
        await _on_several(call, meant.torn)
        return
    if await _said_outright(call, ticket, own):
        return
    deeds = deeds_in(call, ticket, own)
    named = {deed for deed, _ in deeds}
    told = named <= _BESIDE_TROUBLE and await _told_of_trouble(call, ticket, own)
    if named == {Deed.NOTE} and not told:
        waits = meant.kind is MessageKind.CALL and ticket.status is Status.RESOLVED
        if waits and may(own, Deed.ANSWER):  # a note would look like an answer that counts
            await follow_up.which(call, ticket)
            return
        await _tell_how(call, meant, ticket, own)
    await do_all(call, [(ticket.id or 0, *deed) for deed in deeds])


async def _said_outright(call: Call, ticket: Ticket, own: frozenset[Standing]) -> bool:
    """Whether it says without being asked 转给申和, 延期到周五, 我们去不了了, 电话是136…."""
    return (
        (may(own, Deed.REASSIGN) and await rulings.reassigned_by_words(call, ticket))
        or await extended_by_words(call, ticket, call.words)
        or await helping.withdrawn_by_words(call, ticket)
        or await corrections.corrected_by_words(call, ticket)
    )


async def _tell_how(call: Call, meant: Meant, ticket: Ticket, own: frozenset[Standing]) -> None:
    """To whoever asks for a deed in words that do none, 先挂着, 这单作废; or answers what asks for
    a ruling with none: 给一个明确时间."""
    if meant.kind is MessageKind.RULING and may(own, Deed.GRANT):
        await rulings.tell_how(call, ticket, meant.request)
        return
    deed = order_in(call.words, own, ticket.status)
    if deed is not None:
        example = refusals.EXAMPLE[deed].format(number=ticket.label)
        sentence, name = refusals.ONLY_NOTED, refusals.DEED[deed]
        await call.tell(call.say(sentence, number=ticket.label, deed=name, example=example))


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
    ruled = meant.kind in _ASK_RULING or rules_plainly(call.words)
    if ruled and Standing.DISPATCHER in own:
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
    if Standing.DISPATCHER in own and await _ruled_anew(call, meant, ticket):
        return
    if await call.look(_did_here, ticket, Deed.RESOLVE, (call.chat_id, call.message_id)):
        await _told_of_trouble(call, ticket, own)
    said = together.possible(ticket, own, deeds_in(call, ticket, own))
    deeds = [(deed, detail) for deed, detail in said if deed is not Deed.NOTE]
    if deeds:
        await call.work(_anew, ticket, deeds, (call.chat_id, call.message_id))


async def _ruled_anew(call: Call, meant: Meant, ticket: Ticket) -> bool:
    """What still waits for its ruling, or is to be handed on and was not: 铜意 is 同意 now."""
    if meant.kind in _ASK_RULING or rules_plainly(call.words):
        return await rulings.by_words(call, ticket, meant.request)
    here = (call.chat_id, call.message_id)
    if await call.look(_did_here, ticket, Deed.REASSIGN, here):
        return False
    return await rulings.reassigned_by_words(call, ticket)


def _did_here(
    work: Work, person: Person, ticket: Ticket, deed: Deed, here: tuple[int, int]
) -> bool:
    """Whether the message did so before it was edited."""
    return record.done_in(work.session, ticket.id, deed, here) is not None


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
