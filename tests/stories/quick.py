"""A stage for what is typed and pressed: no reader runs, and it is Monday, nine o'clock."""

from datetime import datetime
from pathlib import Path
from time import monotonic
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from bot.app import App
from bot.demo.group import GroupInABox
from bot.demo.records import Message
from bot.ocr import ReaderPool
from bot.pace import Pace
from jobs import deliver, handle, remind
from models.deed import Deed
from models.tables.event import Event
from models.tables.ticket import Photo, Ticket
from tests.stories.stage import CLERK, DISPATCHER, Stage

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2024, 12, 2, 9, tzinfo=SHANGHAI)


class NoReaders(ReaderPool):
    """What is typed needs none, and one takes seconds to load."""

    async def start(self) -> None:
        """Nothing to start."""


class QuickStage(Stage):
    """Begins on Monday, 2 December 2024, at nine in the morning."""

    def __init__(self, folder: Path, **federation: object) -> None:
        super().__init__(folder, **federation)
        self.group = GroupInABox(now=self.clock.now, per_minute=10_000)
        self.wind_to(MONDAY)

    async def start_bot(self) -> None:
        self.app = App(self.settings())
        self.app.parts.readers = NoReaders()
        self.app.parts.pace = Pace(lambda: 100 * monotonic())  # pace is tested elsewhere
        await self.app.start()

    async def opened(
        self,
        community: str = "丰翔新城",
        description: str = "家中天花板漏水",
        *,
        phone: str = "13812345678",
        caller: str = "沈建国",
        number: int = 1,
    ) -> Message:
        """A ticket typed by the clerk; its card."""
        text = (
            f"小区：{community}\n地址：3号502室\n姓名：{caller}\n电话：{phone}\n内容：{description}"
        )
        self.group.say(CLERK, text)
        return await self.card(number)

    async def private(self, user_id: int, words: str) -> Message:
        """What the bot tells somebody in private."""
        return await self.said(words, chat_id=user_id)

    async def ruling(self, words: str = "请裁定") -> Message:
        """The newest question to the dispatcher."""
        return await self.group.wait_for(
            lambda m: words in m.text and bool(m.buttons), what=f"a ruling: {words}"
        )

    async def refused_and_asked(self, card: Message, firm: int, reason: str) -> Message:
        """Press 退单, choose a reason; the dispatcher's question."""
        before = len(self._rulings())
        await self.group.press(firm, card, "退单")
        await self.labelled(card, reason)
        await self.group.press(firm, card, reason)
        await self.group.wait_until(lambda: len(self._rulings()) > before, what="a ruling")
        await self.group.wait_until(lambda: "退单待裁定" in card.text, what="退单待裁定")
        return self._rulings()[-1]

    async def disagree(self, ruling: Message) -> None:
        """The dispatcher does not agree to a refusal."""
        await self.group.press(DISPATCHER, ruling, "不同意")
        await self.group.wait_until(lambda: not ruling.buttons, what="no buttons")

    def _rulings(self) -> list[Message]:
        return [m for m in self.group.messages() if "理由：" in m.text and m.sender.is_bot]

    async def labelled(self, message: Message, label: str) -> None:
        """Wait until a message has such a button."""
        await self.group.wait_until(
            lambda: any(b.text.startswith(label) for row in message.buttons for b in row),
            what=f"a button {label}",
        )

    async def back_again(self, card: Message) -> Message:
        """The dispatcher sends a refusal back; the ticket waits for its firm anew."""
        await self.group.press(DISPATCHER, await self.ruling(), "不同意")
        return await self.card(saying="待接单")

    async def settled(self) -> None:
        """All that is due at this moment has been done and said."""
        parts = self.app.parts
        await remind.run(parts)
        await handle.run(parts)
        await deliver.run(parts)

    def facts(self, number: int = 1) -> Ticket:
        """The ticket as it is stored."""
        with Session(self.app.parts.db.engine) as session:
            return session.exec(select(Ticket).where(Ticket.number == number)).one()

    def all_tickets(self) -> list[Ticket]:
        """All that were opened."""
        with Session(self.app.parts.db.engine) as session:
            return list(session.exec(select(Ticket).order_by(col(Ticket.number))))

    def photos(self) -> list[Photo]:
        """Pictures that are kept with a ticket."""
        with Session(self.app.parts.db.engine, expire_on_commit=False) as session:
            return list(session.exec(select(Photo)))

    def record(self, deed: Deed, number: int | None = None) -> list[Event]:
        """What is on record of a deed, oldest first."""
        query = select(Event).where(Event.deed == deed).order_by(col(Event.id))
        with Session(self.app.parts.db.engine, expire_on_commit=False) as session:
            if number is not None:
                query = query.where(Event.ticket_id == self.facts(number).id)
            return list(session.exec(query))


def labels(message: Message) -> list[str]:
    """What stands on its buttons."""
    return [button.text for row in message.buttons for button in row]
