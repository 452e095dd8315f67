"""The unchanged bot as a child process: started, killed, stopped and started again."""

import asyncio
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

PATIENCE = 20.0  # seconds for a clean stop, then it is killed
LAST_LINES = 15


class BotProcess:
    """A command whose output goes to `log`. `on_change` hears of each start, first poll and end."""

    def __init__(self, command: Sequence[str], log: Path, on_change: Callable[[], None]) -> None:
        self._command = command
        self._log = log
        self._on_change = on_change
        self._process: asyncio.subprocess.Process | None = None
        self._watch: asyncio.Task[None] | None = None
        self._listens = False

    @property
    def alive(self) -> bool:
        """The process is there; it may still be loading."""
        return self._process is not None and self._process.returncode is None

    @property
    def running(self) -> bool:
        """It is there and has asked for updates: what people do reaches it."""
        return self.alive and self._listens

    def heard(self) -> None:
        """Tell that the bot has asked for updates."""
        if self.alive and not self._listens:
            self._listens = True
            self._on_change()

    @property
    def pid(self) -> int:
        """The process id of the bot that was started last; 0 before."""
        return self._process.pid if self._process else 0

    async def start(self) -> None:
        """Start the bot. The settings of this shell do not reach it: the demo has its own."""
        self._listens = False
        env = {k: v for k, v in os.environ.items() if not k.startswith("PAIDAN_")}
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=asyncio.subprocess.DEVNULL, stdout=log, stderr=log, env=env
            )
        self._watch = asyncio.create_task(self._wait(self._process))
        self._on_change()

    async def stop(self) -> None:
        """SIGTERM, and SIGKILL when that is not heeded."""
        await self._end(signal.SIGTERM)

    async def kill(self) -> None:
        """SIGKILL, whatever it is doing."""
        await self._end(signal.SIGKILL)

    async def restart(self, how: str) -> None:
        """End the bot by "kill" (SIGKILL, whatever it is doing) or "stop", and start it anew."""
        await self._end(signal.SIGKILL if how == "kill" else signal.SIGTERM)
        await self.start()

    async def ended(self) -> int:
        """Wait for the end of the bot that runs now → its exit status."""
        return await self._process.wait() if self._process else 0

    def last_lines(self) -> str:
        """What the bot said last."""
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-LAST_LINES:])

    async def _end(self, how: signal.Signals) -> None:
        if self._process is None or not self.alive:
            return
        self._process.send_signal(how)
        try:
            await asyncio.wait_for(self._process.wait(), PATIENCE)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        if self._watch:
            await self._watch

    async def _wait(self, process: asyncio.subprocess.Process) -> None:
        await process.wait()
        self._on_change()
