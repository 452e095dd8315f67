"""The private chat: Start, and the links that lead there."""

from collections.abc import Callable

from bot.services import people, photos, respond, telling, tickets
from bot.services.people import Person
from bot.services.respond import Refused
from bot.services.seeing import may_see
from bot.services.work import Work
from bot.texts import card as texts_of_card
from bot.texts import help as texts
from handlers import follow_up, help, joining, questions
from handlers.call import Call
from handlers.doing import why
from handlers.federations import is_row_id
from handlers.gestures import Gesture
from models.deed import Deed
from models.lifecycle import Why
from models.tables.member import Member
from models.tables.ticket import Ticket


async def start(call: Call) -> None:
    """/start, alone or with what a link carries: see_<ticket>, photos_<ticket>,
    form_<form>, calls_<federation>, join_<token>."""
    if not call.private:
        await call.tell(call.say(texts.GREETING))
        return
    user = call.update.effective_user
    await call.look(lambda work, _: people.started(work.session, user.id if user else 0))
    kind, _, rest = call.words.partition("_")
    if kind == "see" and is_row_id(rest):
        await see(call, int(rest), _tell_all)
    elif kind == "photos" and is_row_id(rest):
        await see(call, int(rest), _show_photos)
    elif kind == "form" and is_row_id(rest):
        await questions.show_all(call, int(rest))
    elif kind == "calls":
        await follow_up.calls(call)
    elif kind == "join":
        await joining.join(call, rest)
    else:
        await call.answer(call.say(texts.GREETING))
        await help.show(call)


Shown = Callable[[Work, Ticket, Member, int], str]


async def see(call: Call, ticket_id: int, shown: Shown) -> None:
    """What a ticket keeps of a resident, in private, to those who may have it; on record."""
    refused = await call.work(_see, ticket_id, shown, call.update.update_id)
    if isinstance(refused, Refused):
        await call.answer(await why(call, refused))
    elif refused:
        await call.answer(refused)


def _see(
    work: Work, person: Person, ticket_id: int, shown: Shown, asked: int
) -> Refused | str | None:
    ticket = tickets.locked(work.session, work.scope, ticket_id)
    if ticket is None:
        return Refused(Why.NO_RIGHT, Deed.DISCLOSE, None)
    if person.member is None or not may_see(work.session, person, ticket):
        result = respond.act(work, ticket_id, Deed.DISCLOSE, person)
        return result if isinstance(result, Refused) else None
    return shown(work, ticket, person.member, asked)


def _tell_all(work: Work, ticket: Ticket, member: Member, asked: int) -> str:
    telling.full(work, ticket, member)
    return ""


def _show_photos(work: Work, ticket: Ticket, member: Member, asked: int) -> str:
    if photos.show(work, ticket, member, asked):
        return ""
    return texts_of_card.NO_PHOTOS.say(work.scope.language, number=ticket.label)


GESTURE = Gesture("start", (), start, frozenset())  # pressed, not typed: no line in /help
