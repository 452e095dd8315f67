"""A database that is away for a moment loses nothing: no restart is needed."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from bot.demo.records import Message as Shown
from bot.services import filing, intake
from jobs import deliver, take_up
from models.directory import Directory
from models.intake import Reading, Value
from models.tables.form import Form, FormState
from models.tables.message import Message, MessageKind, MessageState
from models.verdict import check
from tests.stories.quick import NoReaders, QuickStage
from tests.stories.stage import CLERK, FURUI, TYPED

SHEET = {"community": "丰翔新城", "phone": "13812345678", "description": "天花板漏水"}
Away = Callable[..., None]


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Away:
    """The next few times that this is to be done, the database is away."""

    def order(module: object, name: str, times: int = 1) -> None:
        real, left = getattr(module, name), [*range(times)]

        def fails(*args: Any) -> Any:
            if left:
                left.pop()
                raise OperationalError("SELECT 1", {}, Exception("server closed the connection"))
            return real(*args)

        monkeypatch.setattr(module, name, fails)

    return order


class Reader(NoReaders):
    """Reads the same sheet on every photo, once it may."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.go_on = 0, asyncio.Event()

    async def read(self, path: Path, directory: Directory, *_: Any, **__: Any) -> Any:
        self.asked += 1
        await self.go_on.wait()
        reading: Reading = check(
            {name: Value(text, 1.0) for name, text in SHEET.items()}, directory
        )
        return (reading,)


@pytest.fixture
def reader(quick: QuickStage) -> Reader:
    own = quick.app.parts.readers = Reader()
    return own


def forms(quick: QuickStage) -> list[tuple[FormState, int]]:
    with Session(quick.app.parts.db.engine) as session:
        return [(form.state, form.tries) for form in session.exec(select(Form))]


def card_state(quick: QuickStage) -> MessageState:
    with Session(quick.app.parts.db.engine) as session:
        return session.exec(select(Message).where(Message.kind == MessageKind.CARD)).one().state


def cards(quick: QuickStage) -> list[Shown]:
    return [m for m in quick.group.messages() if "派单 #1" in m.text]


@pytest.mark.parametrize("deed", ["_render", "_sent"])
async def test_a_card_is_sent_once_and_its_place_known(
    quick: QuickStage, away: Away, deed: str
) -> None:
    away(deliver, deed, times=3)  # a sign, the card, what its firm is told in private
    quick.group.say(CLERK, TYPED)
    card = await quick.card()
    await quick.group.press(FURUI, card, "接单")
    await quick.card(saying="办理中")
    assert len(cards(quick)) == 1


async def test_what_a_reader_could_not_note_is_read_again(
    quick: QuickStage, away: Away, reader: Reader, picture: bytes
) -> None:
    away(intake, "settle")
    away(filing, "postpone")
    reader.go_on.set()
    quick.group.photo(CLERK, picture)
    await quick.card()
    assert reader.asked == 2


async def test_what_is_being_read_or_sent_is_left_to_whoever_does_it(
    quick: QuickStage, reader: Reader, picture: bytes
) -> None:
    quick.group.photo(CLERK, picture)
    await quick.group.wait_until(lambda: reader.asked == 1, what="a reader at work")
    await take_up.run(quick.app.parts)
    assert forms(quick) == [(FormState.READING, 1)]
    fault = quick.group.faults.add("sendMessage", do="hold")
    reader.go_on.set()
    await fault.arrived.wait()
    await take_up.run(quick.app.parts)
    assert card_state(quick) is MessageState.SENDING


async def test_a_message_that_nobody_sends_any_more_is_doubtful(quick: QuickStage) -> None:
    card = await quick.ticket()
    await quick.app.idle("deliver")
    with quick.app.parts.db.transaction() as session:
        row = session.exec(select(Message).where(Message.kind == MessageKind.CARD)).one()
        row.state = MessageState.SENDING
    await take_up.run(quick.app.parts)
    assert card_state(quick) is MessageState.DOUBTFUL
    await quick.group.press(FURUI, card, "接单")
    await quick.card(saying="办理中")
