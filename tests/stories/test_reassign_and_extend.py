"""转派 with the whole history, 延期 with both deadlines."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from bot.services.report import tally
from models.deed import Deed
from tests.stories.quick import MONDAY, QuickStage, labels
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SECRETARY, SHENHE


async def test_a_reassigned_ticket_keeps_its_history_and_every_clock(quick: QuickStage) -> None:
    old = await quick.opened()
    started = quick.facts().dispatched_at
    quick.group.say(FURUI, "地下室阀门关不上", reply_to=old)
    await quick.group.wait_until(lambda: bool(quick.record(Deed.NOTE, 1)))
    quick.wind(timedelta(hours=3))
    quick.group.say(DISPATCHER, "/reassign 1 申和物业")
    new = await quick.card(saying="申和物业")
    assert new.message_id != old.message_id
    await quick.group.wait_until(lambda: "现由 申和物业" in old.text)
    full = await quick.private(SHENHE, "13812345678")
    assert "阀门关不上" in full.text
    quick.wind(timedelta(hours=2))
    quick.group.say(SECRETARY, "/ticket 1")
    story = await quick.said("经过")
    assert "复瑞物业 3 小时" in story.text
    assert "申和物业 2 小时" in story.text
    assert "总用时 5 小时" in story.text
    assert quick.facts().dispatched_at == started
    assert "承办单位" in await quick.group.forge(FURUI, new, f"acknowledge:{quick.facts().id}")


async def test_the_card_shows_no_contact_of_the_firm_before(quick: QuickStage) -> None:
    old = await quick.opened()
    quick.group.say(FURUI, "已联系居民", reply_to=old)
    await quick.card(saying="09:00 已联系居民")
    quick.wind(timedelta(hours=1))
    quick.group.say(DISPATCHER, "/reassign 1 申和物业")
    new = await quick.card(saying="申和物业")
    await quick.group.press(SHENHE, new, "接单")
    await quick.group.wait_until(lambda: "办理中" in new.text)
    assert "已联系" not in new.text
    quick.group.say(SHENHE, "已联系居民", reply_to=new)
    await quick.card(saying="10:00 已联系居民")


async def test_only_the_dispatcher_reassigns_and_only_to_another_firm(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(CLERK, "转派 1 申和物业")
    await quick.private(CLERK, "转派要由派单员来做")
    quick.group.say(DISPATCHER, "转派 1 复瑞物业")
    await quick.private(DISPATCHER, "已经由这家单位承办")
    quick.group.say(DISPATCHER, "转派 1 <天下无双物业>")
    await quick.private(
        DISPATCHER, "没找到公司「<天下无双物业>」，或不止一家。请写全称，如 /reassign 1"
    )
    await quick.group.press(DISPATCHER, card, "更多")
    await quick.labelled(card, "转派")
    assert labels(card) == ["转派", "挂账", "作废", "催办", "求助", "‹ 返回"]
    await quick.group.forge(DISPATCHER, card, f"reassign:{quick.facts().id}:99999")
    assert quick.facts().version == 0


@pytest.mark.parametrize(
    ("who", "behind"), [(FURUI, ["求助"]), (CLERK, ["作废"]), (SECRETARY, ["催办"])]
)
async def test_more_shows_only_what_its_presser_may_do(
    quick: QuickStage, who: int, behind: list[str]
) -> None:
    card = await quick.opened()
    await quick.group.press(who, card, "更多")
    await quick.labelled(card, "‹ 返回")
    assert labels(card) == [*behind, "‹ 返回"]


async def test_more_is_not_opened_for_one_who_may_do_nothing_of_it(quick: QuickStage) -> None:
    card = await quick.opened()
    before = labels(card)
    assert "转派要由派单员来做" in await quick.group.press(SHENHE, card, "更多")
    await quick.settled()
    assert labels(card) == before


async def test_an_extension_keeps_both_deadlines(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    first = quick.facts().done_due
    quick.group.say(FURUI, "延期 3天 等配件到货", reply_to=card)
    await quick.card(saying="延期待批")
    ruling = await quick.ruling("申请 #1 延期")
    assert "等配件到货" in ruling.text
    assert "派单员" in await quick.group.press(FURUI, ruling, "同意延期")
    await quick.group.press(DISPATCHER, ruling, "同意延期")
    granted = await quick.said("同意延期到")
    assert FURUI in granted.mentions
    await quick.group.wait_until(lambda: "请裁定" not in ruling.text)
    assert "原定" in (await quick.card(saying="原定")).text
    ticket = quick.facts()
    assert ticket.done_due == first
    assert ticket.extended_due == first + timedelta(days=3)
    quick.wind_to(first + timedelta(hours=1))
    quick.group.say(FURUI, "已修好", reply_to=card)
    await quick.card(saying="已办结")
    with Session(quick.app.parts.db.engine) as session:
        end = quick.clock.now() + timedelta(days=1)
        now = quick.clock.now()
        figures = tally(session, 1, MONDAY - timedelta(days=1), end, now=now)
    assert (figures.done_in_time.part, figures.done_in_extended_time.part) == (0, 1)
    quick.group.say(SECRETARY, "/stats 7d")
    shown = await quick.group.wait_for(lambda m: m.photo is not None and m.sender.is_bot)
    assert "延期" in shown.text


async def test_an_extension_is_no_reminder_to_a_firm_that_has_not_taken_it(
    quick: QuickStage,
) -> None:
    card = await quick.opened()
    quick.wind(timedelta(minutes=16))
    await quick.said("还没接单")
    look = quick.facts().look_at
    quick.group.say(FURUI, "延期 3天 等配件到货", reply_to=card)
    await quick.group.press(DISPATCHER, await quick.ruling("申请 #1 延期"), "同意延期")
    await quick.said("同意延期到")
    quick.group.say(CLERK, "补录 1 受理 12-02 08:50")
    await quick.private(CLERK, "已补录")
    assert quick.facts().look_at == look
    assert quick.facts().reminded == 1


async def test_an_extension_is_asked_for_in_plain_words(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    quick.group.say(FURUI, "申请延期到明天下午，等电工", reply_to=card)
    ruling = await quick.ruling("申请 #1 延期")
    assert "等电工" in ruling.text
    quick.group.say(DISPATCHER, "同意", reply_to=ruling)
    await quick.said("同意延期到")
    tomorrow = quick.facts().extended_due
    assert tomorrow is not None
    assert tomorrow.astimezone(MONDAY.tzinfo).date() == MONDAY.date() + timedelta(days=1)
    assert tomorrow > quick.facts().done_due


async def test_an_extension_is_declined_in_words_or_by_tap(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    await quick.labelled(card, "延期")
    await quick.group.press(FURUI, card, "延期")
    await quick.labelled(card, "等天气")
    await quick.group.press(FURUI, card, "等天气")
    ruling = await quick.ruling("等天气")
    quick.group.say(DISPATCHER, "不同意，先临时堵漏", reply_to=ruling)
    declined = await quick.said("不同意延期")
    assert "先临时堵漏" in declined.text
    assert quick.facts().extended_due is None
    assert len(quick.record(Deed.DECLINE, 1)) == 1
    await quick.group.wait_until(lambda: "未同意延期" in ruling.text)


async def test_an_extension_wants_a_reason_a_time_and_to_be_early(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, "延期 1 3天")
    await quick.private(FURUI, "请写明理由")
    quick.group.say(FURUI, "延期 1 等配件")
    await quick.private(FURUI, "没看懂时间")
    quick.group.say(SHENHE, "延期 1 3天 等配件")
    await quick.private(SHENHE, "承办单位的负责人")
    quick.wind(timedelta(hours=25))
    quick.group.say(FURUI, "延期 1 3天 等配件")
    await quick.private(FURUI, "已过期限")
    assert not quick.record(Deed.ASK_EXTENSION)


@pytest.mark.parametrize(
    "words", ["延期到12月6日", "延期 1 到12月6日", "同意延期 1 到12月6日，等基金"]
)
async def test_a_dispatcher_gives_more_time_that_nobody_asked_for(
    quick: QuickStage, words: str
) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    quick.wind(timedelta(hours=25))
    quick.group.say(DISPATCHER, words, reply_to=card)
    granted = await quick.said("同意延期到 12-06 18:00")
    assert FURUI in granted.mentions
    await quick.group.wait_until(lambda: "已超时" not in card.text)


async def test_who_may_not_rule_gives_no_time(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(CLERK, "延期到12月6日", reply_to=card)
    await quick.private(CLERK, "承办单位的负责人")
    quick.group.say(DISPATCHER, "同意延期 1")
    await quick.private(DISPATCHER, "同意延期 1 3天")
    assert quick.facts().extended_due is None


async def test_an_extension_is_asked_about_until_it_is_ruled_on(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    quick.group.say(FURUI, "已联系居民", reply_to=card)
    quick.group.say(FURUI, "延期 3天 等配件到货", reply_to=card)
    first = await quick.ruling("申请 #1 延期")
    for _ in range(2):
        quick.wind(timedelta(days=1, minutes=1))
        await quick.settled()
    asked = [m for m in quick.group.messages() if "申请 #1 延期" in m.text]
    assert len(asked) == 3
    assert DISPATCHER in asked[-1].mentions
    assert not [m for m in quick.group.messages() if "催办" in m.text]
    assert [FURUI in m.mentions for m in asked] == [False, True, False], "its firm hears once"
    assert "已报派单员，还在等裁定" in asked[1].text
    quick.group.say(SECRETARY, "/ticket 1")
    story = (await quick.said("经过")).text
    assert story.count("再问派单员") == 2
    assert "督办" not in story
    await quick.group.press(DISPATCHER, asked[-1], "不同意")
    await quick.group.wait_until(lambda: not first.buttons, what="no buttons")
    quick.wind(timedelta(days=1))
    await quick.said("已过")
