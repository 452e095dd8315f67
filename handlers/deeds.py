"""Commands and buttons that do one deed to one ticket."""

from datetime import timedelta

from bot import outbox
from bot.messages import menus
from bot.services import respond, telling
from bot.services.consequences import open_request
from bot.services.people import Person, standings
from bot.services.respond import Refused
from bot.services.work import Work
from bot.texts import refusals, rulings, toasts
from bot.texts.menus import CANCELS, DAYS, EXTENSIONS, HOLDS, PROMISES, REASONS
from bot.texts.text import Text
from handlers.call import Call, Handler
from handlers.doing import do, no_ticket, ticket_meant, why_not
from models.deed import Deed
from models.effects import Detail
from models.lifecycle import SLIPS, Refusal, decide
from models.rights import Standing, may
from models.said.extensions import extension_until, given_until, gives_length, reason_given
from models.said.moments import parse_moment
from models.tables.ticket import Request, Ticket


def command(deed: Deed) -> Handler:
    """The handler of a command such as /done 17 已修好, or /done in reply to a card."""

    async def handler(call: Call) -> None:
        ticket, words = await ticket_meant(call)
        if ticket is None or ticket.id is None:
            await no_ticket(call, deed)
            return
        if deed is Deed.ASK_EXTENSION and await extended_by_words(call, ticket, f"延期{words}"):
            return
        if deed is Deed.GRANT and await _given_before(call, ticket, f"延期{words}"):
            return
        await do(call, ticket.id, deed, detail_of(call, ticket, deed, words))

    return handler


async def extended_by_words(call: Call, ticket: Ticket, words: str) -> bool:
    """延期到12月6日 or 期限改为周五, of a dispatcher: nobody need have asked. Whether that was
    said."""
    until = given_until(words, ticket.due, call.said_at, call.scope.rules.hours)
    if until is None:
        return False
    own = await call.look(lambda _, person: standings(person, ticket))
    if Standing.LEAD in own or not may(own, Deed.GRANT):
        return False
    if not await _given_before(call, ticket, words):
        await do(call, ticket.id or 0, Deed.GRANT, Detail(reason_given(words), until))
    return True


async def _given_before(call: Call, ticket: Ticket, words: str) -> bool:
    """So many days more, in reply to what was ruled on, or on top of what nobody has asked more
    than, may be the same ruling once more: nothing is added, and the dispatcher is told how."""
    own = await call.look(lambda _, person: standings(person, ticket))
    if not may(own, Deed.GRANT):
        return False
    if await call.look(_is_ruled, call.place):
        await call.tell(call.say(rulings.RULED_ALREADY, number=ticket.label))
        return True
    asked = await call.look(lambda work, _: open_request(work, ticket, Deed.ASK_EXTENSION))
    if asked is not None or ticket.extended_due is None or not gives_length(words):
        return False
    due = call.scope.moment(ticket.due)
    await call.tell(call.say(rulings.NAME_THE_DAY, number=ticket.label, due=due))
    return True


def _is_ruled(work: Work, person: Person, place: tuple[int, int] | None) -> bool:
    """Whether that message asks for a ruling, and has had one."""
    ours = outbox.at_place(work.session, *place) if place else None
    request = work.session.get(Request, ours.facts.get("request", 0)) if ours else None
    return request is not None and request.ruled_at is not None


def detail_of(call: Call, ticket: Ticket, deed: Deed, words: str) -> Detail:
    """What the words say besides: a time, for those deeds that have one."""
    now, hours = call.said_at, call.scope.rules.hours
    if deed is Deed.PROMISE:
        return Detail(words, parse_moment(words, now, call.scope.zone))
    if deed is Deed.ASK_EXTENSION:
        return Detail(reason_given(words), extension_until(words, ticket.due, now, hours))
    if deed is Deed.GRANT:
        return Detail(reason_given(words), given_until(f"延期{words}", ticket.due, now, hours))
    return Detail(words)


async def press(call: Call) -> None:
    """A button that carries a deed and a ticket: acknowledge:42."""
    deed = Deed(call.data[0])
    await do(call, int(call.data[1]), deed)


MENUS: dict[str, Text] = {
    Deed.REFUSE: toasts.CHOOSE_REASON,
    Deed.PROMISE: toasts.CHOOSE_TIME,
    Deed.ASK_EXTENSION: toasts.CHOOSE_EXTENSION,
    Deed.HOLD: toasts.CHOOSE_REASON,
    Deed.CANCEL: toasts.CHOOSE_REASON,
    Deed.REASSIGN: toasts.CHOOSE_FIRM,
    menus.ALL: toasts.CHOOSE,
}
_REASONS = {Deed.REFUSE: REASONS, Deed.HOLD: HOLDS, Deed.CANCEL: CANCELS}
_ASKED = (*_REASONS, Deed.PROMISE, Deed.ASK_EXTENSION)  # in words, behind 其他…


