"""Random people do random things for thousands of steps, with restarts in between."""

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlmodel import Session, col, func, select

from bot.services import backfill, duplicates, follow_up, questions, remind, respond
from bot.services.backfill import Step
from bot.services.people import Person, standings
from bot.services.report import tally
from bot.services.respond import Done
from bot.services.work import Work
from models.deed import Deed
from models.effects import Detail
from models.lifecycle import NEXT
from models.rights import MAY, Standing, may
from models.satisfaction import Answer
from models.tables.event import Event
from models.tables.firm import Firm
from models.tables.ticket import OPEN, Photo, Status, Ticket
from tests.databases import new_postgresql
from tests.rules.tickets import MONDAY
from tests.stories.stage import CLERK, DISPATCHER, FURUI, LIFT, SECRETARY, SHENHE, STRANGER, XIANGAN
from tests.stories.town import COMMUNITIES, FAULTS, GROUP, Town, found_town

PEOPLE = (CLERK, DISPATCHER, SECRETARY, FURUI, SHENHE, XIANGAN, LIFT, STRANGER)
PHONES = ("13898765432", "13987654321", "02166881234")
SHORT_PHONE = "1391112233"
SECRETS = ("沈建国", *PHONES, SHORT_PHONE, "502")
BY_HAND = tuple(d for d in Deed if d not in (Deed.ANSWER, Deed.UNREACHED, Deed.DENY))
WORDS = ("", "沈建国说打13987654321，502室", "等配件")
ANSWERS = tuple(Answer)
STEPS = (Step.ACKNOWLEDGE, Step.CONTACT, Step.RESOLVE)
SPANS = tuple(timedelta(minutes=m) for m in (1, 20, 70, 300, 1500))


