"""The bot as a process of its own, which can be killed; on SQLite and on PostgreSQL."""

import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.bot_process import BotProcess
from bot.demo.cast import ROSTER
from bot.demo.group import GroupInABox
from tests.databases import new_postgresql
from tests.stories.stage import CLERK, DISPATCHER, SECRETARY, Stage


class Lights(Stage):
    """A stage whose bot is a real process. `cut` is the power cut."""

    def __init__(self, folder: Path, database: str) -> None:
        super().__init__(folder)
        self._database = database
        self.process = BotProcess(
            [sys.executable, "-m", "bot", "run", "--config", str(folder / "config.toml")],
            folder / "bot.log",
            lambda: None,
        )

    async def start_bot(self) -> None:
        self._write_config(self.group)
        await self.switch_on()

    async def switch_on(self) -> None:
        polls = self.group.api.polls
        await self.process.start()
        await self.group.wait_until(lambda: self.group.api.polls > polls, 60, "the first poll")

    async def cut(self) -> None:
        """SIGKILL, wherever it is."""
        await self.process.kill()

    async def stop(self) -> None:
        self.group.faults.clear()
        await self.process.stop()
        await self.group.stop()

    def _write_config(self, group: GroupInABox) -> None:
        (self.folder / "config.toml").write_text(
            f"""
[telegram]
token = {_quoted(group.token)}
base_url = {_quoted(group.base_url)}
base_file_url = {_quoted(group.base_file_url)}
[database]
url = {_quoted(self._database)}
[clock]
shift_file = "shift"
[[federations]]
name = "大场镇物业服务联合体"
chat_id = {group.chat_id}
roster = {_quoted(ROSTER)}
duty = [{CLERK}]
dispatchers = [{DISPATCHER}]
secretaries = [{SECRETARY}]
""",
            encoding="utf-8",
        )


def _quoted(value: object) -> str:
    """A JSON string is a TOML string."""
    return json.dumps(str(value), ensure_ascii=False)


@pytest.fixture(params=["sqlite", "postgresql"])
async def lights(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Lights]:
    """A group and a bot whose power can be cut."""
    url = f"sqlite:///{tmp_path / 'paidan.db'}"
    if request.param == "postgresql":
        url = new_postgresql(request.getfixturevalue("postgresql_server"))
    own = Lights(tmp_path, url)
    await own.start()
    yield own
    await own.stop()
