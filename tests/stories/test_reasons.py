"""其他…: the reason or the time is asked for, and the reply to that question is it."""

from datetime import datetime

from bot.demo.records import Message
from models.deed import Deed
from models.tables.ticket import Purpose, Status
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI, FURUI_2, SHENHE


async def asked_why(quick: QuickStage, card: Message, user: int, label: str = "") -> Message:
    """Press 退单 (or what stands behind 更多), then 其他…; the question."""
    if label:
        await quick.group.press(user, card, "更多")
        await quick.labelled(card, label)
    return await asked(quick, card, user, label or "退单")


async def asked(quick: QuickStage, card: Message, user: int, label: str) -> Message:
    """Press this button of the card, then 其他…; the question."""
    await quick.labelled(card, label)
    await quick.group.press(user, card, label)
    await quick.labelled(card, "其他")
    assert "请回复" in await quick.group.press(user, card, "其他")
    return await quick.said("请回复这条消息")


async def test_the_reply_to_why_is_the_reason(quick: QuickStage) -> None:
    card = await quick.opened()
    why = await asked_why(quick, card, FURUI)
    assert why.mentions == [FURUI]
    assert FURUI in why.asked  # the reply opens by itself
    assert FURUI_2 not in why.asked
    assert "#1 为什么退单" in why.text
    await quick.labelled(card, "接单")  # the card's own buttons are back
    quick.group.say(FURUI, "楼道总管归自来水公司，电话13987654321", reply_to=why)
    ruling = await quick.ruling()
    assert "楼道总管归自来水公司" in ruling.text
    assert "13987654321" not in ruling.text
    assert quick.facts().status is Status.RETURNED


async def test_a_photo_that_answers_why_is_evidence(quick: QuickStage, picture: bytes) -> None:
    why = await asked_why(quick, await quick.opened(), FURUI)
    quick.group.photo(FURUI, picture, caption="界址在这里，归申和物业", reply_to=why)
    assert "界址在这里" in (await quick.ruling()).text
    assert [p.purpose for p in quick.photos()] == [Purpose.EVIDENCE]


async def test_who_thinks_better_of_it_has_given_no_reason(quick: QuickStage) -> None:
    card = await quick.opened()
    why = await asked_why(quick, card, FURUI)
    quick.group.say(FURUI, "算了，按错了", reply_to=why)
    quick.group.say(SHENHE, "这是我们的", reply_to=why)
    quick.group.say(FURUI_2, "我们接单", reply_to=why)
    await quick.card(saying="办理中")
    assert not quick.record(Deed.REFUSE)


async def test_why_is_asked_of_a_hold_and_of_a_cancellation(quick: QuickStage) -> None:
    card = await quick.opened()
    held = await asked_why(quick, card, DISPATCHER, "挂账")
    quick.group.say(DISPATCHER, "等业主大会", reply_to=held)
    await quick.card(saying="原因：等业主大会")
    await quick.group.press(CLERK, card, "更多")
    await quick.labelled(card, "作废")
    await quick.group.press(CLERK, card, "作废")
    await quick.labelled(card, "其他")
    await quick.group.press(CLERK, card, "其他")
    why = await quick.said("为什么作废")
    quick.group.say(CLERK, "是隔壁小区的来电", reply_to=why)
    await quick.card(saying="已作废")
    assert quick.record(Deed.CANCEL, 1)[0].note == "是隔壁小区的来电"


async def test_why_is_not_asked_of_those_who_may_not(quick: QuickStage) -> None:
    card = await quick.opened()
    ticket = quick.facts().id
    assert "承办单位" in await quick.group.forge(SHENHE, card, f"refuse:{ticket}:other")
    assert "失效" in await quick.group.forge(FURUI, card, "refuse:4711:other")
    await quick.settled()
    assert not [m for m in quick.group.messages() if "为什么" in m.text]
    assert len(quick.record(Deed.DENY, 1)) == 1


async def test_any_time_may_be_promised(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    when = await asked(quick, card, FURUI, "报时间")
    assert "#1 什么时候到" in when.text
    quick.group.say(FURUI, "看情况吧", reply_to=when)
    await quick.private(FURUI, "没看懂时间")
    quick.group.say(FURUI, "50分钟", reply_to=when)
    await quick.card(saying="承诺 09:50")


async def test_any_extension_may_be_asked_for(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    when = await asked(quick, card, FURUI, "延期")
    assert "#1 要延到什么时候、为什么" in when.text
    quick.group.say(FURUI, "5天 等厂家", reply_to=when)
    ruling = await quick.ruling("申请 #1 延期")
    assert "等厂家" in ruling.text
    await quick.group.press(DISPATCHER, ruling, "同意")
    await quick.said("同意延期到")
    ticket = quick.facts()
    assert isinstance(ticket.extended_due, datetime)
    assert (ticket.extended_due - ticket.done_due).days == 5
