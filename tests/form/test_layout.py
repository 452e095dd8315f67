from itertools import combinations

import pytest

from models.form_layout import (
    CELLS,
    DIGITS,
    GUIDES,
    HINT,
    LABELS,
    MARKS,
    PAGE,
    QR,
    RULES,
    TICKS,
    TITLE,
    Rect,
    code,
    number_in,
)
from models.intake import FIELDS
from models.kinds import kind_written, urgency_written

BLOCKS = {
    **{f"mark {i}": mark for i, mark in enumerate(MARKS)},
    **{f"label {name}": label for name, label in LABELS.items()},
    **{f"cell {name}": cell for name, cell in CELLS.items()},
    "code": QR,
    "title": TITLE,
    "hint": HINT,
}


def holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def test_every_field_has_a_cell() -> None:
    assert set(CELLS) == set(FIELDS)


@pytest.mark.parametrize("name", BLOCKS)
def test_everything_is_on_the_page_with_room_to_print(name: str) -> None:
    assert holds(Rect(0, 0, *PAGE).inside(5), BLOCKS[name])


def test_nothing_lies_over_anything() -> None:
    clashes = [(a, b) for a, b in combinations(BLOCKS, 2) if overlap(BLOCKS[a], BLOCKS[b])]
    assert clashes == []


def test_boxes_lie_in_their_cells_side_by_side() -> None:
    for cell, boxes in (
        ("phone", list(DIGITS)),
        *((name, list(TICKS[name].values())) for name in TICKS),
    ):
        assert all(holds(CELLS[cell], box) for box in boxes)
        assert not any(overlap(a, b) for a, b in combinations(boxes, 2))


def test_a_landline_with_four_digits_of_area_code_has_room() -> None:
    assert len(DIGITS) == 12


def test_guides_lie_in_the_description_and_rules_bound_the_table() -> None:
    cell = CELLS["description"]
    assert all(cell.y < guide < cell.bottom for guide in GUIDES)
    assert (RULES[0], RULES[-1]) == (CELLS["time"].y, cell.bottom)


def test_every_option_is_a_word_that_the_rules_know() -> None:
    assert [kind_written(word) for word in TICKS["category"]] == list(TICKS["category"])
    assert [urgency_written(word) for word in TICKS["urgency"]] == list(TICKS["urgency"])


def test_the_code_tells_its_number() -> None:
    assert number_in(code(417)) == 417


@pytest.mark.parametrize("text", ["", "417", "PAIDAN99-000417", "PAIDAN1-", "https://example.org"])
def test_other_codes_tell_none(text: str) -> None:
    assert number_in(text) is None
