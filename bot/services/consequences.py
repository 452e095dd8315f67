"""What follows a deed besides the ticket's own columns: rows beside it, and who is told."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlmodel import col, select

from bot.services import duplicates, helping, people, telling
from bot.services.work import Act, Work
from models.deadlines import call_back_time
from models.deed import Deed
from models.kinds import OPTIONS
from models.satisfaction import Answer, is_satisfied
from models.tables.message import Message, MessageKind
from models.tables.ticket import OPEN, Request, Status, Ticket
from models.ticket_deadlines import is_promised_too_late

Follow = Callable[[Work, Act], None]


def follow(work: Work, act: Act) -> None:
    """Do what the deed entails."""
    step = _FOLLOW.get(act.deed)
    if step is not None:
        step(work, act)


def open_request(work: Work, ticket: Ticket, kind: Deed) -> Request | None:
    """The refusal or extension of this ticket that waits for a ruling."""
    query = select(Request).where(Request.ticket_id == ticket.id, Request.kind == kind)
    query = query.where(col(Request.ruled_at).is_(None)).order_by(col(Request.id).desc())
    return work.session.exec(query).first()


def _request_ruling(work: Work, act: Act) -> None:
    request = open_request(work, act.ticket, act.deed)
    if request is None:
        request = Request(
            ticket_id=act.ticket.id or 0,
            kind=act.deed,
            firm_id=act.ticket.firm_id,
            user_id=act.person.user_id,
            asked_at=work.now,
        )
    request.reason, request.until = act.detail.words, act.detail.until
    work.session.add(request)
    work.session.flush()
    ask_ruling(work, act.ticket, request)


def ask_ruling(work: Work, ticket: Ticket, request: Request, *, again: bool = False) -> None:
    """Put the question to the dispatchers; the first time that it is put again, its firm is told
    that it waits."""
    told = any(row.facts.get("waits") for row in _questions(work, request))
    telling.owe(
        work,
        f"request:{request.id}:{work.now.timestamp():.0f}",
        MessageKind.RULING,
        ticket_id=ticket.id,
        reply_to=telling.newest_card(work, ticket),
        facts={"request": request.id, "waits": again and not told},
        urgent=True,
    )


def _rule(work: Work, act: Act) -> None:
    """Settle what the deed rules on, or makes needless, and show so where it was asked."""
    for asked in _SETTLES.get(act.deed, (Deed.REFUSE, Deed.ASK_EXTENSION)):
        request = open_request(work, act.ticket, asked)
        if request is not None:
            _settle(work, act, request)


def _settle(work: Work, act: Act, request: Request) -> None:
    request.ruled_at, request.ruled_by = work.now, act.person.user_id
    request.ruling = act.deed.value
    work.session.flush()
    for row in _questions(work, request):
        telling.owe(
            work,
            f"request:{request.id}:ruled:{row.id}",
            MessageKind.RULING_EDIT,
            chat_id=row.chat_id,
            ticket_id=act.ticket.id,
            facts={"request": request.id, "original": row.id},
        )


def _questions(work: Work, request: Request) -> list[Message]:
    """The messages that ask for this ruling."""
    query = select(Message).where(Message.ticket_id == request.ticket_id)
    rows = work.session.exec(query.where(Message.kind == MessageKind.RULING))
    return [row for row in rows if row.facts.get("request") == request.id]


def _reassign(work: Work, act: Act) -> None:
    _rule(work, act)
    telling.take_buttons_off(work, act.ticket, f"{Deed.RESUME}:{act.ticket.id}")
    telling.card(work, act.ticket)


def _tell_firm_of_ruling(work: Work, act: Act) -> None:
    _rule(work, act)
    telling.about(
        work,
        act.ticket,
        say=act.deed.value,
        words=act.detail.words,
        mention=telling.leads(work, act.ticket.firm_id),
        urgent=True,
    )


def _end(work: Work, act: Act) -> None:
    """Nothing waits for a ruling any more, nor for help."""
    _rule(work, act)
    telling.take_buttons_off(work, act.ticket)


def _resolve(work: Work, act: Act) -> None:
    """Whoever else reported it is phoned as well."""
    _end(work, act)
    for twin in duplicates.merged_into(work.session, act.ticket):
        _call_back(twin, act.ticket.call_at)


def _call_back(ticket: Ticket, at: datetime | None) -> None:
    """Phone this resident then, unless they are content already."""
    if not ticket.answer or not is_satisfied(Answer(ticket.answer)):
        ticket.call_at, ticket.call_tries, ticket.answer = at, 0, ""


def _dispatch_anew(work: Work, act: Act) -> None:
    telling.card(work, act.ticket)
    telling.take_buttons_off(work, act.ticket)  # 重办 has been pressed, or said
    for twin in duplicates.merged_into(work.session, act.ticket):
        twin.call_at = None  # until it is resolved again
        telling.card_edit(work, twin)  # it names the one that stands, which has a new suffix


def _resume(work: Work, act: Act) -> None:
    telling.take_buttons_off(work, act.ticket, f"{Deed.RESUME}:{act.ticket.id}")
    if act.ticket.status is Status.DISPATCHED:
        telling.card(work, act.ticket)


def _promise(work: Work, act: Act) -> None:
    """Whoever can send others is told at once that people in danger would have to wait."""
    if is_promised_too_late(act.ticket):
        telling.escalation(work, act.ticket)


def _remind(work: Work, act: Act) -> None:
    """By hand, at once; by the bot itself in services/remind.py, bundled a firm."""
    if act.person.user_id:
        telling.remind(work, [(act.ticket, "urged")])


def _correct(work: Work, act: Act) -> None:
    """Whoever phones the resident is to have what is right, in private as the rest; those whom the
    bot cannot write to are told in the group where to find it. Kind and urgency are on the card."""
    fixed = [field for field in act.detail.fixes if field not in OPTIONS]
    if act.ticket.status not in OPEN or not fixed:
        return
    leads = people.leads_of(work.session, act.ticket.firm_id)
    for lead in leads:
        if lead.reachable is not False:
            telling.full(work, act.ticket, lead, fixed=fixed)
    unreached = [lead.id for lead in leads if lead.reachable is False and lead.id is not None]
    if unreached:
        telling.about(work, act.ticket, say="corrected", mention=unreached)


def _merge(work: Work, act: Act) -> None:
    _end(work, act)
    other = work.session.get_one(Ticket, act.detail.other_ticket)
    telling.about(work, other, say="merge", merged=act.ticket.label)
    if other.resolved_at is not None:
        for twin in (act.ticket, *duplicates.merged_into(work.session, act.ticket)):
            _call_back(twin, call_back_time(work.now, work.scope.rules))


_SETTLES: Mapping[Deed, tuple[Deed, ...]] = {
    Deed.GRANT: (Deed.ASK_EXTENSION,),
    Deed.DECLINE: (Deed.ASK_EXTENSION,),
    Deed.SEND_BACK: (Deed.REFUSE,),
    Deed.ACKNOWLEDGE: (Deed.REFUSE,),  # it needs no ruling any more
}
_FOLLOW: Mapping[Deed, Follow] = {
    Deed.REFUSE: _request_ruling,
    Deed.ASK_EXTENSION: _request_ruling,
    Deed.SEND_BACK: _tell_firm_of_ruling,
    Deed.GRANT: _tell_firm_of_ruling,
    Deed.DECLINE: _tell_firm_of_ruling,
    Deed.ACKNOWLEDGE: _rule,
    Deed.PROMISE: _promise,
    Deed.RESOLVE: _resolve,
    Deed.CANCEL: _end,
    Deed.HOLD: _rule,
    Deed.REASSIGN: _reassign,
    Deed.REOPEN: _dispatch_anew,
    Deed.RESUME: _resume,
    Deed.OFFER: helping.offer,
    Deed.ACCEPT_HELP: helping.settle,
    Deed.THANK: helping.settle,
    Deed.WITHDRAW: helping.withdraw,
    Deed.CALL_HELP: helping.call,
    Deed.MERGE: _merge,
    Deed.CORRECT: _correct,
    Deed.REMIND: _remind,
}
