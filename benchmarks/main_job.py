"""Photo → mention, press → answer while photos are being read, reads a minute, memory.

    python -m benchmarks.main_job [--photos 12]

The real bot as a process of its own against the group in a box on this machine, so the figures
hold no network. Quote ratios of one run; machines differ."""

import argparse
import asyncio
import io
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from bot.demo.bot_process import BotProcess
from bot.demo.cast import everyone
from bot.demo.command import config
from bot.demo.group import GroupInABox
from bot.demo.records import Message
from bot.ocr import ReaderPool
from bot.roster_file import read_roster

CLERK = 1001
SAMPLES = Path("bot/demo/samples")
READABLE = ("leak_printed", "lift_neat", "sewage_ticks", "barrier_brush")
AT_ONCE = 10


def photos(count: int) -> list[bytes]:
    """Forms that no two fingerprints take for the same photo: each is askew in its own way."""
    found = []
    for number in range(count):
        name = READABLE[number % len(READABLE)]
        with Image.open(SAMPLES / f"{name}.jpg") as image:
            turned = image.rotate(0.7 * (number + 1), expand=True, fillcolor=(90, 80, 70))
        out = io.BytesIO()
        turned.save(out, "JPEG", quality=88)
        found.append(out.getvalue())
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=12)
    options = parser.parse_args()
    asyncio.run(_measure(options.photos))


async def _measure(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        group = GroupInABox(now=lambda: datetime.now(UTC), members=everyone(), per_minute=10**6)
        await group.start()
        (data / "config.toml").write_text(config(group, data), encoding="utf-8")
        command = [sys.executable, "-m", "bot", "run", "--config", str(data / "config.toml")]
        bot = BotProcess(command, data / "bot.log", lambda: None)
        await bot.start()
        await group.wait_until(lambda: group.api.polls > 0, 60, "the first poll")
        try:
            await _story(group, bot, count)
        finally:
            await bot.stop()
            await group.stop()
    await _reads_a_minute(count)


async def _story(group: GroupInABox, bot: BotProcess, count: int) -> None:
    pictures = photos(count + AT_ONCE)
    waits = [await _photo_to_mention(group, picture) for picture in pictures[:count]]
    _print("photo → mention, one at a time", waits)
    presses = await _presses_while_reading(group, pictures[count:])
    _print(f"press → answer, {AT_ONCE} photos being read", presses)
    print(f"memory of the process tree (PSS): {_tree_memory(bot.pid) / 2**20:.0f} MiB")


async def _photo_to_mention(group: GroupInABox, picture: bytes) -> float:
    start = time.perf_counter()
    photo = group.photo(CLERK, picture)
    await group.wait_for(
        lambda m: m.sender.is_bot and m.reply_to == photo.message_id, seconds=60, what="a mention"
    )
    return time.perf_counter() - start


async def _presses_while_reading(group: GroupInABox, pictures: list[bytes]) -> list[float]:
    cards = [m for m in group.messages() if m.sender.is_bot and "待接单" in m.text]
    for picture in pictures:
        group.photo(CLERK, picture)
    return [await _press(group, card) for card in cards]


async def _press(group: GroupInABox, card: Message) -> float:
    lead = next(e.user_id for e in card.entities if e.user_id)
    start = time.perf_counter()
    answer = await group.press(lead, card, "接单")
    if "已接单" not in answer:
        raise AssertionError(answer)
    return time.perf_counter() - start


async def _reads_a_minute(count: int) -> None:
    directory = read_roster(Path("bot/demo/roster.csv")).directory()
    pool = ReaderPool()
    await pool.start()
    with tempfile.TemporaryDirectory() as folder:
        paths = list(_written(Path(folder), photos(count)))
        start = time.perf_counter()
        for path in paths:
            await pool.read(path, directory)
        print(f"reads a minute, one reader: {60 * count / (time.perf_counter() - start):.0f}")
    await pool.stop()


def _written(folder: Path, pictures: list[bytes]) -> Iterator[Path]:
    for number, picture in enumerate(pictures):
        path = folder / f"{number}.jpg"
        path.write_bytes(picture)
        yield path


def _tree_memory(pid: int) -> int:
    """Bytes of a process and all below it; shared pages are counted once (Linux)."""
    total = 0
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            total += int(line.split()[1]) * 1024
    for task in Path(f"/proc/{pid}/task").iterdir():
        children = (task / "children").read_text(encoding="ascii").split()
        total += sum(_tree_memory(int(child)) for child in children)
    return total


def _print(what: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    print(
        f"{what}: median {statistics.median(ordered) * 1000:.0f} ms, "
        f"slowest {ordered[-1] * 1000:.0f} ms, {len(ordered)} times"
    )


if __name__ == "__main__":
    main()
