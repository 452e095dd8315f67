"""The same trouble reported twice, and a cluster of the like in one community."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from sqlmodel import Session, col, or_, select

from bot.services import telling
from bot.services.work import Work
from models.tables.ticket import OPEN, Status, Ticket

NEAR = timedelta(hours=24)
CLUSTER = 3  # of a kind, in one community, in a day
MOST_OFFERED = 2


def standing(session: Session, ticket_id: int | None) -> Ticket | None:
    """The ticket that stands for this one: itself, or what it was merged into."""
    seen: set[int] = set()
    ticket = session.get(Ticket, ticket_id) if ticket_id else None
    while ticket is not None and ticket.merged_into and ticket.merged_into not in seen:
        seen.add(ticket.merged_into)
        ticket = session.get(Ticket, ticket.merged_into)
    return ticket


def each_standing(session: Session, found: Iterable[Ticket]) -> list[Ticket]:
    """What stands for each of these, once."""
    stand = (standing(session, ticket.id) for ticket in found)
    return list({ticket.id: ticket for ticket in stand if ticket}.values())


def came_to_nothing(session: Session, ticket_id: int | None) -> bool:
    """Whether the ticket, or what it was merged into, was cancelled."""
    ticket = standing(session, ticket_id)
    return ticket is not None and ticket.status is Status.CANCELLED


def merged_into(session: Session, ticket: Ticket) -> list[Ticket]:
    """Every ticket that this one stands for."""
    query = select(Ticket).where(Ticket.merged_into == ticket.id)
    found = list(session.exec(query.where(Ticket.status == Status.MERGED)))
    return [*found, *(further for twin in found for further in merged_into(session, twin))]


def look_for(work: Work, ticket: Ticket) -> None:
    """Offer the clerk likely twins of a new ticket; tell the dispatchers of a cluster."""
    twins = alike(work.session, ticket)
    if twins:
        _offer(work, ticket, twins)
    if len(_of_a_kind(work, ticket)) + 1 == CLUSTER:
        telling.about(
            work,
            ticket,
            say="cluster",
            community=ticket.community,
            category=ticket.category,
            count=CLUSTER,
            mention=telling.rulers(work),
        )


def alike(session: Session, ticket: Ticket) -> Sequence[Ticket]:
    """Open tickets of the same community, near in time, of the same kind or caller. Elsewhere one
    telephone is no sign: a relative or a property office calls about several homes."""
    same_kind = (col(Ticket.category) == ticket.category) & (col(Ticket.category) != "")
    same_caller = (col(Ticket.phone) == ticket.phone) & (col(Ticket.phone) != "")
    query = select(Ticket).where(
        Ticket.federation_id == ticket.federation_id,
        Ticket.id != ticket.id,
        Ticket.community == ticket.community,
        col(Ticket.status).in_(OPEN),
        col(Ticket.accepted_at) >= ticket.accepted_at - NEAR,
        or_(same_kind, same_caller),
    )
    newest_first = query.order_by(col(Ticket.id).desc()).limit(MOST_OFFERED)
    return session.exec(newest_first).all()


def _of_a_kind(work: Work, ticket: Ticket) -> Sequence[int | None]:
    """Merged ones count: that several call about one fault is what a cluster is."""
    if not ticket.category:
        return ()
    query = select(Ticket.id).where(
        Ticket.federation_id == ticket.federation_id,
        Ticket.id != ticket.id,
        Ticket.community == ticket.community,
        Ticket.category == ticket.category,
        Ticket.status != Status.CANCELLED,
        col(Ticket.accepted_at) >= ticket.accepted_at - NEAR,
    )
    return work.session.exec(query).all()


def _offer(work: Work, ticket: Ticket, twins: Sequence[Ticket]) -> None:
    rows = [[["same_as", f"same:{ticket.id}:{twin.id}", twin.label]] for twin in twins]
    telling.about(
        work,
        ticket,
        say="twins",
        number=ticket.label,
        others="、".join(f"#{t.label}" for t in twins),
        mention=telling.member_ids(work, ticket.poster_id),
        buttons=rows,
    )
