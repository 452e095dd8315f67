from io import BytesIO
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image

from benchmarks.reading import facts, rosters
from benchmarks.reading.faults import FAULTS
from benchmarks.reading.hands import HANDS, FontMissingError, font, kind_of
from benchmarks.reading.make_forms import DRAWN, make
from benchmarks.reading.photos import CAMERAS, photograph
from benchmarks.reading.sheet import Manner
from benchmarks.reading.styles import style
from benchmarks.reading.words import LABELS, OPTIONS, half, words
from bot.roster_file import read_roster
from models import phone
from models.intake import FIELDS
from models.kinds import kind_written

SPLITS = ("tuning", "test")
PRINT = HANDS["tuning"][0]


@pytest.fixture
def only_print(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wheel's font for everything: the handwriting fonts need not be on this machine."""
    for split in SPLITS:
        monkeypatch.setitem(HANDS, split, (PRINT,))


def test_faults_are_enough_and_of_every_category() -> None:
    assert len({words for _, _, words in FAULTS}) == len(FAULTS) >= 60
    for split in SPLITS:
        assert {category for category, _, _ in half(FAULTS, split)} == set(OPTIONS["category"])
    assert {urgency for _, urgency, _ in FAULTS} == set(OPTIONS["urgency"])


def test_categories_are_words_that_the_rules_know() -> None:
    assert [kind_written(word) for word in OPTIONS["category"]] == list(OPTIONS["category"])


def test_tuning_and_test_share_neither_hand_nor_fault_nor_name() -> None:
    tuning, test = ({hand.name for hand in HANDS[split]} for split in SPLITS)
    assert not tuning & test
    for items in (FAULTS, words("surnames"), words("given_names"), words("community_beginnings")):
        assert not set(half(items, "tuning")) & set(half(items, "test"))


def test_each_split_has_a_hand_of_every_kind() -> None:
    for split in SPLITS:
        kinds = [kind_of(hand.name) for hand in HANDS[split]]
        assert kinds == ["print", "neat", "brush", "cursive"]


def test_a_missing_font_says_how_to_get_it() -> None:
    with pytest.raises(FontMissingError, match="npm install"):
        font("NoSuchFont.ttf", 20)


def test_an_invented_roster_is_one_that_paidan_reads(tmp_path: Path) -> None:
    rows = rosters.invent(Random(1), "test")
    rosters.save(tmp_path / "roster.csv", rows)
    directory = read_roster(tmp_path / "roster.csv").directory()
    assert sorted(c.name for c in directory.communities) == rosters.known(rows)
    assert len(directory.communities) == 48


@pytest.mark.parametrize("seed", range(30))
def test_a_name_that_resembles_is_not_on_the_roster(seed: int) -> None:
    rows = rosters.invent(Random(seed), "tuning")
    assert rosters.resembling(Random(seed), rows) not in rosters.known(rows)


def test_traps_are_what_they_say() -> None:
    rows = rosters.invent(Random(1), "tuning")
    for seed in range(40):
        said = {
            trap: facts.draw(Random(seed), "tuning", rows, trap).fields
            for trap in (None, *facts.TRAPS)
        }
        assert set(said[None]) == set(FIELDS)
        assert phone.is_whole(said[None]["phone"])
        assert len(said["shortphone"]["phone"]) == len(said[None]["phone"]) - 1
        assert said["nocommunity"]["community"] == ""
        assert said["lookalike"]["community"] not in rosters.known(rows)


@pytest.mark.parametrize("layout", DRAWN)
def test_every_layout_puts_its_writing_on_the_sheet(layout: str) -> None:
    fields = facts.draw(Random(1), "test", rosters.invent(Random(1), "test")).fields
    manner = Manner(PRINT, 34, (0, 0, 250), 0.0)
    one = style(Random(1), "test", fields, manner, PRINT)
    drawn = np.asarray(DRAWN[layout](one).image).astype(int)
    blue = (drawn[..., 2] - drawn[..., 0]) > 150
    assert blue.sum() > 3000
    assert not blue[:, -8:].any()  # nothing runs off the right edge
    assert not blue[-8:].any()


def test_there_are_as_many_layouts_as_the_readme_says() -> None:
    assert len(DRAWN) == 26
    said = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert "二十六种版式" in said
    assert "twenty-six layouts" in said


@pytest.mark.parametrize("kind", CAMERAS)
def test_a_photo_has_the_size_of_its_kind(kind: str) -> None:
    sheet = Image.new("RGB", (1240, 1754), "white")
    data = photograph(sheet, kind, "test", np.random.default_rng(1))
    with Image.open(BytesIO(data)) as photo:
        assert photo.format == "JPEG"
        assert max(photo.size) == pytest.approx(CAMERAS[kind].long, abs=2)


@pytest.mark.usefixtures("only_print")
def test_the_same_seed_makes_the_same_set_and_a_longer_one_begins_with_it(tmp_path: Path) -> None:
    for name, count in (("a", 2), ("b", 2), ("c", 3)):
        make(tmp_path / name, count, 7, "tuning")
    a, b, c = ({p.name: p.read_bytes() for p in (tmp_path / n).iterdir()} for n in "abc")
    assert a == b
    assert {name: c[name] for name in a if name.endswith(".jpg")} == {
        name: data for name, data in a.items() if name.endswith(".jpg")
    }
    assert c["truth.jsonl"].startswith(a["truth.jsonl"])


def test_every_field_has_wordings_for_both_splits() -> None:
    assert set(LABELS) == set(FIELDS)
    assert all(half(wordings, split) for wordings in LABELS.values() for split in SPLITS)
