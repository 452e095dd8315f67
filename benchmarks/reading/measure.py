"""How well and how fast a set of pictures with truth.jsonl is read.

python -m benchmarks.reading.measure DIR [--roster FILE] [--engine rapidocr|tesseract] [--stock]
    [--misread]

The roster is DIR/roster.csv, or else the demo's. The exit code is 1 where a form went to a wrong
firm, a trap went out, or a picture that is no form was answered."""

import argparse
import asyncio
import json
import multiprocessing
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import track

from benchmarks.reading import report
from benchmarks.reading.score import Score, Truth, plain, score
from benchmarks.reading.stock import ENGINES, Stock
from bot.ocr import ReaderPool, UnreadableError
from bot.roster_file import read_roster
from models.directory import Directory
from models.intake import Reading, Verdict

DEMO_ROSTER = Path("bot/demo/roster.csv")
PATIENCE = 120.0  # seconds: how well is measured on a busy machine as well
SOUGHT = ("community", "phone", "address", "caller", "operator")  # short values, stated on paper


@dataclass
class Rival:
    """A stock engine's figures."""

    seconds: list[float] = field(default_factory=list)
    found: int = 0  # values that stand verbatim in all that it read
    sought: int = 0


@dataclass(frozen=True)
class Measured:
    """What a run found. `memory`: the reader process's resident set after the last photo, and at
    its peak, in bytes."""

    scores: list[Score]
    memory: tuple[int, int]


def truths(folder: Path) -> list[Truth]:
    """What the pictures of a folder say."""
    lines = (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    return [Truth.of(folder, json.loads(line)) for line in lines]


async def measure(
    pictures: Sequence[Truth], directory: Directory, engine: str, rivals: dict[str, Rival]
) -> Measured:
    """Read all, one after another; each picture by the rivals right after, so that whatever else
    the machine does weighs on all alike."""
    pool = ReaderPool(engine)
    await pool.start()
    try:
        with Stock(tuple(rivals)) as stock:
            scores = [
                await _one(truth, pool, directory, rivals, stock)
                for truth in track(pictures, "reading", console=Console(stderr=True))
            ]
        return Measured(scores, _memory())
    finally:
        await pool.stop()


async def _one(
    truth: Truth, pool: ReaderPool, directory: Directory, rivals: dict[str, Rival], stock: Stock
) -> Score:
    start = time.perf_counter()
    try:
        (reading, *_) = await pool.read(truth.path, directory, PATIENCE)
    except UnreadableError:
        reading = Reading(Verdict.IGNORE)
    judged = score(truth, reading, directory, time.perf_counter() - start)
    for engine, rival in rivals.items():
        _race(truth, engine, rival, stock)
    return judged


def _race(truth: Truth, engine: str, rival: Rival, stock: Stock) -> None:
    text, seconds = stock.read(engine, truth.path)
    values = [plain(truth.fields.get(name, "")) for name in SOUGHT]
    rival.seconds.append(seconds)
    rival.sought += sum(1 for value in values if value)
    rival.found += sum(1 for value in values if value and value in plain(text))


def _memory() -> tuple[int, int]:
    """Of the reader's process (Linux): now and at its peak."""
    (reader,) = (one for one in multiprocessing.active_children() if one.name == "reader")
    status = Path(f"/proc/{reader.pid}/status").read_text(encoding="ascii").splitlines()
    sizes = {line.split(":")[0]: line.split()[1] for line in status if line.endswith("kB")}
    return int(sizes["VmRSS"]) * 1024, int(sizes["VmHWM"]) * 1024


def _speed(measured: Measured, rivals: dict[str, Rival]) -> Iterator[str]:
    """Lines about time and memory."""
    ours = statistics.median(one.seconds for one in measured.scores)
    stated = [name for one in measured.scores for name in SOUGHT if one.truth.fields.get(name)]
    missed = [name for one in measured.scores for name in SOUGHT if _lost(one, name)]
    found = f"{len(stated) - len(missed)} of {len(stated)}"
    now, peak = (size / 2**20 for size in measured.memory)
    yield f"paidan: median {ours:.2f} s a photo; {found} short values exact, each in its field"
    yield f"reader process: {now:.0f} MiB after the run, {peak:.0f} MiB at its peak"
    for engine, rival in rivals.items():
        median = statistics.median(rival.seconds)
        yield (
            f"stock {engine}: median {median:.2f} s, of which paidan takes {ours / median:.2f};"
            f" {rival.found} of {rival.sought} short values somewhere in its text"
        )


def _lost(one: Score, name: str) -> bool:
    """Whether a value that is stated on the paper was not read."""
    return name in one.misread and bool(one.truth.fields[name])


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--roster", type=Path)
    parser.add_argument("--engine", choices=ENGINES, default="rapidocr")
    parser.add_argument("--stock", action="store_true", help="stock engines on the same photos")
    parser.add_argument("--misread", action="store_true", help="a line each")
    options = parser.parse_args()
    own = options.folder / "roster.csv"
    roster = options.roster or (own if own.is_file() else DEMO_ROSTER)
    rivals = {engine: Rival() for engine in ENGINES} if options.stock else {}
    pictures, directory = truths(options.folder), read_roster(roster).directory()
    measured = asyncio.run(measure(pictures, directory, options.engine, rivals))
    # A file or a pipe has no width of its own.
    console = Console(width=None if sys.stdout.isatty() else 170)
    if options.misread:
        report.show_misread(console, measured.scores)
    report.show(console, measured.scores)
    for line in _speed(measured, rivals):
        console.print(line, soft_wrap=True, highlight=False)
    return 1 if report.harm(measured.scores) else 0


if __name__ == "__main__":
    sys.exit(main())
