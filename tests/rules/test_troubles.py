"""What is amiss in words that do nothing by themselves, and above all what is not."""

import pytest

from models.rights import Standing
from models.said.troubles import Trouble, trouble_in
from models.tables.ticket import Status

T = Trouble
LEAD = frozenset({Standing.LEAD})
CLERK = frozenset({Standing.CLERK})


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("没空", T.NO_TIME),
        ("今天没时间", T.NO_TIME),
        ("人手不够，忙不过来", T.NO_TIME),
        ("师傅去不了", T.NO_TIME),
        ("业主没空", None),
        ("家里没空调", None),
        ("收到，请转申和", T.NOT_OURS),
        ("这个要找水务", T.NOT_OURS),
        ("应该派给申和吧", T.NOT_OURS),
        ("是供电局的线路，归供电公司管", T.NOT_OURS),
        ("要不要转给申和？", None),
        ("要找配件", None),
        ("业主说不用修了，撤单吧", T.NOT_WANTED),
        ("不用来电话了", None),
        ("阀门不用修了，直接换", None),
        ("应该是市政的，我们先去看看", None),
        ("已修好了，但是还有点漏", T.HALF_MENDED),
        ("漏水修好了，灯还没修好", T.HALF_MENDED),
        ("还没修好", None),
        ("电话写错了", T.WRONG_DATA),
        ("打过去是空号", T.WRONG_DATA),
        ("地址不对", T.WRONG_DATA),
        ("写错小区了", T.WRONG_DATA),
        ("电话没错", None),
        ("电话对不对？", None),
        ("居民电话打不通", None),
        ("小区电梯不对劲", None),
        ("钥匙在门卫那里", None),
    ],
)
def test_of_a_lead_while_it_is_open(words: str, trouble: Trouble | None) -> None:
    assert trouble_in(words, LEAD, Status.ACKNOWLEDGED) is trouble


@pytest.mark.parametrize(
    ("words", "trouble"),
    [("没空", None), ("居民说还没修好", None), ("电话写错了", T.WRONG_DATA)],
)
def test_of_a_clerk_while_it_is_open(words: str, trouble: Trouble | None) -> None:
    assert trouble_in(words, CLERK, Status.DISPATCHED) is trouble


@pytest.mark.parametrize("own", [LEAD, CLERK])
@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("还没修好", T.NOT_MENDED),
        ("居民来电，又漏了", T.NOT_MENDED),
        ("还在滴水", T.NOT_MENDED),
        ("灯还是不亮", T.NOT_MENDED),
        ("修好了吗", None),
        ("还没修好吗？", None),
        ("还有两单要跟", None),
        ("还是你们快", None),
        ("没空", None),
    ],
)
def test_of_what_counts_as_done(
    own: frozenset[Standing], words: str, trouble: Trouble | None
) -> None:
    assert trouble_in(words, own, Status.RESOLVED) is trouble


def test_what_was_called_off_is_let_be() -> None:
    assert trouble_in("还没修好，电话写错了", LEAD, Status.CANCELLED) is None
