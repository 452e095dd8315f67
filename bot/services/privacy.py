"""Personal data are removed when their time is over; the figures stay."""

from datetime import datetime

from sqlmodel import col, delete, select, update

from bot.services import duplicates, photos, tickets
from bot.services.work import Work
from bot.store import Store
from models.event import Event
from models.form import Form, FormState
from models.message import Message, MessageKind
from models.ticket import Assist, Photo, Request, Status, Ticket
from models.update import Update, UpdateState

_FINISHED = (Status.CLOSED, Status.RESOLVED, Status.MERGED, Status.CANCELLED)
_TOLD = frozenset({"words", "html"})  # of a message's facts: what people wrote
_PERSONAL = ("time_text", "caller", "phone", "address", "description", "operator", "hold_reason")


def forget(work: Work, store: Store, before: datetime) -> int:
    """Empty what tells of residents in tickets that were finished and accepted before `before`,
    and their photos. How many tickets. Those that somebody still needs keep theirs."""
    ids = _done_with(work, before)
    names: set[str] = set()
    for start in range(0, len(ids), 500):
        names |= _forget(work, ids[start : start + 500])
    names |= _forget_unticketed(work, before)
    work.session.flush()
    photos.remove_unused(work.session, store, names - {""})
    return len(ids)


def _done_with(work: Work, before: datetime) -> list[int]:
    """Tickets of which no resident is to be phoned any more. Who is in an open one will be."""
    query = select(Ticket.id).where(
        Ticket.federation_id == work.scope.id,
        col(Ticket.accepted_at) < before,
        col(Ticket.status).in_(_FINISHED),
        col(Ticket.call_at).is_(None),
    )
    open_ones = tickets.open_ones(work.session, work.scope)
    needed = {twin.id for one in open_ones for twin in duplicates.merged_into(work.session, one)}
    return [i for i in work.session.exec(query) if i is not None and i not in needed]


def _forget(work: Work, ids: list[int]) -> set[str]:
    """The names in the store that these tickets no longer need."""
    session = work.session
    session.exec(update(Ticket).where(col(Ticket.id).in_(ids)).values(dict.fromkeys(_PERSONAL, "")))
    session.exec(update(Event).where(col(Event.ticket_id).in_(ids)).values(note=""))
    session.exec(update(Assist).where(col(Assist.ticket_id).in_(ids)).values(words=""))
    session.exec(update(Request).where(col(Request.ticket_id).in_(ids)).values(reason=""))
    for row in session.exec(select(Message).where(col(Message.ticket_id).in_(ids))):
        row.facts = {name: fact for name, fact in row.facts.items() if name not in _TOLD}
    names = set(session.exec(select(Photo.stored).where(col(Photo.ticket_id).in_(ids))))
    session.exec(delete(Photo).where(col(Photo.ticket_id).in_(ids)))
    for form in session.exec(select(Form).where(col(Form.ticket_id).in_(ids))):
        names.add(_emptied(form))
    return names


def _emptied(form: Form) -> str:
    """The name of the picture that it no longer needs."""
    name = form.photo
    form.fields, form.doubts = {}, []
    form.photo, form.fingerprint, form.caption, form.file_name = "", "", "", ""
    return name


def _forget_unticketed(work: Work, before: datetime) -> set[str]:
    """What never became a ticket: pictures (their names are returned), questions that nobody
    answered; answers of ours that are about no one ticket; updates that could not be handled."""
    names = set()
    query = select(Form).where(Form.federation_id == work.scope.id, col(Form.filed_at) < before)
    for form in work.session.exec(query.where(col(Form.ticket_id).is_(None))):
        names.add(_emptied(form))
        form.state = FormState.DROPPED if form.state is FormState.ASKING else form.state
    told = select(Message).where(Message.federation_id == work.scope.id)
    told = told.where(col(Message.ticket_id).is_(None), col(Message.due_at) < before)
    for row in work.session.exec(told.where(Message.kind == MessageKind.NOTICE)):
        row.facts = {name: fact for name, fact in row.facts.items() if name not in _TOLD}
    failed = update(Update).where(col(Update.received_at) < before)
    work.session.exec(failed.where(col(Update.state) == UpdateState.FAILED).values(payload={}))
    return names
