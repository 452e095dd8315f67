"""The words that practice forms are made of, from words.toml, and how the splits share them."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_FILE = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def words(name: str) -> tuple[str, ...]:
    """One of the lists of words.toml."""
    return tuple(_FILE[name].split())


LABELS: Mapping[str, tuple[str, ...]] = {
    field: tuple(line.split()) for field, line in _FILE["labels"].items()
}
INITIALS: Mapping[str, tuple[str, ...]] = {
    field: tuple(line.split()) for field, line in _FILE["initials"].items()
}
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "category": words("categories"),
    "urgency": words("urgencies"),
}


def half(items: Sequence[T], split: str) -> list[T]:
    """Every other item: the first, third … for tuning, the others for the test."""
    return list(items[0 if split == "tuning" else 1 :: 2])
