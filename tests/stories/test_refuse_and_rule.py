"""退单: a reason, the dispatcher's ruling, two refusals at most, rules that are kept."""

from datetime import timedelta

from models.deed import Deed
from models.tables.ticket import Status
from tests.stories.quick import QuickStage, labels
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SECRETARY, SHENHE, XIANGAN


async def test_a_refusal_is_ruled_on_and_the_clock_runs_on(quick: QuickStage) -> None:
    card = await quick.opened()
    before = quick.facts()
    quick.wind(timedelta(minutes=5))
    ruling = await quick.refused_and_asked(card, FURUI, "不是我们小区")
    assert ruling.mentions == [DISPATCHER]
    assert "不是我们小区" in ruling.text
    assert "退单待裁定" in (await quick.card(saying="退单待裁定")).text
    after = quick.facts()
    assert (after.dispatched_at, after.done_due) == (before.dispatched_at, before.done_due)
    assert after.refusals == 1
    assert "派单员" in await quick.group.press(FURUI, ruling, "不同意")
    assert quick.facts().status is Status.RETURNED
    await quick.group.press(DISPATCHER, ruling, "不同意")
    sent_back = await quick.said("退单未获同意")
    assert FURUI in sent_back.mentions
    await quick.card(saying="待接单")
    assert quick.facts().dispatched_at == before.dispatched_at


async def test_agreeing_gives_it_to_the_firm_that_the_reason_names(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "退单 那栋楼归申和物业管", reply_to=card)
    ruling = await quick.ruling()
    assert labels(ruling)[0] == "转 申和物业"
    await quick.group.press(DISPATCHER, ruling, "转 申和物业")
    again = await quick.card(saying="申和物业")
    assert SHENHE in again.mentions
    await quick.said("已转派 申和物业")
    await quick.group.wait_until(lambda: "现由 申和物业" in card.text)
    assert not card.buttons


async def test_the_dispatcher_rules_in_words(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "退单 17号楼不归我们", reply_to=card)
    ruling = await quick.ruling()
    quick.group.say(DISPATCHER, "不同意，合同里写着的", reply_to=ruling)
    assert "合同里写着的" in (await quick.said("退单未获同意")).text
    quick.group.say(FURUI, "退单 真的不是我们", reply_to=card)
    await quick.group.wait_until(lambda: quick.facts().refusals == 2)
    second = await quick.ruling("第 2 次")
    quick.group.say(DISPATCHER, "转给申和物业", reply_to=second)
    await quick.card(saying="申和物业")


async def test_after_two_refusals_the_ruling_is_final(quick: QuickStage) -> None:
    card = await quick.opened()
    for reason in ("不属物业职责", "重复工单"):
        await quick.refused_and_asked(card, FURUI, reason)
        await quick.back_again(card)
    assert [m for m in quick.group.messages() if "裁定后不能再退" in m.text]
    await quick.labelled(card, "退单")
    assert "最终" in await quick.group.press(FURUI, card, "退单")
    party = f"refuse:{quick.facts().id}:party"
    assert "最终" in await quick.group.forge(FURUI, card, party)
    assert quick.facts().refusals == 2
    assert quick.facts().status is Status.DISPATCHED


async def test_a_ruling_is_kept_as_a_rule(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "退单 归申和物业管", reply_to=card)
    ruling = await quick.ruling()
    await quick.group.press(DISPATCHER, ruling, "转 申和物业")
    await quick.labelled(ruling, "以后丰翔新城都转")
    assert "派单员" in await quick.group.press(CLERK, ruling, "以后丰翔新城都转")
    assert "记住" in await quick.group.press(DISPATCHER, ruling, "以后丰翔新城的漏水都转")
    assert "申和物业" in (await quick.opened(phone="13912345678", number=2)).text
    other = await quick.opened(description="楼道灯不亮", phone="13912345670", number=3)
    assert "复瑞物业" in other.text


async def test_two_refusals_by_two_firms_are_two_of_one_ticket(quick: QuickStage) -> None:
    card = await quick.opened()
    for firm, to in ((FURUI, "申和物业"), (SHENHE, "祥安物业")):
        ruling = await quick.refused_and_asked(card, firm, "不是我们小区")
        await quick.disagree(ruling)
        quick.group.say(DISPATCHER, f"转派 1 {to}")
        card = await quick.card(saying=f"🏢 {to}")
    quick.group.say(XIANGAN, "退单 1 也不是我们")
    await quick.private(XIANGAN, "裁定是最终的")
    assert (quick.facts().refusals, quick.facts().status) == (2, Status.DISPATCHED)
    assert len(quick.record(Deed.REFUSE, 1)) == 2


async def ruled(quick: QuickStage, wording: str) -> None:
    """A refusal was reassigned to 申和物业, and the ruling kept."""
    card = await quick.opened()
    quick.group.say(FURUI, "退单 归申和物业管", reply_to=card)
    ruling = await quick.ruling()
    await quick.group.press(DISPATCHER, ruling, "转 申和物业")
    await quick.labelled(ruling, wording)
    for _ in range(2):  # the second press changes nothing
        assert "记住" in await quick.group.press(DISPATCHER, ruling, wording)


