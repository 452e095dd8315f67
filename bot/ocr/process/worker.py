"""The reader's own process: takes a path, gives a reading. Ends when its parent does."""

import contextlib
import logging
import os
import signal
import warnings
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from bot.ocr.engines import engine as load
from bot.ocr.errors import Reason, UnreadableError
from bot.ocr.process.memory import give_memory_back
from bot.ocr.reading import read
from models.directory import Directory

Task = tuple[Path, Directory, bool]  # a file, what is known, whether it is declared a form


def serve(pipe: Connection, engine: str, labels: Mapping[str, Sequence[str]]) -> None:
    """Answer tasks until the pipe closes, as it does when the parent is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")  # decoders have much to say about broken files
    os.nice(5)  # a press is answered before a photo is read
    trim = give_memory_back()
    load(engine)
    with contextlib.suppress(EOFError, OSError):
        pipe.send(None)  # ready
        while True:
            task: Task = pipe.recv()
            pipe.send(_answer(task, engine, labels))
            trim()


def _answer(task: Task, engine: str, labels: Mapping[str, Sequence[str]]) -> object:
    """The readings, or the reason why there are none."""
    path, directory, declared = task
    try:
        return read(path, directory, engine=engine, labels=labels, declared=declared)
    except UnreadableError as error:
        return error
    except MemoryError:
        return UnreadableError(Reason.TOO_BIG)
    except Exception:  # whatever a hostile file brings about, the next photo must be read
        return UnreadableError(Reason.BROKEN)
