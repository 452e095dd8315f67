"""What is a ticket's number, and what is a house's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.said.ticket_numbers import find_numbers, first_number, without_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("#17", ["17"]),
        ("＃17", ["17"]),
        ("＃１７", ["17"]),
        ("# 17 收到", ["17"]),
        ("#17-1", ["17-1"]),
        ("收到#17，马上安排", ["17"]),
        ("17号单", ["17"]),
        ("一号单收到", ["1"]),
        ("第十七号工单", ["17"]),
        ("二百零三号单子", ["203"]),
        ("三号楼", []),
        ("十七号单元", []),
        ("第17号工单已修好", ["17"]),
        ("17号单子", ["17"]),
        ("17-1号单", ["17-1"]),
        ("工单17", ["17"]),
        ("工单号：17", ["17"]),
        ("工单#17已修好", ["17"]),
        ("编号 17", ["17"]),
        ("ticket 17", ["17"]),
        ("/done 17", ["17"]),
        ("/done 17-1 已修好", ["17-1"]),
        ("/assist@paidan_bot 17 我们小区碰到过", ["17"]),
        ("#17 和 #18", ["17", "18"]),
        ("#17 #17", ["17"]),
        ("#18、17号单", ["18", "17"]),
        ("/merge 18 #17", ["18", "17"]),
        ("17号楼的#18", ["18"]),
        ("#17号单", ["17"]),
        ("", []),
        ("17", []),
        ("17号楼", []),
        ("17号楼单元门坏了", []),
        ("17号单元门坏了", []),
        ("17号502室", []),
        ("3号", []),
        ("3#502", []),
        ("#3号楼", []),
        ("#3楼", []),
        ("13812341234", []),
        ("#13812341234", []),
        ("/done 13812341234", []),
        ("工单13812341234", []),
        ("021-68683449", []),
        ("2024-10-09", []),
        ("#0", []),
        ("#17-", []),
        ("/stats 2024-10-09..2024-12-24", []),
        ("/stats 7d", []),
        ("/find 3号楼", []),
        ("http://a.b/c 17", []),
        ("a&#17;", []),
    ],
)
def test_numbers_are_found(text: str, numbers: list[str]) -> None:
    assert find_numbers(text) == numbers


@given(st.integers(1, 99999), st.sampled_from(["#{}", "{}号单", "工单{}", "/done {}"]))
def test_every_number_is_found(number: int, form: str) -> None:
    assert find_numbers(form.format(number)) == [str(number)]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("#1 半小时到", "半小时到"),
        ("17号单明天下午", "明天下午"),
        ("17号楼明天下午", "17号楼明天下午"),
    ],
)
def test_the_rest_of_a_text_is_left(text: str, rest: str) -> None:
    assert without_numbers(text).strip() == rest


@pytest.mark.parametrize(
    ("words", "number", "rest"),
    [
        ("17 已修好", "17", "已修好"),
        ("17，已修好", "17", "已修好"),
        ("17\n已更换水管", "17", "已更换水管"),
        ("＃１７　已修好", "17", "已修好"),
        ("#17-1。", "17-1", ""),
        ("17号单已修好", "17", "已修好"),
        ("工单17：已修好", "17", "已修好"),
        ("17 18", "17", "18"),  # /merge 17 18
        ("17、18", "", "17、18"),  # of two none is guessed
        ("17:30 到", "", "17:30 到"),
        ("3天 等配件", "", "3天 等配件"),
        ("17号", "", "17号"),  # a day
        ("3-502 漏水", "", "3-502 漏水"),
        ("12月3日", "", "12月3日"),
        ("已修好 #17", "", "已修好 #17"),
        ("", "", ""),
    ],
)
def test_the_number_with_which_a_commands_words_begin(words: str, number: str, rest: str) -> None:
    assert first_number(words) == (number, rest)
