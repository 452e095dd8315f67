"""Forms that several readers read at once, on a database that lets them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlmodel import col, select

from bot.services import declaring, filing, intake
from bot.services.filing import Posted
from bot.services.roster import stored
from models.intake import Reading, Value, Verdict
from models.tables.form import Form, FormState
from models.tables.ticket import Ticket
from models.verdict import check
from tests.databases import new_postgresql
from tests.stories.stage import CLERK
from tests.stories.town import GROUP, Town, found_town

SHEET = {
    "community": "丰翔新城",
    "address": "3号502室",
    "caller": "沈建国",
    "phone": "13812345678",
    "description": "天花板漏水",
}
NO_FORM = Reading(Verdict.IGNORE, None, {})


class Readers(Town):
    """Each form is claimed by a reader of its own."""

    def claimed(self, message_id: int) -> Form:
        with self.database.transaction() as session:
            filing.file(self.work(session), Posted(GROUP, message_id, CLERK, file_id="file"))
        return self.claimed_anew()

    def claimed_anew(self) -> Form:
        with self.database.transaction() as session:
            form = filing.claim(session, self.now)
        assert form is not None
        return form

    def sheet(self) -> Reading:
        """What every reader reads on the sheet."""
        with self.database.transaction(write=False) as session:
            work = self.work(session)
            directory = stored.directory(session, work.scope, work.now)
            return check({name: Value(text, 1.0) for name, text in SHEET.items()}, directory)

    def read(self, claimed: Form, reading: Reading) -> None:
        with self.database.transaction() as session:
            intake.settle(self.work(session), claimed, [reading], "sheet.jpg", "ffff")

    def declare(self, message_id: int) -> None:
        with self.database.transaction() as session:
            work = self.work(session)
            declaring.declare(
                work, self.person(work, CLERK), Posted(GROUP, message_id, CLERK, "file")
            )

    def states(self) -> list[FormState]:
        with self.database.transaction(write=False) as session:
            return [form.state for form in session.exec(select(Form).order_by(col(Form.id)))]

    def tickets(self) -> int:
        with self.database.transaction(write=False) as session:
            return len(session.exec(select(Ticket)).all())


@pytest.fixture
def readers(postgresql_server: str, tmp_path: Path) -> Iterator[Readers]:
    url = new_postgresql(postgresql_server)
    found_town(url)
    own = Readers(url, tmp_path)
    yield own
    own.database.close()


def test_the_same_sheet_read_twice_at_once_opens_one_ticket(readers: Readers) -> None:
    first, second, sheet = readers.claimed(1), readers.claimed(2), readers.sheet()
    with ThreadPoolExecutor(1) as other:
        with readers.database.transaction() as session:
            intake.settle(readers.work(session), first, [sheet], "sheet.jpg", "ffff")
            waits = other.submit(readers.read, second, sheet)
            with pytest.raises(TimeoutError):
                waits.result(0.5)
        waits.result()
    assert readers.states() == [FormState.OPENED, FormState.REPEATED]
    assert readers.tickets() == 1


@pytest.mark.parametrize("earlier_first", [True, False])
def test_what_is_declared_while_it_is_read_is_read_anew(
    readers: Readers, earlier_first: bool
) -> None:
    """Whoever claimed it before read it as a picture like any other: that does not count."""
    before = readers.claimed(1)
    readers.declare(1)
    after, sheet = readers.claimed_anew(), readers.sheet()
    readings = [(before, NO_FORM), (after, sheet)]
    for claimed, reading in readings if earlier_first else reversed(readings):
        readers.read(claimed, reading)
    assert readers.states() == [FormState.OPENED]
    assert readers.tickets() == 1


def test_a_reader_that_fails_meanwhile_takes_nothing_back(readers: Readers) -> None:
    before = readers.claimed(1)
    readers.declare(1)
    readers.claimed_anew()
    with readers.database.transaction() as session:
        assert filing.postpone(session, before, readers.now)
        intake.set_aside(readers.work(session), before, "reader_died")
    assert readers.states() == [FormState.READING]
