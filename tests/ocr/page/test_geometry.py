"""Boxes around boxes."""

import numpy as np
import pytest

from bot.ocr.page.geometry import angle, bounds, turned
from bot.ocr.page.geometry import quad as corners
from models.intake import Quad

ROWS = ([[0, 0], [80, 0], [80, 20], [0, 20]], [[20, 30], [120, 30], [120, 50], [20, 50]])
AROUND = [[0, 0], [120, 0], [120, 50], [0, 50]]


def lying(box: list[list[int]], degrees: int) -> Quad:
    """The box on a photo that is turned by so much."""
    turn = np.radians(degrees)
    there = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return corners(np.array(box) @ there)


@pytest.mark.parametrize("degrees", [0, 7, 90, 180, 270])
def test_what_is_around_two_rows_lies_as_they_do(degrees: int) -> None:
    around = bounds([lying(row, degrees) for row in ROWS])
    assert np.allclose(around, lying(AROUND, degrees))


def test_it_begins_where_the_text_of_the_first_begins() -> None:
    head_down = turned(corners(np.array(AROUND)), 2)
    assert np.allclose(bounds([head_down]), head_down)
    assert abs(angle(bounds([head_down]))) == pytest.approx(np.pi)
