"""`paidan read`: the reader alone, a line of JSON a photo, or a table."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Column, Table
from rich.text import Text as Cell

from bot.ocr import UnreadableError, read
from bot.ocr.engines import engine as load
from bot.ocr.process.memory import give_memory_back
from bot.roster_file import read_roster
from bot.texts.notices import NOTICES
from bot.texts.questions import FIELD, WHY
from bot.texts.text import Text
from models.directory import Directory
from models.intake import FIELDS, Reading, Value, Verdict

_DEFAULT_ROSTER = Path(__file__).parents[1] / "demo" / "roster.csv"

_SENTENCES = {
    **NOTICES,
    "unreadable_not_opened": Text(
        "打不开这个文件，请核对文件名、目录和权限。",
        "This file can't be opened: check its name, its folder and that you may read it.",
    ),
}
_VERDICTS = {
    Verdict.DISPATCH: "✓ 派单 dispatch",
    Verdict.ASK: "? 要问 ask",
    Verdict.IGNORE: "– 不是信息表 no form",
}


def run(photos: Sequence[Path], roster: Path | None, engine: str, as_json: bool) -> int:
    """Read each photo; the exit code is 1 if one could not be opened."""
    directory = read_roster(roster or _DEFAULT_ROSTER).directory()
    failed, table = False, _table()
    trim = give_memory_back()
    load(engine)  # so that the first photo's seconds are its own
    for photo in track(photos, "读表 / reading", disable=as_json or len(photos) < 2):
        for reading in _readings(photo, directory, engine):
            failed |= isinstance(reading, str)
            if as_json:
                print(json.dumps(_as_json(photo, reading), ensure_ascii=False), flush=True)
            else:
                _add_row(table, photo, reading)
        trim()
    if not as_json:
        Console().print(table)
    return int(failed)


def _readings(photo: Path, directory: Directory, engine: str) -> Iterator[Reading | str]:
    """The readings of a file's pages, or the reason why there is none."""
    try:
        yield from read(photo, directory, engine=engine)
    except UnreadableError as error:
        yield str(error)
    except OSError:
        yield "not_opened"


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
    columns = ("文件 file", "结论 verdict", "小区 · 地址 · 电话", "类别 · 内容", "疑问 doubts")
    return Table(*(Column(name, overflow="fold") for name in columns), show_lines=True)


def _add_row(table: Table, photo: Path, reading: Reading | str) -> None:
    name = Cell(photo.name)
    if isinstance(reading, str):
        sentence = _SENTENCES[f"unreadable_{reading}"]
        table.add_row(name, "✗", "", "", Cell(sentence.say("zh+en")))
        return
    where, what = (
        "\n".join(reading.fields.get(name, Value()).value for name in names)
        for names in (("community", "address", "phone"), ("category", "description"))
    )
    doubts = "\n".join(
        f"{FIELD[d.field].zh}：{WHY[d.why].zh}".format(read=d.read) for d in reading.doubts
    )
    verdict = f"{_VERDICTS[reading.verdict]}\n{reading.firm or ''}\n{reading.seconds:.2f} s"
    table.add_row(name, *(Cell(cell.strip()) for cell in (verdict, where, what, doubts)))
