"""The same sheet again, in another photo: as a clerk does whose first photo was doubted."""

from collections.abc import Iterator, Sequence

from sqlmodel import col, select, update

from bot.services import duplicates, opening, questions, telling
from bot.services.work import Work
from models.same_paper import misread, same_call, same_sheet
from models.tables.form import Form, FormState
from models.tables.ticket import OPEN
from models.verdict import not_sure

_COMPARED = 300  # of the newest forms: a sheet is photographed again soon


def newest(work: Work, form: Form, *states: FormState) -> Iterator[Form]:
    """The federation's other forms in these states, newest first."""
    query = select(Form).where(Form.federation_id == form.federation_id, Form.id != form.id)
    query = query.where(col(Form.state).in_(states)).order_by(col(Form.id).desc())
    yield from work.session.exec(query.limit(_COMPARED))


def opened_before(work: Work, form: Form) -> Form | None:
    """The form with a ticket that this one is another photo of. After a cancelled ticket the sheet
    is posted to be dispatched after all."""
    said = form.said()
    for other in newest(work, form, FormState.OPENED):
        numbered = form.paper is not None and form.paper == other.paper
        same = same_sheet(other.said(), said, _doubted(form, other), numbered=numbered)
        if same and not duplicates.came_to_nothing(work.session, other.ticket_id):
            return other
    return None


def typed_before(work: Work, form: Form) -> Form | None:
    """The form that was typed in the same words, while what it opened is still to be done: pasted
    twice, or by a colleague as well. Once that is done the same may have happened again."""
    said = form.said()
    for other in newest(work, form, FormState.OPENED):
        if not other.file_id and other.said() == said:
            return other if _is_to_be_done(work, other) else None
    return None


def repeat(work: Work, form: Form, earlier: Form) -> None:
    """The same photo, or the same words, again open no second ticket."""
    form.state, form.ticket_id = FormState.REPEATED, earlier.ticket_id
    opening.take_out(work, form)


def say_repeated(work: Work, form: Form, earlier: Sequence[Form]) -> None:
    """Says so, once a message: a register's page is posted again after each new row."""
    tickets = [duplicates.standing(work.session, one.ticket_id) for one in earlier]
    opened = [ticket for ticket in tickets if ticket is not None]
    if opened:
        telling.to_poster(
            work,
            form,
            key="repeated",
            say="repeated",
            ticket_id=opened[0].id if len(opened) == 1 else None,
            form_id=form.id if len(opened) > 1 else None,
            number=" #".join(ticket.label for ticket in opened),
        )
    if len(opened) < len(tickets):
        telling.to_poster(work, form, key="repeated_asking", say="repeated_asking", form_id=form.id)


def misread_before(work: Work, form: Form) -> Form | None:
    """The form with an open ticket that this photo would be of, had one of the two been misread: a
    second ticket would send the firm twice, and to one wrong number, unasked."""
    likely = (other for other in newest(work, form, FormState.OPENED) if _misread(other, form))
    return next((other for other in likely if _is_to_be_done(work, other)), None)


def _misread(one: Form, other: Form) -> bool:
    """What is typed is as it was meant."""
    return bool(one.file_id and other.file_id) and misread(one.said(), other.said())


def _is_to_be_done(work: Work, form: Form) -> bool:
    ticket = duplicates.standing(work.session, form.ticket_id)
    return ticket is not None and ticket.status in OPEN


def say_misread(work: Work, form: Form, earlier: Form) -> None:
    """One of the two photos has the phone or the time wrong, or they are of two calls: a person is
    to look."""
    ticket = duplicates.standing(work.session, earlier.ticket_id)
    if ticket is not None:
        telling.to_poster(
            work,
            form,
            key="repeated_otherwise",
            say="repeated_otherwise",
            ticket_id=ticket.id,
            number=ticket.label,
            urgent=True,
        )


def take_over(work: Work, form: Form) -> None:
    """What was asked about an earlier photo of this call need not be answered any more."""
    said = form.said()
    for other in newest(work, form, FormState.ASKING):
        if same_call(other.said(), said, _doubted(form, other)) or _misread(other, form):
            form.album = form.album or other.album
            _take_over_pictures(work, form, other)
            questions.retaken(work, other, form)


def _take_over_pictures(work: Work, form: Form, other: Form) -> None:
    """What was posted in reply to the earlier photo goes with this one."""
    replies = update(Form).where(col(Form.in_reply_to) == other.id)
    work.session.exec(replies.values(in_reply_to=form.id))


def _doubted(*forms: Form) -> frozenset[str]:
    """The fields of which one of the readings is not sure."""
    return frozenset().union(*(not_sure(form.values(), form.open_doubts()) for form in forms))
