"""What the database knows of a federation's roster, read at once."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlmodel import Session, col, func, select

from bot.services.roster.changes import What
from bot.services.scope import Scope
from models.deed import Deed
from models.tables.community import Alias, Community, Tenure
from models.tables.event import Event
from models.tables.firm import Firm
from models.tables.member import Member
from models.tables.ticket import OPEN, Ticket


@dataclass(frozen=True)
class Known:
    """`firms` and `communities` by name, also those that left; `tenures` and `aliases` by
    community id; `members`: all, in the order in which they were entered; `bound`: ids of those
    whom a link or /bind made leads and no file has listed since; `listed`: community and alias, of
    those that a file brought; `open`: open tickets by firm."""

    firms: Mapping[str, Firm] = field(default_factory=dict)
    communities: Mapping[str, Community] = field(default_factory=dict)
    tenures: Mapping[int, Sequence[Tenure]] = field(default_factory=dict)
    aliases: Mapping[int, Sequence[Alias]] = field(default_factory=dict)
    members: Sequence[Member] = ()
    bound: frozenset[int] = frozenset()
    listed: frozenset[tuple[str, str]] = frozenset()
    open: Mapping[int, int] = field(default_factory=dict)

    def firm_id(self, name: str) -> int:
        """0 for a firm that is not known yet."""
        firm = self.firms.get(name)
        return firm.id or 0 if firm else 0

    def firm_name(self, firm_id: int | None) -> str:
        """The name of a firm of this federation, or nothing."""
        return self._names.get(firm_id, "")

    @cached_property
    def _names(self) -> dict[int | None, str]:
        return {firm.id: name for name, firm in self.firms.items()}

    def tenures_of(self, community: str) -> Sequence[Tenure]:
        """All tenures that the community has had."""
        row = self.communities.get(community)
        return self.tenures.get(row.id or 0, ()) if row else ()


def load(session: Session, scope: Scope) -> Known:
    """Seven queries, whatever the size."""
    firms = select(Firm).where(Firm.federation_id == scope.id).order_by(col(Firm.id))
    communities = select(Community).where(Community.federation_id == scope.id)
    members = select(Member).where(Member.federation_id == scope.id).order_by(col(Member.id))
    own = col(Community.federation_id) == scope.id
    tenures: defaultdict[int, list[Tenure]] = defaultdict(list)
    for tenure in session.exec(select(Tenure).join(Community).where(own).order_by(col(Tenure.id))):
        tenures[tenure.community_id].append(tenure)
    aliases: defaultdict[int, list[Alias]] = defaultdict(list)
    for alias in session.exec(select(Alias).join(Community).where(own).order_by(col(Alias.id))):
        aliases[alias.community_id].append(alias)
    noted = _noted(session, scope)
    return Known(
        {firm.name: firm for firm in session.exec(firms)},
        {row.name: row for row in session.exec(communities.order_by(col(Community.id)))},
        tenures,
        aliases,
        session.exec(members).all(),
        _bound(noted),
        _listed(noted),
        _open(session, scope),
    )


def _noted(session: Session, scope: Scope) -> Sequence[Mapping[str, Any]]:
    """What the record says of the roster, oldest first."""
    query = select(Event.facts).where(Event.federation_id == scope.id, Event.deed == Deed.NOTE)
    query = query.where(col(Event.ticket_id).is_(None))
    return session.exec(query.order_by(col(Event.id))).all()


def _bound(noted: Sequence[Mapping[str, Any]]) -> frozenset[int]:
    """Who was bound by whom, and whom an import has listed since."""
    found: set[int] = set()
    for facts in noted:
        if "bound" in facts:
            found.add(facts["member"])
        elif "unbound" in facts or "roster" in facts:
            found.discard(facts.get("member", 0))
    return frozenset(found)


def _listed(noted: Sequence[Mapping[str, Any]]) -> frozenset[tuple[str, str]]:
    """Each alias that an import has brought and none has taken away since."""
    found: set[tuple[str, str]] = set()
    for facts in noted:
        if "alias" in facts:
            found.discard((facts.get("before", ""), facts["alias"]))
            found.add((facts["community"], facts["alias"]))
        if facts.get("roster") == What.ALIAS_LEFT:
            found.discard((facts["community"], facts["alias"]))
    return frozenset(found)


def _open(session: Session, scope: Scope) -> Counter[int]:
    query = select(Ticket.firm_id, func.count()).where(Ticket.federation_id == scope.id)
    counted = query.where(col(Ticket.status).in_(OPEN)).group_by(col(Ticket.firm_id))
    return Counter({firm_id or 0: count for firm_id, count in session.exec(counted)})
