"""Which repair words tell of: one for this call, or one that was made before it."""

from datetime import timedelta

import pytest

from models.said.long_since import mended_before
from tests.rules.tickets import MONDAY, SHANGHAI

BEFORE = """
    前天刚修好 昨天就修好了 昨晚已修好 上周刚修好的 上周已经修好了 上周五已修好 上个星期修好了
    这个问题我们上月已处理 上个月已经更换了 前几天已修好 12月1日已修好 收到，昨天已修好
"""
FOR_THIS = """
    已修好 早就修好了 今天上午修好了 昨天报修的已修好 昨天漏的那处已修好 昨天来电的已处理
    上周坏的灯已修好 昨天去看了，已修好 刚才已修好 周五修好了
"""


@pytest.mark.parametrize("words", BEFORE.split())
def test_a_repair_of_a_day_that_was_over(words: str) -> None:
    assert mended_before(words, MONDAY, MONDAY, SHANGHAI)


@pytest.mark.parametrize("words", FOR_THIS.split())
def test_a_repair_that_may_be_the_answer(words: str) -> None:
    assert not mended_before(words, MONDAY, MONDAY, SHANGHAI)


def test_yesterdays_repair_answers_yesterdays_ticket() -> None:
    assert not mended_before("昨天就修好了", MONDAY, MONDAY + timedelta(days=1), SHANGHAI)
    assert mended_before("前天就修好了", MONDAY, MONDAY + timedelta(days=1), SHANGHAI)
