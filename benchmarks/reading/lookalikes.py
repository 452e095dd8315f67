"""How well a listed community is told from a name that only looks like it.

python -m benchmarks.reading.lookalikes [--count 250] [--seed 3]

Listed names that begin with a rare or with a frequent character, and the same names with one of
the two frequent characters that look most alike in its place, are written, photographed, read."""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from rich.console import Console
from rich.table import Table

from benchmarks.reading.hands import HANDS, Hand, font, has
from benchmarks.reading.measure import DEMO_ROSTER
from benchmarks.reading.photos import CAMERAS, developed
from benchmarks.reading.sheet import INKS, Manner, Sheet
from bot.ocr.engines.rapid import RapidOcr
from bot.ocr.page.picture import Pixels
from bot.ocr.values import community
from bot.roster_file import read_roster
from models.community_match import plain
from models.directory import Community, Directory
from models.verdict import SURE

_FACE = "LXGWWenKai-Regular.ttf"  # by which characters are called alike
_ALIKE = 2  # look-alikes of each character
ENDS = ("read", "put right", "asked")
_LEVELS = {"frequent": range(0xB0, 0xD8), "rare": range(0xD8, 0xF8)}  # rows of GB 2312


@dataclass(frozen=True)
class Case:
    """`written` is the listed name itself, or looks like it."""

    listed: str
    written: str
    hand: Hand


def characters(rows: range) -> list[str]:
    """Of these rows of GB 2312."""
    pairs = (bytes((row, place)) for row in rows for place in range(0xA1, 0xFF))
    return [c for pair in pairs if (c := pair.decode("gb2312", "ignore"))]


@cache
def _shape(character: str) -> NDArray[np.float32]:
    """Blurred and small: characters whose shapes lie close look alike."""
    image = Image.new("L", (48, 48))
    ImageDraw.Draw(image).text((4, 0), character, fill=255, font=font(_FACE, 40))
    small = cv2.resize(cv2.GaussianBlur(np.asarray(image, np.float32), (0, 0), 1.6), (24, 24))
    centred = small.ravel() - small.mean()
    return np.asarray(centred / (np.linalg.norm(centred) + 1e-6), np.float32)


def cases(level: str, count: int, names: Sequence[str], rng: Random) -> Iterator[Case]:
    """`count` listed names, each in every hand but the cursive, and so are its look-alikes."""
    frequent = characters(_LEVELS["frequent"])
    shapes = np.stack([_shape(character) for character in frequent])
    hands = [hand for split in HANDS.values() for hand in split if hand.kind != "cursive"]
    for first in rng.sample(characters(_LEVELS[level]), count):
        order = np.argsort(-(shapes @ _shape(first)))
        alike = [frequent[i] for i in order[: _ALIKE + 1] if frequent[i] != first][:_ALIKE]
        rest = rng.choice(names)[1:]
        for hand in hands:
            if all(has(font(hand.file, 40, hand.face), c) for c in (first, *alike, *rest)):
                yield from (Case(first + rest, c + rest, hand) for c in (first, *alike))


def photographed(words: str, hand: Hand, rng: Random) -> Pixels:
    """The words alone on paper, as a phone a little too far away sees them, upright."""
    manner = Manner(hand, rng.randint(34, 48), rng.choice(INKS), rng.random())
    sheet = Sheet((len(words) * 62 + 40, 80), rng)
    sheet.write(16, 40, words, manner)
    away = rng.uniform(0.5, 1.0)
    seen = cv2.resize(np.asarray(sheet.image), None, fx=away, fy=away, interpolation=cv2.INTER_AREA)
    camera = replace(CAMERAS["phone"], slant=0.0, turned=0.0)
    jpeg = developed(seen.astype(np.uint8), camera, np.random.default_rng(rng.getrandbits(32)))
    return np.asarray(Image.open(BytesIO(jpeg)).convert("RGB"))


def what_became(case: Case, others: Sequence[Community], reader: RapidOcr, rng: Random) -> str:
    """Whether the name as read is the listed one."""
    picture = photographed(case.written, case.hand, rng)
    height, width = picture.shape[:2]
    box = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    (line,) = reader.recognise([(picture, box)])
    directory = Directory((Community(case.listed, "the firm"), *others))
    value = community.value(line, directory)
    if value.value != case.listed or value.confidence < SURE:
        return "asked"
    return "read" if plain(line.text) == case.listed else "put right"


def main() -> None:
    """Of the listed names and of their look-alikes: how many are read, put right, asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=250, help="listed names of each level")
    parser.add_argument("--seed", type=int, default=3)
    asked = parser.parse_args()
    rng, reader = Random(asked.seed), RapidOcr()
    others = read_roster(DEMO_ROSTER).directory().communities
    table = Table(
        "begins with", "on the paper", *ENDS, "names", title="taken for the listed name, %"
    )
    for level in _LEVELS:
        found: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for case in cases(level, asked.count, [one.name for one in others], rng):
            ended = what_became(case, others, reader, rng)
            found[case.written == case.listed][ended] += 1
        for listed, ends in found.items():
            shares = (f"{100 * ends[end] / max(ends.total(), 1):.1f}" for end in ENDS)
            what = "the listed name" if listed else "a look-alike"
            table.add_row(f"a {level} character", what, *shares, str(ends.total()))
    Console().print(table)


if __name__ == "__main__":
    main()
