"""Words that ask for a deed of the desk's and do none, and above all those that ask for none."""

import pytest

from models.deed import Deed
from models.rights import Standing
from models.said.orders import order_in
from models.tables.ticket import Status

DESK = frozenset({Standing.CLERK, Standing.DISPATCHER})


@pytest.mark.parametrize(
    ("words", "deed"),
    [
        ("这单作废，重复了", Deed.MERGE),
        ("重复报修，并到 #1", Deed.MERGE),
        ("和1号单是同一件事", Deed.MERGE),
        ("不是同一件事", None),
        ("作废吧", Deed.CANCEL),
        ("这单撤了吧", Deed.CANCEL),
        ("不用修了", Deed.CANCEL),
        ("不要作废", None),
        ("业主说不用修了", Deed.CANCEL),
        ("居民说先不修了", Deed.CANCEL),
        ("取消了预约", None),
        ("居民说要取消这单", None),
        ("先挂着，等基金", Deed.HOLD),
        ("请师傅先挂个警示牌", None),
        ("挂着一根电线", None),
        ("加急", Deed.CORRECT),
        ("这个特急", Deed.CORRECT),
        ("业主电话换了，13641778999", Deed.CORRECT),
        ("师傅电话13641778999", None),
        ("不紧急", None),
        ("办结", Deed.RESOLVE),
        ("办结了吗", None),
        ("钥匙在门卫那里", None),
    ],
)
def test_what_the_desk_asks_for(words: str, deed: Deed | None) -> None:
    assert order_in(words, DESK, Status.ACKNOWLEDGED) is deed


def test_only_what_its_writer_may_do_now() -> None:
    assert order_in("先挂着", frozenset({Standing.CLERK}), Status.ACKNOWLEDGED) is None
    assert order_in("先挂着", DESK, Status.ON_HOLD) is None
