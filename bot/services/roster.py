"""The roster in the database: who serves which community on a day, and by which names it goes."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.roster_file import RosterError, read_roster
from bot.services.roster_import import take_in
from bot.services.scope import Scope
from models import directory as pure
from models.community import TRUSTED_AFTER, Alias, Community, Rule, Tenure
from models.firm import Firm
from models.member import Member
from models.ticket import Ticket


def directory(session: Session, scope: Scope, at: datetime) -> pure.Directory:
    """The closed list that a reading is checked against, as it stands at a moment."""
    query = (
        select(Community.id, Community.name, Firm.name)
        .join(Tenure, col(Tenure.community_id) == Community.id)
        .join(Firm, col(Firm.id) == Tenure.firm_id)
        .where(Community.federation_id == scope.id, col(Tenure.since) <= at)
        .where((col(Tenure.until).is_(None)) | (col(Tenure.until) > at))
    )
    aliases: dict[int, list[str]] = {}
    trusted = select(Alias).where(col(Alias.confirmed) >= TRUSTED_AFTER)
    for alias in session.exec(trusted):
        aliases.setdefault(alias.community_id, []).append(alias.name)
    return pure.Directory(
        tuple(
            pure.Community(name, firm, tuple(aliases.get(row_id or 0, ())))
            for row_id, name, firm in session.exec(query.order_by(col(Community.id)))
        )
    )


def serving_firm(
    session: Session, scope: Scope, community: str, category: str, at: datetime
) -> Firm | None:
    """The firm to dispatch to: by a kept rule, the most particular first; else by the roster."""
    query = select(Community).where(Community.federation_id == scope.id)
    found = session.exec(query.where(Community.name == community)).first()
    if found is None:
        return None
    ruled = _by_rule(session, scope, found, category)
    if ruled is not None:
        return ruled
    tenure = (
        select(Firm)
        .join(Tenure, col(Tenure.firm_id) == Firm.id)
        .where(Tenure.community_id == found.id, col(Tenure.since) <= at)
        .where((col(Tenure.until).is_(None)) | (col(Tenure.until) > at))
    )
    return session.exec(tenure.order_by(col(Tenure.since).desc())).first()


def _by_rule(session: Session, scope: Scope, community: Community, category: str) -> Firm | None:
    query = select(Rule).where(Rule.federation_id == scope.id)
    fitting = [
        rule
        for rule in session.exec(query.order_by(col(Rule.id).desc()))
        if rule.community_id in (None, community.id) and rule.category in (None, category)
    ]
    if not fitting:
        return None
    best = max(fitting, key=lambda r: (r.community_id is not None, r.category is not None))
    return session.get(Firm, best.firm_id)


def keep_rule(
    session: Session, scope: Scope, ticket: Ticket, maker: Member, now: datetime
) -> None:
    """From now on tickets of this ticket's community go to the firm that holds it."""
    session.add(
        Rule(
            federation_id=scope.id,
            community_id=ticket.community_id,
            firm_id=ticket.firm_id,
            made_by=maker.id or 0,
            made_at=now,
        )
    )


def learn_alias(session: Session, scope: Scope, community: str, alias: str) -> None:
    """A clerk said that `alias` means `community`. A name on the roster is never an alias."""
    query = select(Community).where(Community.federation_id == scope.id)
    known = {c.name: c for c in session.exec(query)}
    if not alias or alias in known or community not in known:
        return
    own = known[community]
    query_alias = select(Alias).where(Alias.community_id == own.id, Alias.name == alias)
    row = session.exec(query_alias).first() or Alias(community_id=own.id or 0, name=alias)
    row.confirmed += 1
    session.add(row)


def take_in_if_empty(session: Session, scope: Scope, now: datetime) -> list[str]:
    """At start: the config's roster file, where the database has no firm for this federation."""
    path = scope.settings.roster
    if path is None or session.exec(select(Firm).where(Firm.federation_id == scope.id)).first():
        return []
    try:
        return take_in(session, scope, read_roster(path), now)
    except RosterError as error:
        return [str(error)]