class Days(RuleBasedStateMachine):
    """`folder` and `copied` (the URL of a new copy of the town) are set by the test."""

    folder: Path
    copied: ClassVar[Callable[[], str]]
    runs = count()
    done: ClassVar[Counter[Deed]] = Counter()  # over all runs: that everything was done at all

    @initialize()
    def begin(self) -> None:
        self.town = Town(Days.copied(), self.folder / str(next(self.runs)))
        self.dispatched: dict[int, datetime] = {}
        self.firms: dict[int, int] = {}
        self.events = 0
        self.open(0, 0, 0)

    def teardown(self) -> None:
        assert self.town.wrong_cards(every=True) == []
        self.town.database.close()

    @rule(where=st.integers(0, 2), what=st.integers(0, 3), who=st.integers(0, 2))
    def open(self, where: int, what: int, who: int) -> None:
        if len(self.dispatched) < 6:
            self.town.open(COMMUNITIES[where], FAULTS[what], PHONES[who])

    @rule(
        user=st.sampled_from(PEOPLE),
        deed=st.sampled_from(BY_HAND),
        number=st.integers(1, 6),
        words=st.sampled_from(WORDS),
        hours=st.sampled_from((None, -1, 1, 100)),
        other=st.integers(1, 6),
    )
    def act(
        self, user: int, deed: Deed, number: int, words: str, hours: int | None, other: int
    ) -> None:
        """Anybody tries anything."""
        with self.town.database.transaction() as session:
            self._do(session, user, deed, number, Detail(words), hours, other)

    @rule(number=st.integers(1, 6), which=st.integers(0, 30), other=st.integers(1, 6))
    def act_rightly(self, number: int, which: int, other: int) -> None:
        """What may be done, by somebody who may."""
        self._rightly(number, which, other)

    @rule(number=st.integers(1, 6), which=st.integers(0, 30), other=st.integers(1, 6))
    def act_rightly_again(self, number: int, which: int, other: int) -> None:
        """The same: most of what people do is right."""
        self._rightly(number, which, other)

    def _rightly(self, number: int, which: int, other: int) -> None:
        with self.town.database.transaction() as session:
            ticket = _numbered(session, number)
            deeds = [d for d in NEXT[ticket.status] if MAY[d] - {Standing.BOT}]
            rarest = min(deeds, key=lambda d: self.done[d])
            deed = rarest if which % 2 else deeds[which % len(deeds)]
            allowed = sorted(MAY[deed] - {Standing.BOT})
            user = _somebody(allowed[which % len(allowed)], ticket)
            self._do(session, user, deed, number, Detail(WORDS[1]), 100, other)

    def _do(
        self,
        session: Session,
        user: int,
        deed: Deed,
        number: int,
        detail: Detail,
        hours: int | None,
        other: int,
    ) -> None:
        work = self.town.work(session)
        person, ticket = self.town.person(work, user), _numbered(session, number)
        twin = _numbered(session, other)
        if deed in (Deed.ANSWER, Deed.UNREACHED):
            self._phone(work, person, ticket, ANSWERS[other % 5] if deed is Deed.ANSWER else None)
            return
        until = work.now + timedelta(hours=hours) if hours else None
        stands = twin.id if twin.merged_into is None else None
        detail = replace(detail, until=until, firm_id=other, other_ticket=stands)
        before = {t.id: standings(person, t) for t in session.exec(select(Ticket))}
        result = respond.act(work, ticket.id or 0, deed, person, detail)
        if isinstance(result, Done):
            self.done[deed] += 1
            assert may(before[result.ticket.id], deed), (user, deed)
            if deed is Deed.REASSIGN:
                self.firms[result.ticket.id or 0] = other

    @rule(
        user=st.sampled_from((CLERK, DISPATCHER, FURUI, STRANGER)),
        number=st.integers(1, 6),
        said=st.sampled_from((None, *Answer)),
    )
    def phone_back(self, user: int, number: int, said: Answer | None) -> None:
        with self.town.database.transaction() as session:
            work = self.town.work(session)
            person, ticket = self.town.person(work, user), _numbered(session, number)
            self._phone(work, person, ticket, said)

    def _phone(self, work: Work, person: Person, ticket: Ticket, said: Answer | None) -> None:
        result = follow_up.answer(work, person, ticket.id or 0, said)
        if isinstance(result, Done):
            self.done[result.deed] += 1
            assert person.user_id in (CLERK, DISPATCHER)

    @rule(user=st.sampled_from(PEOPLE), step=st.sampled_from(STEPS), ago=st.sampled_from(SPANS))
    def backfill(self, user: int, step: Step, ago: timedelta) -> None:
        with self.town.database.transaction() as session:
            work = self.town.work(session)
            ticket = session.exec(select(Ticket).order_by(col(Ticket.id).desc())).first()
            if ticket is not None and ticket.id is not None:
                person = self.town.person(work, user)
                result = backfill.note(work, person, ticket.id, step, work.now - ago)
                assert not isinstance(result, Done) or user in (CLERK, DISPATCHER)

    @rule(where=st.integers(0, 2), what=st.integers(0, 3))
    def open_doubtfully(self, where: int, what: int) -> None:
        """The phone lacks a digit: the group is asked, and must not read even that."""
        if len(self.dispatched) < 6:
            self.town.open(COMMUNITIES[where], FAULTS[what], SHORT_PHONE)

    @rule(user=st.sampled_from(PEOPLE), phone=st.sampled_from((*PHONES, SHORT_PHONE)))
    def settle(self, user: int, phone: str) -> None:
        opened = self.town.settle(user, phone)
        assert not opened or (user in (CLERK, DISPATCHER) and phone != SHORT_PHONE)

    @rule(user=st.sampled_from(PEOPLE), number=st.integers(1, 6))
    def post_picture(self, user: int, number: int) -> None:
        with self.town.database.transaction() as session:
            before = session.exec(select(func.count()).select_from(Photo)).one()
            self.town.post_picture(session, _numbered(session, number), user)
            kept = session.exec(select(Photo)).all()
            assert len(kept) == before + (user != STRANGER)
            assert all(self.town.store.path(photo.stored).exists() for photo in kept)

    @rule(span=st.sampled_from(SPANS))
    def pass_time(self, span: timedelta) -> None:
        self.town.pass_time(span)
        with self.town.database.transaction() as session:
            remind.sweep(self.town.work(session))
            follow_up.remind_clerks(self.town.work(session))
            questions.ask_further(self.town.work(session))
            self._counts_add_up(session, list(session.exec(select(Ticket))))

    @rule()
    def restart(self) -> None:
        self.town.restart()

    @precondition(lambda self: hasattr(self, "town"))
    @invariant()
    def what_the_group_reads(self) -> None:
        for out in self.town.deliver():
            if out.chat_id == GROUP:
                shown = out.text + "".join(b.label for row in out.buttons for b in row)
                assert not [s for s in SECRETS if s in shown], shown
        assert self.town.wrong_cards() == []

    @precondition(lambda self: hasattr(self, "town"))
    @invariant()
    def what_is_stored(self) -> None:
        with self.town.database.transaction(write=False) as session:
            tickets = session.exec(select(Ticket)).all()
            firms = set(session.exec(select(Firm.id)).all())
            for ticket in tickets:
                key = ticket.id or 0
                assert ticket.dispatched_at == self.dispatched.setdefault(key, ticket.dispatched_at)
                assert ticket.firm_id == self.firms.setdefault(key, ticket.firm_id)
                assert ticket.firm_id in firms
                assert (ticket.merged_into is not None) is (ticket.status is Status.MERGED)
                stands = duplicates.standing(session, key)
                assert stands in (None, ticket) or stands.status is not Status.CANCELLED, "lost"
                assert (ticket.resolved_at is None) or ticket.status not in OPEN
            on_record = Counter(
                session.exec(select(Event.ticket_id).where(Event.deed != Deed.DENY)).all()
            )
            assert all(on_record[t.id] > t.version for t in tickets), (
                "every change, and the dispatch"
            )
            assert on_record.total() >= self.events
            self.events = on_record.total()

    def _counts_add_up(self, session: Session, tickets: list[Ticket]) -> None:
        start, end = MONDAY - timedelta(days=1), self.town.now + timedelta(days=1)
        found = tally(session, 1, start, end, now=self.town.now)
        assert found.accepted + found.merged + found.cancelled == len(tickets)
        assert found.resolved + found.open == found.accepted
        assert found.open == sum(t.status in OPEN for t in tickets)
        assert sum(row.dispatched for row in found.firms) == found.accepted
        assert sum(row.resolved for row in found.firms) == found.resolved
        for share in (
            found.acknowledged_in_time,
            found.contacted_in_time,
            found.done_in_time,
            found.done_in_extended_time,
            found.followed_up,
            found.reopened,
        ):
            assert 0 <= share.part <= share.whole


