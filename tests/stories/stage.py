"""Where stories are played: the group in a box, the unchanged application, a clock to wind."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlmodel import Session

from bot.app import App
from bot.clock import Clock
from bot.config import Settings
from bot.demo.cast import ROSTER
from bot.demo.group import GroupInABox
from bot.demo.records import Message
from models.tables.metadata import METADATA

SAMPLES = ROSTER.with_name("samples")
CLERK, DISPATCHER, SECRETARY, STRANGER = 1001, 1002, 1003, 1099
FURUI, FURUI_2, SHENHE = 500000100, 500000101, 500000102
XIANGAN, LIXIN = 500000104, 500000146
LIFT, DRAINS = 500000200, 500000201
TYPED = (
    "小区：丰翔新城\n地址：3号502室\n姓名：沈建国\n"
    "电话：13812345678\n内容：家中天花板漏水，滴到卧室"
)


class Stage:
    """`restart` ends the application and starts a new one on the same data."""

    def __init__(self, folder: Path, **federation: object) -> None:
        self.folder = folder
        self._shift = folder / "shift"
        self.clock = Clock(self._shift)
        self.group = GroupInABox(now=self.clock.now)
        self._federation = federation
        self.app: App

    async def start(self) -> None:
        await self.group.start()
        await self.start_bot()

    def settings(self) -> Settings:
        group = self.group
        federation = {
            "name": "大场镇物业服务联合体",
            "chat_id": group.chat_id,
            "roster": ROSTER,
            "duty": [CLERK, 1004],
            "dispatchers": [DISPATCHER],
            "secretaries": [SECRETARY],
            **self._federation,
        }
        telegram = {
            "token": group.token,
            "base_url": group.base_url,
            "base_file_url": group.base_file_url,
        }
        return Settings.model_validate(
            {
                "telegram": telegram,
                "database": {"url": f"sqlite:///{self.folder / 'paidan.db'}"},
                "photos": {"dir": self.folder / "photos"},
                "clock": {"shift_file": self._shift},
                "federations": [federation],
            }
        )

    async def start_bot(self) -> None:
        self.app = App(self.settings())
        await self.app.start()

    async def stop(self) -> None:
        await self.app.stop()
        await self.group.stop()

    async def restart(self) -> None:
        await self.app.stop()
        await self.start_bot()

    def wind(self, span: timedelta) -> None:
        """Move the clock of the group and the bot forward."""
        seconds = (self.clock.now() - Clock().now() + span).total_seconds()
        self._shift.write_text(str(seconds), encoding="ascii")

    def wind_to(self, moment: datetime) -> None:
        self.wind(moment - self.clock.now())

    async def wind_until(self, words: str, minutes: int = 30) -> Message:
        """Move the clock minute by minute until the bot says these words."""
        for _ in range(minutes):
            self.wind(timedelta(minutes=1))
            try:
                return await self.said(words, seconds=1.5)
            except TimeoutError:
                continue
        return await self.said(words)

    def stored(self, *, without: str = "") -> str:
        """All that the tables hold, but for one. (A row's own repr cuts out what is long.)"""
        tables = [table for table in METADATA.sorted_tables if table.name != without]
        with Session(self.app.parts.db.engine) as session:
            return str([tuple(row) for table in tables for row in session.execute(table.select())])

    async def card(self, number: int = 1, *, saying: str = "") -> Message:
        """The newest card of a ticket, once it says so."""
        return await self.group.wait_for(
            lambda m: f"派单 #{number}" in m.text and saying in m.text and "📍" in m.text,
            what=f"card #{number} {saying}",
        )

    async def ticket(self, text: str = TYPED) -> Message:
        """A ticket opened by typing; its card."""
        before = len([m for m in self.group.messages() if "派单 #" in m.text])
        self.group.say(CLERK, text)
        return await self.card(before + 1)

    async def said(
        self,
        words: str,
        *,
        chat_id: int | None = None,
        seconds: float = 30.0,
    ) -> Message:
        """A message of the bot that says these words."""
        return await self.group.wait_for(
            lambda m: m.sender.is_bot and words in m.text,
            chat_id=chat_id,
            seconds=seconds,
            what=words,
        )
