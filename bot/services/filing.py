"""A posted picture becomes a form that waits to be read; a read one is claimed once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.services import telling
from bot.services.work import Work
from models.form import Form, FormState

ALBUM_WAIT = timedelta(seconds=2)  # an album's pictures come as separate updates
RETRY_WAIT = timedelta(seconds=5)
MAX_TRIES = 3
SEEN = "👀"


@dataclass(frozen=True)
class Posted:
    """A picture as it came in."""

    chat_id: int
    message_id: int
    poster_id: int
    file_id: str
    file_name: str = ""
    album: str | None = None
    caption: str = ""


def filed(work: Work, posted: Posted) -> Form | None:
    """The form that was filed of a message before; the first page of a file with several."""
    query = select(Form).where(Form.chat_id == posted.chat_id, Form.page == 0)
    query = query.where(Form.message_id == posted.message_id).with_for_update()
    return work.session.exec(query).first()


def file(work: Work, posted: Posted) -> Form | None:
    """File a picture, once however often it is delivered."""
    return new(work, posted) if filed(work, posted) is None else None


def new(work: Work, posted: Posted) -> Form:
    """A form that waits to be read; a quiet sign shows that the picture was seen."""
    form = Form(
        federation_id=work.scope.id,
        filed_at=work.now,
        read_after=work.now + (ALBUM_WAIT if posted.album else timedelta()),
        **vars(posted),
    )
    work.session.add(form)
    work.session.flush()
    telling.react(work, (posted.chat_id, posted.message_id), SEEN)
    return form


def claim(session: Session, now: datetime) -> Form | None:
    """The next form to read, marked as being read."""
    query = select(Form).where(Form.state == FormState.FILED, col(Form.read_after) <= now)
    query = query.order_by(col(Form.id)).limit(1).with_for_update(skip_locked=True)
    form = session.exec(query).first()
    if form is not None:
        form.state = FormState.READING
        form.tries += 1
    return form


def postpone(session: Session, form_id: int, now: datetime) -> bool:
    """Its picture could not be fetched: later again. False when that was the last try."""
    form = session.get_one(Form, form_id)
    if form.tries >= MAX_TRIES:
        return False
    form.state, form.read_after = FormState.FILED, now + RETRY_WAIT * form.tries
    return True


def recover(session: Session) -> None:
    """At start: what a dead process was reading is read again."""
    for form in session.exec(select(Form).where(Form.state == FormState.READING)):
        form.state = FormState.FILED
