"""Names in a roster that differ by one character: one of the two may be a slip of the pen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from models.community_match import sounds

_TELLS_APART = frozenset("一二三四五六七八九十东西南北中前后上下大小新老甲乙丙丁")
_SHORTEST = 3  # characters; two short names may well share half
_LONG = 4  # without 物业; shorter ones have to sound alike, too


def alike(new: Iterable[str], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of the `new` names with one of `names` that differs from it by a character that was
    changed, added or left out. 大华一村 and 大华二村 are two places and meant to be."""
    by_shape: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for shape in _shapes(name):
            by_shape[shape].append(name)
    said: set[frozenset[str]] = set()
    for name in new:
        others = (other for shape in _shapes(name) for other in by_shape[shape])
        for other in others:
            pair = frozenset((name, other))
            if len(pair) == 2 and pair not in said and not _told_apart(name, other):
                said.add(pair)
                yield name, other


def _shapes(name: str) -> set[str]:
    """Itself, and itself without each of its characters: with a gap, and closed up."""
    if len(name) < _SHORTEST:
        return set()
    gaps = {f"{name[:i]}\0{name[i + 1 :]}" for i in range(len(name))}
    return gaps | {name, *(gap.replace("\0", "") for gap in gaps if len(name) > _SHORTEST)}


def _told_apart(one: str, other: str) -> bool:
    """Whether what differs is there to tell the two apart: a number, a direction; or much of a
    short name."""
    longest = max(len(name.removesuffix("物业")) for name in (one, other))
    if longest < _LONG and sounds(one) != sounds(other):
        return True
    differs = [set(pair) for pair in zip(one, other, strict=False) if len(set(pair)) == 2]
    if len(one) != len(other) or len(differs) != 1:
        return len(one) == len(other)
    return all(c in _TELLS_APART or c.isascii() for c in differs[0])
