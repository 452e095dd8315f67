"""How likely a text is, against every alignment written out."""

from itertools import groupby, product
from math import exp, prod

import numpy as np
import pytest

from bot.ocr.page.frames import Frames

ODDS = np.array(
    [[0.5, 0.3, 0.2], [0.1, 0.6, 0.3], [0.7, 0.1, 0.2], [0.2, 0.2, 0.6]], dtype=np.float32
)
SAME = np.arange(3)


def spelled(path: tuple[int, ...]) -> list[int]:
    """What a path says: runs are one, zeros are none."""
    return [character for character, _ in groupby(path) if character]


@pytest.mark.parametrize("text", [[], [1], [2], [1, 2], [2, 1], [1, 1], [1, 2, 1], [2, 2]])
def test_the_likelihood_is_the_sum_over_all_alignments(text: list[int]) -> None:
    paths = (p for p in product(range(3), repeat=4) if spelled(p) == text)
    whole = sum(prod(float(ODDS[place, c]) for place, c in enumerate(path)) for path in paths)
    assert exp(Frames.of(ODDS, SAME).likelihood(text)) == pytest.approx(whole, rel=1e-4)


def test_a_character_that_was_never_likely_is_all_but_impossible() -> None:
    odds = np.zeros((3, 4), dtype=np.float32)
    odds[:, 1] = 1.0
    frames = Frames.of(odds, np.arange(4))
    assert frames.likelihood([1]) == pytest.approx(0.0, abs=1e-3)
    assert frames.likelihood([3]) < -10


def test_a_bound_is_never_below_the_likelihood() -> None:
    odds = np.zeros((3, 4), dtype=np.float32)
    odds[:, 1] = [1.0, 0.2, 1.0]
    frames = Frames.of(odds, np.arange(4))
    assert frames.at_most([1]) == 0.0
    for text in ([1], [2], [1, 3], [2, 3], [3, 3]):
        assert frames.likelihood(text) <= frames.at_most(text) + 1e-6
    assert frames.at_most([2, 3]) < frames.at_most([2]) < -10


def test_a_traditional_character_speaks_for_its_simplified() -> None:
    odds = np.array([[0.1, 0.35, 0.3, 0.25]], dtype=np.float32)  # 2 is the traditional form of 3
    frames = Frames.of(odds, np.array([0, 1, 3, 3]))
    characters, shares = frames.best
    assert characters.tolist() == [3]
    assert shares.tolist() == pytest.approx([0.55])


def test_the_best_of_each_place() -> None:
    characters, shares = Frames.of(ODDS, SAME).best
    assert characters.tolist() == [0, 1, 0, 2]
    assert shares.tolist() == pytest.approx([0.5, 0.6, 0.7, 0.6])
