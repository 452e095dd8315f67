"""Figures drawn like letters: put right where only a figure can stand and the picture allows it."""

import pytest

from bot.ocr.page.lines import Line
from bot.ocr.values.figures import figures_only, put_right
from tests.ocr.writing import doubtful

BOX = ((0.0, 0.0), (120.0, 0.0), (120.0, 30.0), (0.0, 30.0))


def line(text: str, others: dict[int, str], share: float) -> Line:
    """`share`: how much of the picture speaks for each of the others."""
    return doubtful(text, {at: (other, share) for at, other in others.items()}, BOX)


@pytest.mark.parametrize(
    ("name", "text", "others", "share", "value"),
    [
        ("address", "H5号H01室", {0: "4", 3: "4"}, 0.1, "45号401室"),
        ("address", "66弄G6号", {3: "6"}, 0.02, "66弄66号"),
        ("address", "H5号H01室", {0: "4", 3: "4"}, 0.0001, "H5号H01室"),  # printed so
        ("address", "H座301室", {0: "4"}, 0.4, "H座301室"),  # a building may be called H
        ("address", "B2层", {0: "8"}, 0.4, "B2层"),
        ("phone", "1383883H028", {7: "4"}, 0.1, "13838834028"),
        ("time", "6月1日22:3H", {8: "4"}, 0.1, "6月1日22:34"),
        ("caller", "HG5", {0: "4", 1: "6"}, 0.4, "HG5"),
    ],
)
def test_what_the_picture_allows(
    name: str, text: str, others: dict[int, str], share: float, value: str
) -> None:
    assert put_right(name, line(text, others, share)) == value


@pytest.mark.parametrize(
    ("text", "share", "figures"),
    [
        ("1991006区498", 0.3, "19910063498"),
        ("1991006区498", 0.001, "1991006区498"),  # the picture hardly says so
        ("021-56688230", 0.3, "021-56688230"),
    ],
)
def test_in_boxes_stand_figures(text: str, share: float, figures: str) -> None:
    assert figures_only(line(text, {7: "3"}, share)).text == figures


def test_a_figure_that_the_picture_nearly_says_is_as_sure_as_that() -> None:
    assert figures_only(line("1991006区498", {7: "3"}, 0.2)).confidence == pytest.approx(0.25)
