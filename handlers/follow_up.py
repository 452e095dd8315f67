"""回访: the list of residents to phone, and their answers."""

from bot.services import duplicates, follow_up, people, tickets
from bot.services.people import Person
from bot.services.respond import Refused
from bot.services.work import Work
from bot.texts import refusals, toasts
from bot.texts.calls import NO_CALLS
from handlers.call import Call
from handlers.doing import no_ticket, only_for, ticket_meant, why
from models.deed import Deed
from models.rights import MAY, may
from models.satisfaction import Answer, answer_in, is_satisfied
from models.tables.ticket import Ticket


async def press_answer(call: Call) -> None:
    """answer:<ticket>:<level>, or unreached:<ticket>"""
    said = Answer(call.data[2]) if call.data[0] == "answer" else None
    await _answer(call, int(call.data[1]), said, "")


async def answer(call: Call) -> None:
    """/answer 17 满意 [几句话], or /answer 17 未联系上"""
    ticket, words = await ticket_meant(call)
    said = answer_in(words)
    if ticket is None or ticket.id is None:
        await no_ticket(call, Deed.ANSWER)
        return
    if said is None:
        await which(call, ticket)
        return
    await _answer(call, ticket.id, *said)


async def which(call: Call, ticket: Ticket) -> None:
    """Ask for an answer that can be counted."""
    await call.tell(call.say(refusals.WHICH_ANSWER, number=ticket.label))


async def by_words(call: Call) -> bool:
    """不满意，还在漏 in reply to the line about a resident: as its button does, with the reason.
    Whether it was an answer."""
    said = answer_in(call.words)
    if said is None or call.place is None:
        return False
    ticket = await call.parts.db.read(tickets.by_message, call.scope, *call.place)
    if ticket is not None:  # the very one: of those merged each has a resident of its own
        await _answer(call, ticket.id or 0, *said)
    return ticket is not None


async def _answer(call: Call, ticket_id: int, said: Answer | None, words: str) -> None:
    result = await call.work(follow_up.answer, ticket_id, said, words)
    if isinstance(result, Refused):
        await call.tell(await why(call, result))
        return
    deed = Deed.UNREACHED if said is None else Deed.ANSWER
    if said is None or is_satisfied(said):
        await call.tell(call.say(toasts.DONE[deed], number=result.ticket.label))
        return
    reopened = await call.look(lambda work, _: duplicates.standing(work.session, ticket_id))
    await call.tell(call.say(toasts.DISSATISFIED, number=(reopened or result.ticket).label))


async def calls(call: Call) -> None:
    """/calls in private: today's list again."""
    sentence = await call.work(_calls, call.update.update_id)
    if sentence is not None:
        await call.tell(sentence)


def _calls(work: Work, person: Person, update_id: int) -> str | None:
    member, own = person.member, people.standings(person, None)
    if member is None or not may(own, Deed.ANSWER):
        return only_for(MAY[Deed.ANSWER], own, work.scope.language)
    waiting = follow_up.due(work)
    for ticket in waiting:
        follow_up.owe_call(work, member, ticket, str(update_id))
    return None if waiting else NO_CALLS.say(work.scope.language)
