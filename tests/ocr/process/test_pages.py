"""A file of several pages is read page by page: what one page costs, costs no other."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from bot.ocr import ReaderPool, Reason, UnreadableError
from bot.ocr.page.picture import count, page
from bot.ocr.process.worker import Task
from models.directory import Directory
from models.intake import Reading, Verdict, unread

NOBODY = Directory(())


def white(folder: Path, pages: int, kind: str) -> Path:
    """A file of so many empty pages."""
    first, *others = (Image.new("L", (60 + number, 80), "white") for number in range(pages))
    path = folder / f"scan.{kind}"
    first.save(path, save_all=True, append_images=others)
    return path


@pytest.mark.parametrize("kind", ["pdf", "tiff"])
def test_a_scan_has_all_its_pages(tmp_path: Path, kind: str) -> None:
    path = white(tmp_path, 3, kind)
    assert count(path) == 3
    widths = [page(path, number).shape[1] for number in range(3)]
    assert widths == sorted(set(widths))


def test_a_moving_picture_is_one_page(tmp_path: Path) -> None:
    assert count(white(tmp_path, 3, "gif")) == 1


class Scripted:
    """A reader that gives these answers, one a page, and then is too slow unless it has done."""

    def __init__(self, asked: list[int], answers: Sequence[object]) -> None:
        self.pipe, self.asked, self.answers = self, asked, list(answers)

    def send(self, task: Task) -> None:
        self.asked.append(task[3])

    async def receive(self, seconds: float) -> object:
        if not self.answers:
            raise UnreadableError(Reason.TOO_SLOW)
        return self.answers.pop(0)

    def kill(self) -> None:
        """It is gone."""


def leaf(number: int) -> list[Reading]:
    return [Reading(Verdict.IGNORE, leaf=number, leaves=4)]


async def read_by(
    monkeypatch: pytest.MonkeyPatch, *scripts: Sequence[object]
) -> tuple[list[int], list[int]]:
    """The pages that were not read by readers with these scripts, and from which on each read."""
    asked: list[int] = []
    readers = (Scripted(asked, script) for script in (*scripts, ()))

    async def started(_: ReaderPool) -> Scripted:
        return next(readers)

    monkeypatch.setattr(ReaderPool, "_started", started)
    pool = ReaderPool()
    await pool.start()
    return unread(await pool.read(Path("scan.pdf"), NOBODY)), asked


async def test_a_page_that_costs_a_reader_is_read_by_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scripts = [leaf(0)], [leaf(1), leaf(2), leaf(3), None]
    assert await read_by(monkeypatch, *scripts) == ([], [0, 1])


async def test_where_it_costs_two_the_pages_before_it_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert await read_by(monkeypatch, [leaf(0), leaf(1)], []) == ([2, 3], [0, 2])


async def test_a_page_that_is_broken_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = UnreadableError(Reason.BROKEN)
    script = [leaf(0), broken, leaf(2), leaf(3), None]
    assert await read_by(monkeypatch, script) == ([1], [0])


async def test_where_none_can_be_read_it_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableError, match="locked"):
        await read_by(monkeypatch, [UnreadableError(Reason.LOCKED), None])
