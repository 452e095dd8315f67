import os
import signal
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from benchmarks.reading.hostile import FILES
from bot.ocr import ReaderPool, Reason, UnreadableError
from models.directory import Directory
from models.intake import Verdict

NOBODY = Directory(())


def reader() -> int:
    """The process id of the only reader."""
    (pid,) = (child.pid for child in active_children() if child.name == "reader")
    assert pid is not None
    return pid


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture that is no form."""
    path = tmp_path / "photo.jpg"
    path.write_bytes(FILES["cmyk.jpg"]())
    return path


async def test_a_reader_that_died_is_replaced_and_its_photo_read(
    pool: ReaderPool, photo: Path
) -> None:
    before = reader()
    os.kill(before, signal.SIGKILL)
    (reading,) = await pool.read(photo, NOBODY)
    assert reading.verdict is Verdict.IGNORE
    assert reader() != before


async def test_a_reader_that_hangs_is_replaced_and_its_photo_read(
    pool: ReaderPool, photo: Path
) -> None:
    before = reader()
    os.kill(before, signal.SIGSTOP)
    (reading,) = await pool.read(photo, NOBODY, deadline=1.0)
    assert reading.verdict is Verdict.IGNORE
    assert reader() != before


async def test_a_photo_that_is_too_slow_twice_is_set_aside_in_time(
    pool: ReaderPool, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.ocr.process.pool._LEAST", 0.0)
    start = time.perf_counter()
    with pytest.raises(UnreadableError) as caught:
        await pool.read(photo, NOBODY, deadline=0.0)
    assert caught.value.reason is Reason.TOO_SLOW
    assert time.perf_counter() - start < 10  # one replacement was waited for, and not two
    (reading,) = await pool.read(photo, NOBODY)
    assert reading.verdict is Verdict.IGNORE
