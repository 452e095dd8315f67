"""What a recogniser holds likely along a strip, place by place: kept small, asked for its best."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np
from numpy.typing import NDArray

Odds = NDArray[np.float32]  # place × character, probabilities; character 0 is "nothing"

_LEAST = 1e-4  # a probability worth keeping: nearly all of 18,000 characters are below it
_FLOOR = 1e-7  # what those that were not kept are taken for


@dataclass(frozen=True)
class Frames:
    """The likely characters at each of `length` places, as three columns of one length."""

    length: int
    places: NDArray[np.int64]
    characters: NDArray[np.int64]
    odds: Odds

    @classmethod
    def of(cls, odds: Odds, folds: NDArray[np.int64]) -> "Frames":
        """`folds`: the character that each one counts as: a traditional one as its simplified."""
        size = len(folds)
        kept = np.flatnonzero(odds > _LEAST)  # ten times as fast as nonzero of two dimensions
        places, characters = np.divmod(kept, size)
        keys, where = np.unique(places * size + folds[characters], return_inverse=True)
        sums = np.bincount(where, odds[places, characters]).astype(np.float32)
        return cls(len(odds), keys // size, keys % size, sums)

    @cached_property
    def best(self) -> tuple[NDArray[np.int64], Odds]:
        """The likeliest character at each place, and how likely it is."""
        order = np.lexsort((self.odds, self.places))
        last = order[np.searchsorted(self.places[order], np.arange(self.length), "right") - 1]
        return self.characters[last], self.odds[last]

    @cached_property
    def held(self) -> frozenset[int]:
        """The characters that are likely at any place."""
        return frozenset(self.characters.tolist())

    def at_most(self, characters: Sequence[int]) -> float:
        """What `likelihood` can't be above, quick to say: each of these that is likely nowhere must
        stand at one of the places."""
        return len(set(characters) - self.held) * min(0.0, log(self.length * _FLOOR))

    def likelihood(self, characters: Sequence[int]) -> float:
        """log P(these characters in this order), by the forward algorithm of connectionist
        temporal classification: summed over all alignments, in logarithms for range."""
        extended = np.zeros(2 * len(characters) + 1, dtype=np.int64)
        extended[1::2] = characters
        logs = self._logs(extended)
        if not characters:
            return float(logs.sum())
        leaps = np.zeros(len(extended), dtype=bool)
        leaps[2:] = (extended[2:] != 0) & (extended[2:] != extended[:-2])
        alpha = np.full(len(extended) + 2, -np.inf)  # two more in front, to step and leap from
        alpha[2:4] = logs[0, :2]
        for place in logs[1:]:
            leap = np.where(leaps, alpha[:-2], -np.inf)
            step = np.logaddexp(alpha[2:], alpha[1:-1])
            alpha[2:] = np.logaddexp(step, leap) + place
        return float(np.logaddexp(alpha[-1], alpha[-2]))

    def _logs(self, characters: NDArray[np.int64]) -> NDArray[np.float64]:
        """log probability of each of these characters at each place."""
        odds = np.full((self.length, len(characters)), _FLOOR)
        for column, character in enumerate(characters):
            found = self.characters == character
            odds[self.places[found], column] = self.odds[found]
        return np.asarray(np.log(odds))
