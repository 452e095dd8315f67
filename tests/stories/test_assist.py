"""协助 and 求助: offers with words, several helpers, thanks, experts, the lead firm stays."""

from datetime import timedelta

from sqlmodel import Session

from bot.demo.records import Message
from models.deed import Deed
from models.tables.ticket import Status, Ticket
from tests.rules.tickets import ticket
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DRAINS, FURUI, LIFT, SECRETARY, SHENHE, STRANGER, XIANGAN


async def offer(quick: QuickStage, firm: str) -> Message:
    return await quick.said(f"{firm} 愿意协助")


async def solved(quick: QuickStage, number: int, community: str, what: str, firm: int) -> None:
    """A ticket opened and done, so that its firm has solved the kind."""
    phone = f"1391234567{number}"
    card = await quick.opened(community, what, phone=phone, number=number)
    quick.group.say(firm, "已修好", reply_to=card)
    await quick.card(number, saying="已办结")


async def test_several_firms_help_and_the_lead_firm_stays(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(SHENHE, "/assist 1 我们小区碰到过，电话13987654321")
    first = await offer(quick, "申和物业")
    assert "我们小区碰到过" in first.text
    assert "13987654321" not in first.text
    assert FURUI in first.mentions
    quick.group.say(XIANGAN, "我们马上派人过来", reply_to=card)
    second = await offer(quick, "祥安物业")
    assert "承办单位" in await quick.group.press(SHENHE, first, "请来协助")
    await quick.group.press(FURUI, first, "请来协助")
    quick.group.say(FURUI, "谢谢，暂时不用", reply_to=second)
    await quick.said("谢谢 祥安物业")
    shown = await quick.card(saying="🤝 协助：申和物业")
    assert "牵头 复瑞物业" in shown.text
    await quick.group.wait_until(lambda: "祥安物业" not in shown.text)
    assert quick.facts().firm_id == 1
    quick.group.say(FURUI, "已修好，多谢申和", reply_to=card)
    await quick.card(saying="已办结")
    quick.group.say(SECRETARY, "/experts 漏水")
    experts = await quick.said("办过「漏水」的单位")
    assert "复瑞物业：办结 1，协助 0" in experts.text
    assert "申和物业：办结 0，协助 1" in experts.text


async def test_a_lead_answers_an_offer_in_words(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(SHENHE, card, "协助")
    offered = await offer(quick, "申和物业")
    quick.group.say(FURUI, "好的，请来看看", reply_to=offered)
    accepted = await quick.said("请 申和物业 协助")
    assert SHENHE in accepted.mentions
    assert not quick.record(Deed.ACKNOWLEDGE)


async def test_a_call_for_help_is_answered_in_ordinary_words(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "求助 找不到漏点", reply_to=card)
    called = await quick.said("🆘")
    quick.group.say(XIANGAN, "要先关总阀", reply_to=called)
    quick.group.say(SHENHE, "这个我们修过", reply_to=called)
    offered = await offer(quick, "申和物业")
    assert FURUI in offered.mentions
    assert not quick.record(Deed.OFFER, 1)[1:]


async def test_one_does_not_assist_oneself_nor_does_a_clerk(quick: QuickStage) -> None:
    card = await quick.opened()
    assert "不用协助自己" in await quick.group.press(FURUI, card, "协助")
    assert "其他单位" in await quick.group.press(CLERK, card, "协助")
    quick.group.join(quick.group.world.state.people[STRANGER])
    assert "名册" in await quick.group.press(STRANGER, card, "协助")
    assert len(quick.record(Deed.DENY, 1)) == 3


async def test_a_specialist_offers_and_is_called(quick: QuickStage) -> None:
    card = await quick.opened(description="电梯停运，按钮没有反应")
    quick.group.say(LIFT, "/assist 1 我们是维保单位")
    assert "申梯电梯维保" in (await offer(quick, "申梯电梯维保")).text
    quick.group.say(FURUI, "收到", reply_to=card)
    await quick.labelled(card, "求助")
    await quick.group.press(FURUI, card, "求助")
    called = await quick.said("求助")
    assert LIFT in called.mentions
    assert len(called.mentions) <= 5
    assert DRAINS not in called.mentions


async def test_a_call_for_help_rings_who_solved_the_like(quick: QuickStage) -> None:
    await solved(quick, 1, "洛场新村", "道闸抬杆坏了", SHENHE)
    card = await quick.opened(description="道闸栏杆抬不起来", number=2)
    quick.group.say(FURUI, "求助 2 谁家修过这种道闸", reply_to=card)
    called = await quick.said("🆘")
    assert SHENHE in called.mentions
    assert "谁家修过这种道闸" in called.text
    await quick.group.press(SHENHE, called, "我们来协助")
    await quick.group.wait_until(lambda: bool(quick.record(Deed.OFFER, 2)))


def solved_before(quick: QuickStage, firms: range, kind: str) -> None:
    """Each of these firms has solved a ticket of this kind."""
    with Session(quick.app.parts.db.engine) as session, session.begin():
        for firm in firms:
            old = ticket(Status.CLOSED, firm_id=firm, category=kind, community="丰翔新城")
            session.add(Ticket(**old.model_dump(exclude={"id", "number"}), number=1000 + firm))


async def test_at_most_five_are_mentioned(quick: QuickStage) -> None:
    card = await quick.opened()
    solved_before(quick, range(2, 30), "漏水")
    quick.group.say(FURUI, "求助 1 谁来看看", reply_to=card)
    called = await quick.said("🆘")
    rung = called.text.splitlines()[1].partition("你们")[0].split()
    assert len(rung) == len(set(rung)) == 5
    assert FURUI not in called.mentions


async def test_who_has_solved_this_kind_can_be_asked_for(quick: QuickStage) -> None:
    solved_before(quick, range(2, 4), "电梯")
    quick.group.say(FURUI, "/experts 电梯")
    told = await quick.said("办过「电梯」的单位")
    first, *rest = told.text.splitlines()[1:]
    assert "申梯电梯维保：专业机构，还没请过" in first
    assert any("申和物业：办结 1，协助 0" in line for line in rest)


async def test_where_nobody_solved_the_like_anyone_is_asked(quick: QuickStage) -> None:
    card = await quick.opened(description="楼道垃圾没人打扫")
    quick.group.say(FURUI, "求助 1", reply_to=card)
    called = await quick.said("哪家碰到过")
    assert not called.mentions
    quick.group.say(SECRETARY, "谁修过 保洁")
    await quick.said("还没有单位办结过「保洁」")


async def test_a_helper_who_takes_over_helps_no_longer(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(SHENHE, card, "协助")
    await quick.group.press(FURUI, await offer(quick, "申和物业"), "请来协助")
    await quick.card(saying="🤝 协助：申和物业")
    quick.wind(timedelta(minutes=5))
    quick.group.say(1002, "转派 1 申和物业")
    await quick.group.wait_until(lambda: "现由" in card.text)
    newest = await quick.card()
    assert newest.message_id != card.message_id
    assert "协助：" not in newest.text
    quick.group.say(SHENHE, "/done 1 已修好")
    await quick.card(saying="已办结")
    quick.group.say(SECRETARY, "/experts 漏水")
    assert "申和物业：办结 1，协助 0" in (await quick.said("办过「漏水」的单位")).text
