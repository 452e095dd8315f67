"""What stands on the paper, where it can only be one of a few words.

The recogniser's own probabilities say how well each word fits the picture. One that fits nearly as
well as the best reading was misread; one that does not is another word, however alike it looks."""

from collections.abc import Iterable

from bot.ocr.page.lines import Line

NEARLY = 3.0  # of log-likelihood that a word may lack to the best reading
LENIENT = 9.0  # where the words are unlike one another, and a mistake costs little


def fits(line: Line, words: Iterable[str], nearly: float = NEARLY) -> list[tuple[float, str]]:
    """(what it lacks to the best reading, word) of the words that fit nearly as well, the best
    first."""
    best = line.likelihood(line.text)
    lacks = ((line.likelihood(word, best - nearly) - best, word) for word in words)
    return sorted((pair for pair in lacks if pair[0] > -nearly), reverse=True)
