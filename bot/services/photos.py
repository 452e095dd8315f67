"""Pictures of a ticket that are no forms: evidence of a refusal, of the place, of the repair."""

from sqlmodel import select

from bot.services import telling
from bot.services.filing import Posted
from bot.services.people import Person, standings
from bot.services.work import Work
from models.rights import Standing
from models.ticket import Photo, Status, Ticket
from models.words import Gesture, understand

SIGN = "👌"


def keep(work: Work, ticket: Ticket, person: Person, posted: Posted) -> None:
    """Keep a member's picture with its ticket, once; a stranger's is left alone."""
    known = select(Photo.id).where(Photo.ticket_id == ticket.id, Photo.file_id == posted.file_id)
    if standings(person, ticket) == {Standing.STRANGER} or work.session.exec(known).first():
        return
    refused = understand(posted.caption) is Gesture.REFUSE or ticket.status is Status.RETURNED
    work.session.add(
        Photo(
            ticket_id=ticket.id or 0,
            purpose="evidence" if refused else "repair",
            file_id=posted.file_id,
            at=work.now,
        )
    )
    telling.react(work, (posted.chat_id, posted.message_id), SIGN)
