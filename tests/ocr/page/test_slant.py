"""Strokes that lean, as a hurried pen draws them."""

import cv2
import numpy as np
import pytest

from bot.ocr.page.geometry import cut, quad, sides
from bot.ocr.page.picture import Pixels
from bot.ocr.page.slant import lean, leaned, stood_upright

BOX = quad([[20, 26], [380, 26], [380, 74], [20, 74]])


def strokes(leaning: float) -> Pixels:
    """A row of 1s and 7s, each as far to the right at its top as it leans per height."""
    page = np.full((100, 400, 3), 235, np.uint8)
    for i in range(10):
        foot, head = (40 + 32 * i, 68), (round(40 + 32 * i + leaning * 36), 32)
        cv2.line(page, foot, head, (40, 40, 90), 3)
        if i % 2:
            cv2.line(page, head, (head[0] - 14, 32), (40, 40, 90), 3)
    return page


@pytest.mark.parametrize("leaning", [-0.4, 0.3, 0.5])
def test_how_far_strokes_lean_is_seen(leaning: float) -> None:
    assert lean(cut(strokes(leaning), BOX, 48)) == pytest.approx(leaning, abs=0.11)


@pytest.mark.parametrize("leaning", [-0.1, 0.0, 0.1])
def test_what_hardly_leans_stands_upright(leaning: float) -> None:
    assert lean(cut(strokes(leaning), BOX, 48)) == 0.0


def test_nothing_on_the_paper_leans_nowhere() -> None:
    assert lean(np.full((48, 300, 3), 235, np.uint8)) == 0.0


def test_cut_out_of_a_box_that_leans_with_them_strokes_stand_upright() -> None:
    page = strokes(0.4)
    along = leaned(BOX, lean(cut(page, BOX, 48)))
    assert lean(cut(page, along, 48)) == 0.0
    assert sides(along)[0] == pytest.approx(sides(BOX)[0])


@pytest.mark.parametrize("leaning", [0.0, 0.4])
def test_a_strip_is_stood_upright_and_keeps_its_height(leaning: float) -> None:
    upright = stood_upright(cut(strokes(leaning), BOX, 48))
    assert lean(upright) == 0.0
    assert len(upright) == 48
