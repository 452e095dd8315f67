"""What each layout writes, prints and rules where, told by what its sheet was asked for."""

from dataclasses import dataclass
from itertools import pairwise
from random import Random

import pytest

from benchmarks.reading.hands import HANDS, Hand
from benchmarks.reading.make_forms import DRAWN
from benchmarks.reading.sheet import Manner, Sheet
from benchmarks.reading.styles import style
from benchmarks.reading.words import half, words
from tests.form.filled import FIELDS

SPLITS = ("tuning", "test")
PRINT = HANDS["tuning"][0]
Box = tuple[float, float, float, float]


@dataclass
class Asked:
    """Words and boxes, in the order in which a sheet was asked for them."""

    printed: list[tuple[float, float, str]]
    written: list[tuple[float, float, str]]
    boxes: list[Box]
    ticks: list[tuple[float, float]]

    @property
    def hand(self) -> list[str]:
        return [text for _, _, text in self.written]

    @property
    def press(self) -> str:
        return "".join(text for _, _, text in self.printed)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What is drawn from now on."""
    one = Asked([], [], [], [])
    plain = Sheet.print, Sheet.write, Sheet.box, Sheet.tick

    def print_(
        self: Sheet, x: float, y: float, text: str, size: int, hand: Hand = PRINT,
        colour: str = "#222",
    ) -> float:  # fmt: skip
        one.printed.append((x, y, text))
        return plain[0](self, x, y, text, size, hand, colour)

    def write(
        self: Sheet, x: float, y: float, text: str, manner: Manner, until: float = float("inf")
    ) -> float:
        one.written.append((x, y, text))
        return plain[1](self, x, y, text, manner, until)

    def box(self: Sheet, x0: float, y0: float, x1: float, y1: float, colour: str = "#333") -> None:
        one.boxes.append((x0, y0, x1, y1))
        plain[2](self, x0, y0, x1, y1, colour)

    def tick(
        self: Sheet, x: float, y: float, side: float, style: str, ink: tuple[int, int, int]
    ) -> None:
        one.ticks.append((x, y))
        plain[3](self, x, y, side, style, ink)

    for name, replacement in (("print", print_), ("write", write), ("box", box), ("tick", tick)):
        monkeypatch.setattr(Sheet, name, replacement)
    return one


def draw(layout: str, split: str, seed: int = 1, **changed: str) -> None:
    manner = Manner(PRINT, 34, (20, 30, 90), 0.0)
    DRAWN[layout](style(Random(seed), split, FIELDS | changed, manner, PRINT))


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize("seed", range(4))
def test_a_letter_has_each_value_on_one_blank(asked: Asked, split: str, seed: int) -> None:
    draw("letter", split, seed)
    values = FIELDS | {"time": "2025年3月9日20时48分"}
    assert {values[name] for name in values if name != "description"} <= set(asked.hand)
    assert values["description"] in "".join(asked.hand)
    assert "回　执" in asked.press


@pytest.mark.parametrize(
    ("layout", "wordings"),
    [("letter", "letter_requests"), ("message", "messages"), ("together", "log_people")],
)
@pytest.mark.parametrize("split", SPLITS)
def test_each_split_has_its_own_words(asked: Asked, layout: str, wordings: str, split: str) -> None:
    ends = {
        other: {sentence.split("}")[-1] for sentence in half(words(wordings), other)}
        for other in SPLITS
    }
    assert not ends["tuning"] & ends["test"]
    for seed in range(6):
        draw(layout, split, seed)
        assert any(end in asked.press + "".join(asked.hand) for end in ends[split])
        asked.printed.clear()
        asked.written.clear()


@pytest.mark.parametrize("split", SPLITS)
def test_a_message_is_written_throughout_and_says_all(asked: Asked, split: str) -> None:
    draw("message", split)
    assert not asked.printed
    said = "".join(asked.hand)
    values = FIELDS | {"time": "2025年3月9日20:48"}
    assert [name for name, value in values.items() if value not in said] == []


@pytest.mark.parametrize("split", SPLITS)
def test_a_sticky_note_has_labels_of_one_character(asked: Asked, split: str) -> None:
    draw("initials", split)
    labels = [text for text in asked.hand if text.endswith("：")]
    assert [len(label) for label in labels] == [2] * 8
    assert "道闸（紧急）" in asked.hand


@pytest.mark.parametrize("split", SPLITS)
def test_captions_are_counted_and_stand_above_their_values(asked: Asked, split: str) -> None:
    draw("captions", split)
    captions = asked.printed[1:]
    assert [ord(b[0]) - ord(a[0]) for (_, _, a), (_, _, b) in pairwise(captions)] == [1] * 8
    for (left, top, right, bottom), (x, y, _) in zip(asked.boxes, captions, strict=True):
        inside = [at for at in asked.written if left < at[0] < right and top < at[1] < bottom]
        assert left < x < left + 20
        assert inside
        assert all(below[1] > y + 30 for below in inside)


@pytest.mark.parametrize("split", SPLITS)
def test_labels_in_brackets_stand_in_two_columns_over_a_frame(asked: Asked, split: str) -> None:
    draw("brackets", split)
    labels = asked.printed[1:]
    assert all(text[0] + text[-1] == "【】" for _, _, text in labels)
    assert [x for x, _, _ in labels] == [90, 640] * 4 + [90]
    ((_, top, _, bottom),) = asked.boxes
    framed = "".join(text for _, y, text in asked.written if top < y < bottom)
    assert framed == FIELDS["description"]


@pytest.mark.parametrize(("split", "apart"), [("tuning", False), ("test", True)])
def test_each_digit_has_a_box(asked: Asked, split: str, apart: bool) -> None:
    draw("digits", split, phone="021-56688230")
    row = asked.boxes[:11]
    assert [b[0] > a[2] for a, b in pairwise(row)] == [apart] * 10
    digits = [at for at in asked.written if len(at[2]) == 1]
    assert "".join(text for _, _, text in digits) == "02156688230"
    assert all(box[0] < x < box[2] for box, (x, _, _) in zip(row, digits, strict=True))


def test_a_number_cut_short_leaves_its_last_box_empty(asked: Asked) -> None:
    draw("digits", "test", phone="1381612072")
    assert [len(text) for text in asked.hand if len(text) < 2] == [1] * 10 + [0]


def test_the_box_that_is_ticked_stands_behind_its_word(asked: Asked) -> None:
    draw("digits", "test")
    for name, (x, y) in zip(("category", "urgency"), asked.ticks, strict=True):
        before = [at for at in asked.printed if at[1] == y and at[0] < x]
        assert max(before)[2] == FIELDS[name]


@pytest.mark.parametrize("split", SPLITS)
def test_a_duty_log_has_two_values_in_a_cell(asked: Asked, split: str) -> None:
    draw("together", split)
    places = {text: (x, y) for x, y, text in asked.written}
    for above, below in (("caller", "phone"), ("community", "address")):
        (x, y), (also, under) = places[FIELDS[above]], places[FIELDS[below]]
        assert abs(x - also) < 10
        assert 60 < under - y < 120


def test_only_the_call_of_a_duty_log_is_ticked(asked: Asked) -> None:
    draw("together", "test")
    ((x, y),) = asked.ticks
    ((left, _, _),) = [at for at in asked.printed if at[1] == y]
    assert left > x
    assert [text for _, at, text in asked.printed if at == y] == [FIELDS["urgency"]]
    assert sum(text == FIELDS["urgency"] for _, _, text in asked.printed) == 3


@pytest.mark.parametrize("split", SPLITS)
def test_a_caption_stands_below_the_middle_of_its_blank(asked: Asked, split: str) -> None:
    draw("captioned", split)
    captions = [at for at in asked.printed if at[2].startswith("（")]
    assert len(captions) == len(FIELDS)
    for (x, y, _), name in zip(captions, ("time", "operator", "caller", "phone"), strict=False):
        (left, top, _) = next(at for at in asked.written if at[2] == FIELDS[name])
        assert 30 < y - top < 60
        assert x > left


@pytest.mark.parametrize("split", SPLITS)
def test_a_counterfoil_asks_and_says_nothing(asked: Asked, split: str) -> None:
    draw("counterfoil", split)
    assert min(x for x, _, _ in asked.written) > 400
    assert sum(x < 380 for x, _, _ in asked.printed) == 4
    assert "：" not in asked.press


@pytest.mark.parametrize(
    "layout",
    [
        *("letter", "message", "initials", "captions", "brackets", "digits", "together"),
        *("underlined", "counterfoil", "captioned"),
    ],
)
@pytest.mark.parametrize("split", SPLITS)
def test_an_empty_community_leaves_the_others_where_they_are(
    asked: Asked, layout: str, split: str
) -> None:
    draw(layout, split, community="")
    said = "".join(asked.hand)
    assert FIELDS["community"] not in said
    assert FIELDS["address"] in said
    assert FIELDS["caller"] in said
