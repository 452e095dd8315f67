"""A reader's memory: kept from a small photo to the next, given back after a large one."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.ocr.process import memory
from bot.ocr.process.memory import KEPT, give_memory_back, resident


@pytest.fixture
def given_back(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that free memory went back to the system."""
    times: list[int] = []
    library = SimpleNamespace(mallopt=lambda *_: 1, malloc_trim=times.append)
    monkeypatch.setattr("ctypes.CDLL", lambda _: library)
    return times


@pytest.mark.parametrize(("held", "times"), [(KEPT - 1, 0), (KEPT + 1, 1)])
def test_only_what_a_large_photo_needed_is_given_back(
    given_back: list[int], monkeypatch: pytest.MonkeyPatch, held: int, times: int
) -> None:
    monkeypatch.setattr(memory, "resident", lambda: held)
    give_memory_back()()
    assert len(given_back) == times


def test_where_the_system_tells_no_size_all_is_given_back(
    given_back: list[int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(memory, "_SIZES", tmp_path / "nothing")
    give_memory_back()()
    assert len(given_back) == 1


def test_another_c_library_is_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda _: SimpleNamespace())
    assert give_memory_back()() is None


def test_what_a_process_holds_is_counted() -> None:
    before = resident()
    held = bytearray(b"1" * 50_000_000)
    assert 40_000_000 < resident() - before < 120_000_000, len(held)
