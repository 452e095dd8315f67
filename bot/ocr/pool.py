"""Readers in processes of their own: the loop never waits, and what kills a reader kills no bot."""

import asyncio
import multiprocessing
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from bot.ocr.errors import Reason, Unreadable
from bot.ocr.worker import serve
from models.directory import Directory
from models.intake import Reading

_CONTEXT = multiprocessing.get_context("spawn")  # a fork would share the database's connections
_WARM_UP = 60.0  # seconds for a reader to load its models
_TRIES = 2


class _Reader:
    """One process and the pipe to it."""

    def __init__(self, engine: str, labels: Mapping[str, Sequence[str]]) -> None:
        ours, theirs = _CONTEXT.Pipe()
        self.pipe: Connection = ours
        self.process: SpawnProcess = _CONTEXT.Process(
            target=serve, args=(theirs, engine, dict(labels)), daemon=True, name="reader"
        )
        self.process.start()
        theirs.close()

    async def receive(self, seconds: float) -> object:
        """The next answer. Raises Unreadable when it takes too long or the process is gone."""
        try:
            if not await asyncio.to_thread(self.pipe.poll, seconds):
                raise Unreadable(Reason.TOO_SLOW)
            return await asyncio.to_thread(self.pipe.recv)
        except (EOFError, OSError):
            raise Unreadable(Reason.READER_DIED) from None

    def kill(self) -> None:
        self.process.kill()
        self.pipe.close()
        self.process.join()


class ReaderPool:
    """`size` readers. A reader that dies or dawdles is replaced, its photo tried once more."""

    def __init__(
        self,
        engine: str = "rapidocr",
        *,
        size: int = 1,
        labels: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._engine, self._size, self._labels = engine, size, labels or {}
        self._idle: asyncio.Queue[_Reader] = asyncio.Queue()
        self._all: set[_Reader] = set()

    async def start(self) -> None:
        """Start the processes; they load their models side by side."""
        for reader in [self._start_one() for _ in range(self._size)]:
            await self._warm(reader)

    def _start_one(self) -> _Reader:
        reader = _Reader(self._engine, self._labels)
        self._all.add(reader)
        return reader

    async def _warm(self, reader: _Reader) -> None:
        try:
            await reader.receive(_WARM_UP)
        except Unreadable:
            self._discard(reader)
            raise RuntimeError(f"the reader ({self._engine}) does not start") from None
        self._idle.put_nowait(reader)

    async def read(
        self, path: Path, directory: Directory, deadline: float = 10.0
    ) -> tuple[Reading, ...]:
        """A reading a page. Raises Unreadable; a reader that was lost is tried with once more."""
        for attempt in range(1, _TRIES + 1):
            reader = await self._idle.get()
            try:
                return await self._ask(reader, path, directory, deadline / _TRIES)
            except Unreadable as error:
                lost = error.reason in (Reason.TOO_SLOW, Reason.READER_DIED)
                if not lost or attempt == _TRIES:
                    raise
        raise AssertionError("every attempt returns or raises")

    async def _ask(
        self, reader: _Reader, path: Path, directory: Directory, seconds: float
    ) -> tuple[Reading, ...]:
        try:
            reader.pipe.send((path, directory))
            answer = await reader.receive(seconds)
        except BaseException:
            self._discard(reader)
            replacing = asyncio.ensure_future(self._warm(self._start_one()))
            await asyncio.shield(replacing)
            raise
        self._idle.put_nowait(reader)
        if isinstance(answer, Unreadable):
            raise answer
        return answer  # type: ignore[return-value]  # what worker.serve sends

    def _discard(self, reader: _Reader) -> None:
        self._all.discard(reader)
        reader.kill()

    async def stop(self) -> None:
        """End all readers, at once: what they were reading is read again at the next start."""
        for reader in list(self._all):
            self._discard(reader)
