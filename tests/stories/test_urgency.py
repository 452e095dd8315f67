"""更正: how urgent it is, and of which kind, was wrong on the paper."""

from datetime import timedelta

import pytest

from models.deed import Deed
from models.tables.ticket import Status
from models.tier import Tier
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI, FURUI_2, SECRETARY


@pytest.mark.parametrize(
    ("who", "words"), [(DISPATCHER, "改为特急"), (CLERK, "紧急程度是特急")], ids=["bare", "named"]
)
async def test_more_urgent_presses_and_rings(quick: QuickStage, who: int, words: str) -> None:
    card = await quick.opened(description="楼道灯不亮")
    assert "一般" in card.text
    quick.wind(timedelta(hours=1))
    said = quick.group.say(who, words, reply_to=card)
    told = await quick.said("#1 改为 🔴 特急，请 14:00 前办结")
    assert {FURUI, FURUI_2} <= set(told.mentions)
    assert (await quick.card(saying="🔴 特急")).message_id == card.message_id
    assert "请 10:05 前接单" in card.text
    await quick.group.wait_until(lambda: "👌" in said.reactions.values())
    quick.group.say(SECRETARY, "/ticket 1")
    assert "紧急程度 一般 → 特急" in (await quick.said("经过")).text
    await quick.settled()
    assert not [m for m in quick.group.messages(FURUI) if "有更正" in m.text]
    quick.wind(timedelta(minutes=6))
    await quick.said("还没接单")


async def test_less_urgent_is_not_late_any_more_and_rings_nobody(quick: QuickStage) -> None:
    card = await quick.opened(description="电梯困人")
    quick.wind(timedelta(minutes=1))
    quick.group.say(DISPATCHER, "紧急程度改为一般", reply_to=card)
    await quick.card(saying="🟢 一般")
    assert "请 11:00 前接单" in card.text
    quick.wind(timedelta(minutes=30))
    await quick.settled()
    assert not [m for m in quick.group.messages() if "催办" in m.text or "⬆️" in m.text]


async def test_a_ticket_that_is_done_keeps_its_deadline(quick: QuickStage) -> None:
    card = await quick.opened(description="楼道灯不亮")
    due = quick.facts().done_due
    quick.group.say(FURUI, "已修好", reply_to=card)
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "改为特急", reply_to=card)
    await quick.card(saying="🔴 特急")
    assert (quick.facts().status, quick.facts().done_due) == (Status.RESOLVED, due)
    await quick.settled()
    assert not [m for m in quick.group.messages() if "⬆️" in m.text]


async def test_another_kind_is_shown(quick: QuickStage) -> None:
    card = await quick.opened()
    said = quick.group.say(DISPATCHER, "类别是排水", reply_to=card)
    assert "· 排水" in (await quick.card(saying="· 排水")).text
    assert quick.facts().tier is Tier.URGENT
    await quick.group.wait_until(lambda: "👌" in said.reactions.values())


async def test_a_kind_that_another_firm_serves_goes_by_reassigning(quick: QuickStage) -> None:
    card = await quick.opened(description="电梯停在三楼不动")
    quick.group.say(DISPATCHER, "转派 1 申梯电梯维保")
    await quick.group.wait_for(lambda m: "申梯电梯维保" in m.text and "待接单" in m.text)
    quick.group.say(DISPATCHER, "留用 1 类别")
    await quick.group.wait_until(lambda: bool(quick.record(Deed.KEEP_RULE)))
    await quick.opened(phone="13912345678", description="楼道灯不亮", number=2)
    card = await quick.card(2)
    quick.group.say(CLERK, "类别是电梯", reply_to=card)
    await quick.said("转派 2 申梯电梯维保")
    assert quick.facts(2).category == "照明"
    quick.group.say(DISPATCHER, "转派 2 申梯电梯维保")
    card = await quick.group.wait_for(lambda m: "派单 #2" in m.text and "申梯电梯维保" in m.text)
    quick.group.say(CLERK, "类别是电梯", reply_to=card)
    await quick.card(2, saying="· 电梯")


@pytest.mark.parametrize(
    ("words", "told"),
    [("类别是地暖", "类别里没有「地暖」"), ("紧急程度是最高", "紧急程度里没有「最高」")],
)
async def test_what_there_is_not_is_told(quick: QuickStage, words: str, told: str) -> None:
    card = await quick.opened()
    said = quick.group.say(DISPATCHER, words, reply_to=card)
    assert "可以写：" in (await quick.said(told)).text
    assert (quick.facts().category, quick.facts().tier) == ("漏水", Tier.URGENT)
    await quick.settled()
    assert "👌" not in said.reactions.values()


async def test_a_lead_does_not_say_how_urgent_it_is(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "改为一般", reply_to=card)
    await quick.said("工单上的信息没有改")
    assert quick.facts().tier is Tier.URGENT
    assert not quick.record(Deed.CORRECT)
