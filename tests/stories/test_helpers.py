"""Several helpers at once, offers answered by typing, a call for help that names a firm."""

from bot.demo.records import Message
from models.deed import Deed
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SHENHE, XIANGAN
from tests.stories.test_assist import offer


async def two_offers(quick: QuickStage) -> Message:
    card = await quick.opened()
    await quick.group.press(SHENHE, card, "协助")
    await quick.group.press(XIANGAN, card, "协助")
    await quick.card(saying="🙋 愿协助：申和物业、祥安物业")
    return card


async def test_several_help_at_once(quick: QuickStage) -> None:
    card = await two_offers(quick)
    for firm in ("申和物业", "祥安物业"):
        await quick.group.press(FURUI, await offer(quick, firm), "请来协助")
    await quick.group.wait_until(lambda: "🤝 协助：申和物业、祥安物业 · 牵头 复瑞物业" in card.text)
    quick.group.say(FURUI, "已修好", reply_to=card)
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "专家 漏水")
    credited = (await quick.said("办过「漏水」的单位")).text
    assert "申和物业：办结 0，协助 1" in credited
    assert "祥安物业：办结 0，协助 1" in credited


async def test_offers_are_answered_by_typing(quick: QuickStage) -> None:
    card = await two_offers(quick)
    quick.group.say(SHENHE, "接受协助 1 祥安物业")
    await quick.private(SHENHE, "承办单位的负责人")
    quick.group.say(FURUI, "/accept 1")
    assert "申和物业、祥安物业" in (await quick.private(FURUI, "请写明哪一家")).text
    quick.group.say(FURUI, "接受协助 1 祥安")
    assert XIANGAN in (await quick.said("请 祥安物业 协助")).mentions
    quick.group.say(FURUI, "婉谢 1 申和物业")
    await quick.said("谢谢 申和物业")
    await quick.group.wait_until(lambda: "申和物业" not in card.text)
    assert not (await offer(quick, "申和物业")).buttons


async def test_who_helps_may_take_it_back(quick: QuickStage) -> None:
    card = await two_offers(quick)
    offered = await offer(quick, "申和物业")
    await quick.group.press(FURUI, offered, "请来协助")
    await quick.card(saying="🤝 协助：申和物业")
    quick.group.say(SHENHE, "不好意思，我们去不了了", reply_to=card)
    told = await quick.said("申和物业 来不了了，#1 请另想办法：不好意思，我们去不了了")
    assert FURUI in told.mentions
    await quick.group.wait_until(lambda: "申和物业" not in card.text)
    quick.group.say(SHENHE, "撤回协助 1")
    await quick.private(SHENHE, "没有这样的协助")
    quick.group.say(XIANGAN, "/withdraw 1 人手不够")
    await quick.said("祥安物业 来不了了，#1 请另想办法：人手不够")
    await quick.group.wait_until(lambda: "祥安物业" not in card.text)
    assert not (await offer(quick, "祥安物业")).buttons
    quick.group.say(FURUI, "/withdraw 1")
    await quick.private(FURUI, "其他单位的负责人")
    quick.group.say(FURUI, "师傅去不了了", reply_to=card)
    await quick.group.wait_until(lambda: bool(quick.record(Deed.NOTE, 1)))


async def test_the_only_offer_goes_unnamed(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(DISPATCHER, "接受协助 1")
    assert "求助 1" in (await quick.private(DISPATCHER, "没有这样的协助")).text
    await quick.group.press(SHENHE, card, "协助")
    await offer(quick, "申和物业")
    quick.group.say(DISPATCHER, "接受协助", reply_to=card)
    quick.group.say(DISPATCHER, "/accept", reply_to=card)
    await quick.card(saying="🤝 协助：申和物业")
    assert len(quick.record(Deed.ACCEPT_HELP, 1)) == 1
    quick.group.say(FURUI, "/thank 1")
    await quick.group.wait_until(lambda: "申和物业" not in card.text)


async def test_a_call_for_help_that_names_a_firm_rings_it(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, "求助 1 请祥安来看看，你们也是这种管子")
    called = await quick.said("🆘")
    assert called.mentions == [XIANGAN]
    assert "请你们来看看" in called.text
    await quick.group.press(XIANGAN, called, "我们来协助")
    await offer(quick, "祥安物业")
