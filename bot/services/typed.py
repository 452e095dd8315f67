"""A typed intake goes the way of a photographed one, from the fields on."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from bot.services import filing, opening, people, questions, retakes
from bot.services.filing import Posted
from bot.services.people import Person
from bot.services.roster import stored
from bot.services.work import Work
from models.deed import Deed
from models.intake import Value, Verdict
from models.rights import may
from models.tables.form import Form, FormState
from models.verdict import check

_UNSETTLED = (FormState.FILED, FormState.REPEATED)  # a repeat may be edited into another call


def may_open(person: Person) -> bool:
    """Whether tickets are theirs to open."""
    return may(people.standings(person, None), Deed.DISPATCH)


def file(
    work: Work, person: Person, place: tuple[int, int], calls: Sequence[Mapping[str, str]]
) -> bool:
    """Open a ticket for each call in a message, or ask about a doubt; False if this person may
    not."""
    if not may_open(person):
        return False
    filing.one_at_a_time(work)
    posted = Posted(*place, poster_id=person.user_id, file_id="")
    for page, fields in enumerate(calls):
        form = filing.filed(work, posted, page) or filing.new(work, posted, page)
        if form.state in _UNSETTLED:
            _settle(work, person, form, fields)
    return True


def _settle(work: Work, person: Person, form: Form, fields: Mapping[str, str]) -> None:
    directory = stored.directory(work.session, work.scope, work.now)
    reading = check({name: Value(text, 1.0) for name, text in fields.items()}, directory)
    form.state, form.ticket_id = FormState.READING, None
    form.fields = {name: asdict(value) for name, value in reading.fields.items()}
    form.doubts = [asdict(doubt) for doubt in reading.doubts]
    if (earlier := retakes.typed_before(work, form)) is not None:
        retakes.repeat(work, form, earlier)
        retakes.say_repeated(work, form, [earlier])
        return
    retakes.take_over(work, form)
    if reading.verdict is Verdict.DISPATCH:
        opening.open_ticket(work, form, reading, by=person)
    else:
        questions.ask(work, form)


def changed(work: Work, form: Form, said: Mapping[str, str]) -> dict[str, Value]:
    """What is said otherwise now than the form has it, whatever its ticket was set right to."""
    values = {name: Value(text, 1.0) for name, text in said.items()}
    now = check(values, stored.directory(work.session, work.scope, work.now)).fields
    before = {name: value.value for name, value in form.values().items()}
    return {name: now[name] for name in said if now[name].value != before.get(name, "")}
