"""What the dispatcher rules with: likely firms, a merge, a rule; and how the ruling is told."""

from datetime import timedelta

import pytest

from bot.demo.records import Message
from models.deed import Deed
from models.tables.ticket import Status
from tests.stories.quick import MONDAY, QuickStage, labels
from tests.stories.stage import CLERK, DISPATCHER, FURUI, LIFT, SHENHE
from tests.stories.test_assist import solved


async def reassigned_by(quick: QuickStage, card: Message, firm: str) -> Message:
    """A refusal that names a firm is ruled to go there; the ruling."""
    quick.group.say(FURUI, f"退单 归{firm}管", reply_to=card)
    ruling = await quick.ruling()
    await quick.group.press(DISPATCHER, ruling, f"转 {firm}")
    await quick.group.wait_until(lambda: "已转派" in ruling.text)
    return ruling


async def test_likely_firms_are_those_that_solved_the_like(quick: QuickStage) -> None:
    await solved(quick, 1, "洛场新村", "道闸抬杆坏了", SHENHE)
    await solved(quick, 2, "丰翔新城", "道闸抬不起来", FURUI)
    card = await quick.opened(description="道闸栏杆断了", number=3)
    ruling = await quick.refused_and_asked(card, FURUI, "需其他单位处理")
    assert "转 申和物业" in labels(ruling)
    assert "转 复瑞物业" not in labels(ruling)
    assert "回复「转给公司名」" in ruling.text
    quick.group.say(DISPATCHER, "转给祥安物业", reply_to=ruling)
    await quick.card(3, saying="祥安物业")
    await quick.group.wait_until(lambda: "转给公司名" not in ruling.text)


async def test_the_firm_that_serves_the_community_is_likely(quick: QuickStage) -> None:
    card = await quick.opened()
    await reassigned_by(quick, card, "申和物业")
    again = await quick.card(saying="🏢 申和物业")
    ruling = await quick.refused_and_asked(again, SHENHE, "不是我们小区")
    assert labels(ruling)[0] == "转 复瑞物业"


async def test_a_duplicate_is_merged_with_a_tap(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened(description="楼道灯不亮", phone="13700000002", number=2)
    card = await quick.opened(description="客厅天花板滴水", phone="13700000003", number=3)
    ruling = await quick.refused_and_asked(card, FURUI, "重复工单")
    assert "与 #1 相同，并单" in labels(ruling)
    assert "与 #2 相同，并单" not in labels(ruling)
    assert "值班客服、派单员" in await quick.group.press(FURUI, ruling, "与 #1 相同")
    await quick.group.press(DISPATCHER, ruling, "与 #1 相同")
    await quick.card(3, saying="已并入 #1")
    await quick.group.wait_until(lambda: "已并单" in ruling.text)
    assert not ruling.buttons


async def test_the_ticket_that_the_reason_names_is_offered_first(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened(description="楼道灯不亮", phone="13700000002", number=2)
    await quick.opened(description="客厅天花板滴水", phone="13700000003", number=3)
    quick.group.say(FURUI, "退单 3 和 #2 重复")
    ruling = await quick.ruling("退单 #3")
    merges = [label for label in labels(ruling) if "并单" in label]
    assert merges == ["与 #2 相同，并单", "与 #1 相同，并单"]


async def test_a_ruling_is_said_once_with_the_words_beside_it(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "退单 17号楼不归我们", reply_to=card)
    quick.group.say(DISPATCHER, "不同意，合同里写着的", reply_to=await quick.ruling())
    assert "退单未获同意：合同里写着的" in (await quick.said("未获同意")).text
    quick.group.say(FURUI, "延期 1 3天 等配件")
    quick.group.say(DISPATCHER, "同意，先临时堵漏", reply_to=await quick.ruling("申请 #1 延期"))
    assert "：先临时堵漏" in (await quick.said("同意延期到")).text


@pytest.mark.parametrize(
    ("answered", "words", "done"),
    [
        ("延期", "不同意", Deed.DECLINE),
        ("延期", "同意", Deed.GRANT),
        ("延期", "不同意退单，请接单", Deed.SEND_BACK),
        ("退单", "不同意", Deed.SEND_BACK),
        ("退单", "同意延期，下不为例", Deed.GRANT),
    ],
)
async def test_of_two_requests_the_one_that_was_answered_is_ruled_on(
    quick: QuickStage, answered: str, words: str, done: Deed
) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "延期 3天 等配件", reply_to=card)
    questions = {"延期": await quick.ruling("申请 #1 延期")}
    questions["退单"] = await quick.refused_and_asked(card, FURUI, "不属物业职责")
    quick.group.say(DISPATCHER, words, reply_to=questions[answered])
    await quick.group.wait_until(lambda: bool(quick.record(done)))
    others = {Deed.DECLINE, Deed.GRANT, Deed.SEND_BACK} - {done}
    assert not any(quick.record(deed) for deed in others)


async def test_what_is_said_below_a_settled_request_rules_on_no_other(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "延期 3天 等配件", reply_to=card)
    extension = await quick.ruling("申请 #1 延期")
    await quick.group.press(DISPATCHER, extension, "同意延期")
    await quick.refused_and_asked(card, FURUI, "不属物业职责")
    quick.group.say(DISPATCHER, "不同意", reply_to=extension)
    await quick.group.wait_until(lambda: bool(quick.record(Deed.NOTE)))
    assert quick.facts().status is Status.RETURNED


async def test_an_extension_is_declined_with_a_tap(quick: QuickStage) -> None:
    card = await quick.opened()
    before = quick.facts().due
    quick.group.say(FURUI, "延期 3天 等配件", reply_to=card)
    ruling = await quick.ruling("申请 #1 延期")
    assert labels(ruling) == ["同意延期", "不同意"]
    assert "派单员" in await quick.group.press(CLERK, ruling, "不同意")
    assert "未同意" in await quick.group.press(DISPATCHER, ruling, "不同意")
    declined = await quick.said("不同意延期")
    assert FURUI in declined.mentions
    await quick.group.wait_until(lambda: not ruling.buttons)
    assert quick.facts().due == before


@pytest.mark.parametrize("words", ["同意，延到12月5日", "只批到12月5日", "同意延期 1 到12月5日"])
async def test_no_more_is_granted_than_the_dispatcher_says(quick: QuickStage, words: str) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "延期 7天 等配件", reply_to=card)
    quick.group.say(DISPATCHER, words, reply_to=await quick.ruling("申请 #1 延期"))
    await quick.said("同意延期到 12-05 18:00")
    assert quick.facts().due == MONDAY.replace(day=5, hour=18)


