"""Residents are phoned back 回访 the morning after: the list, and what they say."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from bot.services import duplicates, people, respond, telling
from bot.services.people import Person
from bot.services.respond import Done, Refused
from bot.services.work import Work
from models.deed import Deed
from models.effects import Detail
from models.satisfaction import Answer
from models.tables.member import Member
from models.tables.message import Message, MessageKind
from models.tables.ticket import TO_CALL, Ticket


def due(work: Work) -> Sequence[Ticket]:
    """Tickets whose residents are to be phoned by now."""
    query = select(Ticket).where(*_waiting(work))
    return work.session.exec(query.order_by(col(Ticket.number))).all()


def _waiting(work: Work) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Ticket.federation_id) == work.scope.id,
        col(Ticket.status).in_(TO_CALL),
        col(Ticket.call_at) <= work.now,
    )


def remind_clerks(work: Work) -> None:
    """Once a morning: those on duty get the list in private, or a button that leads there."""
    waiting = due(work)
    if not waiting:
        return
    day = _day_of_calls(work)
    clerks = people.on_duty(work.session, work.scope)
    reachable = [clerk for clerk in clerks if clerk.reachable is not False]
    told = _told(work) if reachable else set()
    for clerk, ticket in product(reachable, waiting):
        which = f"{day}:{ticket.call_tries}"
        if _key(clerk, ticket, which) not in told:
            owe_call(work, clerk, ticket, which)
    if not reachable:
        telling.notice(
            work,
            key=f"federation:{work.scope.id}:calls:{day}",
            say="call_list_waits",
            count=len(waiting),
            mention=[c.id for c in clerks if c.id is not None],
            buttons=[[["open_list", f"start:calls_{work.scope.id}"]]],
        )


def _day_of_calls(work: Work) -> str:
    """It begins when residents are phoned, not at midnight: nobody is rung out of bed by a list."""
    since = timedelta(hours=work.scope.rules.call_back_at)
    return (work.now.astimezone(work.scope.zone) - since).date().isoformat()


def _told(work: Work) -> set[str]:
    """Keys of what was told of the tickets that wait, in one query: this runs every second."""
    query = select(Message.key).join(Ticket, col(Ticket.id) == Message.ticket_id)
    return set(work.session.exec(query.where(Message.kind == MessageKind.CALL, *_waiting(work))))


def _key(clerk: Member, ticket: Ticket, which: str) -> str:
    return f"ticket:{ticket.id}:call:{clerk.user_id}:{which}"


def owe_call(work: Work, clerk: Member, ticket: Ticket, which: str) -> None:
    """One resident to phone, in private."""
    telling.owe(
        work,
        _key(clerk, ticket, which),
        MessageKind.CALL,
        chat_id=clerk.user_id,
        ticket_id=ticket.id,
        facts=asked_about(work.session, ticket),
    )


def asked_about(session: Session, ticket: Ticket) -> dict[str, Any]:
    """What was done, by whom and when: a reopened ticket is asked about once more, with other
    facts. A merged one was done with the one that stands for it."""
    stands = duplicates.standing(session, ticket.id) or ticket
    done = stands.resolved_at.isoformat() if stands.resolved_at else ""
    return {"number": ticket.label, "firm_id": stands.firm_id, "resolved": done}


def answer(
    work: Work, person: Person, ticket_id: int, said: Answer | None, words: str = ""
) -> Done | Refused:
    """What the resident said (None: not reached). A dissatisfied one reopens the ticket."""
    deed = Deed.UNREACHED if said is None else Deed.ANSWER
    about = asked_about(work.session, work.session.get_one(Ticket, ticket_id))
    result = respond.act(work, ticket_id, deed, person, Detail(words, answer=said))
    if isinstance(result, Done):
        _show(work, ticket_id, about, said)
    return result


def _show(work: Work, ticket_id: int, about: dict[str, Any], said: Answer | None) -> None:
    """Every clerk's copy of the line shows the answer instead of its buttons."""
    query = select(Message).where(Message.ticket_id == ticket_id)
    for row in work.session.exec(query.where(Message.kind == MessageKind.CALL)):
        if row.facts and row.facts != about:  # one owed before an upgrade has none
            continue  # of an earlier round, with an answer of its own
        telling.owe(
            work,
            f"message:{row.id}:answered:{work.now.timestamp()}",
            MessageKind.CALL_EDIT,
            chat_id=row.chat_id,
            ticket_id=ticket_id,
            facts={"original": row.id, "answer": said.value if said else ""},
        )
