"""The reader's own process: takes a path, gives its readings page by page. Ends when its parent
does."""

import contextlib
import logging
import os
import signal
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from bot.ocr.engines import engine as load
from bot.ocr.errors import Reason, UnreadableError
from bot.ocr.page.picture import count
from bot.ocr.process.memory import give_memory_back
from bot.ocr.reading import read_page
from models.directory import Directory
from models.intake import Reading

T = TypeVar("T")
Task = tuple[Path, Directory, bool, int]  # what is known; is it declared a form; from which page on
Answer = list[Reading] | UnreadableError  # of a page

MAX_PAGES = 20  # of one file: meanwhile whatever was posted after it waits


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
            for answer in _answers(task, engine, labels):
                pipe.send(answer)
            pipe.send(None)  # done
            trim()


def _answers(task: Task, engine: str, labels: Mapping[str, Sequence[str]]) -> Iterator[Answer]:
    """Of each page the readings, or the reason why there are none."""
    path, directory, declared, first = task
    leaves = _tried(partial(count, path))
    if isinstance(leaves, UnreadableError):
        yield leaves
        return
    own = partial(read_page, engine=engine, labels=labels, declared=declared)
    for leaf in range(first, min(leaves, MAX_PAGES)):
        found = _tried(partial(own, path, leaf, directory))
        if isinstance(found, UnreadableError):
            yield found
        else:
            yield [replace(reading, leaves=leaves) for reading in found]


def _tried(job: Callable[[], T]) -> T | UnreadableError:
    try:
        return job()
    except UnreadableError as error:
        return error
    except MemoryError:
        return UnreadableError(Reason.TOO_BIG)
    except Exception:  # whatever a hostile file brings about, the next photo must be read
        return UnreadableError(Reason.BROKEN)
