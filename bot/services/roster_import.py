"""Taking in a roster file. Nothing is deleted: a tenure is closed, a lead leaves a firm."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.roster_file import RosterFile, RosterRow
from bot.services.scope import Scope
from models.community import TRUSTED_AFTER, Alias, Community, Tenure
from models.firm import Firm
from models.member import Member


def take_in(session: Session, scope: Scope, file: RosterFile, now: datetime) -> list[str]:
    """Bring the database to what the file says; what changed, a sentence each."""
    changed: list[str] = []
    for row in file.rows:
        firm = _firm(session, scope, row)
        if row.community:
            changed += _community(session, scope, row, firm, now)
        if row.lead or row.telegram:
            changed += _lead(session, scope, row, firm)
    return changed


def _firm(session: Session, scope: Scope, row: RosterRow) -> Firm:
    query = select(Firm).where(Firm.federation_id == scope.id, Firm.name == row.firm)
    firm = session.exec(query).first() or Firm(federation_id=scope.id, name=row.firm)
    firm.kind = row.kind
    firm.skills = "、".join(row.skills) or firm.skills
    session.add(firm)
    session.flush()
    return firm


def _community(
    session: Session, scope: Scope, row: RosterRow, firm: Firm, now: datetime
) -> list[str]:
    query = select(Community).where(Community.federation_id == scope.id)
    found = session.exec(query.where(Community.name == row.community)).first()
    community = found or Community(federation_id=scope.id, name=row.community)
    session.add(community)
    session.flush()
    for name in row.aliases:
        _alias(session, community, name)
    open_tenure = select(Tenure).where(Tenure.community_id == community.id)
    tenure = session.exec(open_tenure.where(col(Tenure.until).is_(None))).first()
    if tenure is not None and tenure.firm_id == firm.id:
        return []
    if tenure is not None:
        tenure.until = now
    session.add(Tenure(community_id=community.id or 0, firm_id=firm.id or 0, since=now))
    return [f"{row.community} → {row.firm}"]


def _alias(session: Session, community: Community, name: str) -> None:
    query = select(Alias).where(Alias.community_id == community.id, Alias.name == name)
    alias = session.exec(query).first() or Alias(community_id=community.id or 0, name=name)
    alias.confirmed = max(alias.confirmed, TRUSTED_AFTER)
    session.add(alias)


def _lead(session: Session, scope: Scope, row: RosterRow, firm: Firm) -> list[str]:
    user_id = int(row.telegram) if row.telegram.isdigit() else None
    username = row.telegram.removeprefix("@") or None if user_id is None else None
    query = select(Member).where(Member.federation_id == scope.id)
    if user_id is not None:
        query = query.where(Member.user_id == user_id)
    elif username is not None:
        query = query.where(col(Member.username).ilike(username))
    else:
        query = query.where(Member.name == row.lead, Member.firm_id == firm.id)
    found = session.exec(query).first()
    member = found or Member(federation_id=scope.id, user_id=user_id, username=username)
    moved = member.firm_id != firm.id
    member.name, member.phone, member.firm_id = row.lead or member.name, row.phone, firm.id
    session.add(member)
    session.flush()
    return [f"{row.lead} → {row.firm}"] if moved else []
