"""Whatever tickets there are, the counts add up."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, delete

from bot.services.report import tally
from models.satisfaction import Answer
from models.tables.metadata import METADATA
from models.tables.ticket import UNCOUNTED, Status, Ticket
from models.tally import Share, Tally
from tests.report.cast import MONDAY, NEXT_MONDAY, NOW, after, enter_cast, ticket

minutes = st.one_of(st.none(), st.integers(0, 4000).map(after))


@st.composite
def tickets(draw: st.DrawFn) -> list[Ticket]:
    status = st.sampled_from(list(Status))
    return [
        ticket(
            number,
            status=draw(status),
            firm_id=draw(st.integers(1, 3)),
            accepted_at=draw(st.integers(-100, 9 * 24 * 60).map(after)),
            acknowledged_at=draw(minutes),
            resolved_at=draw(minutes),
            extended_due=draw(minutes),
            answer=draw(st.sampled_from(["", *(answer.value for answer in Answer)])),
            refusals=draw(st.integers(0, 2)),
        )
        for number in range(1, draw(st.integers(1, 30)))
    ]


@pytest.fixture(scope="module")
def empty() -> Iterator[Session]:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    METADATA.create_all(engine)
    with Session(engine) as session:
        enter_cast(session)
        session.commit()
        yield session


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tickets=tickets())
def test_the_counts_add_up(empty: Session, tickets: list[Ticket]) -> None:
    empty.exec(delete(Ticket))
    empty.add_all(tickets)
    empty.flush()
    in_period = [t for t in tickets if MONDAY <= t.accepted_at < NEXT_MONDAY]
    counted = [t for t in in_period if t.status not in UNCOUNTED]
    figures = tally(empty, 1, MONDAY, NEXT_MONDAY, now=NOW)
    assert figures.accepted == len(counted)
    assert figures.merged + figures.cancelled == len(in_period) - len(counted)
    assert figures.satisfied.whole == sum(t.answer != "" for t in counted)
    assert figures.refused == Share(sum(t.refusals > 0 for t in counted), len(counted))
    _adds_up(figures)


def _adds_up(figures: Tally) -> None:
    firms, accepted = figures.firms, figures.accepted
    assert figures.resolved + figures.open == accepted
    assert figures.on_hold + figures.overdue <= figures.open
    assert sum(figures.series.counts) == accepted
    assert sum(row.dispatched for row in firms) == accepted
    assert sum(row.in_time for row in firms) == figures.done_in_time.part
    assert all(row.in_time + row.late + row.open == row.dispatched for row in firms)
    assert sum(count.tickets for count in figures.kinds) == accepted
    assert figures.done_in_time.part <= figures.done_in_time.whole <= accepted
    assert figures.acknowledged_in_time.part <= figures.acknowledged_in_time.whole <= accepted


def test_a_period_of_no_length_is_empty(empty: Session) -> None:
    figures = tally(empty, 1, MONDAY, MONDAY, now=NOW)
    assert (figures.accepted, figures.series.counts) == (0, ())
    assert figures.series.step == timedelta(hours=1)
