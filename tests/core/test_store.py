"""The store of photos holds whole photos and nothing else."""

import os
from pathlib import Path

import pytest

from bot.store import Store


def _kept(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


def test_the_same_photo_is_kept_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    names = {store.put(b"photo"), store.put(b"photo")}
    assert _kept(tmp_path) == [*names]


def test_a_photo_that_the_disk_has_no_room_for_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        Store(tmp_path).put(b"photo")
    assert _kept(tmp_path) == []


def test_a_piece_that_a_dead_process_left_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(_: int) -> None:
        raise KeyboardInterrupt

    store = Store(tmp_path)
    name = store.put(b"photo")
    monkeypatch.setattr(os, "fsync", dies)
    with pytest.raises(KeyboardInterrupt):
        store.put(b"another photo")
    assert len(_kept(tmp_path)) == 2
    store.remove_pieces()
    assert _kept(tmp_path) == [name]