@pytest.mark.parametrize("words", ["同意，周五例会上再说", "同意，延到今天下午"])
async def test_a_time_that_is_not_understood_is_asked_about(quick: QuickStage, words: str) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "延期 7天 等配件", reply_to=card)
    ruling = await quick.ruling("申请 #1 延期")
    quick.group.say(DISPATCHER, words, reply_to=ruling)
    await quick.private(DISPATCHER, "没看懂 #1 准延到哪天")
    assert not quick.record(Deed.GRANT)
    quick.group.say(DISPATCHER, "同意", reply_to=ruling)
    await quick.said("同意延期到 12-10")


async def test_the_same_ruling_said_again_gives_nothing_more(quick: QuickStage) -> None:
    quick.group.start_private(DISPATCHER)
    card = await quick.opened()
    quick.group.say(FURUI, "延期3天 等配件", reply_to=card)
    ruling = await quick.ruling("申请 #1 延期")
    await quick.group.press(DISPATCHER, ruling, "同意延期")
    await quick.said("同意延期到 12-06")
    for words in ("同意延期3天", "最多给2天"):
        quick.group.say(DISPATCHER, words, reply_to=ruling)
        await quick.private(DISPATCHER, "#1 这次申请已经裁定过了")
    quick.group.say(DISPATCHER, "同意延期3天", reply_to=card)
    await quick.private(DISPATCHER, "#1 已延到 12-06 09:00，没有再加")
    quick.group.say(DISPATCHER, "延期 1 到12月9日")
    await quick.said("同意延期到 12-09")
    assert len(quick.record(Deed.GRANT)) == 2


async def test_what_is_no_ruling_grants_nothing_and_its_writer_is_told_how(
    quick: QuickStage,
) -> None:
    quick.group.start_private(DISPATCHER)
    card = await quick.opened()
    quick.group.say(FURUI, "延期7天 等配件", reply_to=card)
    ruling = await quick.ruling("申请 #1 延期")
    quick.group.say(DISPATCHER, "给一个明确时间", reply_to=ruling)
    await quick.private(DISPATCHER, "#1 还没裁定，只记了一笔")
    assert not quick.record(Deed.GRANT)


