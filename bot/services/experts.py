"""Who has solved this kind of fault: the repair experts 维修专家库, from the record."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from bot.services import people
from bot.services.scope import Scope
from bot.services.work import Work
from models.tables.firm import Firm, FirmKind
from models.tables.ticket import DONE, Assist, Ticket

MOST_RUNG = 5  # people in one message: more, and Telegram may ring none


@dataclass(frozen=True)
class Expert:
    """A firm, how many tickets of the kind it solved, and how many it helped with."""

    firm: Firm
    solved: int
    helped: int


def who_solved(session: Session, scope: Scope, category: str) -> list[Expert]:
    """Firms by what they solved of a kind; specialists skilled in it come first."""
    solved = _counts(session, scope, category, helped=False)
    helped = _counts(session, scope, category, helped=True)
    query = select(Firm).where(Firm.federation_id == scope.id, Firm.active)
    found = [
        Expert(firm, solved.get(firm.id or 0, 0), helped.get(firm.id or 0, 0))
        for firm in session.exec(query)
        if firm.id in solved or firm.id in helped or _skilled(firm, category)
    ]
    return sorted(
        found, key=lambda e: (not _skilled(e.firm, category), -e.solved - e.helped, e.firm.name)
    )


def _skilled(firm: Firm, category: str) -> bool:
    return firm.kind is FirmKind.SPECIALIST and category in firm.skills.split("、")


def _counts(session: Session, scope: Scope, category: str, *, helped: bool) -> dict[int, int]:
    firm_id = col(Assist.firm_id) if helped else col(Ticket.firm_id)
    query = (
        select(firm_id, func.count())
        .select_from(Ticket)
        .where(
            Ticket.federation_id == scope.id,
            Ticket.category == category,
            col(Ticket.status).in_(DONE),
        )
    )
    if helped:
        joined = (col(Assist.ticket_id) == Ticket.id) & col(Assist.thanked_at).is_(None)
        query = query.join(Assist, joined).where(Assist.firm_id != Ticket.firm_id)
    return dict(session.exec(query.group_by(firm_id)).all())


def to_call(work: Work, ticket: Ticket) -> list[int]:
    """Member ids of those to ring when a firm calls for help."""
    experts = who_solved(work.session, work.scope, ticket.category)
    return _rung(work, ticket, [expert.firm for expert in experts])


def asked_by_name(work: Work, ticket: Ticket, words: str) -> list[int]:
    """The same where the call names whom it wants."""
    return _rung(work, ticket, people.firms_in(work.session, work.scope, words))


def _rung(work: Work, ticket: Ticket, firms: Sequence[Firm]) -> list[int]:
    """At most five people, one a firm, of those whose Telegram account is known."""
    found: list[int] = []
    for firm in firms:
        if firm.id != ticket.firm_id and len(found) < MOST_RUNG:
            leads = people.leads_of(work.session, firm.id or 0)
            found += [m.id for m in leads if m.id is not None and (m.username or m.user_id)][:1]
    return found
