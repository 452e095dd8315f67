"""Which of many words a text is, some of its characters misread."""

from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import Hamming

SHORTEST = 3  # characters of a word in which one may be misread, whatever the picture says


class Alike:
    """Words and what they name, told by those characters that were not misread."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._names: dict[int, dict[str, str]] = {}  # by the word's length
        for word, name in pairs:
            self._names.setdefault(len(word), {}).setdefault(word, name)

    def near(self, text: str) -> Iterator[tuple[str, str]]:
        """(word, its name) of those that differ from the text in one character, or in none."""
        return self._near(text, 1 if len(text) >= SHORTEST else 0)

    def resembling(self, text: str) -> Iterator[tuple[str, str]]:
        """(word, its name) of those that share half of their characters with the text: too many
        to take one without asking the picture."""
        return self._near(text, len(text) // 2)

    def _near(self, text: str, misread: int) -> Iterator[tuple[str, str]]:
        names = self._names.get(len(text), {})
        found = process.extract(
            text, names.keys(), scorer=Hamming.distance, score_cutoff=misread, limit=None
        )
        return ((word, names[word]) for word, _, _ in found)


def unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    """What each text names; None where it names several. A set for each of a hundred thousand would
    be 30 MB."""
    found: dict[str, str | None] = {}
    for text, name in pairs:
        if found.setdefault(text, name) != name:
            found[text] = None
    return found
