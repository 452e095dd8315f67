"""Mutated pictures through the reader: none may crash or stall it.

python -m benchmarks.reading.fuzz --count 10000 [--seed S] [--readers 2]
"""

import argparse
import asyncio
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pillow_heif
from PIL import Image, ImageDraw

from bot.ocr import ReaderPool, Reason, UnreadableError
from bot.pictures.fonts import font
from models.directory import Directory

LIMIT = 10.0  # seconds in which every file is answered
_LOST = frozenset({Reason.READER_DIED, Reason.TOO_SLOW})
_DATED = {"creationDate": time.gmtime(0), "modDate": time.gmtime(0)}  # or a PDF says today
_KINDS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "PDF", "PPM", "HEIF")


@dataclass(frozen=True)
class Answer:
    """What became of one file: the reason why it is unreadable, or "read"."""

    name: str
    outcome: str
    seconds: float

    @property
    def failed(self) -> bool:
        """Whether the reader did not survive it, or took too long."""
        return self.outcome in _LOST or self.seconds > LIMIT


def originals() -> dict[str, bytes]:
    """A small form in each format that people send."""
    pillow_heif.register_heif_opener()
    page = Image.new("RGB", (300, 220), "white")
    draw = ImageDraw.Draw(page)
    for i, words in enumerate(("小区：丰翔新城", "电话：13812345678", "地址：3号502室")):
        draw.text((20, 30 + 60 * i), words, fill="black", font=font(26))
    found = {}
    for kind in _KINDS:
        out = BytesIO()
        page.save(out, kind, **_DATED)
        found[kind.lower()] = out.getvalue()
    return found


def mutated(rng: Random, data: bytes, other: bytes) -> bytes:
    """The data with one to six wounds; `other` is what it may be spliced with."""
    wounded = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        _wound(rng, wounded, other)
    return bytes(wounded)


def _wound(rng: Random, data: bytearray, other: bytes) -> None:
    # Half of the wounds are near the head, where sizes and counts stand.
    reach = min(len(data), 200) if rng.random() < 0.5 else len(data)
    start = rng.randrange(reach) if reach else 0
    end = min(len(data), start + rng.choice((1, 1, 2, 4, 16, 200)))
    kind = rng.randrange(7)
    if kind == 0:
        del data[start:end]
    elif kind == 1:
        data[start:end] = bytes(end - start)
    elif kind == 2:
        data[start:end] = b"\xff" * (end - start)
    elif kind == 3:
        data[start:end] = rng.randbytes(end - start)
    elif kind == 4:
        data[start:start] = data[start:end] * rng.randint(1, 50)
    elif kind == 5:
        del data[rng.randrange(len(data) + 1) :]
    else:
        cut = rng.randrange(len(other))
        data[start:] = other[cut:]


def files(folder: Path, count: int, seed: int) -> Iterator[Path]:
    """So many mutated files, one at a time; the same for the same seed."""
    rng, whole = Random(seed), originals()
    for i in range(count):
        kind, other = rng.choice(_KINDS).lower(), rng.choice(_KINDS).lower()
        path = folder / f"{i:05d}.{kind}"
        path.write_bytes(mutated(rng, whole[kind], whole[other]))
        yield path


async def answer(pool: ReaderPool, path: Path) -> Answer:
    """One file through the readers."""
    start = time.perf_counter()
    try:
        await pool.read(path, Directory(()), LIMIT)
        outcome = "read"
    except UnreadableError as error:
        outcome = error.reason
    return Answer(path.name, outcome, time.perf_counter() - start)


async def answers(paths: Sequence[Path] | Iterator[Path], readers: int = 1) -> list[Answer]:
    """All files through as many readers, each reader with the next file as soon as it is free."""
    pool, left, found = ReaderPool(size=readers), iter(paths), list[Answer]()

    async def work() -> None:
        for path in left:
            found.append(await answer(pool, path))

    await pool.start()
    try:
        await asyncio.gather(*(work() for _ in range(readers)))
    finally:
        await pool.stop()
    return found


def main() -> int:
    """The command line: a line an outcome, then the files that failed; 1 if any did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--readers", type=int, default=2)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        paths = files(Path(folder), options.count, options.seed)
        found = asyncio.run(answers(paths, options.readers))
    for outcome, number in Counter(one.outcome for one in found).most_common():
        print(f"{number:6d} {outcome}")
    print(f"slowest {max(one.seconds for one in found):.2f} s")
    failed = [one for one in found if one.failed]
    for one in failed:
        print(f"FAILED {one.name}: {one.outcome} after {one.seconds:.1f} s", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
