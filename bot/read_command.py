"""`paidan read`: the reader alone, a line of JSON a photo, or a table."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.ocr import Unreadable, read
from bot.roster_file import read_roster
from models.directory import Directory
from models.intake import FIELDS, Reading, Value, Verdict

_DEFAULT_ROSTER = Path(__file__).with_name("demo") / "roster.csv"


def run(photos: Sequence[Path], roster: Path | None, engine: str, as_json: bool) -> int:
    """Read each photo; the exit code is 1 if one could not be opened."""
    directory = read_roster(roster or _DEFAULT_ROSTER).directory()
    failed = False
    table = _table()
    for photo in track(photos, "读表 / reading", disable=as_json or len(photos) < 2):
        for reading in _readings(photo, directory, engine):
            failed |= isinstance(reading, str)
            if as_json:
                print(json.dumps(_as_json(photo, reading), ensure_ascii=False), flush=True)
            else:
                _add_row(table, photo, reading)
    if not as_json:
        Console().print(table)
    return int(failed)


def _readings(photo: Path, directory: Directory, engine: str) -> Iterator[Reading | str]:
    """The readings of a file's pages, or the reason why there is none."""
    try:
        yield from read(photo, directory, engine=engine)
    except (Unreadable, OSError) as error:
        yield str(error)


def _as_json(photo: Path, reading: Reading | str) -> dict[str, object]:
    if isinstance(reading, str):
        return {"file": str(photo), "verdict": "ignore", "error": reading}
    fields = {name: reading.fields.get(name, Value()) for name in FIELDS}
    return {
        "file": str(photo),
        "verdict": reading.verdict.value,
        "firm": reading.firm,
        "fields": {
            name: {"value": value.value, "confidence": round(value.confidence, 3)}
            for name, value in fields.items()
        }
        if reading.verdict is not Verdict.IGNORE
        else {},
        "doubts": [
            {"field": d.field, "why": d.why.value, "read": d.read, "likely": list(d.likely)}
            for d in reading.doubts
        ],
        "seconds": round(reading.seconds, 3),
    }


def _table() -> Table:
    return Table("文件", "结论", "物业", "小区", "电话", "地址", "类别", "内容", "疑问", "秒")


def _add_row(table: Table, photo: Path, reading: Reading | str) -> None:
    if isinstance(reading, str):
        table.add_row(photo.name, f"✗ {reading}")
        return
    shown = ("community", "phone", "address", "category", "description")
    table.add_row(
        photo.name,
        reading.verdict.value,
        reading.firm or "",
        *(reading.fields.get(name, Value()).value for name in shown),
        "、".join(d.field for d in reading.doubts),
        f"{reading.seconds:.2f}",
    )
