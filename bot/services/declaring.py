"""A picture that was not taken for a form, or was posted by somebody else, is one after all:
somebody on duty says so."""

from bot.services import filing, signs, telling
from bot.services.filing import Posted
from bot.services.people import Person
from bot.services.work import Work
from models.tables.form import Form, FormState

_UNSETTLED = frozenset({FormState.FILED, FormState.READING, FormState.IGNORED, FormState.ATTACHED})


def declare(work: Work, person: Person, posted: Posted) -> Form:
    """The picture's form: filed, to be read as one whatever it looks like, its doubts to be asked
    of this person; or as it stands, if it was settled or is asked about. The caption is what was
    said now, or below the picture."""
    form = filing.filed(work, posted) or filing.new(work, posted)
    if form.state in _UNSETTLED:
        form.state, form.declared, form.ticket_id = FormState.FILED, True, None
        form.poster_id, form.caption = person.user_id, posted.caption
        form.tries, form.read_after = 0, work.now
        telling.react(work, (form.chat_id, form.message_id), signs.SEEN)
    return form
