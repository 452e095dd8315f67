"""Doing what a roster plan says. Nothing is deleted: a tenure is closed, a firm is marked as
having left, a lead leaves a firm; and each change is put on record."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.services import tags, tenures
from bot.services.roster import ahead
from bot.services.roster.changes import (
    AliasChange,
    Change,
    CommunityChange,
    FirmChange,
    LeadChange,
    Plan,
    What,
    said,
)
from bot.services.roster.known import Known, load
from bot.services.roster.leads import facts_of
from bot.services.work import Work
from models.deed import Deed
from models.tables.community import TRUSTED_AFTER, Alias, Community
from models.tables.event import Event
from models.tables.firm import Firm
from models.tables.member import Member


@dataclass(frozen=True)
class _Import:
    """Rows that are added on the way can be found by name from then on."""

    work: Work
    on: datetime
    firms: dict[str, Firm]
    communities: dict[str, Community]
    known: Known

    def keep(self, row: Firm | Community | Member) -> None:
        """Give it its id."""
        self.work.session.add(row)
        self.work.session.flush()

    def firm_id(self, name: str) -> int | None:
        """None for no firm."""
        return self.firms[name].id if name else None


def apply(work: Work, plan: Plan) -> None:
    """Bring the database to what the plan says. It has to be made in the same transaction. Of a
    plan that lies ahead only the communities are written, each with its day; the rest waits."""
    known = load(work.session, work.scope)
    task = _Import(work, plan.on, dict(known.firms), dict(known.communities), known)
    ahead.drop(work, plan)
    if plan.ahead:
        ahead.keep(work, plan)
    for firm in plan.firms:
        _firm(task, firm, here=not plan.ahead)
    for community in plan.communities:
        _community(task, community)
        _record(task, community, community.firm or community.before, since=plan.on.isoformat())
    if not plan.ahead:
        _firms_and_people(task, plan)


def _firms_and_people(task: _Import, plan: Plan) -> None:
    for firm in plan.firms:
        _record(task, firm, firm.firm)
    for alias in plan.aliases:
        _alias(task, alias)
        _record(task, alias, "")
    for lead in plan.leads:
        member = _lead(task, lead)
        _record(task, lead, lead.firm or lead.before, member=member.id)


def _firm(task: _Import, change: FirmChange, *, here: bool) -> None:
    """One that is yet to come is entered, so that a community can name it, and is not active."""
    if not here and change.what is not What.FIRM_NEW:
        return
    new = Firm(federation_id=task.work.scope.id, name=change.firm)
    firm = task.firms.setdefault(change.firm, new)
    firm.kind, firm.skills = change.kind, change.skills
    firm.active = here and change.what is not What.FIRM_LEFT
    task.keep(firm)


def _community(task: _Import, change: CommunityChange) -> None:
    new = Community(federation_id=task.work.scope.id, name=change.community)
    community = task.communities.setdefault(change.community, new)
    task.keep(community)
    had = task.known.tenures_of(change.community)
    begun = tenures.hand_over(had, community.id or 0, task.firm_id(change.firm), task.on)
    if begun is not None:
        task.work.session.add(begun)


def _alias(task: _Import, change: AliasChange) -> None:
    """A name means one community: what it meant before, it is not trusted for any more."""
    for rows in task.known.aliases.values():
        for other in rows:
            other.confirmed = 0 if other.name == change.alias else other.confirmed
    if change.what is What.ALIAS_LEFT:
        return
    community_id = task.communities[change.community].id or 0
    rows = task.known.aliases.get(community_id, ())
    row = next((a for a in rows if a.name == change.alias), None)
    row = row or Alias(community_id=community_id, name=change.alias)
    row.confirmed = TRUSTED_AFTER
    task.work.session.add(row)


def _lead(task: _Import, change: LeadChange) -> Member:
    session, scope = task.work.session, task.work.scope
    found = session.get(Member, change.member_id) if change.member_id else None
    member = found or Member(federation_id=scope.id)
    if change.wanted is not None:
        for column, value in list(facts_of(change.wanted, member)):
            setattr(member, column, value)
    member.firm_id = task.firm_id(change.firm)
    task.keep(member)
    if member.tag:
        tags.show(task.work, member, change.firm)
    return member


def _record(task: _Import, change: Change, firm: str, **facts: Any) -> None:
    """`note` is for people; `facts`, which nobody can change, name no person."""
    named = {k: str(v) for k, v in vars(change).items() if v and k in _RECORDED}
    task.work.session.add(
        Event(
            federation_id=task.work.scope.id,
            deed=Deed.NOTE,
            at=task.work.now,
            firm_id=task.firm_id(firm),
            note=said(change, "zh"),
            facts={"roster": change.what.value, **named, **facts},
        )
    )


_RECORDED = frozenset({"firm", "before", "community", "alias"})
