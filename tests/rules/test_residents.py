"""Whoever is called a resident in one sentence is one in every other."""

import pytest

from models.rights import Standing
from models.said.answers import has_no_phone
from models.said.promises import promised
from models.said.set_right import set_right
from models.said.troubles import Trouble, trouble_in
from models.said.words import Gesture, understand
from models.satisfaction import Answer, answer_in
from models.tables.ticket import Status
from tests.rules.tickets import MONDAY, SHANGHAI

RESIDENTS = """
    业主 居民 住户 住家 户主 客户 用户 业户 租客 租户 房客 对方 当事人 来电人 报修人 反映人
    家属 家里人 老人 沈先生 李女士 王阿姨 阿姨 陈阿婆 彭老师 老伯 沈老太太 张爷叔 大爷 刘大妈
    王大叔 大姐 业主沈先生 他 她
"""
THE_FIRM_S = ["师傅", "老师傅", "维修师傅", "保洁阿姨", "门卫大爷", "我们"]


def _trouble(words: str) -> Trouble | None:
    return trouble_in(words, frozenset({Standing.LEAD}), Status.ACKNOWLEDGED)


@pytest.mark.parametrize("resident", RESIDENTS.split())
def test_a_resident(resident: str) -> None:
    assert _trouble(f"{resident}没空") is None
    assert understand(f"{resident}要退单") is None
    assert understand(f"已和{resident}沟通过") is Gesture.CONTACT
    assert promised(f"{resident}要求下午3点上门", MONDAY, SHANGHAI) is None
    assert promised(f"和{resident}说好下午3点上门", MONDAY, SHANGHAI) is not None
    assert answer_in(f"{resident}说满意") == (Answer.SATISFIED, "")
    assert has_no_phone(f"{resident}没留电话")


@pytest.mark.parametrize("firm", THE_FIRM_S)
def test_the_firm_s_own_people(firm: str) -> None:
    assert _trouble(f"{firm}没空") is Trouble.NO_TIME
    assert understand(f"{firm}要退单") is Gesture.REFUSE
    assert understand(f"已和{firm}沟通过") is None
    assert promised(f"{firm}说下午3点上门", MONDAY, SHANGHAI) is not None


@pytest.mark.parametrize(("whose", "field"), [("沈大妈", "phone"), ("他大姐", "beside")])
def test_whose_phone_it_is(whose: str, field: str) -> None:
    assert set(set_right(f"{whose}的电话是13641778999")) == {field}