def _somebody(standing: Standing, ticket: Ticket) -> int:
    """Somebody who is that to the ticket."""
    leads = {1: FURUI, 2: SHENHE, 3: XIANGAN}
    others = [user for firm, user in leads.items() if firm != ticket.firm_id]
    known = {
        Standing.CLERK: CLERK,
        Standing.DISPATCHER: DISPATCHER,
        Standing.SECRETARY: SECRETARY,
        Standing.LEAD: leads.get(ticket.firm_id, DISPATCHER),
    }
    return known.get(standing, others[0])


def _numbered(session: Session, number: int) -> Ticket:
    """Some ticket: the numbers go round."""
    last = session.exec(select(func.count()).select_from(Ticket)).one()
    query = select(Ticket).where(Ticket.number == (number - 1) % last + 1)
    return session.exec(query).one()


def _sqlite(folder: Path) -> Callable[[], str]:
    """Copies of a town in a file."""
    template = folder / "town.db"
    found_town(f"sqlite:///{template}")
    copies = count()

    def copied() -> str:
        path = folder / f"town{next(copies)}.db"
        shutil.copy(template, path)
        return f"sqlite:///{path}"

    return copied


def _postgresql(server: str) -> Callable[[], str]:
    """The same on a server."""
    template = new_postgresql(server)
    found_town(template)
    return lambda: new_postgresql(server, template)


def _play(copied: Callable[[], str], folder: Path, examples: int, steps: int) -> None:
    Days.copied, Days.folder = staticmethod(copied), folder
    Days.done.clear()
    run_state_machine_as_test(
        Days,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
            phases=(Phase.generate,),  # a found case is short enough to read; shrinking takes hours
        ),
    )


def test_random_people_for_thousands_of_steps(tmp_path: Path) -> None:
    _play(_sqlite(tmp_path), tmp_path, 12, 180)
    by_hand = {deed for deed in Deed if MAY[deed] - {Standing.BOT}}
    assert by_hand - {Deed.DISPATCH, Deed.KEEP_RULE, Deed.DROP_RULE} <= set(Days.done)


def test_random_people_on_a_server(postgresql_server: str, tmp_path: Path) -> None:
    """Shorter: the rules are the same, the database is another."""
    _play(_postgresql(postgresql_server), tmp_path, 3, 120)
    assert Days.done.total() > 5
