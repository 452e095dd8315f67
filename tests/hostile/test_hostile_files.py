import asyncio
from multiprocessing import active_children
from pathlib import Path

import pytest

from benchmarks.reading import fuzz, hostile
from benchmarks.reading.fuzz import Answer
from bot.ocr import Reason

MUTATED = 150

# Whatever is not here is a picture like any other: it is read, and is no form.
REFUSED = {
    "empty.jpg": Reason.NOT_A_PICTURE,
    "text.jpg": Reason.NOT_A_PICTURE,
    "page.html": Reason.NOT_A_PICTURE,
    "archive.png": Reason.NOT_A_PICTURE,
    "only_a_head.heic": Reason.NOT_A_PICTURE,
    "no_size.jpg": Reason.NOT_A_PICTURE,
    "bomb.png": Reason.TOO_BIG,
    "20000.png": Reason.TOO_BIG,
    "20000.jpg": Reason.TOO_BIG,
    "65535.jpg": Reason.TOO_BIG,
    "large_with_alpha.png": Reason.TOO_BIG,
    "text_bomb.png": Reason.BROKEN,
    "truncated.jpg": Reason.BROKEN,
    "truncated.png": Reason.BROKEN,
    "garbage.pdf": Reason.BROKEN,
    "no_pages.pdf": Reason.BROKEN,
    "locked.pdf": Reason.LOCKED,
    "broken.heic": Reason.BROKEN,
    "bitmap.bmp": Reason.BROKEN,
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    """All hostile files through one reader."""
    paths = [tmp_path_factory.mktemp("hostile") / name for name in hostile.FILES]
    for path in paths:
        path.write_bytes(hostile.FILES[path.name]())
    return {one.name: one for one in asyncio.run(fuzz.answers(paths))}


@pytest.mark.parametrize("name", hostile.FILES)
def test_a_hostile_file_is_answered_for_what_it_is(name: str, answers: dict[str, Answer]) -> None:
    assert answers[name].outcome == REFUSED.get(name, "read")
    assert answers[name].seconds < fuzz.LIMIT


def test_mutated_files_are_all_answered(tmp_path: Path) -> None:
    found = asyncio.run(fuzz.answers(fuzz.files(tmp_path, MUTATED, seed=2), readers=2))
    assert [one for one in found if one.failed] == []
    assert len(found) == MUTATED
    assert {one.outcome for one in found} >= {"read", Reason.BROKEN, Reason.NOT_A_PICTURE}


def test_the_same_seed_mutates_alike(tmp_path: Path) -> None:
    sets = [[path.read_bytes() for path in fuzz.files(tmp_path, 30, seed=5)] for _ in range(2)]
    assert sets[0] == sets[1]
    assert len(set(sets[0])) == 30


def test_no_reader_is_left_behind(answers: dict[str, Answer]) -> None:
    assert [child.name for child in active_children() if child.name == "reader"] == []
