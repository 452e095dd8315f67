"""A roster file against what is known: a pure comparison → what an import will change."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.services import tenures
from bot.services.roster.alike import alike
from bot.services.roster.changes import (
    AliasChange,
    CommunityChange,
    FirmChange,
    Note,
    Plan,
    What,
)
from bot.services.roster.known import Known
from bot.services.roster.leads import changes_of_leads, firms_with_leads
from bot.services.roster.wanted import Wanted, WantedCommunity, WantedFirm
from models.tables.community import TRUSTED_AFTER, Tenure
from models.tables.firm import Firm


def compare(known: Known, wanted: Wanted, on: datetime, now: datetime) -> Plan:
    """`on`: from when all of it counts, in the federation's zone."""
    leads, kept = changes_of_leads(known, wanted)
    plan = Plan(
        on,
        (*_coming_firms(known, wanted), *_leaving_firms(known, wanted)),
        (*_served(known, wanted, on), *_unserved(known, wanted, on)),
        tuple(_aliases(known, wanted)),
        tuple(leads),
        ahead=on > now,
    )
    return replace(plan, notes=(*kept, *_warnings(known, wanted, plan)))


def _coming_firms(known: Known, wanted: Wanted) -> Iterator[FirmChange]:
    for firm in wanted.firms.values():
        row = known.firms.get(firm.name)
        what = _what_of_firm(row, firm)
        if what is not None:
            skills = firm.skills or (row.skills if row else "")
            yield FirmChange(what, firm.name, firm.kind, skills)


def _what_of_firm(row: Firm | None, firm: WantedFirm) -> What | None:
    if row is None:
        return What.FIRM_NEW
    if not row.active:
        return What.FIRM_BACK
    same = row.kind == firm.kind and (not firm.skills or row.skills == firm.skills)
    return None if same else What.FIRM_CHANGED


def _leaving_firms(known: Known, wanted: Wanted) -> Iterator[FirmChange]:
    for name, row in known.firms.items():
        if row.active and name not in wanted.firms:
            yield FirmChange(What.FIRM_LEFT, name, row.kind, row.skills)


def _served(known: Known, wanted: Wanted, on: datetime) -> Iterator[CommunityChange]:
    for community in wanted.communities.values():
        had = known.tenures_of(community.name)
        if not tenures.stands(had, known.firm_id(community.firm), on):
            yield _served_otherwise(known, had, community, on)


def _served_otherwise(
    known: Known, had: Sequence[Tenure], community: WantedCommunity, on: datetime
) -> CommunityChange:
    """A firm that was only to serve the community later is none that served it before."""
    now = tenures.serving(had, on)
    before = known.firm_name(now.firm_id) if now is not None else ""
    kinds = {"": What.COMMUNITY_NEW, community.firm: What.COMMUNITY_STAYS}
    what = kinds.get(before, What.COMMUNITY_MOVED)
    return CommunityChange(what, community.name, on.date(), community.firm, before)


def _unserved(known: Known, wanted: Wanted, on: datetime) -> Iterator[CommunityChange]:
    for name in known.communities:
        rest = tenures.running(known.tenures_of(name), on)
        if name not in wanted.communities and rest:
            before = known.firm_name(rest[0].firm_id)
            yield CommunityChange(What.COMMUNITY_LEFT, name, on.date(), "", before)


def _aliases(known: Known, wanted: Wanted) -> Iterator[AliasChange]:
    """Names learned from clerks stay; the file's word goes before theirs, and what a file brought
    and the next one leaves out is trusted no more."""
    trusted = {
        alias.name: name
        for name, row in known.communities.items()
        for alias in known.aliases.get(row.id or 0, ())
        if alias.confirmed >= TRUSTED_AFTER
    }
    named = {alias: c.name for c in wanted.communities.values() for alias in c.aliases}
    for alias, community in named.items():
        before = trusted.get(alias, "")
        if before != community:
            what = What.ALIAS_MOVED if before else What.ALIAS_NEW
            yield AliasChange(what, community, alias, before)
        elif (community, alias) not in known.listed:
            yield AliasChange(What.ALIAS_LISTED, community, alias)
    for alias, community in trusted.items():
        listed = (community, alias) in known.listed and community in wanted.communities
        if listed and alias not in named:
            yield AliasChange(What.ALIAS_LEFT, community, alias)


def _warnings(known: Known, wanted: Wanted, plan: Plan) -> Iterator[Note]:
    with_lead = firms_with_leads(known, plan.leads)
    for name in wanted.firms:
        if name not in with_lead:
            yield Note("no_lead", name)
    for change in plan.firms:
        count = known.open.get(known.firm_id(change.firm), 0)
        if change.what is What.FIRM_LEFT and count:
            yield Note("open_tickets", change.firm, count=count)
    yield from _slips(known.firms, wanted.firms)
    yield from _slips(known.communities, wanted.communities)


def _slips(
    known: Collection[str], wanted: Mapping[str, WantedFirm] | Mapping[str, WantedCommunity]
) -> Iterator[Note]:
    """New names that look very much like others."""
    new = [name for name in wanted if name not in known]
    for name, other in alike(new, {*known, *wanted}):
        yield Note("alike", other, name, count=wanted[name].line)
