"""The bot's process: its end is noticed, it starts again, and it is asked before it is killed."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.demo.bot_process import BotProcess

POLITE = """
import pathlib, signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: (print("bye", flush=True), sys.exit(0)))
print("up", flush=True)
pathlib.Path(sys.argv[1]).write_text("ready")
time.sleep(60)
"""


class Watched:
    """A process whose changes are counted. The polite one writes to `ready` when it is up."""

    def __init__(self, folder: Path, script: str) -> None:
        self.changes = 0
        self._ready = folder / "ready"
        os.mkfifo(self._ready)
        command = [sys.executable, "-c", script, str(self._ready)]
        self.process = BotProcess(command, folder / "bot.log", self._count)

    def _count(self) -> None:
        self.changes += 1

    async def is_up(self) -> None:
        await asyncio.wait_for(asyncio.to_thread(self._ready.read_text), 10)


@pytest.mark.parametrize(("how", "words"), [("kill", "up up bye"), ("stop", "up bye up bye")])
async def test_it_starts_again(tmp_path: Path, how: str, words: str) -> None:
    watched = Watched(tmp_path, POLITE)
    await watched.process.start()
    await watched.is_up()
    await watched.process.restart(how)
    await watched.is_up()
    assert watched.process.alive
    await watched.process.stop()
    assert not watched.process.alive
    assert watched.changes == 4  # two starts, two ends
    assert watched.process.last_lines().split() == words.split()


async def test_an_end_of_its_own_is_noticed(tmp_path: Path) -> None:
    watched = Watched(tmp_path, "import sys; print('no token'); sys.exit(3)")
    await watched.process.start()
    assert await watched.process.ended() == 3
    await watched.process.stop()
    assert not watched.process.alive
    assert watched.process.last_lines() == "no token"


async def test_it_runs_only_once_it_has_asked_for_updates(tmp_path: Path) -> None:
    watched = Watched(tmp_path, POLITE)
    watched.process.heard()  # of a bot that is not there
    await watched.process.start()
    await watched.is_up()
    assert not watched.process.running
    watched.process.heard()
    watched.process.heard()
    assert watched.process.running
    assert watched.changes == 2  # its start, its first poll
    await watched.process.restart("kill")
    assert (watched.process.alive, watched.process.running) == (True, False)
    await watched.is_up()
    await watched.process.stop()
