"""What is ruled: reassign and merge, offers of help, and in words refusals and extensions."""

import re
from datetime import datetime
from html import escape

from sqlmodel import col, select

from bot.services import consequences, duplicates, people, record, tickets
from bot.services.people import Person
from bot.services.work import Work
from bot.texts import refusals, rulings
from bot.texts.text import quoted
from handlers.call import Call, Handler, replied_by
from handlers.doing import do, no_ticket, ticket_meant
from models.deed import Deed
from models.effects import Detail
from models.lifecycle import Why
from models.rights import Standing, may
from models.said.extensions import extension_until, time_named
from models.said.rulings import (
    Ruling,
    beside_ruling,
    declines,
    firm_meant,
    ruled_on,
    rules_plainly,
    ruling_in,
)
from models.said.ticket_numbers import first_number
from models.tables.firm import Firm
from models.tables.ticket import Assist, Request, Ticket

_TO = re.compile(r"^(?:[并转派]*[给到入至]|和|与|跟)\s*")  # 并单 3 到 2 · 转派 3 给申和物业


async def reassign(call: Call) -> None:
    """/reassign 17 复瑞物业"""
    ticket, words = await ticket_meant(call)
    if ticket is None or ticket.id is None:
        await no_ticket(call, Deed.REASSIGN)
        return
    firm = await call.look(_firm_that_begins, words)
    if firm is None:
        named = quoted(words) or "—"
        example = f"/reassign {ticket.label} 复瑞物业"
        await call.tell(call.say(rulings.NO_FIRM, words=named, example=example))
        return
    await do(call, ticket.id, Deed.REASSIGN, Detail(firm_id=firm.id))


def _firm_that_begins(work: Work, person: Person, words: str) -> Firm | None:
    """The firm that the words are, or that stands before the reason: 给申和物业，他们就近."""
    named = _TO.sub("", words)
    likely = (words, named, re.split(r"[\s,，。:：;；]", named, maxsplit=1)[0])
    found = (people.firm_named(work.session, work.scope, name) for name in likely)
    return next(filter(None, found), None)


async def press_merge(call: Call) -> None:
    """same:<ticket>:<the one that stands>"""
    await merge_into(call, int(call.data[1]), int(call.data[2]))


async def merge(call: Call) -> None:
    """/merge 18 17: 18 is the same as 17"""
    ticket, words = await ticket_meant(call)

    def other(work: Work, person: Person) -> Ticket | None:
        number, _ = first_number(_TO.sub("", words))
        return tickets.by_label(work.session, work.scope, number)

    stands = await call.look(other)
    if ticket is None:
        await no_ticket(call, Deed.MERGE)
        return
    if stands is None or ticket.id == stands.id:
        await call.tell(call.say(refusals.WHY[Why.NO_OTHER], number=ticket.label))
        return
    await merge_into(call, ticket.id or 0, stands.id or 0)


async def merge_into(call: Call, ticket_id: int, stands_id: int) -> None:
    """Merge, if the one that is to stand is of this federation and stands itself."""

    def find(work: Work, person: Person) -> tuple[Ticket | None, Ticket | None]:
        ticket = tickets.locked(work.session, work.scope, stands_id)
        return ticket, duplicates.standing(work.session, ticket.id) if ticket else None

    other, stands = await call.look(find)
    if other is None or stands is None or other.id == ticket_id:
        await call.tell(call.say(refusals.OLD_BUTTON))
    elif other.id != stands.id:
        sentence = refusals.MERGED_ALREADY
        await call.tell(call.say(sentence, number=other.label, into=stands.label))
    else:
        await do(call, ticket_id, Deed.MERGE, Detail(other_ticket=stands_id))


async def press_help(call: Call) -> None:
    """help:<assist> or thank:<assist>: the lead firm answers an offer."""
    deed = Deed.ACCEPT_HELP if call.data[0] == "help" else Deed.THANK
    await answer_offer(call, int(call.data[1]), deed)


async def answer_offer(call: Call, assist_id: int, deed: Deed) -> None:
    """Ask those who offered to come, or thank them."""
    assist = await call.look(lambda work, _: work.session.get(Assist, assist_id))
    if assist is None:
        await call.denied(deed=deed.value)
        await call.tell(call.say(refusals.OLD_BUTTON))
        return
    await do(call, assist.ticket_id, deed, Detail(firm_id=assist.firm_id))


def answer_help(deed: Deed) -> Handler:
    """The handler of /accept 17 申和物业 and /thank 17; where one firm offers, it goes unnamed."""

    async def handler(call: Call) -> None:
        ticket, words = await ticket_meant(call)
        if ticket is None or ticket.id is None:
            await no_ticket(call, deed)
            return
        own = await call.look(lambda _, person: people.standings(person, ticket))
        offers = await call.look(_offers, ticket, words, deed)
        if len(offers) == 1 or not may(own, deed):
            firm_id = next(iter(offers), None)
            await do(call, ticket.id, deed, Detail(firm_id=firm_id))
        else:
            sentence = rulings.WHICH_OFFER if offers else rulings.NO_OFFER
            names = "、".join(map(escape, offers.values()))
            await call.tell(call.say(sentence, number=ticket.label, names=names))

    return handler


