"""Readers in processes of their own: the loop never waits, and what kills a reader kills no bot."""

import asyncio
import multiprocessing
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import cast

from bot.ocr.errors import Reason, UnreadableError
from bot.ocr.process.memory import large_pages
from bot.ocr.process.worker import Answer, Task, serve
from models.directory import Directory
from models.intake import Reading

_CONTEXT = multiprocessing.get_context("spawn")  # a fork would share the database's connections
_WARM_UP = 60.0  # seconds for a reader to load its models
_LEAST = 1.0  # seconds that the second try gets at least


class _Reader:
    """One process and the pipe to it."""

    def __init__(self, engine: str, labels: Mapping[str, Sequence[str]]) -> None:
        ours, theirs = _CONTEXT.Pipe()
        self.pipe: Connection = ours
        self.process: SpawnProcess = _CONTEXT.Process(
            target=serve, args=(theirs, engine, dict(labels)), daemon=True, name="reader"
        )
        with large_pages():
            self.process.start()
        theirs.close()

    async def receive(self, seconds: float) -> object:
        """The next answer. Raises UnreadableError when it takes too long or the process is gone."""
        try:
            if not await asyncio.to_thread(self.pipe.poll, seconds):
                raise UnreadableError(Reason.TOO_SLOW)
            return await asyncio.to_thread(self.pipe.recv)
        except (EOFError, OSError):
            raise UnreadableError(Reason.READER_DIED) from None

    def kill(self) -> None:
        self.process.kill()
        self.process.join()  # before the pipe is closed: its end wakes whoever waits at it
        self.pipe.close()


class ReaderPool:
    """`size` readers. A reader that dies or dawdles is replaced, its page tried once more."""

    def __init__(
        self,
        engine: str = "rapidocr",
        *,
        size: int = 1,
        labels: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._engine, self._size, self._labels = engine, size, labels or {}
        self._idle: asyncio.Queue[_Reader | None] = asyncio.Queue()  # None: one is to be started
        self._all: set[_Reader] = set()
        self._replacing: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start the processes; they load their models side by side."""
        for reader in await asyncio.gather(*(self._started() for _ in range(self._size))):
            self._idle.put_nowait(reader)

    async def read(
        self,
        path: Path,
        directory: Directory,
        deadline: float = 10.0,
        *,
        declared: bool = False,
    ) -> tuple[Reading, ...]:
        """A reading for each form of the file, and for each page without one; each page within
        `deadline` seconds from when a reader is free. `declared`: it is a form, somebody says.
        Pages that cannot be read are left out, and what comes after one that costs two readers.

        Raises UnreadableError if no page can be read."""
        answers: list[Answer] = []
        lost_at, seconds = None, deadline / 2
        while True:
            reader = await self._next()
            try:
                await self._ask(reader, (path, directory, declared, len(answers)), seconds, answers)
                break
            except UnreadableError as error:
                if len(answers) == lost_at:
                    answers.append(error)
                    break
            lost_at, seconds = len(answers), max(_LEAST, deadline / 2)
        readings = [one for page in answers if isinstance(page, list) for one in page]
        if not readings:
            raise next(page for page in answers if isinstance(page, UnreadableError))
        return tuple(readings)

    async def _ask(
        self, reader: _Reader, task: Task, seconds: float, answers: list[Answer]
    ) -> None:
        """Add its answers, one a page. Raises UnreadableError when the reader is lost."""
        try:
            reader.pipe.send(task)
            while (answer := await reader.receive(seconds)) is not None:
                answers.append(cast(Answer, answer))  # what worker.serve sends
        except BaseException as error:
            self._discard(reader)
            replacing = asyncio.ensure_future(self._replace())
            self._replacing.add(replacing)
            replacing.add_done_callback(self._replacing.discard)
            if isinstance(error, OSError):  # it was gone before it was asked
                raise UnreadableError(Reason.READER_DIED) from None
            raise
        self._idle.put_nowait(reader)

    async def _next(self) -> _Reader:
        """The next reader that is free. Raises RuntimeError if it must be started and cannot."""
        reader = await self._idle.get()
        if reader is not None:
            return reader
        try:
            return await self._started()
        except RuntimeError:
            self._idle.put_nowait(None)
            raise

    async def _replace(self) -> None:
        """Start a reader in the place of a lost one; if it fails, whoever is next tries again."""
        try:
            self._idle.put_nowait(await self._started())
        except RuntimeError:
            self._idle.put_nowait(None)

    async def _started(self) -> _Reader:
        """A new reader that has loaded its models. Raises RuntimeError."""
        reader = _Reader(self._engine, self._labels)
        self._all.add(reader)
        try:
            await reader.receive(_WARM_UP)
        except UnreadableError:
            self._discard(reader)
            raise RuntimeError(f"the reader ({self._engine}) does not start") from None
        return reader

    def _discard(self, reader: _Reader) -> None:
        self._all.discard(reader)
        reader.kill()

    async def stop(self) -> None:
        """End all readers, at once: what they were reading is read again at the next start."""
        for reader in list(self._all):
            self._discard(reader)
        await asyncio.gather(*self._replacing)
