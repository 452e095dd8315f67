"""The words that labels are put together from, from words.toml."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

_FILE = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def section(name: str) -> Mapping[str, Sequence[str]]:
    """One of its sections: name → words."""
    return {key: tuple(words.split()) for key, words in _FILE[name].items()}