async def press_menu(call: Call) -> None:
    """A button that first needs a reason, a time or a firm: the choices appear below the card
    (refuse:42), and the choice comes back with the same name (refuse:42:community)."""
    name, ticket_id = call.data[0], int(call.data[1])
    if len(call.data) > 2:
        await _choose(call, Deed(name), ticket_id, call.data[2])
        return
    refused = await call.work(_open_menu, ticket_id, name, call.message_id)
    await call.tell(refused or call.say(MENUS[name]))


async def _choose(call: Call, deed: Deed, ticket_id: int, choice: str) -> None:
    if choice == "other" and deed in _ASKED:
        refused = await call.work(_ask, ticket_id, deed, call.message_id)
        await call.tell(refused or call.say(toasts.ANSWER_QUESTION), alert=True)
        return
    detail = await call.look(_chosen, deed, ticket_id, choice)
    if detail is None:
        await call.tell(call.say(refusals.OLD_BUTTON))
        return
    await do(call, ticket_id, deed, detail)
    await call.look(_buttons_again, ticket_id, call.message_id)


def _chosen(work: Work, person: Person, deed: Deed, ticket_id: int, choice: str) -> Detail | None:
    """What the choice says; None if there is no such choice."""
    if deed is Deed.REASSIGN:
        return Detail(firm_id=int(choice))
    if deed is Deed.PROMISE and choice in PROMISES:
        return Detail(until=parse_moment(PROMISES[choice].zh, work.now, work.scope.zone))
    if deed is Deed.ASK_EXTENSION and choice in DAYS:
        ticket = work.session.get(Ticket, ticket_id)  # the days count from the deadline in force
        until = ticket.due + timedelta(days=DAYS[choice]) if ticket else None
        return Detail(EXTENSIONS[choice].zh, until)
    reason = _REASONS.get(deed, {}).get(choice)
    return Detail(reason.zh) if reason else None


def _open_menu(
    work: Work, person: Person, ticket_id: int, menu: str, message_id: int
) -> str | None:
    """Show the choices below the message, if this person may do the deed; else say why not."""
    ticket = _of_ours(work, ticket_id)
    if ticket is None:
        return refusals.OLD_BUTTON.say(work.scope.language)
    deeds = _offered(work, person, ticket) if menu == menus.ALL else ()
    refused = None if deeds else _hopeless(work, person, ticket, _first(ticket, menu))
    if refused is None:
        telling.buttons(work, ticket, message_id, menu, deeds)
    return refused


def _first(ticket: Ticket, menu: str) -> Deed:
    """The deed that the menu is for; of 更多 the first one."""
    more = menus.MORE.get(ticket.status)
    return more[0][0] if menu == menus.ALL and more else Deed(menu)


def _offered(work: Work, person: Person, ticket: Ticket) -> list[Deed]:
    """What stands behind 更多 that this person may do now."""
    own = standings(person, ticket)
    more = [deed for deed, _ in menus.MORE.get(ticket.status, ())]
    return [deed for deed in more if _refusal(work, ticket, deed, own) is None]


def _ask(work: Work, person: Person, ticket_id: int, deed: Deed, message_id: int) -> str | None:
    """Ask for a reason or a time in words: the reply to this question is taken for it
    (replies.py)."""
    ticket = _of_ours(work, ticket_id)
    if ticket is None:
        return refusals.OLD_BUTTON.say(work.scope.language)
    refused = _hopeless(work, person, ticket, deed)
    if refused is None:
        asked = telling.member_ids(work, person.user_id)
        telling.about(work, ticket, say=f"wants_{deed}", asks=deed, mention=asked, urgent=True)
        telling.buttons(work, ticket, message_id)
    return refused


def _of_ours(work: Work, ticket_id: int) -> Ticket | None:
    ticket = work.session.get(Ticket, ticket_id)
    return ticket if ticket is not None and ticket.federation_id == work.scope.id else None


def _hopeless(work: Work, person: Person, ticket: Ticket, deed: Deed) -> str | None:
    """Why the deed will not be done, whatever is chosen; that is put on record."""
    own = standings(person, ticket)
    if _refusal(work, ticket, deed, own) is None:
        return None
    refused = respond.act(work, ticket.id or 0, deed, person)
    return why_not(refused, own, work.scope.language) if isinstance(refused, Refused) else ""


def _refusal(work: Work, ticket: Ticket, deed: Deed, own: frozenset[Standing]) -> Refusal | None:
    """What no choice could mend; a reason or a time that is still missing is no refusal."""
    decision = decide(ticket, deed, own, work.now, work.scope.rules)
    if isinstance(decision, Refusal) and decision.why not in SLIPS:
        return decision
    return None


async def press_back(call: Call) -> None:
    """The first buttons again."""
    await call.work(_buttons_again, int(call.data[1]), call.message_id)
    await call.tell("")


def _buttons_again(work: Work, person: Person, ticket_id: int, message_id: int) -> None:
    ticket = _of_ours(work, ticket_id)
    if ticket is not None:
        telling.buttons(work, ticket, message_id)
