"""Words that do nothing by themselves, but are more than a note: who can help is told."""

from datetime import timedelta

from models.deed import Deed
from models.tables.ticket import Status
from tests.stories.quick import QuickStage, labels
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SHENHE


async def test_no_time_reaches_the_dispatcher_and_offers_what_may_be_done(
    quick: QuickStage,
) -> None:
    card = await quick.opened()
    said = quick.group.say(FURUI, "今天没空", reply_to=card)
    told = await quick.said("说没空")
    assert told.reply_to == said.message_id
    assert told.mentions == [DISPATCHER]
    assert labels(told) == ["报时间", "延期", "求助", "退单"]
    await quick.group.wait_until(lambda: bool(quick.record(Deed.NOTE, 1)), what="a note")
    assert quick.record(Deed.NOTE, 1)[0].note == "今天没空"
    await quick.group.press(FURUI, told, "退单")
    await quick.labelled(told, "不是我们小区")
    await quick.group.press(FURUI, told, "不是我们小区")
    await quick.card(saying="退单待裁定")


async def test_who_says_that_others_should_do_it_has_not_taken_it(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "收到，这个要找水务", reply_to=card)
    told = await quick.said("该别家办")
    assert (told.mentions, labels(told)) == ([DISPATCHER], ["退单"])
    assert quick.facts().status is Status.DISPATCHED


async def test_a_trouble_beside_a_deed_is_told_as_well(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "收到，但人手不够，今天去不了", reply_to=card)
    assert (await quick.said("说没空")).mentions == [DISPATCHER]
    await quick.card(saying="办理中")


async def test_what_was_said_in_private_is_told_below_the_card(quick: QuickStage) -> None:
    quick.group.start_private(FURUI)
    card = await quick.opened()
    sheet = await quick.private(FURUI, "完整信息")
    quick.group.say(FURUI, "没人手", reply_to=sheet, chat_id=FURUI)
    assert (await quick.said("说没空")).reply_to == card.message_id


async def test_half_mended_is_not_closed_and_said_to_be_open(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "已修好了，但是还有点漏", reply_to=card)
    told = await quick.said("还没办结")
    assert quick.facts().status is Status.DISPATCHED
    await quick.group.press(FURUI, told, "办结")
    await quick.card(saying="已办结")


async def test_what_nearly_says_done_is_no_promise_and_said_to_be_open(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "下午就修好了", reply_to=card)
    await quick.said("还没办结")
    assert [event.deed for event in quick.record(Deed.PROMISE, 1)] == []
    assert quick.facts().status is Status.DISPATCHED


async def test_a_repair_before_the_call_is_asked_about(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "上周已经修好了", reply_to=card)
    await quick.said("还没办结")
    assert quick.facts().status is Status.DISPATCHED
    quick.wind(timedelta(days=1))
    quick.group.say(FURUI, "昨天就修好了", reply_to=card)
    await quick.card(saying="已办结")


async def test_what_counts_as_done_and_is_not_mended_is_reopened_by_a_tap(
    quick: QuickStage,
) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "已修好", reply_to=card)
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "居民说还没修好", reply_to=card)
    told = await quick.said("说是没修好")
    assert told.mentions == [DISPATCHER]
    assert quick.facts().status is Status.RESOLVED
    await quick.group.press(CLERK, told, "重办")
    await quick.group.wait_until(lambda: quick.facts().status is Status.DISPATCHED)


async def test_wrong_data_reach_whoever_wrote_them_down(quick: QuickStage) -> None:
    card = await quick.opened()
    said = quick.group.say(FURUI, "电话写错了", reply_to=card)
    told = await quick.said("可能有错")
    assert (told.reply_to, told.mentions) == (said.message_id, [CLERK])
    quick.group.say(CLERK, "电话是13641778999", reply_to=told)
    await quick.card(saying="136****8999")


async def test_another_firms_want_of_time_is_a_remark(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(SHENHE, "我们没空", reply_to=card)
    quick.group.say(FURUI, "收到", reply_to=card)
    await quick.card(saying="办理中")
    await quick.settled()
    assert not [m for m in quick.group.messages() if "说没空" in m.text]


async def test_what_the_resident_no_longer_wants_is_the_dispatcher_s_to_cancel(
    quick: QuickStage,
) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "业主说不用修了", reply_to=card)
    told = await quick.said("居民不用修了")
    assert (told.mentions, labels(told)) == ([DISPATCHER], ["作废"])
    await quick.group.press(DISPATCHER, told, "作废")
    await quick.labelled(told, "居民撤回")
    await quick.group.press(DISPATCHER, told, "居民撤回")
    await quick.card(saying="已作废")


async def test_who_asks_for_a_deed_in_words_that_do_none_is_told_how(quick: QuickStage) -> None:
    quick.group.start_private(DISPATCHER)
    card = await quick.opened()
    said = quick.group.say(DISPATCHER, "先挂着，等基金", reply_to=card)
    await quick.private(DISPATCHER, "要挂账请这样写：挂账 #1 等维修基金")
    await quick.group.wait_until(lambda: bool(said.reactions))
    assert list(said.reactions.values()) == ["✍"]
    assert not quick.record(Deed.HOLD)
