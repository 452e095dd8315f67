"""Pictures of a ticket: kept when posted, fetched into the store, shown to those who may see."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.services import signs, telling
from bot.services.filing import Posted
from bot.services.people import Person, standings
from bot.services.work import Work
from bot.store import Store
from models.deed import Deed
from models.rights import Standing
from models.said.words import Gesture, understand
from models.tables.form import Form
from models.tables.member import Member
from models.tables.message import MessageKind
from models.tables.ticket import Photo, Purpose, Status, Ticket

PATIENCE = timedelta(minutes=1)  # for a download; each further try waits twice as long
MAX_TRIES = 12  # over almost three days


def keep(
    work: Work, ticket: Ticket, person: Person, posted: Posted, *, asked: Deed | None = None
) -> None:
    """Keep a member's picture with its ticket, once; a stranger's is left alone. `asked`: for what
    a reason was asked, if the picture answers that."""
    known = select(Photo.id).where(Photo.ticket_id == ticket.id, Photo.file_id == posted.file_id)
    if standings(person, ticket) == {Standing.STRANGER} or work.session.exec(known).first():
        return
    refused = asked is Deed.REFUSE or understand(posted.caption) is Gesture.REFUSE
    work.session.add(
        Photo(
            ticket_id=ticket.id or 0,
            purpose=Purpose.EVIDENCE if refused else purpose_now(ticket),
            file_id=posted.file_id,
            file_name=posted.file_name,
            album=posted.album,
            fetch_at=work.now,
            at=work.now,
        )
    )
    telling.react(work, (posted.chat_id, posted.message_id), signs.DONE)


def purpose_now(ticket: Ticket) -> Purpose:
    """What a picture shows that was posted to a ticket, by how that stands."""
    return Purpose.EVIDENCE if ticket.status is Status.RETURNED else Purpose.REPAIR


def keep_form(work: Work, form: Form, ticket: Ticket, purpose: Purpose) -> None:
    """A picture that was filed as a form is in the store already, if it could be fetched."""
    work.session.add(
        Photo(
            ticket_id=ticket.id or 0,
            purpose=purpose,
            file_id=form.file_id,
            file_name=form.file_name,
            album=form.album,
            stored=form.photo,
            fetch_at=None if form.photo else work.now,
            at=form.filed_at,
        )
    )


def ticket_of_album(session: Session, album: str) -> Ticket | None:
    """The ticket to which an earlier picture of the album went: only the first has the words."""
    query = select(Ticket).join(Photo, col(Photo.ticket_id) == Ticket.id)
    return session.exec(query.where(Photo.album == album)).first()


def claim(session: Session, now: datetime) -> Photo | None:
    """The next picture to fetch. Its next try is put down before this one begins, so that none is
    lost with a process that dies."""
    query = select(Photo).where(col(Photo.fetch_at) <= now, col(Photo.tries) < MAX_TRIES)
    query = query.order_by(col(Photo.fetch_at)).limit(1).with_for_update(skip_locked=True)
    photo = session.exec(query).first()
    if photo is not None:
        photo.fetch_at = now + PATIENCE * 2**photo.tries
        photo.tries += 1
    return photo


def fetched(session: Session, store: Store, photo_id: int, name: str) -> None:
    """It is in the store by this name; unless its ticket was forgotten meanwhile."""
    photo = session.get(Photo, photo_id)
    if photo is None:
        remove_unused(session, store, {name})
    else:
        photo.stored, photo.fetch_at = name, None


def given_up(session: Session, photo_id: int) -> None:
    """Telegram will never hand it out: it is known by its file id alone."""
    photo = session.get(Photo, photo_id)
    if photo is not None:
        photo.fetch_at = None


def of_ticket(session: Session, ticket: Ticket) -> Sequence[Photo]:
    """All that are kept with a ticket, the oldest first."""
    query = select(Photo).where(Photo.ticket_id == ticket.id)
    return session.exec(query.order_by(col(Photo.at), col(Photo.id))).all()


def show(work: Work, ticket: Ticket, member: Member, asked: int) -> bool:
    """All of a ticket's pictures to one person, in private; False if there is none. `asked`: by
    which update, so that each asking is answered once."""
    found = of_ticket(work.session, ticket)
    for photo in found:
        telling.owe(
            work,
            f"photo:{photo.id}:{member.user_id}:{asked}",
            MessageKind.PHOTO,
            chat_id=member.user_id,
            ticket_id=ticket.id,
            facts={"photo": photo.id},
        )
    return bool(found)


def remove_unused(session: Session, store: Store, names: set[str]) -> None:
    """Take out of the store what no form and no ticket, of any federation, refers to any more:
    a name is its content, so that a newer form may have the same."""
    listed = sorted(names)
    for start in range(0, len(listed), 500):
        chunk = listed[start : start + 500]
        used = {
            *session.exec(select(Form.photo).where(col(Form.photo).in_(chunk))),
            *session.exec(select(Photo.stored).where(col(Photo.stored).in_(chunk))),
        }
        for name in set(chunk) - used:
            store.remove(name)
