"""What the reader is not sure of is asked: its poster first, then the dispatchers, then anyone
on duty. One question a form; a tap or a reply settles a field."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import timedelta

from sqlmodel import Session, col, select

from bot import outbox
from bot.services import opening, people, roster, telling
from bot.services.people import Person
from bot.services.work import Work
from models.check import check
from models.firm import Firm
from models.form import Form, FormState
from models.intake import Reading, Value, Verdict
from models.member import Member
from models.message import Message, MessageKind
from models.ticket import Ticket

ROUND = timedelta(minutes=5)
LAST_ROUND = 3


def ask(work: Work, form: Form) -> None:
    """Ask the form's poster about all its doubts in one message."""
    form.state, form.ask_round = FormState.ASKING, 1
    form.ask_next_at = work.now + ROUND
    telling.owe(
        work,
        f"form:{form.id}:ask",
        MessageKind.QUESTION,
        chat_id=form.chat_id,
        form_id=form.id,
        reply_to=form.message_id,
        urgent=True,
    )


def tell_all(work: Work, form: Form, member: Member, asked: int) -> None:
    """The question with nothing masked, to one person in private. `asked`: by which update."""
    telling.owe(
        work,
        f"form:{form.id}:ask:{member.user_id}:{asked}",
        MessageKind.QUESTION,
        chat_id=member.user_id,
        form_id=form.id,
    )


def may_settle(form: Form, person: Person) -> bool:
    """The poster, anyone on duty, and the dispatchers."""
    member = person.member
    if member is None:
        return False
    return person.user_id == form.poster_id or member.on_duty or member.dispatcher


def correct(work: Work, form: Form, person: Person, fixes: Mapping[str, str]) -> Ticket | None:
    """Take over what somebody says the fields are; a ticket opens when no doubt is left."""
    values = form.values()
    before = values.get("community", Value()).value
    values |= {name: Value(text, 1.0) for name, text in fixes.items()}
    directory = roster.directory(work.session, work.scope, work.now)
    reading = check(values, directory)
    form.fields = {name: asdict(value) for name, value in reading.fields.items()}
    form.doubts = [asdict(doubt) for doubt in reading.doubts]
    if "community" in fixes and reading.firm is not None:
        after = reading.fields["community"].value
        roster.learn_alias(work.session, work.scope, after, before)
    if reading.verdict is Verdict.DISPATCH:
        return _open(work, form, reading, person)
    _show(work, form)
    return None


def choose_firm(work: Work, form: Form, person: Person, firm: Firm) -> Ticket | None:
    """The dispatcher settles a community that the roster does not know by naming its firm."""
    reading = Reading(Verdict.DISPATCH, firm.name, form.values())
    return _open(work, form, reading, person, firm)


def _open(
    work: Work, form: Form, reading: Reading, person: Person, firm: Firm | None = None
) -> Ticket | None:
    ticket = opening.open_ticket(work, form, reading, firm=firm, by=person)
    _show(work, form)
    return ticket


def drop(work: Work, form: Form) -> None:
    """Somebody on duty says that it is no form, or not to be dispatched."""
    form.state = FormState.DROPPED
    opening.take_out(work, form)
    _show(work, form)


def retaken(work: Work, form: Form, newer: Form) -> None:
    """Another photo took its place: nothing is asked about this one any more."""
    form.state, form.retaken_by = FormState.RETAKEN, newer.id
    opening.take_out(work, form)
    _show(work, form)


def _show(work: Work, form: Form) -> None:
    """The question is to show how it stands now."""
    outbox.supersede(work.session, MessageKind.QUESTION_EDIT, form_id=form.id or 0)
    query = select(Message).where(Message.form_id == form.id)
    for row in work.session.exec(query.where(Message.kind == MessageKind.QUESTION)):
        telling.owe(
            work,
            f"form:{form.id}:asked:{row.id}:{work.now.timestamp()}",
            MessageKind.QUESTION_EDIT,
            chat_id=row.chat_id,
            form_id=form.id,
            facts={"original": row.id},
            urgent=True,
        )


def overdue(session: Session, work: Work) -> Sequence[Form]:
    """Questions that nobody has answered in time."""
    query = select(Form).where(Form.state == FormState.ASKING, Form.federation_id == work.scope.id)
    return session.exec(query.where(col(Form.ask_next_at) <= work.now)).all()


def ask_further(work: Work) -> None:
    """Unanswered: the dispatchers are asked, then anyone on duty; then it rests in the list."""
    for form in overdue(work.session, work):
        _ask_next(work, form, "question_waits")


def none_fits(work: Work, form: Form) -> None:
    """No likely answer is right: the dispatchers, who may name a firm, are asked at once."""
    if form.ask_round == 1:
        _ask_next(work, form, "question_none_fits")


def _ask_next(work: Work, form: Form, say: str) -> None:
    form.ask_round += 1
    last = form.ask_round >= LAST_ROUND
    form.ask_next_at = None if last else work.now + ROUND
    asked = people.dispatchers if form.ask_round < LAST_ROUND else people.on_duty
    telling.notice(
        work,
        key=f"form:{form.id}:ask:{form.ask_round}",
        say=say,
        form_id=form.id,
        reply_to=_place(work, form),
        mention=[m.id for m in asked(work.session, work.scope) if m.id is not None],
        urgent=True,
    )


def _place(work: Work, form: Form) -> int:
    """Where the question stands; the photo, should it not have been sent."""
    query = select(Message.message_id).where(Message.form_id == form.id)
    query = query.where(Message.chat_id == form.chat_id)
    asked = work.session.exec(query.where(Message.kind == MessageKind.QUESTION)).first()
    return asked or form.message_id
