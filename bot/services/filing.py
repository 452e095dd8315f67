"""A posted picture becomes a form that waits to be read; a read one is claimed once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.services import signs, telling
from bot.services.work import Work
from models.tables.federation import Federation
from models.tables.form import Form, FormState

ALBUM_WAIT = timedelta(seconds=2)  # an album's pictures come as separate updates
RETRY_WAIT = timedelta(seconds=5)
MAX_TRIES = 3


@dataclass(frozen=True)
class Posted:
    """A picture as it came in. `in_reply_to`: the form that was replied to."""

    chat_id: int
    message_id: int
    poster_id: int
    file_id: str
    file_name: str = ""
    album: str | None = None
    caption: str = ""
    in_reply_to: int | None = None


def one_at_a_time(work: Work) -> None:
    """The federation's forms are settled one after another until the transaction ends: of one sheet
    posted twice the second is to see what the first has opened. (As for a ticket, SQLite has one
    writer at a time; PostgreSQL locks the row, and lets others refer to it meanwhile.)"""
    query = select(Federation.id).where(Federation.id == work.scope.id)
    work.session.exec(query.with_for_update(key_share=True)).one()


def filed(work: Work, posted: Posted, page: int = 0) -> Form | None:
    """The form that was filed of a message before; of several in it the first, or another one."""
    query = select(Form).where(Form.chat_id == posted.chat_id, Form.page == page)
    query = query.where(Form.message_id == posted.message_id).with_for_update()
    return work.session.exec(query).first()


def file(work: Work, posted: Posted) -> Form | None:
    """File a picture, once however often it is delivered."""
    return new(work, posted) if filed(work, posted) is None else None


def new(work: Work, posted: Posted, page: int = 0) -> Form:
    """A form that waits to be read; a quiet sign shows that the picture was seen."""
    form = Form(
        page=page,
        federation_id=work.scope.id,
        filed_at=work.now,
        read_after=work.now + (ALBUM_WAIT if posted.album else timedelta()),
        **vars(posted),
    )
    work.session.add(form)
    work.session.flush()
    telling.react(work, (posted.chat_id, posted.message_id), signs.SEEN)
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


def being_read(session: Session, claimed: Form) -> Form | None:
    """The form, held against others, if it is still read as it was claimed: somebody may have
    declared it since, to be read anew. (To declare it counts its tries from none.)"""
    query = select(Form).where(Form.id == claimed.id, Form.state == FormState.READING)
    query = query.where(Form.tries == claimed.tries, Form.declared == claimed.declared)
    return session.exec(query.with_for_update().execution_options(populate_existing=True)).first()


def postpone(session: Session, claimed: Form, now: datetime) -> bool:
    """Its picture could not be fetched: later again. False when that was the last try."""
    form = being_read(session, claimed)
    if form is not None and form.tries >= MAX_TRIES:
        return False
    if form is not None:
        form.state, form.read_after = FormState.FILED, now + RETRY_WAIT * form.tries
    return True


def recover(session: Session, held: Collection[int | None] = ()) -> None:
    """What was being read, and is not `held` by a reader, is read again: its process died, or the
    database was away when the reader had done."""
    left = select(Form).where(Form.state == FormState.READING, col(Form.id).not_in(held))
    for form in session.exec(left):
        form.state = FormState.FILED
