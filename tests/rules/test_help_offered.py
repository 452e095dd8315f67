"""Who offers help, who takes the offer back, and whether it is wanted."""

import pytest

from models.deed import Deed
from models.said.help_offered import answer_to_offer, offers_help, withdraws_help


@pytest.mark.parametrize(
    ("words", "deed"),
    [
        ("好的，请来看看", Deed.ACCEPT_HELP),
        ("欢迎", Deed.ACCEPT_HELP),
        ("谢谢，暂时不用", Deed.THANK),
        ("好的谢谢，我们自己能修", Deed.THANK),
        ("谢绝", Deed.THANK),
        ("心领了", Deed.THANK),
        ("你们那次是怎么修的", None),
    ],
)
def test_whether_help_is_wanted(words: str, deed: Deed | None) -> None:
    assert answer_to_offer(words) is deed


OFFERS = """
    我来 我们来 我去看看 我们可以来看看 我们马上过来 这个我们修过 我们小区碰到过，可以看看 可以 能
    行，下午到 没问题 我们会修 我们有配件 我们有这个经验 算我们一个，我们去 不远，我们来 下午我们来
"""
REMARKS = """
    要先关总阀 这个我们没修过 我们不会修 我们去不了 没空 谁修过 你们修过吗？ 我来问一下是哪里漏 收到
    找厂家吧 你们自己修过没有
"""


@pytest.mark.parametrize("words", OFFERS.split())
def test_who_answers_a_call_for_help_with_we_can(words: str) -> None:
    assert offers_help(words)


@pytest.mark.parametrize("words", REMARKS.split())
def test_who_has_only_a_remark_on_it(words: str) -> None:
    assert not offers_help(words)


@pytest.mark.parametrize(
    ("words", "withdrawn"),
    [
        *((w, True) for w in ("不好意思，我们去不了了", "协助不了，人手不够", "撤回协助")),
        *((w, True) for w in ("我们不来了", "师傅来不了", "实在抽不出人", "帮不上忙，抱歉")),
        *((w, True) for w in ("取消协助", "今天过不去了", "sorry, we can't come")),
        *((w, False) for w in ("今天去不了，明天去", "下午来不了", "我们还要不要来了？")),
        *((w, False) for w in ("居民不来了", "修好了，我们不来了", "马上到", "我们来协助")),
        *((w, False) for w in ("要是你们修好就不去了", "师傅进不去，请居民开门")),
    ],
)
def test_a_helper_says_that_it_does_not_come(words: str, withdrawn: bool) -> None:
    assert withdraws_help(words) is withdrawn
