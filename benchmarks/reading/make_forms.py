"""Practice forms such as duty clerks photograph: JPEGs, truth.jsonl and the roster they use.

python -m benchmarks.reading.make_forms OUT --count N --seed S --split tuning|test [--roster FILE]
    [--layout NAME]
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from benchmarks.reading import facts, rosters
from benchmarks.reading.blanks import BLANKS
from benchmarks.reading.cards import CARDS
from benchmarks.reading.digit_form import digits
from benchmarks.reading.duty_log import together
from benchmarks.reading.hands import HANDS, FontMissingError, Hand
from benchmarks.reading.layouts import LAYOUTS
from benchmarks.reading.letters import LETTERS
from benchmarks.reading.offices import OFFICES
from benchmarks.reading.own_form import own
from benchmarks.reading.photos import photograph
from benchmarks.reading.sheet import INKS, Manner
from benchmarks.reading.strangers import SCREEN, STRANGERS
from benchmarks.reading.styles import style

_WEIGHTS = {"scan": 2, "good": 3, "phone": 4, "harsh": 3}
DRAWN = {
    **LAYOUTS,
    **OFFICES,
    **LETTERS,
    **CARDS,
    **BLANKS,
    "digits": digits,
    "together": together,
    "own": own,
}
_TRAPPED, _STRANGE = 0.2, 0.08  # shares of a set


@dataclass(frozen=True)
class Practice:
    """What a set is made of."""

    split: str
    rows: Sequence[dict[str, str]]  # of the roster
    layouts: Sequence[str]


def make(
    out: Path,
    count: int,
    seed: int,
    split: str,
    roster: Path | None = None,
    layouts: Sequence[str] = tuple(DRAWN),
) -> None:
    """Write `count` pictures, OUT/truth.jsonl and OUT/roster.csv (an invented town's, where none
    is given). The same seed gives the same set. Raises FontMissingError."""
    out.mkdir(parents=True, exist_ok=True)
    rng = Random(f"{seed} {split}")
    rows = rosters.load(roster) if roster else rosters.invent(rng, split)
    rosters.save(out / "roster.csv", rows)
    practice = Practice(split, rows, layouts)
    with (out / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for i in range(count):
            # A seed of its own each: a longer set begins with the shorter one.
            said, picture = _one(Random(f"{seed} {split} {i}"), practice, i)
            name = f"{i:04d}.jpg"
            (out / name).write_bytes(picture)
            truth.write(json.dumps({"file": name, **said}, ensure_ascii=False) + "\n")


def _one(rng: Random, practice: Practice, i: int) -> tuple[dict[str, Any], bytes]:
    hands = HANDS[practice.split]
    hand = hands[i % len(hands)]
    if rng.random() < _STRANGE:
        return _stranger(rng, practice.split, hand)
    return _form(rng, practice, hand)


def _manner(rng: Random, hand: Hand) -> Manner:
    restless = 0.0 if hand.kind == "print" else rng.uniform(0.4, 1.2)
    return Manner(hand, rng.randint(30, 42), rng.choice(INKS), restless)


def _form(rng: Random, practice: Practice, hand: Hand) -> tuple[dict[str, Any], bytes]:
    split = practice.split
    trap = rng.choice(facts.TRAPS) if rng.random() < _TRAPPED else None
    said = facts.draw(rng, split, practice.rows, trap)
    layout = rng.choice(practice.layouts)
    press = rng.choice(_presses(split))
    sheet = DRAWN[layout](style(rng, split, said.fields, _manner(rng, hand), press))
    kind = rng.choices(tuple(_WEIGHTS), tuple(_WEIGHTS.values()))[0]
    noise = np.random.default_rng(rng.getrandbits(32))
    truth = {
        "layout": layout,
        "ink": hand.name,
        "photo": kind,
        "want": "ask" if trap else "dispatch",
        "trap": trap,
        "fields": said.fields,
    }
    return truth, photograph(sheet.image, kind, split, noise)


def _presses(split: str) -> list[Hand]:
    """What labels are set in: the split's own print and neat hand."""
    return [hand for hand in HANDS[split] if hand.kind in ("print", "neat")]


def _stranger(rng: Random, split: str, hand: Hand) -> tuple[dict[str, Any], bytes]:
    kind = rng.choice(tuple(STRANGERS))
    picture = STRANGERS[kind](rng, _manner(rng, hand))
    truth = {
        "layout": kind, "ink": "", "photo": "", "want": "ignore", "trap": kind, "fields": {}
    }  # fmt: skip
    if kind not in SCREEN:
        return truth, photograph(
            picture, "phone", split, np.random.default_rng(rng.getrandbits(32))
        )
    out = BytesIO()
    picture.save(out, "JPEG", quality=85)
    return truth, out.getvalue()


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--split", choices=tuple(HANDS), default="tuning")
    parser.add_argument("--roster", type=Path)
    parser.add_argument("--layout", choices=tuple(DRAWN), action="append", help="only these")
    options = parser.parse_args()
    layouts = options.layout or tuple(DRAWN)
    try:
        make(options.out, options.count, options.seed, options.split, options.roster, layouts)
    except FontMissingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
