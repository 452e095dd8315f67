"""Personal data are removed when their time is over; the figures stay."""

from datetime import datetime

from sqlmodel import col, delete, select, update

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
    and their photos. How many tickets. Open tickets keep theirs: somebody still needs them."""
    query = select(Ticket.id).where(
        Ticket.federation_id == work.scope.id,
        col(Ticket.accepted_at) < before,
        col(Ticket.status).in_(_FINISHED),
    )
    ids = [i for i in work.session.exec(query) if i is not None]
    for start in range(0, len(ids), 500):
        _forget(work, store, ids[start : start + 500])
    _forget_unticketed(work, store, before)
    return len(ids)


def _forget(work: Work, store: Store, ids: list[int]) -> None:
    session = work.session
    session.exec(update(Ticket).where(col(Ticket.id).in_(ids)).values(dict.fromkeys(_PERSONAL, "")))
    session.exec(update(Event).where(col(Event.ticket_id).in_(ids)).values(note=""))
    session.exec(update(Assist).where(col(Assist.ticket_id).in_(ids)).values(words=""))
    session.exec(update(Request).where(col(Request.ticket_id).in_(ids)).values(reason=""))
    for row in session.exec(select(Message).where(col(Message.ticket_id).in_(ids))):
        row.facts = {name: fact for name, fact in row.facts.items() if name not in _TOLD}
    for photo in session.exec(select(Photo).where(col(Photo.ticket_id).in_(ids))):
        if photo.stored:
            store.remove(photo.stored)
    session.exec(delete(Photo).where(col(Photo.ticket_id).in_(ids)))
    for form in session.exec(select(Form).where(col(Form.ticket_id).in_(ids))):
        _empty(form, store)


def _empty(form: Form, store: Store) -> None:
    if form.photo:
        store.remove(form.photo)
    form.fields, form.doubts = {}, []
    form.photo, form.fingerprint, form.caption, form.file_name = "", "", "", ""


def _forget_unticketed(work: Work, store: Store, before: datetime) -> None:
    """What never became a ticket: pictures, questions that nobody answered; answers of ours that
    are about no one ticket; updates that could not be handled."""
    query = select(Form).where(Form.federation_id == work.scope.id, col(Form.filed_at) < before)
    for form in work.session.exec(query.where(col(Form.ticket_id).is_(None))):
        _empty(form, store)
        form.state = FormState.DROPPED if form.state is FormState.ASKING else form.state
    told = select(Message).where(Message.federation_id == work.scope.id)
    told = told.where(col(Message.ticket_id).is_(None), col(Message.due_at) < before)
    for row in work.session.exec(told.where(Message.kind == MessageKind.NOTICE)):
        row.facts = {name: fact for name, fact in row.facts.items() if name not in _TOLD}
    failed = update(Update).where(col(Update.received_at) < before)
    work.session.exec(failed.where(col(Update.state) == UpdateState.FAILED).values(payload={}))
