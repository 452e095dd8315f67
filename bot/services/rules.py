"""Rulings that were kept: tickets of a community, or of a kind of fault, go to a certain firm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bot.services import telling
from bot.services.people import Person
from bot.services.scope import Scope
from bot.services.work import Work
from models.deed import Deed
from models.tables.community import Community, Rule, Tenure
from models.tables.event import Event
from models.tables.firm import Firm, FirmKind
from models.tables.message import Message, MessageKind
from models.tables.ticket import Ticket


@dataclass(frozen=True)
class Kept:
    """A rule that stands, in names. `idle`: its community has changed its firm since, or its firm
    has left the federation, so that it decides nothing."""

    id: int
    community: str | None
    category: str | None
    firm: str
    idle: bool


def standing(session: Session, scope: Scope, at: datetime) -> list[Kept]:
    """The rules that were not withdrawn, the oldest first."""
    query = select(Rule, Firm, Community).join(Firm, col(Firm.id) == Rule.firm_id)
    query = query.outerjoin(Community, col(Community.id) == Rule.community_id)
    query = query.where(Rule.federation_id == scope.id, col(Rule.withdrawn_at).is_(None))
    return [
        Kept(
            id=rule.id or 0,
            community=community.name if community else None,
            category=rule.category,
            firm=firm.name,
            idle=not firm.active or not _holds(rule, _tenure_at(session, community, at)),
        )
        for rule, firm, community in session.exec(query.order_by(col(Rule.id)))
    ]


def _tenure_at(session: Session, community: Community | None, at: datetime) -> Tenure | None:
    """Who serves the community at a moment."""
    if community is None:
        return None
    query = select(Tenure).where(Tenure.community_id == community.id, col(Tenure.since) <= at)
    latest = session.exec(query.order_by(col(Tenure.since).desc())).all()
    return next((t for t in latest if t.until is None or t.until > at), None)


def _holds(rule: Rule, tenure: Tenure | None) -> bool:
    """A ruling about a community ends when the community changes its firm."""
    return rule.community_id is None or tenure is None or rule.made_at >= tenure.since


def firm_for(
    session: Session, scope: Scope, community: Community, category: str, tenure: Tenure | None
) -> Firm | None:
    """The firm that a rule names for such a ticket. The most particular rule counts; any ends when
    its firm leaves the federation."""
    query = select(Rule, Firm).join(Firm, col(Firm.id) == Rule.firm_id)
    query = query.where(Rule.federation_id == scope.id, Firm.active)
    query = query.where(col(Rule.withdrawn_at).is_(None)).order_by(col(Rule.id).desc())
    fitting = [
        (rule, firm)
        for rule, firm in session.exec(query)
        if rule.community_id in (None, community.id) and rule.category in (None, category)
        if _holds(rule, tenure)
    ]
    if not fitting:
        return None
    return max(
        fitting, key=lambda rf: (rf[0].community_id is not None, rf[0].category is not None)
    )[1]


def choices(session: Session, ticket: Ticket) -> tuple[str, ...]:
    """How far a ruling on this ticket may be kept: "" for its community, "kind" for its kind of
    fault there; "everywhere", for the kind in any community, only with a specialist."""
    if ticket.community_id is None:
        return ()
    firm = session.get_one(Firm, ticket.firm_id)
    everywhere = ("everywhere",) if firm.kind is FirmKind.SPECIALIST else ()
    return ("", "kind", *everywhere) if ticket.category else ("",)


def ruled(ticket: Ticket) -> str:
    """What a button that keeps a ruling on the ticket names: its firm, its community, its kind. If
    any of them has changed since, the button is old."""
    return f"{ticket.firm_id}:{ticket.community_id}:{ticket.category}"


def keep(
    work: Work, ticket: Ticket, maker: Person, *, kind: bool = False, everywhere: bool = False
) -> None:
    """From now on tickets of this ticket's community (`kind`: and kind of fault; `everywhere`: of
    its kind in any community) go to the firm that holds it. An older rule about the same ends."""
    rule = Rule(
        federation_id=work.scope.id,
        community_id=None if everywhere else ticket.community_id,
        category=ticket.category if kind or everywhere else None,
        firm_id=ticket.firm_id,
        made_by=(maker.member.id if maker.member else None) or 0,
        made_at=work.now,
    )
    for older in _about_the_same(work, rule):
        older.withdrawn_at = work.now
    work.session.add(rule)
    work.session.flush()
    _record(work, Deed.KEEP_RULE, maker, rule, ticket.id)


def _about_the_same(work: Work, rule: Rule) -> Sequence[Rule]:
    query = select(Rule).where(Rule.federation_id == rule.federation_id)
    query = query.where(col(Rule.withdrawn_at).is_(None))
    query = query.where(col(Rule.community_id).is_not_distinct_from(rule.community_id))
    return work.session.exec(
        query.where(col(Rule.category).is_not_distinct_from(rule.category))
    ).all()


def withdraw(work: Work, person: Person, rule_id: int) -> bool:
    """The rule counts no more; every list that was shown says so. False if it stood no more."""
    rule = work.session.get(Rule, rule_id, with_for_update=True)
    if rule is None or rule.federation_id != work.scope.id or rule.withdrawn_at is not None:
        return False
    rule.withdrawn_at = work.now
    work.session.flush()
    _record(work, Deed.DROP_RULE, person, rule, None)
    _show(work)
    return True


def _record(work: Work, deed: Deed, by: Person, rule: Rule, ticket_id: int | None) -> None:
    work.session.add(
        Event(
            federation_id=work.scope.id,
            ticket_id=ticket_id,
            deed=deed,
            at=work.now,
            actor_id=by.user_id,
            firm_id=rule.firm_id,
            facts={
                "rule": rule.id,
                "community_id": rule.community_id,
                "category": rule.category,
            },
        )
    )


def _show(work: Work) -> None:
    query = select(Message).where(Message.federation_id == work.scope.id)
    for row in work.session.exec(query.where(Message.kind == MessageKind.RULES)):
        telling.owe(
            work,
            f"message:{row.id}:rules:{work.now.timestamp()}",
            MessageKind.RULES_EDIT,
            chat_id=row.chat_id,
            facts={"original": row.id},
        )
