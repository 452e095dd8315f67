"""Commands and buttons that do one deed to one ticket."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.services import respond, telling
from bot.services.people import Person, standings
from bot.services.work import Work
from bot.texts import refusals, toasts
from bot.texts.text import Text
from handlers.call import Call
from handlers.doing import do, ticket_meant, why_not
from models.deed import Deed
from models.effects import Detail
from models.lifecycle import Why
from models.menus import EXTENSIONS, PROMISES, REASONS
from models.message import MessageKind
from models.moments import parse_moment
from models.rights import may
from models.ticket import Ticket

Handler = Callable[[Call], Awaitable[None]]


def command(deed: Deed) -> Handler:
    """The handler of a command such as /done 17 已修好, or /done in reply to a card."""

    async def handler(call: Call) -> None:
        ticket, words = await ticket_meant(call)
        if ticket is None or ticket.id is None:
            await call.tell(call.say(refusals.NO_TICKET, example="/done 17"))
            return
        await do(call, ticket.id, deed, detail_of(call, deed, words))

    return handler


def detail_of(call: Call, deed: Deed, words: str) -> Detail:
    """What the words say besides: a time, for those deeds that have one."""
    if deed not in (Deed.PROMISE, Deed.ASK_EXTENSION):
        return Detail(words)
    until = parse_moment(words, call.parts.clock.now(), call.scope.zone)
    return Detail(words, until)


async def press(call: Call) -> None:
    """A button that carries a deed and a ticket: acknowledge:42."""
    deed = Deed(call.data[0])
    await do(call, int(call.data[1]), deed)


_MENU_TOASTS: dict[Deed, Text] = {
    Deed.REFUSE: toasts.CHOOSE_REASON,
    Deed.PROMISE: toasts.CHOOSE_TIME,
    Deed.ASK_EXTENSION: toasts.CHOOSE_EXTENSION,
}


async def press_menu(call: Call) -> None:
    """A button that first needs a reason or a time: the card shows the choices (refuse:42), and
    the choice comes back with the same name (refuse:42:community)."""
    deed, ticket_id = Deed(call.data[0]), int(call.data[1])
    if len(call.data) > 2:
        await _choose(call, deed, ticket_id, call.data[2])
        return
    refused = await call.work(_open_menu, ticket_id, deed, call.message_id)
    await call.tell(refused or call.say(_MENU_TOASTS[deed]))


async def _choose(call: Call, deed: Deed, ticket_id: int, choice: str) -> None:
    now, zone = call.parts.clock.now(), call.scope.zone
    if deed is Deed.REFUSE and choice in REASONS:
        if choice == "other":
            await call.tell(call.say(toasts.WRITE_REASON), alert=True)
            return
        await do(call, ticket_id, deed, Detail(REASONS[choice][0]))
    elif deed is Deed.PROMISE and choice in PROMISES:
        await do(call, ticket_id, deed, Detail(until=parse_moment(PROMISES[choice][0], now, zone)))
    elif deed is Deed.ASK_EXTENSION and choice in EXTENSIONS:
        reason, days = EXTENSIONS[choice][0], EXTENSIONS[choice][2]
        await do(call, ticket_id, deed, await call.look(_extension, ticket_id, reason, days))
    else:
        await call.tell(call.say(refusals.OLD_BUTTON))


def _extension(work: Work, person: Person, ticket_id: int, reason: str, days: int) -> Detail:
    """The new time counts from the deadline in force."""
    ticket = work.session.get(Ticket, ticket_id)
    return Detail(reason, ticket.due + timedelta(days=days) if ticket else None)


def _open_menu(
    work: Work, person: Person, ticket_id: int, deed: Deed, message_id: int
) -> str | None:
    """Show the choices below the card, if this person may do the deed; else say why not."""
    ticket = work.session.get(Ticket, ticket_id)
    if ticket is None or ticket.federation_id != work.scope.id:
        return refusals.OLD_BUTTON.say(work.scope.language)
    own = standings(person, ticket)
    if not may(own, deed):
        refused = respond.Refused(Why.NO_RIGHT, deed, ticket)
        return why_not(refused, own, work.scope.language)
    telling.owe(
        work,
        f"ticket:{ticket.id}:menu:{message_id}:{work.now.timestamp()}",
        MessageKind.CARD_EDIT,
        ticket_id=ticket.id,
        facts={"place": message_id, "menu": deed.value},
        urgent=True,
    )
    return None


async def press_back(call: Call) -> None:
    """The card shows its first buttons again."""

    def back(work: Work, person: Person) -> None:
        ticket = work.session.get(Ticket, int(call.data[1]))
        if ticket is not None and ticket.federation_id == work.scope.id:
            telling.card_edit(work, ticket)

    await call.work(back)
    await call.tell("")
