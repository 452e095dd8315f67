"""Rosters of towns that do not exist, and names that resemble one on a roster but are not on it."""

import csv
from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.reading.words import half, words

HEAD = ("物业公司", "类型", "专长", "小区", "别名", "负责人", "手机", "Telegram")
_INNER = "康景安福锦秀泽润沁枫桂松明昌隆晟"
_NUMBERS = "一二三四五六七八"


def invent(rng: Random, split: str, size: int = 48) -> list[dict[str, str]]:
    """Rows as a secretary keeps them: firms with two or three communities each."""
    names = [
        first + last
        for first in half(words("community_beginnings"), split)
        for last in rng.sample(words("community_endings"), 3)
    ]
    firms = half(words("firms"), split)
    rows = []
    for i, name in enumerate(rng.sample(names, size)):
        lead = rng.choice(words("surnames")) + rng.choice(words("given_names"))
        firm = firms[i % len(firms)] + "物业"
        values = (firm, "物业", "", name, "", lead, f"139{i:08d}", str(600000000 + i))
        rows.append(dict(zip(HEAD, values, strict=True)))
    return rows


def load(path: Path) -> list[dict[str, str]]:
    """The rows of a roster file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def save(path: Path, rows: Sequence[dict[str, str]]) -> None:
    """The rows as a roster file."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, HEAD)
        writer.writeheader()
        writer.writerows(rows)


def known(rows: Sequence[dict[str, str]]) -> list[str]:
    """The communities on a roster."""
    return sorted({row["小区"] for row in rows if row["小区"]})


def resembling(rng: Random, rows: Sequence[dict[str, str]]) -> str:
    """A name that is not on the roster, a suffix, a number or a middle character away from one."""
    taken = set(known(rows)) | {row.get("别名", "") for row in rows}
    for _ in range(1000):
        name = rng.choice(known(rows))
        other = rng.choice((_other_suffix, _other_inner))(rng, name)
        if other not in taken:
            return other
    raise ValueError("every name that resembles one on this roster is on it")


def _other_suffix(rng: Random, name: str) -> str:
    if name[-2:-1] in _NUMBERS and name.endswith("村"):
        return name[:-2] + rng.choice(_NUMBERS) + "村"
    suffixes = words("community_suffixes")
    old = next((s for s in suffixes if name.endswith(s)), name[-1])
    return name[: -len(old)] + rng.choice([s for s in suffixes if len(s) == len(old)])


def _other_inner(rng: Random, name: str) -> str:
    place = rng.randrange(len(name) - 2) if len(name) > 2 else 0
    return name[:place] + rng.choice(_INNER) + name[place + 1 :]
