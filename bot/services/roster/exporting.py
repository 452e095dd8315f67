"""The roster in the database as the rows of a file, and the changes that lie ahead."""

from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest

from sqlmodel import Session

from bot.roster_file import RosterRow
from bot.services import tenures
from bot.services.roster.changes import CommunityChange, What
from bot.services.roster.known import Known, load
from bot.services.scope import Scope
from models.tables.community import TRUSTED_AFTER, Community
from models.tables.firm import Firm
from models.tables.member import Member


def export(session: Session, scope: Scope, at: datetime) -> list[RosterRow]:
    """The roster as it stands at a moment, in the rows of a file: taken in, it changes nothing. Of
    the past only the communities are known, with the firm of then, which may have left since."""
    known = load(session, scope)
    rows: list[RosterRow] = []
    for firm in known.firms.values():
        served = [c for c in known.communities.values() if _serves(known, firm, c, at)]
        if firm.active or served:
            rows += _rows_of(known, firm, served, len(rows) + 2)
    return rows


def _rows_of(known: Known, firm: Firm, served: Sequence[Community], line: int) -> list[RosterRow]:
    """A community and a lead share a row while there are both."""
    leads = [m for m in known.members if m.firm_id == firm.id]
    pairs = list(zip_longest(served, leads)) or [(None, None)]
    skills = tuple(firm.skills.split("、")) if firm.skills else ()
    return [
        RosterRow(
            line=line + number,
            firm=firm.name,
            kind=firm.kind,
            skills=skills,
            community=community.name if community else "",
            aliases=_trusted(known, community) if community else (),
            lead=lead.name if lead else "",
            phone=lead.phone if lead else "",
            telegram=_telegram(lead) if lead else "",
        )
        for number, (community, lead) in enumerate(pairs)
    ]


def _serves(known: Known, firm: Firm, community: Community, at: datetime) -> bool:
    now = tenures.serving(known.tenures_of(community.name), at)
    return now is not None and now.firm_id == firm.id


def _trusted(known: Known, community: Community) -> tuple[str, ...]:
    rows = known.aliases.get(community.id or 0, ())
    return tuple(alias.name for alias in rows if alias.confirmed >= TRUSTED_AFTER)


def _telegram(lead: Member) -> str:
    """An id outlives an @name."""
    if lead.user_id is not None:
        return str(lead.user_id)
    return f"@{lead.username}" if lead.username else ""


def scheduled(session: Session, scope: Scope, at: datetime) -> list[CommunityChange]:
    """The communities that will change their firm after a moment."""
    known = load(session, scope)
    return [
        change
        for name in known.communities
        for change in _ahead(known, name, at.astimezone(scope.zone))
    ]


def _ahead(known: Known, community: str, at: datetime) -> list[CommunityChange]:
    before, until, found = "", None, []
    for tenure in tenures.running(known.tenures_of(community), at):
        firm, until = known.firm_name(tenure.firm_id), tenure.until
        if tenure.since > at:
            what = What.COMMUNITY_MOVED if before else What.COMMUNITY_NEW
            day = tenure.since.astimezone(at.tzinfo).date()
            found.append(CommunityChange(what, community, day, firm, before))
        before = firm
    if until is not None:
        day = until.astimezone(at.tzinfo).date()
        found.append(CommunityChange(What.COMMUNITY_LEFT, community, day, "", before))
    return found
