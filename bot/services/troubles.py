"""Words that were only noted, but are to reach whoever can do something about it."""

from bot.services import telling
from bot.services.people import Person
from bot.services.work import Work
from models.lifecycle import NEXT
from models.said.troubles import OFFERED, Trouble
from models.tables.ticket import Ticket


def tell(
    work: Work,
    person: Person,
    ticket: Ticket,
    trouble: Trouble,
    place: tuple[int, int],
    update_id: int,
) -> None:
    """Below the words, or, where they were said in private, below the card."""
    chat_id, message_id = place
    here = chat_id == work.scope.chat_id
    offered = [deed for deed in OFFERED[trouble] if deed in NEXT[ticket.status]]
    buttons = [[[deed.value, f"{deed}:{ticket.id}"] for deed in offered]]
    telling.notice(
        work,
        key=f"update:{update_id}:trouble",
        say=trouble.value,
        ticket_id=ticket.id,
        reply_to=message_id if here else telling.newest_card(work, ticket),
        mention=_told(work, person, ticket, trouble),
        buttons=buttons if offered else [],
        urgent=True,
    )


def _told(work: Work, person: Person, ticket: Ticket, trouble: Trouble) -> list[int]:
    """Whom it rings: who wrote the data down, or the dispatchers; whoever says it knows."""
    if trouble is Trouble.HALF_MENDED:
        return []
    wrote = telling.member_ids(work, ticket.poster_id) if trouble is Trouble.WRONG_DATA else []
    said = telling.member_ids(work, person.user_id)
    return [member_id for member_id in wrote or telling.rulers(work) if member_id not in said]