async def test_kept_rules_are_listed_and_withdrawn(quick: QuickStage) -> None:
    await ruled(quick, "以后丰翔新城都转")
    quick.group.say(DISPATCHER, "规则")
    listed = await quick.said("留用的裁定 1 条")
    assert "丰翔新城 · 各类 → 申和物业" in listed.text
    assert "派单员、秘书长" in await quick.group.press(FURUI, listed, "撤销 1")
    assert "申和物业" in (await quick.opened(phone="13912345678", number=2)).text
    assert "已撤销" in await quick.group.press(SECRETARY, listed, "撤销 1")
    await quick.group.wait_until(lambda: "没有留用的裁定" in listed.text)
    assert not listed.buttons
    assert "复瑞物业" in (await quick.opened(phone="13912345679", number=3)).text
    kept, dropped = quick.record(Deed.KEEP_RULE), quick.record(Deed.DROP_RULE)
    assert {e.actor_id for e in kept} == {DISPATCHER}
    assert [e.actor_id for e in dropped] == [SECRETARY]
    assert dropped[0].facts["rule"] == kept[-1].facts["rule"]
    assert quick.record(Deed.DENY)[-1].facts == {"deed": "drop_rule"}


async def test_only_those_who_rule_see_the_rules(quick: QuickStage) -> None:
    for person in (FURUI, CLERK):
        quick.group.say(person, "/rules")
        await quick.private(person, "派单员、秘书长")
    quick.group.say(SECRETARY, "/rules")
    await quick.said("没有留用的裁定")


async def test_a_refusal_needs_a_reason_and_words_count(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "退单")
    await quick.labelled(card, "其他")
    await quick.labelled(card, "需其他单位处理")
    await quick.group.press(FURUI, card, "‹ 返回")
    await quick.labelled(card, "接单")
    quick.group.say(FURUI, "/refuse 1")
    told = await quick.private(FURUI, "请写明理由")
    assert "退单 #1" in told.text
    quick.group.say(FURUI, "退单 1 需要自来水公司处理")
    assert "自来水公司" in (await quick.ruling()).text


async def test_an_unruled_refusal_climbs(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.refused_and_asked(card, FURUI, "不是我们小区")
    quick.wind(timedelta(minutes=31))
    escalated = await quick.said("退单还没裁定")
    assert DISPATCHER in escalated.mentions
    await quick.group.press(DISPATCHER, escalated, "转派")
    await quick.labelled(escalated, "‹ 返回")
    quick.group.say(DISPATCHER, "/reassign 1 申和物业")
    await quick.card(saying="申和物业")


async def test_an_escalated_refusal_is_ruled_on_where_it_is_told(quick: QuickStage) -> None:
    card = await quick.opened()
    ruling = await quick.refused_and_asked(card, FURUI, "不是我们小区")
    quick.wind(timedelta(minutes=31))
    escalated = await quick.said("退单还没裁定")
    assert labels(escalated) == ["转派", "不同意，退回原单位"]
    quick.group.say(DISPATCHER, "不同意，合同里写着的", reply_to=escalated)
    assert "合同里写着的" in (await quick.said("退单未获同意")).text
    await quick.group.wait_until(lambda: not ruling.buttons)
    assert "没有退单要裁定" in await quick.group.press(DISPATCHER, escalated, "不同意")


async def test_evidence_goes_with_a_refusal(quick: QuickStage, picture: bytes) -> None:
    card = await quick.opened()
    photo = quick.group.photo(FURUI, picture, caption="退单 不是我们小区", reply_to=card)
    await quick.ruling()
    await quick.group.wait_until(lambda: quick.group.bot_id in photo.reactions)
    assert [p.purpose for p in quick.photos()] == ["evidence"]
    assert len(quick.record(Deed.REFUSE, 1)) == 1


async def test_evidence_may_come_after_the_refusal(quick: QuickStage, picture: bytes) -> None:
    ruling = await quick.refused_and_asked(await quick.opened(), FURUI, "不是我们小区")
    quick.group.photo(FURUI, picture, reply_to=ruling)
    await quick.group.wait_until(lambda: bool(quick.photos()))
    assert [p.purpose for p in quick.photos()] == ["evidence"]
    assert quick.facts().refusals == 1


async def test_the_firm_thinks_better_of_it(quick: QuickStage) -> None:
    card = await quick.opened()
    ruling = await quick.refused_and_asked(card, FURUI, "不是我们小区")
    await quick.labelled(card, "接单")
    await quick.group.press(FURUI, card, "接单")
    await quick.group.wait_until(lambda: "已了结" in ruling.text)
    assert not ruling.buttons


async def test_a_ticket_without_a_kind_is_said_to_have_none(quick: QuickStage) -> None:
    card = await quick.opened(description="门口有纸箱")
    quick.wind(timedelta(minutes=121))
    await quick.said("#1 丰翔新城 · 未分类：")
    quick.group.say(FURUI, "求助 1", reply_to=card)
    await quick.said("🆘 #1 丰翔新城 · 未分类 求助")
    quick.group.say(FURUI, "退单 不是我们小区", reply_to=card)
    await quick.ruling("退单 #1（丰翔新城 · 未分类）")
