"""Words that answer what was asked: rulings, offers, promises, extensions."""

from datetime import datetime, timedelta

import pytest

from models.deed import Deed
from models.said.answers import (
    Ruling,
    ToQuestion,
    answer_to_offer,
    answer_to_question,
    beside_ruling,
    firm_meant,
    has_no_phone,
    is_answer,
    offers_help,
    ruled_on,
    ruling_in,
    withdraws_help,
)
from models.said.extensions import extension_until, given_until, reason_given, time_named
from models.said.promises import promised
from models.said.words import Gesture, understand
from tests.rules.tickets import MONDAY, RULES, SHANGHAI

DUE = MONDAY + timedelta(hours=24)


def at(day: int, hour: int) -> datetime:
    return MONDAY.replace(day=day, hour=hour)


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
    ("words", "reason"),
    [
        ("归自来水公司管", True),
        ("需要专业单位处理", True),
        ("已派人看过，不是我们的管", True),
        ("算了，按错了", False),
        ("我们接单", False),
        ("收到", False),
        ("  ", False),
    ],
)
def test_what_is_a_reason(words: str, reason: bool) -> None:
    assert is_answer(words) is reason


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
    ("words", "until"),
    [
        ("下午3点到", at(2, 15)),
        ("已和业主约好，下午3点上门", at(2, 15)),
        ("跟业主约了下午3点上门", at(2, 15)),
        *((f"{said}下午3点", at(2, 15)) for said in ("约了业主", "已约业主", "已跟业主确认")),
        *((f"{said}明天上门", at(3, 18)) for said in ("跟业主说好了", "和阿姨讲好", "说好了")),
        ("业主想约明天", None),
        ("跟厂家说好了明天送货", None),
        ("业主要求下午3点上门", None),
        ("居民希望明天上午来修", None),
        ("阿姨说下午3点才在家", None),
        ("按业主要求明天上午上门", None),
        ("业主要求下午3点，我们下午4点到", at(2, 16)),
        ("收到", None),
        ("#1 2小时到", at(2, 11)),
        ("#2 下午3点到", at(2, 15)),
        ("上午就修好了", None),
        ("今天下午就修好了", None),
        ("明天就修好了", at(3, 18)),
        ("10分钟就修好了", MONDAY + timedelta(minutes=10)),
        ("修好一盏，另一盏下午修", at(2, 18)),
    ],
)
def test_a_promise_is_what_the_firm_will_do(words: str, until: datetime | None) -> None:
    assert promised(words, MONDAY, SHANGHAI) == until


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("3天 等配件", DUE + timedelta(days=3)),
        ("延期三天，等配件", DUE + timedelta(days=3)),
        ("申请延期1周 等厂家", DUE + timedelta(days=7)),
        ("12-05 17:00 等配件", at(5, 17)),
        ("延期两天，等配件", DUE + timedelta(days=2)),
        ("再给我十天", DUE + timedelta(days=10)),
        ("延3天 等配件", DUE + timedelta(days=3)),
        ("延后3天", DUE + timedelta(days=3)),
        ("给我们3天时间", DUE + timedelta(days=3)),
        ("延误3天了", None),
        ("一个星期 等厂家", DUE + timedelta(days=7)),
        ("半个月", DUE + timedelta(days=15)),
        ("延期到5号 等配件", at(5, 18)),
        ("12月5日", at(5, 18)),
        ("3个工作日", at(6, 9)),
        ("5个工作日内 等厂家", at(9, 9)),
        ("24小时 等厂家", DUE + timedelta(days=1)),
        ("延期到周五吧", at(6, 18)),
        ("几天", None),
        ("等配件", None),
    ],
)
def test_until_when_it_is_extended(words: str, until: datetime | None) -> None:
    assert extension_until(words, DUE, MONDAY, RULES.hours) == until


@pytest.mark.parametrize(
    "words",
    ["延3天", "延后3天 等配件", "申请延3天", "给我们3天时间", "再给我们2个钟头", "宽限两天"],
)
def test_what_is_heard_as_a_request_for_time_has_a_time(words: str) -> None:
    assert understand(words) is Gesture.ASK_EXTENSION
    assert extension_until(words, DUE, MONDAY, RULES.hours)


