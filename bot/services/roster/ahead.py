"""Imports of the roster that count from a day ahead. Communities are written at once, with their
day; firms and their leads have no calendar, so the file's rows wait for it."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from bot.services.roster.changes import Plan
from bot.services.scope import Scope
from bot.services.work import Work
from models.tables.roster import RosterAhead


def waiting(session: Session, scope: Scope) -> Sequence[RosterAhead]:
    """Those that have not come into force, the next one first."""
    query = select(RosterAhead).where(RosterAhead.federation_id == scope.id)
    query = query.where(col(RosterAhead.settled_at).is_(None))
    return session.exec(query.order_by(col(RosterAhead.on))).all()


def keep(work: Work, plan: Plan) -> None:
    """Let the rows of this plan wait for their day."""
    rows = [list(cells) for cells in plan.rows]
    work.session.add(RosterAhead(federation_id=work.scope.id, on=plan.on, rows=rows))


def drop(work: Work, plan: Plan) -> None:
    """A later word counts: what this plan replaces will never come into force."""
    for row in waiting(work.session, work.scope):
        if row.on.astimezone(work.scope.zone).date() in plan.replaces:
            settle(work, row)


def settle(work: Work, row: RosterAhead) -> None:
    """Its day has come, or it is replaced: the rows, which name people, are kept no longer."""
    row.settled_at = work.now
    row.rows = []
