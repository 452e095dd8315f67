"""The figures of a period, added up by the database. models.tally says what each one means."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, RowMapping, and_, func, or_, select
from sqlmodel import Session, col

from bot.services.report import record, tickets
from bot.services.report.asked import Asked
from bot.services.report.record import Answers
from models.satisfaction import Answer, is_satisfied
from models.tables.firm import Firm
from models.tables.ticket import DONE, OPEN, Status, Ticket
from models.tally import FirmRow, Share, Tally, in_order

__all__ = ["tally"]


def tally(
    session: Session,
    federation_id: int,
    start: datetime,
    end: datetime,
    *,
    now: datetime,
    firm_id: int | None = None,
) -> Tally:
    """The figures of tickets accepted from `start` (included) to `end` (not), as of `now`.

    Times are aware. With `firm_id`: only tickets that this firm holds."""
    asked = Asked(session, federation_id, start, end, now, firm_id)
    by_firm = _totals_by_firm(asked)
    total = _sum(by_firm)
    answers = _answers_by_firm(asked, by_firm)
    helped = record.helped_by_firm(asked)
    redone = record.redone(asked)
    return Tally(
        start=start,
        end=end,
        now=now,
        **tickets.left_out(asked),
        **{name: total[name] for name in ("accepted", "resolved", "open", "on_hold", "overdue")},
        acknowledged_in_time=Share(total["ack_in_time"], total["ack_due"]),
        contacted_in_time=Share(total["contact_in_time"], total["acknowledged"]),
        done_in_time=Share(total["in_time"], total["due"]),
        done_in_extended_time=Share(total["in_extended"], total["due_extended"]),
        followed_up=Share(total["closed"], total["resolved"]),
        refused=Share(total["refused"], total["accepted"]),
        reopened=Share(redone.all, total["resolved"] + redone.unresolved),
        answers=_by_answer(answers),
        unreached=total["unreached"],
        seconds_to_dispatch=tickets.median(asked, Ticket.accepted_at, Ticket.dispatched_at, 1),
        seconds_to_acknowledge=tickets.median(
            asked, Ticket.dispatched_at, Ticket.acknowledged_at, 1
        ),
        seconds_to_resolve=tickets.median(asked, Ticket.dispatched_at, Ticket.resolved_at, 60),
        helped=sum(helped.values()),
        kinds=tickets.kinds(asked),
        communities=tickets.communities(asked),
        firms=_firms(asked, by_firm, answers, helped),
        series=tickets.series(asked),
    )


def _totals_by_firm(asked: Asked) -> Sequence[RowMapping]:
    """All that one reading of the tickets tells, a row a firm."""
    sums = [
        func.count().filter(condition).label(name)
        for name, condition in _conditions(asked.now).items()
    ]
    query = select(col(Ticket.firm_id), func.count().label("accepted"), *sums)
    query = query.where(*asked.counted()).group_by(col(Ticket.firm_id))
    return asked.session.execute(query).mappings().all()


def _conditions(now: datetime) -> Mapping[str, ColumnElement[bool]]:
    status, answer = col(Ticket.status), col(Ticket.answer)
    acknowledged, resolved = col(Ticket.acknowledged_at), col(Ticket.resolved_at)
    first_due = col(Ticket.done_due)
    due = func.coalesce(col(Ticket.extended_due), first_due)
    is_open, is_resolved = status.in_(OPEN), status.in_(DONE)
    once = col(Ticket.reopened) == 0
    return {
        "open": is_open,
        "on_hold": status == Status.ON_HOLD,
        "overdue": and_(is_open, status != Status.ON_HOLD, due < now),
        "resolved": is_resolved,
        "closed": status == Status.CLOSED,
        "in_time": and_(is_resolved, resolved <= first_due),
        "due": or_(is_resolved, and_(status != Status.ON_HOLD, first_due < now)),
        "in_extended": and_(is_resolved, resolved <= due),
        "due_extended": or_(is_resolved, and_(status != Status.ON_HOLD, due < now)),
        "acknowledged": acknowledged.is_not(None),
        "ack_in_time": col(Ticket.acknowledged_in_time).is_(True),
        "contact_in_time": col(Ticket.contacted_in_time).is_(True),
        "ack_due": or_(acknowledged.is_not(None), col(Ticket.ack_due) < now),
        "refused": col(Ticket.refusals) > 0,
        "unreached": and_(status == Status.CLOSED, answer == ""),
    } | {level.value: and_(answer == level.value, once) for level in Answer}


def _sum(rows: Sequence[RowMapping]) -> Counter[str]:
    total: Counter[str] = Counter()
    for row in rows:
        total.update({name: row[name] for name in row if name != "firm_id"})
    return total


def _answers_by_firm(asked: Asked, by_firm: Sequence[RowMapping]) -> Answers:
    """Tickets never reopened carry their answer; those reopened are looked up in the record."""
    answers = Counter({(row["firm_id"], a): row[a.value] for row in by_firm for a in Answer})
    answers.update(record.answers_of_reopened(asked))
    return answers


def _by_answer(answers: Answers) -> dict[Answer, int]:
    return {a: sum(n for (_, said), n in answers.items() if said is a) for a in Answer}


def _firms(
    asked: Asked, by_firm: Sequence[RowMapping], answers: Answers, helped: Mapping[int, int]
) -> tuple[FirmRow, ...]:
    """A row for every firm that has a ticket or has helped."""
    totals = {row["firm_id"]: row for row in by_firm}
    query = select(col(Firm.id), col(Firm.name)).where(col(Firm.id).in_({*totals, *helped}))
    return in_order(
        [
            FirmRow(
                firm_id=firm_id,
                name=name,
                helped=helped.get(firm_id, 0),
                dissatisfied=sum(answers[firm_id, a] for a in Answer if not is_satisfied(a)),
                **_of_firm(totals.get(firm_id)),
            )
            for firm_id, name in asked.session.execute(query)
        ]
    )


def _of_firm(row: RowMapping | None) -> dict[str, int]:
    if row is None:
        return {}
    names = ("resolved", "in_time", "due", "open", "overdue")
    return {"dispatched": row["accepted"]} | {name: row[name] for name in names}
