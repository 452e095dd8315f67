"""Never guessed: put right only where the picture nearly says so as well."""

from dataclasses import replace

import pytest

from bot.ocr.page.lines import Line
from bot.ocr.values import community
from models.directory import Community, Directory
from models.verdict import SURE
from tests.ocr.writing import doubtful

NAMES = ("中环公寓", "丰翔新城", "锦秋花园", "大华一村", "大华二村", "瑞丰苑", "葑润庭")
DIRECTORY = Directory(tuple(Community(name, f"{name}物业") for name in NAMES))
BOX = ((0.0, 0.0), (120.0, 0.0), (120.0, 30.0), (0.0, 30.0))


def written(text: str, at: int, other: str, share: float, sure: float = 0.99) -> Line:
    """`share`: how much of the picture speaks for the other character; `sure`: the reader is."""
    line = doubtful(text, {at: (other, share)}, BOX)
    glyphs = tuple(replace(glyph, confidence=sure) for glyph in line.glyphs)
    return replace(line, glyphs=glyphs)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (written("丰翔新城", 0, "丰", 0.0), "丰翔新城"),
        (written("丰翔M新城", 0, "丰", 0.0), "丰翔新城"),  # a character is crossed out
        (written("住丰翔新城", 0, "住", 0.0), "丰翔新城"),
        (written("其住在丰翔新城", 0, "其", 0.0), "丰翔新城"),
        (written("家住丰翔新坡", 5, "城", 0.005), "丰翔新坡"),
        (written("丰翔新坡", 3, "城", 0.2), "丰翔新城"),
        (written("中环工寓", 2, "公", 0.0001), "中环公寓"),  # no word: nothing is called so
        (written("丰翔新坡", 3, "城", 0.005), "丰翔新坡"),  # clearly another character
        (written("丰翔新坡", 3, "城", 0.005, sure=0.7), "丰翔新城"),  # but no name has it
        (written("丰翔新苑", 3, "城", 0.005, sure=0.7), "丰翔新苑"),  # names do have 苑
        (written("丰翔新苑", 3, "城", 0.0001, sure=0.7), "丰翔新苑"),
        (written("锦秋家园", 2, "花", 0.0001), "锦秋家园"),
        (written("蔚润庭", 0, "葑", 0.015, sure=0.95), "葑润庭"),  # a rare one is seldom known
        (written("蔚润庭", 0, "葑", 0.0001, sure=0.95), "蔚润庭"),
        (written("蔚润庭", 0, "葑", 0.015, sure=0.99), "蔚润庭"),  # there is no doubt about 蔚
        (written("丰翔新坡", 3, "城", 0.015, sure=0.95), "丰翔新坡"),  # 城 is known well
        (written("丰润庭", 0, "葑", 0.015, sure=0.95), "丰润庭"),  # names do have 丰
    ],
)
def test_what_the_picture_allows(line: Line, name: str) -> None:
    assert community.value(line, DIRECTORY).value == name


def test_what_was_put_right_is_sure_enough_to_go_out_and_less_sure_than_what_was_read() -> None:
    read = community.value(written("丰翔新城", 0, "丰", 0.0), DIRECTORY)
    righted = community.value(written("丰翔新坡", 3, "城", 0.2), DIRECTORY)
    assert SURE < righted.confidence < read.confidence


def test_sisters_are_never_put_right() -> None:
    value = community.value(written("大华三村", 2, "二", 0.4), DIRECTORY)
    assert value.value == "大华三村"


def test_a_name_beside_which_its_sister_fits_as_well_is_asked() -> None:
    value = community.value(written("大华一村", 2, "二", 0.4), DIRECTORY)
    assert (value.value, value.confidence) == ("大华一村", 0.0)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("社区丰翔新城", "丰翔新城"),
        ("报称小区丰翔新城", "丰翔新城"),
        ("社区丰翔新苑", "社区丰翔新苑"),  # asked about, as it stands
    ],
)
def test_a_label_before_it_that_nobody_knows(text: str, name: str) -> None:
    assert community.value(written(text, 0, text[0], 0.0), DIRECTORY).value == name
