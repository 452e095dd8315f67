"""How the dispatcher rules: yes or no, on what, with which words besides, to which firm."""

import pytest

from models.deed import Deed
from models.said.rulings import Ruling, beside_ruling, firm_meant, ruled_on, ruling_in


@pytest.mark.parametrize(
    ("words", "ruling"),
    [
        ("同意", Ruling.YES),
        ("同意延期", Ruling.YES),
        ("可以，抓紧", Ruling.YES),
        ("好的", Ruling.YES),
        ("不同意，合同里写着", Ruling.NO),
        ("不行", Ruling.NO),
        ("驳回", Ruling.NO),
        ("谢绝，明天前修好", Ruling.NO),
        ("拒绝延期", Ruling.NO),
        ("不能延", Ruling.NO),
        ("最多给2天", Ruling.YES),
        ("只批到周四", Ruling.YES),
        ("给你们三天", Ruling.YES),
        ("给你们延两天", Ruling.YES),
        ("延不了，抓紧修", None),
        ("延期可以，不超过3天", Ruling.YES),
        ("不同意，最多给2天", Ruling.YES),
        ("没问题", Ruling.YES),
        ("给一个明确时间", None),
        ("给一个日期", None),
        ("给一个周末", None),
        ("再给一张照片", None),
        ("给502打个电话", None),
        ("可以理解，但不能延", None),
        ("行不行要看厂家", None),
        ("准备一下材料", None),
        ("同意前先发照片", None),
        ("好，我问一下秘书长", None),
        ("可以延期吗", None),
        ("先去看看", None),
        ("好像不对", None),
        ("", None),
    ],
)
def test_how_the_dispatcher_rules(words: str, ruling: Ruling | None) -> None:
    assert ruling_in(words) is ruling


@pytest.mark.parametrize(
    ("words", "deed"),
    [
        ("同意延期，先堵漏", Deed.ASK_EXTENSION),
        ("不予批准退单", Deed.REFUSE),
        ("驳回延期申请", Deed.ASK_EXTENSION),
        ("不能退", Deed.REFUSE),
        ("同意，延期期间先堵漏", None),
        ("退回", None),
        ("不同意", None),
    ],
)
def test_a_ruling_may_name_what_it_is_on(words: str, deed: Deed | None) -> None:
    assert ruled_on(words) is deed


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("不同意，合同里写着的", "合同里写着的"),
        ("不同意退单：那栋楼是你们的", "那栋楼是你们的"),
        ("驳回", ""),
        ("拒绝延期：天冷，不能等", "天冷，不能等"),
        ("同意延期，先堵漏", "先堵漏"),
        ("好的 抓紧", "抓紧"),
        ("行，周五前办完", "周五前办完"),
    ],
)
def test_what_is_said_besides_a_ruling(words: str, beside: str) -> None:
    assert beside_ruling(words) == beside


@pytest.mark.parametrize(
    ("words", "firm"),
    [
        ("转给复瑞物业", "复瑞物业"),
        ("转申和物业。", "申和物业"),
        ("同意，转派申和物业", "申和物业"),
        ("转给申和物业，他们离得近", "申和物业"),
        ("不归他们管，转申和处理吧", "申和"),
        ("转给申和行不行？", ""),
        ("这单转给申和处理一下", "申和"),
        ("可以转给申和去看看", "申和"),
        ("今天不处理，就转给申和", ""),
        ("下班前没人去，转给申和物业", ""),
        ("居民要求，转给申和", ""),
        ("昨天说好的，转给申和", ""),
        ("要是没人就转给申和", ""),
        ("改派给祥安", "祥安"),
        ("不同意", ""),
        ("请转告居民", ""),
    ],
)
def test_which_firm_it_goes_to(words: str, firm: str) -> None:
    assert firm_meant(words) == firm
