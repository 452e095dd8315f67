"""What the reader is not sure of is asked: its poster first, then the dispatchers, then anyone
on duty, and all of them until it is settled. One question a form; a tap or a reply settles a
field."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot import outbox
from bot.services import opening, people, telling
from bot.services.people import Person
from bot.services.roster import stored
from bot.services.scope import Scope
from bot.services.work import Work
from models.deed import Deed
from models.intake import Reading, Value, Verdict
from models.reminders import ask_again_at
from models.rights import may
from models.tables.form import Form, FormState
from models.tables.member import Member
from models.tables.message import Message, MessageKind
from models.tables.ticket import Ticket
from models.verdict import check


def ask(work: Work, form: Form) -> None:
    """Ask the form's poster about all its doubts in one message."""
    form.state, form.ask_round = FormState.ASKING, 1
    form.ask_next_at = ask_again_at(form.ask_round, work.now, work.scope.rules)
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
    """Who posted it, if still one of us, and those who may dispatch."""
    posted = person.member is not None and person.user_id == form.poster_id
    return posted or may(people.standings(person, None), Deed.DISPATCH)


def correct(work: Work, form: Form, person: Person, fixes: Mapping[str, str]) -> Ticket | None:
    """Take over what somebody says the fields are, and the dispatcher of the firm; a ticket opens
    when no doubt is left. What the form itself calls the community is then known for another name
    of it."""
    read = form.values()
    values = read | {name: Value(text, 1.0) for name, text in fixes.items()}
    if "community" in fixes:
        values["community"] = _beside(read.get("community", Value()), fixes["community"])
    directory = stored.directory(work.session, work.scope, work.now)
    reading = check(values, directory)
    form.fields = {name: asdict(value) for name, value in reading.fields.items()}
    form.doubts = [asdict(doubt) for doubt in reading.doubts]
    if reading.verdict is Verdict.DISPATCH:
        community = reading.fields.get("community", Value())
        stored.learn_alias(work.session, work.scope, community.value, community.as_read or "")
        return _open(work, form, reading, person)
    show(work, form)
    return None


def _beside(read: Value, answer: str) -> Value:
    """The answer, and what the form says: of several answers the first was as likely a slip."""
    return Value(answer, 1.0, as_read=read.value if read.as_read is None else read.as_read)


def _open(work: Work, form: Form, reading: Reading, person: Person) -> Ticket | None:
    named = reading.fields.get("firm", Value()).value
    firm = people.firm_named(work.session, work.scope, named)
    ticket = opening.open_ticket(work, form, reading, firm=firm, by=person)
    show(work, form)
    return ticket


def drop(work: Work, form: Form) -> None:
    """Somebody on duty says that it is no form, or not to be dispatched."""
    form.state = FormState.DROPPED
    opening.take_out(work, form)
    show(work, form)


def retaken(work: Work, form: Form, newer: Form) -> None:
    """Another photo took its place: nothing is asked about this one any more."""
    form.state, form.retaken_by = FormState.RETAKEN, newer.id
    opening.take_out(work, form)
    show(work, form)


def show(work: Work, form: Form) -> None:
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


def open_ones(session: Session, scope: Scope) -> Sequence[Form]:
    """Forms that nobody has settled yet: of these there is no ticket."""
    return session.exec(_asking(scope).order_by(col(Form.filed_at), col(Form.id))).all()


def _asking(scope: Scope) -> SelectOfScalar[Form]:
    return select(Form).where(Form.state == FormState.ASKING, Form.federation_id == scope.id)


def ask_further(work: Work) -> None:
    """Whoever may know is asked, until somebody answers: a form that rests is a call lost."""
    overdue = _asking(work.scope).where(col(Form.ask_next_at) <= work.now)
    for form in work.session.exec(overdue).all():
        _ask_next(work, form, "question_waits")


def none_fits(work: Work, form: Form) -> None:
    """No likely answer is right: the dispatchers, who may name a firm, are asked at once."""
    if form.ask_round == 1:
        _ask_next(work, form, "question_none_fits")


def _ask_next(work: Work, form: Form, say: str) -> None:
    form.ask_round += 1
    form.ask_next_at = ask_again_at(form.ask_round, work.now, work.scope.rules)
    if form.chat_id > 0:
        _ask_in_group(work, form)
    telling.notice(
        work,
        key=f"form:{form.id}:ask:{form.ask_round}",
        say=say,
        form_id=form.id,
        reply_to=_place(work, form),
        mention=_asked(work, form.ask_round),
        urgent=True,
    )


def _asked(work: Work, ask_round: int) -> list[int]:
    """Member ids of those to whom the round turns."""
    clerks = people.on_duty(work.session, work.scope)
    dispatchers = people.dispatchers(work.session, work.scope)
    asked = {2: dispatchers, 3: clerks}.get(ask_round, [*clerks, *dispatchers])
    return list(dict.fromkeys(m.id for m in asked if m.id is not None))


def _ask_in_group(work: Work, form: Form) -> None:
    """What was asked about in private, whoever is asked next cannot see there."""
    telling.owe(
        work, f"form:{form.id}:ask:group", MessageKind.QUESTION, form_id=form.id, urgent=True
    )


def _place(work: Work, form: Form) -> int | None:
    """Where the question stands in the group; the photo, should it not have been sent."""
    query = select(Message.message_id).where(Message.form_id == form.id)
    query = query.where(Message.chat_id == work.scope.chat_id)
    asked = work.session.exec(query.where(Message.kind == MessageKind.QUESTION)).first()
    return asked or (form.message_id if form.chat_id == work.scope.chat_id else None)
