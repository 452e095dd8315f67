"""Which of many words a text is, one character of it misread."""

from collections.abc import Iterable, Iterator

SHORTEST = 3  # characters of a word in which one may be misread


class Alike:
    """Words and what they name. One misread character leaves half of its word as it is: only the
    words that share a half with the text are compared with it."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._sharing: dict[tuple[int, str], list[tuple[str, str]]] = {}
        for word, name in pairs:
            for half in _halves(word):
                self._sharing.setdefault(half, []).append((word, name))

    def near(self, text: str) -> Iterator[tuple[str, str]]:
        """(word, its name) of those that differ from the text in one character, or in none."""
        for half in _halves(text):
            for word, name in self._sharing.get(half, ()):
                if _differ(text, word) <= (1 if len(word) >= SHORTEST else 0):
                    yield word, name


def _halves(word: str) -> Iterator[tuple[int, str]]:
    """Its halves, each with its length: negative for the last half."""
    middle = len(word) // 2
    yield len(word), word[:middle]
    yield -len(word), word[middle:]


def _differ(text: str, word: str) -> int:
    return sum(a != b for a, b in zip(text, word, strict=True))
