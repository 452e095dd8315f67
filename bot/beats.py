"""Jobs run at their beat, and at once when woken; each one at a time, and never forgotten."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

log = logging.getLogger(__name__)


class Beat:
    """One job. Struck while it runs, it runs once more afterwards: what came in meanwhile is not
    left until the next beat. `width`: how many runs may go on side by side."""

    def __init__(self, name: str, job: Callable[[], Awaitable[None]], width: int = 1) -> None:
        self._name, self._job, self._width = name, job, width
        self._running: set[asyncio.Task[None]] = set()
        self._again = False
        self._closed = False

    def strike(self) -> None:
        """Run now, or once more after the run that is under way."""
        if self._closed:
            return
        if len(self._running) >= self._width:
            self._again = True
            return
        task = asyncio.get_running_loop().create_task(self._run(), name=self._name)
        self._running.add(task)
        task.add_done_callback(self._finished)

    async def on_time(self) -> None:
        """The same for the scheduler, which runs what is no coroutine in a thread."""
        self.strike()

    async def _run(self) -> None:
        try:
            await self._job()
        except Exception:
            log.exception("job %s failed; its next beat tries again", self._name)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if self._again:
            self._again = False
            self.strike()

    async def idle(self) -> None:
        """Until nothing of it runs, nor is to run once more."""
        while self._running:
            await asyncio.wait(self._running)
            await asyncio.sleep(0)  # a finished run may have begun another

    async def close(self, seconds: float) -> None:
        """Let running work finish, for so long; what is cut off is found again at start."""
        self._closed = True
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