def _offers(work: Work, person: Person, ticket: Ticket, words: str, deed: Deed) -> dict[int, str]:
    """The firms that offer (or, to be thanked, help) and are called so: name by id."""
    query = select(Firm.id, Firm.name).join(Assist, col(Assist.firm_id) == Firm.id)
    query = query.where(Assist.ticket_id == ticket.id, col(Assist.thanked_at).is_(None))
    query = query.where(col(Firm.name).icontains(words.strip(), autoescape=True))
    if deed is Deed.ACCEPT_HELP:
        query = query.where(col(Assist.accepted_at).is_(None))
    return {firm_id: name for firm_id, name in work.session.exec(query) if firm_id is not None}


async def reassigned_by_words(call: Call, ticket: Ticket) -> bool:
    """转给复瑞物业 in reply to anything about the ticket. Whether that was said."""
    named = firm_meant(call.words)
    firm = await call.look(_firm_that_begins, named) if named else None
    if firm is not None:
        await do(call, ticket.id or 0, Deed.REASSIGN, Detail(call.words, firm_id=firm.id))
    return firm is not None


async def by_words(call: Call, ticket: Ticket, request_id: int | None) -> bool:
    """The dispatcher's reply to what asks for a ruling, or below the card: 同意, 不同意 …,
    转给复瑞物业. Whether it was one."""
    asked = await call.look(_asked, ticket, request_id, rules_plainly(call.words))
    if asked is None:
        return False
    asked, ruling = ruled_on(call.words) or asked, ruling_in(call.words)
    if await reassigned_by_words(call, ticket):
        return True
    if ruling is None:
        return False
    if asked is Deed.ASK_EXTENSION:
        if ruling is Ruling.YES:
            await _grant(call, ticket, beside_ruling(call.words))
        else:
            await do(call, ticket.id or 0, Deed.DECLINE, Detail(beside_ruling(call.words)))
    elif ruling is Ruling.NO or declines(call.words):
        await do(call, ticket.id or 0, Deed.SEND_BACK, Detail(beside_ruling(call.words)))
    else:
        await call.tell(call.say(rulings.TO_WHOM))
    return True


async def _grant(call: Call, ticket: Ticket, words: str) -> None:
    """As long as the firm asked for, or until the time that the dispatcher names. One that is not
    understood is asked about: the firm would rely on what was never said."""
    named = time_named(words)
    due = max(ticket.due, call.said_at)
    until = extension_until(named, due, call.said_at, call.scope.rules.hours)
    if named and (until is None or until <= due):
        await call.tell(call.say(rulings.UNTIL_WHEN, number=ticket.label))
        return
    await do(call, ticket.id or 0, Deed.GRANT, Detail(words, until))


def _asked(
    work: Work, person: Person, ticket: Ticket, request_id: int | None, plainly: bool
) -> Deed | None:
    """What waits for a ruling: the request that was answered. Below a card it is what waits; an
    escalation tells of a refusal, and 好的 is no ruling on anything else."""
    if request_id is not None:
        request = work.session.get_one(Request, request_id)
        return request.kind if request.ruled_at is None else None
    kinds = (Deed.REFUSE, Deed.ASK_EXTENSION) if plainly else (Deed.REFUSE,)
    return next((kind for kind in kinds if consequences.open_request(work, ticket, kind)), None)


async def tell_how(call: Call, ticket: Ticket, request_id: int | None) -> None:
    """How to rule, or that it was ruled on already."""
    waits = await call.look(_asked, ticket, request_id, False)
    sentence = rulings.RULE_HOW if waits else rulings.RULED_ALREADY
    await call.tell(call.say(sentence, number=ticket.label))


async def to_the_firm(call: Call) -> bool:
    """The same in reply to the firm's own words: 退单 不是我们的. Whether it was a ruling."""
    replied = replied_by(call.message)
    if replied is None or not (ruling_in(call.words) or firm_meant(call.words)):
        return False
    asked = await call.look(_asked_in, (call.chat_id, replied.message_id), replied.date)
    return asked is not None and await by_words(call, *asked)


def _asked_in(
    work: Work, person: Person, place: tuple[int, int], since: datetime
) -> tuple[Ticket, int | None] | None:
    """The ticket and the request that still waits, of a message at that place."""
    kinds = (Deed.REFUSE, Deed.ASK_EXTENSION)
    event = record.did(work.session, work.scope.id, kinds, place, since)
    if event is None:
        return None
    ticket = work.session.get_one(Ticket, event.ticket_id)
    request = consequences.open_request(work, ticket, event.deed)
    rules = Standing.DISPATCHER in people.standings(person, ticket)
    return (ticket, request.id) if request and rules else None
