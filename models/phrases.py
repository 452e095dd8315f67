"""Patterns put together from words and phrases."""

import re
from collections.abc import Iterable


def either(*phrases: str) -> re.Pattern[str]:
    """Whatever any of these patterns finds."""
    return re.compile("|".join(phrases))


def one_of(words: Iterable[str]) -> str:
    """Any of these words, the longer first: 联系电话, and not only the 联系 of it."""
    return "|".join(sorted(words, key=len, reverse=True))
