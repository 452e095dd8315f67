"""Answers to the question about a form: a tap on a likely answer, or a reply in plain words."""

from html import escape

from bot.services import filing, opening, people, questions
from bot.services.people import Person
from bot.services.record import deny
from bot.services.roster import stored
from bot.services.work import Work
from bot.texts import questions as texts
from bot.texts import refusals, toasts
from bot.texts.text import Text
from handlers.call import Call
from models.community_match import is_name, match, named, sounds_like_place
from models.deed import Deed
from models.intake import PERSONAL
from models.said.answers import (
    ToQuestion,
    answer_to_question,
    clauses,
    firm_answered,
    has_no_phone,
)
from models.said.corrections import parse_corrections
from models.tables.form import Form, FormState
from models.tables.ticket import Ticket

Answer = tuple[Text, dict[str, str]]


async def tap(call: Call) -> None:
    """fix:<form>:<field>:<the answer's key>"""
    text, facts = await call.work(_tap, int(call.data[1]), call.data[2], call.data[3])
    await call.tell(call.say(text, **facts))


def _tap(work: Work, person: Person, form_id: int, field: str, key: str) -> Answer:
    form, refusal = _settleable(work, person, form_id)
    if form is None:
        return refusal
    likely = [a for d in form.open_doubts() if d.field == field for a in d.likely]
    meant = next((answer for answer in likely if form.key(answer) == key), None)
    if meant is None:
        questions.show(work, form)
        return refusals.ASKED_ANEW, {}
    return _correct(work, form, person, {field: meant})


def waits_for(work: Work, person: Person, form_id: int) -> bool:
    """Whether the form waits for an answer that this person may give."""
    form = work.session.get_one(Form, form_id)
    return form.state is FormState.ASKING and questions.may_settle(form, person)


def _settleable(work: Work, person: Person, form_id: int) -> tuple[Form | None, Answer]:
    """The form, if this person may settle it and it is still open; else why not."""
    filing.one_at_a_time(work)
    form = work.session.get(Form, form_id, with_for_update=True)
    if form is None or form.federation_id != work.scope.id:
        return None, (refusals.OLD_BUTTON, {})
    if not questions.may_settle(form, person):
        return None, (refusals.NOT_YOURS_TO_SETTLE, {})
    return form if form.state is FormState.ASKING else None, _settled(work, form)


def _settled(work: Work, form: Form) -> Answer:
    """How it stands, for whoever comes too late with an answer: 不派单 is no ticket."""
    ticket = work.session.get(Ticket, form.ticket_id) if form.ticket_id else None
    if ticket is not None:
        facts = {"number": ticket.label, "community": escape(ticket.community)}
        return refusals.SETTLED, facts
    return refusals.NOT_ASKED.get(form.state, refusals.OLD_BUTTON), {}


def _correct(work: Work, form: Form, person: Person, fixes: dict[str, str]) -> Answer:
    ticket = questions.correct(work, form, person, fixes)
    if ticket is None:
        return toasts.STILL_OPEN, {}
    return toasts.FIXED_OPENED, {"number": ticket.label}


async def settle_by_words(call: Call, form_id: int) -> None:
    """A reply to the question, or to the photo while it is being asked about."""
    text, facts = await call.work(_settle, form_id, call.words, (call.chat_id, call.message_id))
    if text is not toasts.FIXED_OPENED:
        await call.tell(call.say(text, **facts))


def _settle(work: Work, person: Person, form_id: int, words: str, place: tuple[int, int]) -> Answer:
    form, refusal = _settleable(work, person, form_id)
    if form is None:
        return refusal
    said = answer_to_question(words)
    if said is ToQuestion.DROP:
        questions.drop(work, form)
        return toasts.DROPPED, {}
    if said is ToQuestion.NONE_FITS:
        return _none_fits(work, form, person)
    return _fixed_by_words(work, form, person, words, place)


def _none_fits(work: Work, form: Form, person: Person) -> Answer:
    asked = [doubt.field for doubt in form.open_doubts()]
    example = escape(texts.example(asked))
    if "community" not in asked:
        return toasts.NAME_IT, {"example": example}
    if person.member is not None and person.member.dispatcher:
        return toasts.NAME_IT_OR_FIRM, {"example": example}
    questions.none_fits(work, form)
    return toasts.DISPATCHER_ASKED, {"example": example}


def _fixed_by_words(
    work: Work, form: Form, person: Person, words: str, place: tuple[int, int]
) -> Answer:
    asked = [doubt.field for doubt in form.open_doubts()]
    fixes = _fixes(work, person, words, asked)
    if not fixes:
        return toasts.NOT_UNDERSTOOD, {"example": escape(texts.example(asked))}
    if PERSONAL & fixes.keys():
        opening.take_out(work, form, place)
    return _correct(work, form, person, fixes)


def _fixes(work: Work, person: Person, words: str, asked: list[str]) -> dict[str, str]:
    """The fields that the words fix; a phone that nobody left is fixed to be none."""

    def answer(clause: str) -> dict[str, str]:
        return _understood(work, person, clause, [f for f in asked if f == "community"])

    if "phone" not in asked or not has_no_phone(words, answer):
        return _understood(work, person, words, asked)
    found = {"phone": ""}
    for clause in clauses(words):
        found |= answer(clause)
    return found


def _understood(work: Work, person: Person, words: str, asked: list[str]) -> dict[str, str]:
    """Who dispatches may name the firm instead of a community that the roster does not know."""
    if person.member is not None and person.member.dispatcher:
        firm = people.firm_named(work.session, work.scope, firm_answered(words))
        if firm is not None:
            return parse_corrections(words, ()) | {"firm": firm.name}
    return _sensible(work, words, asked, parse_corrections(words, asked))


def _sensible(work: Work, words: str, asked: list[str], fixes: dict[str, str]) -> dict[str, str]:
    """A sentence is no community: what it names is, and else the question stays as it was. So it
    does at words that nobody calls a community and that resemble none: 确认, 第一个."""
    said = fixes.get("community", "")
    if not said and "community" not in asked:
        return fixes
    directory = stored.directory(work.session, work.scope, work.now)
    name = match(said, directory).name or named(words, directory)
    if name is not None:
        return fixes | {"community": name}
    called = "community" in parse_corrections(words, ())
    if is_name(said) and (called or sounds_like_place(said, directory)):
        return fixes
    return {field: value for field, value in fixes.items() if field != "community"}


async def show_all(call: Call, form_id: int) -> None:
    """The link below a question: all of it in private, to those who may settle it."""
    refusal = await call.work(_show_all, form_id, call.update.update_id)
    if refusal is not None:
        text, facts = refusal
        await call.answer(call.say(text, **facts))


def _show_all(work: Work, person: Person, form_id: int, asked: int) -> Answer | None:
    form, refusal = _settleable(work, person, form_id)
    if form is not None and person.member is not None:
        questions.tell_all(work, form, person.member, asked)
        return None
    if refusal[0] is refusals.NOT_YOURS_TO_SETTLE:
        facts = {"deed": Deed.DISCLOSE.value, "form": form_id}
        deny(work.session, work.scope.id, work.now, person, facts)
    return refusal


async def drop(call: Call) -> None:
    """drop:<form>: it is not to be dispatched."""

    def deed(work: Work, person: Person) -> Answer:
        form, refusal = _settleable(work, person, int(call.data[1]))
        if form is None:
            return refusal
        questions.drop(work, form)
        return toasts.DROPPED, {}

    text, facts = await call.work(deed)
    await call.tell(call.say(text, **facts))