async def test_the_firm_s_own_words_are_ruled_on(quick: QuickStage) -> None:
    card = await quick.opened()
    refusal = quick.group.say(FURUI, "退单 不是我们小区", reply_to=card)
    await quick.ruling()
    quick.group.say(SHENHE, "同意，转申和物业", reply_to=refusal)
    quick.group.say(DISPATCHER, "不同意，合同里写着的，给你们2天", reply_to=refusal)
    await quick.said("退单未获同意")
    assert [event.actor_id for event in quick.record(Deed.SEND_BACK)] == [DISPATCHER]
    assert not quick.record(Deed.REASSIGN)
    longer = quick.group.say(FURUI, "延期3天 等配件", reply_to=card)
    await quick.ruling("申请 #1 延期")
    quick.group.say(DISPATCHER, "可以", reply_to=longer)
    await quick.said("同意延期到")


async def test_a_plain_ruling_below_the_card_counts(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "延期3天 等配件", reply_to=card)
    await quick.ruling("申请 #1 延期")
    quick.group.say(DISPATCHER, "好的", reply_to=card)
    quick.group.say(DISPATCHER, "不同意，今天就要修", reply_to=card)
    await quick.said("不同意延期")
    assert not quick.record(Deed.GRANT)


@pytest.mark.parametrize(("choice", "days"), [("等配件", 3), ("等天气", 1), ("多方协调", 7)])
async def test_an_extension_adds_what_its_button_says(
    quick: QuickStage, choice: str, days: int
) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    await quick.labelled(card, "延期")
    await quick.group.press(FURUI, card, "延期")
    await quick.labelled(card, f"{choice} +{days}天")
    await quick.group.press(FURUI, card, choice)
    await quick.group.press(DISPATCHER, await quick.ruling("申请 #1 延期"), "同意延期")
    await quick.group.wait_until(lambda: quick.facts().extended_due is not None)
    assert quick.facts().due - quick.facts().done_due == timedelta(days=days)
    assert quick.record(Deed.ASK_EXTENSION)[0].note.startswith(choice)


async def test_a_kind_goes_to_its_specialist_everywhere(quick: QuickStage) -> None:
    lift = "电梯停运，按钮没有反应"
    ruling = await reassigned_by(quick, await quick.opened(description=lift), "申梯电梯维保")
    await quick.labelled(ruling, "以后各小区的电梯都转")
    assert "记住" in await quick.group.press(DISPATCHER, ruling, "以后各小区的电梯都转")
    far = await quick.opened("洛场新村", lift, phone="13912345678", number=2)
    assert LIFT in far.mentions
    lamp = await quick.opened("洛场新村", "楼道灯不亮", phone="13912345679", number=3)
    assert LIFT not in lamp.mentions


@pytest.mark.parametrize("since", ["转派 1 祥安物业", "小区是洛场新村"])
async def test_a_button_keeps_no_other_rule_than_it_names(quick: QuickStage, since: str) -> None:
    card = await quick.opened()
    ruling = await reassigned_by(quick, card, "申和物业")
    await quick.labelled(ruling, "以后丰翔新城都转申和物业")
    quick.group.say(DISPATCHER, since, reply_to=card)
    await quick.card(saying=since[-4:])
    assert "已失效" in await quick.group.press(DISPATCHER, ruling, "以后丰翔新城都转申和物业")
    assert not quick.record(Deed.KEEP_RULE)


async def test_a_ruling_is_kept_by_typing(quick: QuickStage) -> None:
    await reassigned_by(quick, await quick.opened(), "申和物业")
    quick.group.say(CLERK, "留用 1 漏水")
    await quick.private(CLERK, "派单员")
    for words in ("各小区", "随便"):
        quick.group.say(DISPATCHER, f"留用 1 {words}")
    await quick.private(DISPATCHER, "不能这样留用")
    await quick.settled()
    assert not quick.record(Deed.KEEP_RULE)
    quick.group.say(DISPATCHER, "留用 1 漏水")
    await quick.private(DISPATCHER, "已记住")
    assert "申和物业" in (await quick.opened(phone="13912345678", number=2)).text
    lamp = await quick.opened(description="楼道灯不亮", phone="13912345670", number=3)
    assert "复瑞物业" in lamp.text
    quick.group.say(DISPATCHER, "/keep 1")
    await quick.group.wait_until(lambda: len(quick.record(Deed.KEEP_RULE)) == 2)
    lamp = await quick.opened(description="楼道灯又不亮", phone="13912345671", number=4)
    assert "申和物业" in lamp.text


async def test_a_ruling_about_a_firm_of_houses_is_no_rule_for_everywhere(
    quick: QuickStage,
) -> None:
    ruling = await reassigned_by(quick, await quick.opened(), "申和物业")
    await quick.labelled(ruling, "以后丰翔新城都转")
    assert not [label for label in labels(ruling) if "各小区" in label]
    assert quick.facts().status is Status.DISPATCHED
