"""The roster in the database: who serves which community on a day, and by which names it goes."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.roster_file import RosterError, RosterFile, read_roster
from bot.services import rules
from bot.services.roster.ahead import settle, waiting
from bot.services.roster.changes import Plan
from bot.services.roster.importing import apply
from bot.services.roster.known import load
from bot.services.roster.plan import compare
from bot.services.roster.wanted import gather
from bot.services.scope import Scope
from bot.services.work import Work
from models import directory as pure
from models.tables.community import TRUSTED_AFTER, Alias, Community, Tenure
from models.tables.firm import Firm
from models.tables.roster import RosterAhead


def directory(session: Session, scope: Scope, at: datetime) -> pure.Directory:
    """The closed list that a reading is checked against, as it stands at a moment."""
    query = (
        select(Community.id, Community.name, Firm.name)
        .join(Tenure, col(Tenure.community_id) == Community.id)
        .join(Firm, col(Firm.id) == Tenure.firm_id)
        .where(Community.federation_id == scope.id, *in_force(at))
    )
    aliases: dict[int, list[str]] = {}
    for alias in session.exec(_aliases_of(scope).where(col(Alias.confirmed) >= TRUSTED_AFTER)):
        aliases.setdefault(alias.community_id, []).append(alias.name)
    return pure.Directory(
        tuple(
            pure.Community(name, firm, tuple(aliases.get(row_id or 0, ())))
            for row_id, name, firm in session.exec(query.order_by(col(Community.id)))
        ),
        scope.settings.area_code,
    )


def in_force(at: datetime) -> tuple[Any, Any]:
    """Conditions of the tenure that runs at a moment."""
    return col(Tenure.since) <= at, or_(col(Tenure.until).is_(None), col(Tenure.until) > at)


def _aliases_of(scope: Scope) -> SelectOfScalar[Alias]:
    return select(Alias).join(Community).where(Community.federation_id == scope.id)


def serving_firm(
    session: Session, scope: Scope, community: str, category: str, at: datetime
) -> Firm | None:
    """The firm to dispatch to: by a kept rule, the most particular first; else by the roster."""
    query = select(Community).where(Community.federation_id == scope.id)
    found = session.exec(query.where(Community.name == community)).first()
    if found is None:
        return None
    running = select(Tenure).where(Tenure.community_id == found.id, *in_force(at))
    tenure = session.exec(running.order_by(col(Tenure.since).desc())).first()
    ruled = rules.firm_for(session, scope, found, category, tenure)
    if ruled is not None:
        return ruled
    return session.get(Firm, tenure.firm_id) if tenure is not None else None


def community_id(session: Session, scope: Scope, name: str) -> int | None:
    """Our row of the community of exactly this name."""
    query = select(Community.id).where(Community.federation_id == scope.id)
    return session.exec(query.where(Community.name == name)).first()


def learn_alias(session: Session, scope: Scope, community: str, alias: str) -> None:
    """A clerk said that `alias` means `community`. A name on the roster is never an alias; and
    one that meant another community until now is trusted for neither until it is confirmed."""
    query = select(Community).where(Community.federation_id == scope.id)
    known = {c.name: c for c in session.exec(query)}
    if not alias or alias in known or community not in known:
        return
    own = known[community]
    rows = session.exec(_aliases_of(scope).where(Alias.name == alias)).all()
    for other in rows:
        other.confirmed = other.confirmed if other.community_id == own.id else 0
    row = next((r for r in rows if r.community_id == own.id), None)
    row = row or Alias(community_id=own.id or 0, name=alias)
    row.confirmed += 1
    session.add(row)


def plan(
    session: Session, scope: Scope, file: RosterFile, now: datetime, on: date | None = None
) -> Plan:
    """What taking in the file would change, now or when `on` begins."""
    start = now.astimezone(scope.zone)
    if on is not None:
        start = datetime.combine(on, time.min, scope.zone)
    plan = compare(load(session, scope), gather(file), start, now)
    days = [w.on.astimezone(scope.zone).date() for w in waiting(session, scope) if w.on >= start]
    return replace(plan, rows=tuple(row.cells for row in file.rows), replaces=tuple(days))


def expected(session: Session, scope: Scope, row: RosterAhead, now: datetime) -> Plan:
    """What a waiting import changes of firms and people; its communities are written already."""
    start, file = row.on.astimezone(scope.zone), RosterFile.of(row.rows)
    return replace(compare(load(session, scope), gather(file), start, now), communities=())


def come_into_force(work: Work) -> list[Plan]:
    """Waiting imports whose day has come."""
    plans = []
    for row in waiting(work.session, work.scope):
        if row.on <= work.now:
            plans.append(expected(work.session, work.scope, row, work.now))
            apply(work, plans[-1])
            settle(work, row)
    return plans


def take_in_if_empty(session: Session, scope: Scope, now: datetime) -> list[str]:
    """At start: the config's roster file, where the database has no firm for this federation."""
    path = scope.settings.roster
    if path is None or session.exec(select(Firm).where(Firm.federation_id == scope.id)).first():
        return []
    try:
        first = plan(session, scope, read_roster(path), now)
    except RosterError as error:
        return [str(error)]
    apply(Work(session, scope, now), first)
    return [first.summary(scope.language)]
