"""Pictures of a ticket that are no forms: evidence of a refusal, of the place, of the repair."""

from bot.services import telling
from bot.services.filing import Posted
from bot.services.people import Person, standings
from bot.services.work import Work
from models.rights import Standing
from models.ticket import Photo, Status, Ticket

SIGN = "👌"


def keep(work: Work, ticket: Ticket, person: Person, posted: Posted) -> bool:
    """Keep a member's picture with the ticket that it replies to; a stranger's is left alone."""
    if standings(person, ticket) == {Standing.STRANGER}:
        return False
    purpose = "evidence" if ticket.status is Status.RETURNED else "repair"
    work.session.add(
        Photo(ticket_id=ticket.id or 0, purpose=purpose, file_id=posted.file_id, at=work.now)
    )
    telling.react(work, (posted.chat_id, posted.message_id), SIGN)
    return True
