"""Personal data are removed when their time is over; the figures stay. A part at a time: whoever
else writes has to wait for no more than that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, delete, select, update

from bot.services import duplicates, photos
from bot.services.work import Work
from bot.store import Store
from models.tables.event import Event
from models.tables.form import Form, FormState
from models.tables.message import Message, MessageKind
from models.tables.ticket import DONE, OPEN, UNCOUNTED, Assist, Photo, Request, Status, Ticket
from models.tables.update import Update, UpdateState

PART = 500  # tickets, or rows
_TOLD = frozenset({"words", "html"})  # of a message's facts: what people wrote
_PERSONAL = ("time_text", "caller", "phone", "address", "description", "operator", "hold_reason")


@dataclass(frozen=True)
class Part:
    """How many tickets were forgotten, and after which id to go on; None: nothing is left."""

    tickets: int
    last: int | None


def forget(work: Work, store: Store, before: datetime, after: int = 0) -> Part:
    """Empty what tells of residents in the next tickets that were finished and accepted before
    `before`, and their photos. Those that somebody still needs keep theirs."""
    query = select(Ticket).where(
        Ticket.federation_id == work.scope.id,
        col(Ticket.id) > after,
        col(Ticket.accepted_at) < before,
        col(Ticket.status).in_((*DONE, *UNCOUNTED)),
        col(Ticket.call_at).is_(None),
    )
    query = query.order_by(col(Ticket.id)).limit(PART).with_for_update()
    found = work.session.exec(query).all()
    ids = [ticket.id for ticket in found if ticket.id and not _is_needed(work, ticket)]
    photos.remove_unused(work.session, store, _forget(work, ids) - {""})
    return Part(len(ids), _last(found))


def _is_needed(work: Work, ticket: Ticket) -> bool:
    """Whoever was merged into an open one will be phoned with it."""
    if ticket.status is not Status.MERGED:
        return False
    stands = duplicates.standing(work.session, ticket.id)
    return stands is not None and stands.status in OPEN


def _last(found: Sequence[Ticket] | Sequence[Form] | Sequence[Message]) -> int | None:
    return found[-1].id if len(found) == PART else None


def _forget(work: Work, ids: list[int]) -> set[str]:
    """The names in the store that these tickets no longer need."""
    session = work.session
    session.exec(update(Ticket).where(col(Ticket.id).in_(ids)).values(dict.fromkeys(_PERSONAL, "")))
    session.exec(update(Event).where(col(Event.ticket_id).in_(ids)).values(note=""))
    session.exec(update(Assist).where(col(Assist.ticket_id).in_(ids)).values(words=""))
    session.exec(update(Request).where(col(Request.ticket_id).in_(ids)).values(reason=""))
    for row in session.exec(select(Message).where(col(Message.ticket_id).in_(ids))):
        _take_words_out(row)
    names = set(session.exec(select(Photo.stored).where(col(Photo.ticket_id).in_(ids))))
    session.exec(delete(Photo).where(col(Photo.ticket_id).in_(ids)))
    for form in session.exec(select(Form).where(col(Form.ticket_id).in_(ids))):
        names.add(_emptied(form))
    session.flush()
    return names


def _take_words_out(row: Message) -> None:
    if _TOLD & row.facts.keys():
        row.facts = {name: fact for name, fact in row.facts.items() if name not in _TOLD}


def _emptied(form: Form) -> str:
    """The name of the picture that it no longer needs."""
    name = form.photo
    form.fields, form.doubts = {}, []
    form.photo, form.fingerprint, form.caption, form.file_name = "", "", "", ""
    return name


def forget_forms(work: Work, store: Store, before: datetime, after: int = 0) -> Part:
    """The same for what never became a ticket: pictures, questions that nobody answered."""
    query = select(Form).where(Form.federation_id == work.scope.id, col(Form.filed_at) < before)
    query = query.where(col(Form.ticket_id).is_(None), col(Form.id) > after)
    found = work.session.exec(query.order_by(col(Form.id)).limit(PART).with_for_update()).all()
    names = {_emptied(form) for form in found}
    for form in found:
        form.state = FormState.DROPPED if form.state is FormState.ASKING else form.state
    work.session.flush()
    photos.remove_unused(work.session, store, names - {""})
    return Part(0, _last(found))


def forget_answers(work: Work, store: Store, before: datetime, after: int = 0) -> Part:
    """The same for answers of ours that are about no one ticket, and for updates that could not be
    handled."""
    query = select(Message).where(Message.federation_id == work.scope.id)
    query = query.where(col(Message.ticket_id).is_(None), col(Message.due_at) < before)
    query = query.where(Message.kind == MessageKind.NOTICE, col(Message.id) > after)
    found = work.session.exec(query.order_by(col(Message.id)).limit(PART)).all()
    for row in found:
        _take_words_out(row)
    failed = update(Update).where(col(Update.received_at) < before)
    work.session.exec(failed.where(col(Update.state) == UpdateState.FAILED).values(payload={}))
    return Part(0, _last(found))
