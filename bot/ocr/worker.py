"""The reader's own process: takes a path, gives a reading. Ends when its parent does."""

import contextlib
import ctypes
import logging
import os
import signal
import warnings
from collections.abc import Callable, Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from bot.ocr.engines import engine as load
from bot.ocr.errors import Reason, Unreadable
from bot.ocr.reading import read
from models.directory import Directory

Task = tuple[Path, Directory]

_M_ARENA_MAX = -8  # glibc's name for it


def serve(pipe: Connection, engine: str, labels: Mapping[str, Sequence[str]]) -> None:
    """Answer tasks until the pipe closes, as it does when the parent is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")  # decoders have much to say about broken files
    os.nice(5)  # a press is answered before a photo is read
    trim = _give_memory_back()
    load(engine)
    with contextlib.suppress(EOFError, OSError):
        pipe.send(None)  # ready
        while True:
            path, directory = pipe.recv()
            pipe.send(_answer(path, directory, engine, labels))
            trim()


def _give_memory_back() -> Callable[[], object]:
    """What to call after each photo: every one has other sizes, and what is kept from one is of
    no use to the next. Where the C library cannot, a reader grows larger, and reads as well."""
    try:
        library = ctypes.CDLL(None)
        library.mallopt(_M_ARENA_MAX, 1)  # all threads share what is free
        return lambda: library.malloc_trim(0)
    except (OSError, AttributeError):
        return lambda: None


def _answer(
    path: Path, directory: Directory, engine: str, labels: Mapping[str, Sequence[str]]
) -> object:
    """The readings, or the reason why there are none."""
    try:
        return read(path, directory, engine=engine, labels=labels)
    except Unreadable as error:
        return error
    except MemoryError:
        return Unreadable(Reason.TOO_BIG)
    except Exception:  # whatever a hostile file brings about, the next photo must be read
        return Unreadable(Reason.BROKEN)
