"""Finding a ticket: by its id, the number people say, the message it stands in, the words in it."""

import re
from collections.abc import Sequence

from sqlmodel import Session, col, func, or_, select

from bot import outbox
from bot.services.scope import Scope
from models.deed import Deed
from models.numerals import plain_digits
from models.tables.firm import Firm
from models.tables.form import Form, FormState
from models.tables.message import MessageKind
from models.tables.ticket import OPEN, Status, Ticket

_MAY_TELL_WHO = re.compile(r"\d{3,}(?![\d弄])")  # a room, a phone or a part of one


def locked(session: Session, scope: Scope, ticket_id: int) -> Ticket | None:
    """The ticket, held against others until the transaction ends; None if it is not this
    federation's. (SQLite has one writer at a time; PostgreSQL locks the row.)"""
    query = select(Ticket).where(Ticket.id == ticket_id, Ticket.federation_id == scope.id)
    return session.exec(query.with_for_update().execution_options(populate_existing=True)).first()


def by_label(session: Session, scope: Scope, label: str) -> Ticket | None:
    """The ticket that people call 17 or 17-1 (a suffix names the same ticket, reopened)."""
    number = label.lstrip("#＃").split("-")[0]
    if not number.isdecimal() or len(number) > 9:
        return None
    query = select(Ticket).where(Ticket.federation_id == scope.id, Ticket.number == int(number))
    return session.exec(query).first()


def by_message(session: Session, scope: Scope, chat_id: int, message_id: int) -> Ticket | None:
    """The ticket that a message is about: one of ours, or the photo of a form; None of a photo
    that shows forms of several tickets."""
    found = of_message(session, scope, chat_id, message_id)
    return found[0] if len(found) == 1 else None


def of_message(session: Session, scope: Scope, chat_id: int, message_id: int) -> list[Ticket]:
    """The tickets that a message is about."""
    ours = outbox.at_place(session, chat_id, message_id)
    if ours is not None and ours.ticket_id:
        return [session.get_one(Ticket, ours.ticket_id)]
    if ours is not None and ours.kind is MessageKind.REMINDER:
        return [session.get_one(Ticket, number) for number, _ in ours.facts["tickets"]]
    if ours is not None:
        asked = _standing(session, ours.form_id)
        forms = [asked] if asked is not None else []
    else:
        forms = posted(session, scope, chat_id, message_id)
    numbers = dict.fromkeys(form.ticket_id for form in forms if form.ticket_id)
    return [session.get_one(Ticket, number) for number in numbers]


def asked_for(session: Session, chat_id: int, message_id: int) -> Deed | None:
    """The deed for which a message of ours asks a reason or a time."""
    ours = outbox.at_place(session, chat_id, message_id)
    return Deed(ours.facts["asks"]) if ours is not None and "asks" in ours.facts else None


def form_by_message(session: Session, scope: Scope, chat_id: int, message_id: int) -> Form | None:
    """The form posted in, or asked about by, a message; the one that stands, if it was retaken; of
    several in one photo the one that waits for an answer."""
    ours = outbox.at_place(session, chat_id, message_id)
    if ours is not None:
        return _standing(session, ours.form_id)
    forms = posted(session, scope, chat_id, message_id)
    asking = [form for form in forms if form.state is FormState.ASKING]
    return next(iter([*asking, *forms]), None)


def posted(session: Session, scope: Scope, chat_id: int, message_id: int) -> list[Form]:
    """The forms of a file, or of what was typed, in their order; of each the one that stands."""
    query = select(Form).where(Form.chat_id == chat_id, Form.message_id == message_id)
    query = query.where(Form.federation_id == scope.id).order_by(col(Form.page))
    return [_standing(session, form.id) or form for form in session.exec(query)]


def _standing(session: Session, form_id: int | None) -> Form | None:
    form = session.get(Form, form_id) if form_id else None
    while form is not None and form.retaken_by is not None:
        form = session.get(Form, form.retaken_by)
    return form


def open_ones(session: Session, scope: Scope, firm_id: int | None = None) -> Sequence[Ticket]:
    """Tickets that still want work, of one firm or of all: by the deadline in force, then what is
    on hold."""
    query = select(Ticket).where(Ticket.federation_id == scope.id, col(Ticket.status).in_(OPEN))
    if firm_id is not None:
        query = query.where(Ticket.firm_id == firm_id)
    due = func.coalesce(Ticket.extended_due, Ticket.done_due)
    first = (col(Ticket.status) == Status.ON_HOLD, due, col(Ticket.number))
    return session.exec(query.order_by(*first)).all()


def search(
    session: Session, scope: Scope, words: Sequence[str], most: int, *, personal: bool = False
) -> tuple[int, Sequence[Ticket]]:
    """How many tickets there are in which every word occurs in community, kind, firm, address or
    description, and at most so many of them; newest first. Callers, phones and rooms only if
    `personal`: else the answer is read by the whole group."""
    meant = [col(Ticket.federation_id) == scope.id]
    for word in words:
        columns = [col(Ticket.community), col(Ticket.category)]
        if personal or not _MAY_TELL_WHO.search(plain_digits(word)):
            columns += [col(Ticket.address), col(Ticket.description)]
        if personal:
            columns += [col(Ticket.caller), col(Ticket.phone)]
        firms = select(Firm.id).where(col(Firm.name).icontains(word, autoescape=True))
        within = [column.icontains(word, autoescape=True) for column in columns]
        meant.append(or_(col(Ticket.firm_id).in_(firms), *within))
    count = session.exec(select(func.count()).select_from(Ticket).where(*meant)).one()
    query = select(Ticket).where(*meant).order_by(col(Ticket.number).desc())
    return count, session.exec(query.limit(most)).all()
