"""登记 in reply to a picture: it is a form, whatever it looks like and whoever has posted it."""

from dataclasses import replace

from sqlmodel import Session

from bot.services import declaring, tickets
from bot.services.filing import Posted
from bot.services.people import Person
from bot.services.work import Work
from bot.texts import typing as texts
from bot.texts.text import Text
from handlers import photos, questions
from handlers.call import Call
from models.tables.form import Form, FormState

Answer = tuple[Text, dict[str, str]]


async def declared(call: Call) -> bool:
    """Whether this was in reply to a picture. Words go with what is read; of a form that is being
    asked about they are the answer."""
    posted = photos.replied_to(call)
    if posted is None:
        return False
    asked = await call.parts.db.read(_asked_about, call)
    if asked is not None and call.words:
        await questions.settle_by_words(call, asked)
        return True
    posted = replace(posted, caption=call.words or posted.caption)
    if (why_not := await call.work(_declare, posted)) is not None:
        text, facts = why_not
        await call.tell(call.say(text, **facts))
    call.parts.wake("read_forms")
    return True


def _asked_about(session: Session, call: Call) -> int | None:
    form = tickets.form_by_message(session, call.scope, *call.place) if call.place else None
    return form.id if form is not None and form.state is FormState.ASKING else None


def _declare(work: Work, person: Person, posted: Posted) -> Answer | None:
    """What to say where it was settled before."""
    form = declaring.declare(work, person, posted)
    return None if form.state is FormState.FILED else _as_it_stands(work, form)


def _as_it_stands(work: Work, form: Form) -> Answer:
    ticket = tickets.by_message(work.session, work.scope, form.chat_id, form.message_id)
    if ticket is not None:
        return texts.OPENED_BEFORE, {"number": ticket.label}
    asking = form.state in (FormState.ASKING, FormState.REPEATED, FormState.RETAKEN)
    return texts.BEING_ASKED if asking else texts.POST_AGAIN, {}