LATE = MONDAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("words", "now", "until"),
    [
        ("延期到12月6日", MONDAY, at(6, 18)),
        ("延期到6号，等基金", MONDAY, at(6, 18)),
        ("#1 期限改为12月6日", MONDAY, at(6, 18)),
        ("先延到周五吧", MONDAY, at(6, 18)),
        ("再给他们三天", MONDAY, DUE + timedelta(days=3)),
        ("宽限两天", LATE, LATE + timedelta(days=2)),
        *((words, MONDAY, None) for words in ("延期到周五？", "能不能延期到周五", "不延期")),
        *((words, MONDAY, None) for words in ("申请延期请周五前提", "延期的话周五前说")),
        *((words, MONDAY, None) for words in ("改到周五上门", "再给业主打个电话", "给3号楼")),
    ],
)
def test_until_when_a_dispatcher_extends_it(
    words: str, now: datetime, until: datetime | None
) -> None:
    assert given_until(words, DUE, now, RULES.hours) == until


@pytest.mark.parametrize(
    ("ruling", "until"),
    [
        ("同意，延到12月5日", at(5, 18)),
        ("同意延期2天", DUE + timedelta(days=2)),
        ("同意，抓紧修，最多给他们三天", DUE + timedelta(days=3)),
        ("可以，周五前办完", at(6, 18)),
        ("只批到周四", at(5, 18)),
        ("可以延两天，明天先临时恢复供水", DUE + timedelta(days=2)),
        ("可以，不过周四前必须好", at(5, 18)),
        ("同意，周五例会上再说", None),
        *((f"同意，{by}", at(6, 18)) for by in ("12.6前", "最迟12.6日", "至6号", "延至6日")),
        *((f"同意，{by}", at(6, 18)) for by in ("6号", "周五下班前", "6号下班前办结", "期限12.6")),
        ("同意，五个工作日", at(10, 9)),
        ("同意，不超过5个工作日", at(10, 9)),
        ("同意，三日内", at(5, 18)),
        ("同意，本月底", at(31, 18)),
        ("同意，周五17点前", at(6, 17)),
        ("同意，1.5天", None),
    ],
)
def test_until_when_the_dispatcher_extends_it(ruling: str, until: datetime | None) -> None:
    named = time_named(beside_ruling(ruling))
    assert named
    assert extension_until(named, DUE, MONDAY, RULES.hours) == until


@pytest.mark.parametrize(
    "ruling",
    [
        *(
            "同意",
            "同意，先临时堵漏",
            "可以，抓紧一点",
            "同意，17号楼也看看",
            "行，明天上午先去看一下",
        ),
        *("同意，周四我来验收", "同意，业主周五在家", "同意，居民等了5天了"),
        *("同意，6号楼先修", "同意，给一个日期", "同意，下班前给我照片"),
    ],
)
def test_a_ruling_may_name_no_time(ruling: str) -> None:
    assert not time_named(beside_ruling(ruling))


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("3天 等配件", "等配件"),
        ("12-05 17:00 等 配件", "等 配件"),
        ("延期3天", ""),
        ("申请延期到明天下午", ""),
        ("周五前，多方协调", "周五前，多方协调"),
        ("五个工作日 等厂家", "等厂家"),
        ("周五下班前 等厂家", "等厂家"),
    ],
)
def test_an_extension_says_why(words: str, reason: str) -> None:
    assert reason_given(words) == reason


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("都不是", ToQuestion.NONE_FITS),
        ("以上都不对。", ToQuestion.NONE_FITS),
        ("不用派了", ToQuestion.DROP),
        ("这张表不用派单了", ToQuestion.DROP),
        ("打错了", ToQuestion.DROP),
        ("打错了，小区是丰翔新城", None),
        ("不是丰翔新苑，是丰翔新城", None),
        ("丰翔新城", None),
        ("", None),
    ],
)
def test_what_is_said_to_a_question(words: str, said: ToQuestion | None) -> None:
    assert answer_to_question(words) is said


@pytest.mark.parametrize(
    ("words", "none"),
    [
        *((w, True) for w in ("没留电话", "居民不肯留电话，直接派", "电话：无", "不用电话，派单")),
        *((w, True) for w in ("业主不愿意提供电话。", "电话没有 先派单吧", "不愿意留", "No phone")),
        ("没留电话，地址是3号大门口", True),
        *((w, False) for w in ("没写电话", "电话看不清", "没打电话", "电话打不通", "没有电话吗")),
        *((w, False) for w in ("没留电话，先别派", "没电话，我去问一下", "不用派了", "居民不在")),
    ],
)
def test_the_resident_has_left_no_phone(words: str, none: bool) -> None:
    assert has_no_phone(words) is none


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
