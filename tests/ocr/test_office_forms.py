"""Forms as offices have them, letters, notes and cards, drawn and read; and what only looks like
one."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from benchmarks.reading.hands import HANDS
from benchmarks.reading.make_forms import DRAWN
from benchmarks.reading.offices import OFFICES
from benchmarks.reading.sheet import Manner
from benchmarks.reading.strangers import bill, meeting, visitors
from benchmarks.reading.styles import style
from bot.ocr import read
from bot.ocr.engines.detector import Detector
from bot.ocr.page.geometry import turned
from bot.ocr.page.picture import Pixels
from models.directory import Community, Directory
from models.intake import Quad, Reading, Verdict
from tests.form.filled import FIELDS as FILLED

DIRECTORY = Directory((Community("丰翔新城", "复瑞物业"), Community("牡丹花园", "和顺物业")))
PRINT = HANDS["tuning"][0]
MANNER = Manner(PRINT, 34, (20, 30, 90), 0.0)
FIELDS = FILLED | {"phone": "021-56688230"}


def drawn(folder: Path, layout: str, seed: int = 1) -> Reading:
    sheet = DRAWN[layout](style(Random(seed), "tuning", FIELDS, MANNER, PRINT))
    path = folder / "form.png"
    sheet.image.save(path)
    (reading,) = read(path, DIRECTORY)
    return reading


@pytest.mark.parametrize(
    "layout",
    [*OFFICES, "letter", "message", "initials", "captions", "brackets", "digits", "together"],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_each_field_has_its_value_and_nothing_else(tmp_path: Path, layout: str, seed: int) -> None:
    found = drawn(tmp_path, layout, seed)
    assert {name: value.value for name, value in found.fields.items()} == FIELDS
    assert (found.verdict, found.firm) == (Verdict.DISPATCH, "复瑞物业")


@pytest.mark.parametrize("draw", [meeting, bill, visitors])
def test_what_has_times_names_and_telephones_is_no_form_yet(
    tmp_path: Path, draw: Callable[[Random, Manner], Image.Image]
) -> None:
    path = tmp_path / "stranger.png"
    draw(Random(1), MANNER).save(path)
    assert [one.verdict for one in read(path, DIRECTORY)] == [Verdict.IGNORE]


def test_a_page_that_was_held_for_upside_down_is_turned_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong_way_up(self: Detector, picture: Pixels, boxes: list[Quad]) -> list[Quad]:
        return [turned(box, 2) for box in boxes]

    monkeypatch.setattr(Detector, "_upright", wrong_way_up)
    assert drawn(tmp_path, "office").verdict is Verdict.DISPATCH
