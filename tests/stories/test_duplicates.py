"""并单: one outage reported twice, each caller followed up; three of a kind is a cluster."""

from datetime import timedelta

from bot.demo.records import Message
from models.deed import Deed
from models.tables.ticket import Status
from tests.stories.quick import MONDAY, QuickStage, labels
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SHENHE

SECOND = "13912345678"


async def two_alike(quick: QuickStage) -> tuple[Message, Message]:
    """Two reports of one leak, minutes apart; their cards."""
    first = await quick.opened()
    quick.wind(timedelta(minutes=10))
    return first, await quick.opened(description="楼上滴水", phone=SECOND, number=2)


async def merged(quick: QuickStage) -> tuple[Message, Message]:
    first, second = await two_alike(quick)
    await quick.group.press(CLERK, await quick.said("像是同一件事"), "与 #1 相同")
    await quick.card(2, saying="已并入 #1")
    return first, second


async def test_the_clerk_is_offered_to_merge(quick: QuickStage) -> None:
    _, second = await two_alike(quick)
    offered = await quick.said("像是同一件事")
    assert CLERK in offered.mentions
    assert "值班客服、派单员" in await quick.group.press(FURUI, offered, "与 #1 相同")
    assert "已并单" in await quick.group.press(CLERK, offered, "与 #1 相同")
    await quick.card(2, saying="已并入 #1")
    assert "接单" not in {b.text for row in second.buttons for b in row}


async def test_other_kinds_and_other_callers_are_not_offered(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened("洛场新村", "家中天花板漏水", phone=SECOND, number=2)
    await quick.opened(description="楼道灯不亮", phone="13712345678", number=3)
    await quick.settled()
    assert not [m for m in quick.group.messages() if "像是同一件事" in m.text]
    await quick.opened("洛场新村", "大门门锁坏了", phone=SECOND, number=4)
    await quick.said("#4 和 #2 像是同一件事")


async def test_one_telephone_in_two_communities_is_no_twin(quick: QuickStage) -> None:
    """A relative, or a property office, calls about several homes."""
    await quick.opened()
    card = await quick.opened("洛场新村", "下水道堵了", number=2)
    await quick.settled()
    assert not [m for m in quick.group.messages() if "像是同一件事" in m.text]
    ruling = await quick.refused_and_asked(card, SHENHE, "重复工单")
    assert not [label for label in labels(ruling) if "并单" in label]


async def test_what_is_a_day_old_is_no_twin(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "收到", reply_to=card)
    quick.wind(timedelta(hours=24, minutes=1))
    await quick.opened(description="楼上滴水", phone=SECOND, number=2)
    await quick.settled()
    assert not [m for m in quick.group.messages() if "像是同一件事" in m.text]


async def test_what_is_done_is_no_twin(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, "办结 1")
    await quick.card(saying="已办结")
    await quick.opened(description="楼上滴水", phone=SECOND, number=2)
    await quick.settled()
    assert not [m for m in quick.group.messages() if "像是同一件事" in m.text]


async def test_what_is_merged_into_a_resolved_one_is_phoned_too(quick: QuickStage) -> None:
    await two_alike(quick)
    quick.group.say(FURUI, "办结 1")
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "并单 2 1")
    await quick.card(2, saying="已并入 #1")
    quick.wind_to(MONDAY + timedelta(days=1, minutes=1))
    assert SECOND in (await quick.private(CLERK, SECOND)).text


async def test_so_is_who_was_merged_into_that_one_before(quick: QuickStage) -> None:
    await two_alike(quick)
    await quick.opened(description="楼上滴水", phone="13712345678", number=3)
    quick.group.say(CLERK, "并单 3 2")
    await quick.card(3, saying="已并入 #2")
    quick.group.say(FURUI, "办结 1")
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "并单 2 1")
    await quick.card(2, saying="已并入 #1")
    quick.wind_to(MONDAY + timedelta(days=1, minutes=1))
    await quick.private(CLERK, "13712345678")


async def test_a_merge_settles_what_the_firm_had_asked(quick: QuickStage) -> None:
    _, second = await two_alike(quick)
    ruling = await quick.refused_and_asked(second, FURUI, "重复工单")
    quick.group.say(CLERK, "并单 2 1")
    await quick.group.wait_until(lambda: "已并单" in ruling.text)
    assert not ruling.buttons


async def test_events_reach_the_one_that_stands(quick: QuickStage) -> None:
    first, second = await merged(quick)
    toast = await quick.group.forge(FURUI, second, f"acknowledge:{quick.facts(2).id}")
    assert "已接单 #1" in toast
    quick.group.say(SHENHE, "我们派人过来", reply_to=second)
    await quick.group.wait_until(lambda: bool(quick.record(Deed.OFFER, 1)))
    quick.group.say(FURUI, "已修好", reply_to=second)
    await quick.group.wait_until(lambda: "已办结" in first.text)
    assert quick.facts(2).status is Status.MERGED


