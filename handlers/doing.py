"""A deed on a ticket, from any gesture, and its answer: done, or why not and what instead."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from bot import outbox
from bot.services import duplicates, people, record, respond, signs, telling, tickets
from bot.services.people import Person
from bot.services.respond import Done, Refused
from bot.services.work import Work
from bot.texts import refusals, toasts
from bot.texts.statuses import STATUS
from bot.texts.text import Language, Text
from handlers.call import Call
from models.deed import Deed
from models.effects import Detail
from models.lifecycle import Why
from models.rights import MAY, Standing
from models.said.ticket_numbers import first_number
from models.tables.firm import Firm
from models.tables.ticket import OPEN, Status, Ticket

Act = tuple[int, Deed, Detail]  # to the ticket of that id


async def do(call: Call, ticket_id: int, deed: Deed, detail: Detail | None = None) -> bool:
    """Try the deed and tell whoever tried how it went. Whether it was done."""
    return await do_all(call, [(ticket_id, deed, detail or Detail())])


async def do_all(call: Call, acts: Sequence[Act]) -> bool:
    """The same for several deeds that one message does, in one transaction: a process that dies
    between them has done none. Whether all were done; the first that may not be ends it."""
    results = await call.work(_act_all, acts, _place(call), _pressed(call))
    for result, (_, deed, detail) in zip(results, acts, strict=False):
        if isinstance(result, Refused):
            await call.tell(await why(call, result))
            return False
        await _say_done(call, result, deed, detail)
    return True


async def _say_done(call: Call, result: Done, deed: Deed, detail: Detail) -> None:
    until, due = detail.until, result.ticket.due
    past_due = deed is Deed.PROMISE and until is not None and until > due
    if past_due or call.update.callback_query is not None:
        said = toasts.PROMISED_PAST_DUE if past_due else toasts.DONE[deed]
        moment = call.scope.moment
        facts = {"until": moment(until) if until else "", "due": moment(due)}
        await call.tell(call.say(said, number=result.ticket.label, **facts))


def _place(call: Call) -> tuple[int, int] | None:
    """The message to put a quiet sign below, when something was written."""
    if call.update.callback_query is not None or call.update.message_reaction is not None:
        return None
    return (call.chat_id, call.message_id)


def _pressed(call: Call) -> tuple[int, int] | None:
    """The message below which a button was pressed: it has arrived, whatever we knew of it."""
    return (call.chat_id, call.message_id) if call.update.callback_query is not None else None


def _act_all(
    work: Work,
    person: Person,
    acts: Sequence[Act],
    place: tuple[int, int] | None,
    pressed: tuple[int, int] | None,
) -> list[Done | Refused]:
    if pressed is not None:
        outbox.proven(work.session, *pressed, acts[0][0])
    said_in = record.said_in(place) if place is not None else ""
    results: list[Done | Refused] = []
    for ticket_id, deed, detail in acts:
        checked = replace(_checked(work, detail), said_in=said_in)
        results.append(respond.act(work, ticket_id, deed, person, checked))
        if isinstance(results[-1], Refused):
            return results
    if place is not None:
        noted = all(deed is Deed.NOTE for _, deed, _ in acts)
        telling.react(work, place, signs.NOTED if noted else signs.DONE)
    return results


def _checked(work: Work, detail: Detail) -> Detail:
    """A firm or a ticket that is not this federation's is none."""
    firm = work.session.get(Firm, detail.firm_id) if detail.firm_id else None
    if firm is not None and firm.federation_id == work.scope.id and firm.active:
        return detail
    return replace(detail, firm_id=None)


async def no_ticket(call: Call, deed: Deed | None) -> None:
    """Say that no ticket (of that number) was found for the deed, or for /ticket, and how it is
    written: 接单 or /ack, as it was."""
    example = refusals.EXAMPLE[deed] if deed else "/ticket #{number}"
    word, _, rest = example.format(number=17).partition(" ")
    command = call.text.split()[0].rstrip("0123456789") if call.text.startswith("/") else word
    number, _ = first_number(call.words)
    text = refusals.NO_SUCH_NUMBER if number else refusals.NO_TICKET
    await call.tell(call.say(text, number=number, example=f"{command} {rest}"))


async def why(call: Call, refused: Refused) -> str:
    """The sentence for a refusal."""
    standing = await call.look(lambda work, person: people.standings(person, refused.ticket))
    return why_not(refused, standing, call.scope.language)


def why_not(refused: Refused, own: frozenset[Standing], language: Language) -> str:
    """Why the deed was not done and what to do instead."""
    ticket, deed = refused.ticket, refused.deed
    if ticket is None:
        return refusals.OLD_BUTTON.say(language)
    if refused.why is Why.NO_RIGHT:
        return _no_right(deed, own, language)
    asked = Deed.ASK_EXTENSION if refused.why is Why.NO_REQUEST else deed
    example = refusals.EXAMPLE.get(asked, "").format(number=ticket.label)
    return refusals.WHY[refused.why].say(
        language,
        number=ticket.label,
        status=STATUS[ticket.status],
        deed=refusals.DEED[deed],
        example=example,
        instead=_instead(ticket, deed, own).filled(number=ticket.label),
        others="、".join(f"#{label}" for label in refused.others),
        first=next(iter(refused.others), ""),
    )


def _instead(ticket: Ticket, deed: Deed, own: frozenset[Standing]) -> Text:
    if ticket.status in OPEN and deed in refusals.INSTEAD:
        return refusals.INSTEAD[deed]
    if ticket.status is Status.RETURNED and Standing.DISPATCHER in own:
        return refusals.RULE_FIRST
    return refusals.INSTEAD_NOW[ticket.status]


def _no_right(deed: Deed, own: frozenset[Standing], language: Language) -> str:
    if own == {Standing.STRANGER}:
        return refusals.NOT_A_MEMBER.say(language)
    helpful = Standing.FIRM in own and deed in (Deed.ACKNOWLEDGE, Deed.RESOLVE)
    hint = refusals.HINT_ASSIST if helpful else Text("", "")
    who = _who(MAY[deed])
    return refusals.NO_RIGHT.say(language, deed=refusals.DEED[deed], who=who, hint=hint)


def _who(allowed: frozenset[Standing]) -> Text:
    """Those who may."""
    words = [refusals.WHO[s] for s in refusals.WHO if s in allowed]
    return Text("、".join(w.zh for w in words), " or ".join(w.en for w in words))


def only_for(who: frozenset[Standing], own: frozenset[Standing], language: Language) -> str:
    """Why a command that is about no ticket is not done."""
    if own == {Standing.STRANGER}:
        return refusals.NOT_A_MEMBER.say(language)
    return refusals.ONLY.say(language, who=_who(who))


async def ticket_meant(call: Call) -> tuple[Ticket | None, str]:
    """The ticket that a command is about — by its number, or by the message that it replies to —
    and the words that are left."""
    number, rest = first_number(call.words)
    place = call.place

    def find(session: Session) -> tuple[Ticket | None, str]:
        named = tickets.by_label(session, call.scope, number)
        if named is not None:
            return named, rest
        replied = tickets.by_message(session, call.scope, *place) if place else None
        stands = duplicates.standing(session, replied.id) if replied else None
        return stands, call.words.strip()

    return await call.parts.db.read(find)
