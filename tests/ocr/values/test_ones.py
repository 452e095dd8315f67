"""A hurried 1 and what it is taken for, where the picture says either."""

import pytest

from bot.ocr.page.lines import Line
from bot.ocr.values.ones import may_be_another, room, telephone
from tests.ocr.writing import doubtful

BOX = ((0.0, 0.0), (120.0, 0.0), (120.0, 30.0), (0.0, 30.0))


def line(text: str, others: dict[int, str], share: float) -> Line:
    """`share`: how much of the picture speaks for each of the others."""
    return doubtful(text, {at: (other, share) for at, other in others.items()}, BOX)


@pytest.mark.parametrize(
    ("text", "others", "share", "torn"),
    [
        ("13812345678", {5: "7"}, 0.3, False),  # a 3 is no 7
        ("13812341678", {7: "7"}, 0.3, True),
        ("13812341678", {7: "7"}, 0.1, False),  # a true 1 looks a little like a 7
        ("13812347678", {7: "1"}, 0.3, True),
        ("13812347678", {7: "1"}, 0.02, True),  # a true 7 does not look like a 1
        ("13812347678", {7: "1"}, 0.002, False),
        ("021-69359452", {2: "7"}, 0.3, True),
        ("13812345678", {0: "7"}, 0.4, False),  # that would be no telephone
        ("73812345678", {0: "1"}, 0.4, False),
    ],
)
def test_a_one_may_be_a_seven_where_the_picture_says_so(
    text: str, others: dict[int, str], share: float, torn: bool
) -> None:
    assert may_be_another("phone", line(text, others, share)) is torn


@pytest.mark.parametrize("text", ["768弄45号1604室", "768弄", "7/1604"])
def test_so_may_one_of_an_address(text: str) -> None:
    assert may_be_another("address", line(text, {0: "1"}, 0.02))
    assert room(line(text, {0: "1"}, 0.02)) == f"1{text[1:]}"  # the likelier
    assert room(line(text, {0: "1"}, 0.002)) == text


@pytest.mark.parametrize(
    ("text", "at", "place"),
    [
        ("15/7704", 3, "15/1704"),
        ("15号7704室", 3, "15号1704室"),
        ("7704室", 0, "1704室"),  # its building stands in boxes of its own
        ("15号704室", 3, "15号704室"),
    ],
)
def test_no_house_has_seventy_floors(text: str, at: int, place: str) -> None:
    """Nobody is asked, where it can be no other."""
    likely = line(text, {at: "1"}, 0.002)
    assert room(likely) == place
    assert not may_be_another("address", likely)


@pytest.mark.parametrize(
    ("text", "share", "number"),
    [
        ("73812345678", 0.05, "13812345678"),
        ("73812345678", 0.0001, "73812345678"),
        ("72812345678", 0.05, "72812345678"),  # that would be none either
        ("73812345", 0.3, "73812345"),
    ],
)
def test_a_mobile_number_begins_with_a_one(text: str, share: float, number: str) -> None:
    assert telephone(line(text, {0: "1"}, share)) == number


@pytest.mark.parametrize(
    ("text", "likely", "share", "place"),
    [
        ("6711402", [2], 0.02, "67/1402"),
        ("551503", [2], 0.002, "55/503"),
        ("551503", [2], 0.0001, "551503"),  # the picture hardly says so
        ("111302", [1, 2], 0.02, "111302"),  # nobody can say which
        ("6711402室", [2], 0.02, "6711402室"),
        ("11402", [], 0.0, "11402"),
    ],
)
def test_a_slash_before_a_room_s_number_looks_like_a_one(
    text: str, likely: list[int], share: float, place: str
) -> None:
    assert room(line(text, dict.fromkeys(likely, "/"), share)) == place