async def test_each_caller_is_phoned(quick: QuickStage) -> None:
    first, _ = await merged(quick)
    quick.group.say(FURUI, "已修好", reply_to=first)
    await quick.group.wait_until(lambda: "已办结" in first.text)
    quick.wind_to(MONDAY + timedelta(days=1, minutes=1))
    one = await quick.private(CLERK, "13812345678")
    other = await quick.private(CLERK, SECOND)
    assert "复瑞物业 12-02 09:10 办结" in other.text
    await quick.group.press(CLERK, one, "满意")
    await quick.group.wait_until(lambda: "居民评价：满意" in first.text)
    assert "重办为 #1-1" in await quick.group.press(CLERK, other, "不满意")
    again = await quick.group.wait_for(lambda m: "派单 #1-1" in m.text, what="#1-1")
    assert FURUI in again.mentions
    assert quick.facts(2).answer == "dissatisfied"
    quick.group.say(FURUI, "已修好", reply_to=again)
    await quick.group.wait_until(lambda: "已办结" in again.text)
    quick.wind(timedelta(days=1))
    await quick.group.wait_until(
        lambda: len([m for m in quick.group.messages(CLERK) if SECOND in m.text]) == 2
    )


async def test_a_merge_by_command_and_its_undoing(quick: QuickStage) -> None:
    await two_alike(quick)
    quick.group.say(CLERK, "并单 2 2")
    await quick.private(CLERK, "并到哪张工单")
    quick.group.say(CLERK, "并单 2 1")
    await quick.card(2, saying="已并入 #1")
    quick.group.say(CLERK, "并单 1 2")
    await quick.private(CLERK, "#2 已并入 #1，以 #1 为准")
    assert quick.facts(1).merged_into is None
    quick.group.say(DISPATCHER, "重办 2 是两处漏水")
    await quick.group.wait_for(lambda m: "派单 #2-1" in m.text, what="#2-1")
    assert quick.facts(2).merged_into is None


async def test_how_to_merge_names_no_ticket_that_it_is_not_about(quick: QuickStage) -> None:
    quick.group.start_private(CLERK)
    await two_alike(quick)
    how = "并单 #2 另一张的单号"
    quick.group.say(CLERK, "2号单重复了", reply_to=await quick.card(2))
    assert how in (await quick.private(CLERK, "#2 只记了一笔")).text
    quick.group.say(CLERK, how)
    await quick.private(CLERK, f"请写明 #2 并到哪张工单：「{how}」")


async def test_none_is_merged_into_a_cancelled_one(quick: QuickStage) -> None:
    """Nobody would do it, nor phone its resident."""
    await two_alike(quick)
    offered = await quick.said("像是同一件事")
    quick.group.say(CLERK, "作废 1 误报")
    await quick.card(1, saying="已作废")
    toast = await quick.group.press(CLERK, offered, "与 #1 相同")
    assert toast == "#1 已作废，#2 并过去就没人办了。请先「重办 1」，或「作废 2」。"
    quick.group.say(CLERK, "/merge 2 1")
    await quick.private(CLERK, "请先「重办 1」")
    assert (quick.facts(2).status, quick.facts(2).merged_into) == (Status.DISPATCHED, None)
    assert quick.facts(2).look_at is not None
    quick.group.say(CLERK, "重办 1")
    await quick.group.wait_for(lambda m: "派单 #1-1" in m.text, what="#1-1")
    quick.group.say(CLERK, "/merge 2 1")
    await quick.card(2, saying="已并入 #1-1")


async def test_one_that_stands_for_others_is_not_cancelled(quick: QuickStage) -> None:
    await merged(quick)
    quick.group.say(CLERK, "作废 1 误报")
    told = await quick.private(CLERK, "#2 并入了 #1")
    assert "请先「重办 2」分开，再作废" in told.text
    assert quick.facts(1).status is Status.DISPATCHED
    quick.group.say(CLERK, "重办 2")
    await quick.group.wait_for(lambda m: "派单 #2-1" in m.text, what="#2-1")
    quick.group.say(CLERK, "作废 1 误报")
    await quick.card(1, saying="已作废")
    assert quick.facts(2).status is Status.DISPATCHED


async def test_other_kinds_and_other_days_make_no_cluster(quick: QuickStage) -> None:
    await two_alike(quick)
    await quick.opened(description="楼道灯不亮", phone="13712345678", number=3)
    await quick.opened("洛场新村", phone="13712345679", number=4)
    quick.wind(timedelta(hours=25))
    await quick.opened(description="客厅漏水", phone="13712345670", number=5)
    await quick.settled()
    assert not [m for m in quick.group.messages() if "一天内" in m.text]


async def test_three_of_a_kind_in_a_day_are_a_cluster(quick: QuickStage) -> None:
    await merged(quick)
    assert not [m for m in quick.group.messages() if "一天内" in m.text]
    await quick.opened(description="客厅漏水", phone="13712345678", number=3)
    cluster = await quick.said("一天内 3 起「漏水」")
    assert DISPATCHER in cluster.mentions
    assert "丰翔新城" in cluster.text
