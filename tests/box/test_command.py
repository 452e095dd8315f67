"""`paidan demo`: it prepares the bot's config, starts it, keeps the group, ends cleanly."""

import asyncio
import os
import signal
import sys
import webbrowser
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.config import load
from bot.demo import command
from bot.demo.cast import CAST, everyone
from bot.demo.group import GroupInABox
from tests.box.conftest import Time


async def test_the_config_is_one_that_the_bot_reads(group: GroupInABox, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(command.config(group, tmp_path, "zh+en"), encoding="utf-8")
    settings = load(file)
    assert settings.telegram.token == group.token
    assert settings.telegram.base_url == group.base_url
    assert settings.clock.shift_file == tmp_path / "shift"
    [federation] = settings.federations
    assert (federation.chat_id, federation.language) == (group.chat_id, "zh+en")
    roles = {person.id: person.role for person in CAST}
    assert {roles[user] for user in federation.duty} == {"clerk"}
    assert [roles[user] for user in federation.dispatchers] == ["dispatcher"]
    assert [roles[user] for user in federation.secretaries] == ["secretary"]


def test_every_lead_of_the_roster_is_in_the_group_under_their_name() -> None:
    people = {person.id: person for person in everyone()}
    assert len(people) == len(everyone())
    assert people[500000100].firm == "复瑞物业"
    assert sum(person.role == "lead" for person in people.values()) == 58
    assert sum(person.role == "specialist" for person in people.values()) == 6


async def test_a_taken_port_is_no_end(
    group: GroupInABox, time: Time, capsys: pytest.CaptureFixture[str]
) -> None:
    other = GroupInABox(now=time.now)
    await command.listen(other, group.port)
    assert other.port not in {0, group.port}
    assert "is taken" in capsys.readouterr().out
    await other.stop()


LISTENER = """
import sys, tomllib, urllib.request
told = tomllib.load(open(sys.argv[1], "rb"))["telegram"]
while True:
    urllib.request.urlopen(told["base_url"] + told["token"] + "/getUpdates?timeout=30")
"""


class Player:
    """Somebody who runs the demo, with a stand-in for the bot, and whose browser opens."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
        self._opened: asyncio.Queue[str] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def show(address: str) -> None:
            loop.call_soon_threadsafe(self._opened.put_nowait, address)

        def stand_in(config: Path) -> list[str]:
            return [sys.executable, "-c", script, str(config)]

        monkeypatch.setenv("DISPLAY", ":0")
        monkeypatch.setattr(webbrowser, "open", show)
        monkeypatch.setattr(command, "bot_command", stand_in)

    async def play(self, folder: Path, do: Callable[[str], Awaitable[object]]) -> int:
        """Start the demo, do something with its page, press Ctrl-C → its exit status."""
        playing = asyncio.create_task(command.play(folder, 0, True))
        await do(await asyncio.wait_for(self._opened.get(), 20))
        os.kill(os.getpid(), signal.SIGINT)
        return await asyncio.wait_for(playing, 20)


async def test_what_was_said_is_there_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = Player(monkeypatch, LISTENER)

    async def say(address: str) -> None:
        group_id = (await _get(address, "api/scene"))["group"]["id"]
        body = {"as": 1001, "chat": group_id, "text": "还在吗"}
        async with aiohttp.request("POST", f"{address}api/say", json=body) as answer:
            assert answer.status == 200

    async def look(address: str) -> None:
        [group, _] = await _get(address, "api/chats?as=1002")
        assert group["last"] == "值班客服小沈: 还在吗"

    assert await player.play(tmp_path, say) == 0
    assert await player.play(tmp_path, look) == 0


async def test_a_bot_that_does_not_start_ends_the_demo_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Player(monkeypatch, "raise SystemExit('no roster here')")
    assert await command.play(tmp_path, 0, False) == 1
    assert "no roster here" in capsys.readouterr().out


async def _get(address: str, path: str) -> Any:
    async with aiohttp.request("GET", address + path) as answer:
        return await answer.json()
