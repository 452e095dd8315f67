"""补录 of what was done for a ticket that was merged, cancelled or reopened; by night."""

from datetime import timedelta

from models.deed import Deed
from models.tables.ticket import Status
from tests.stories.quick import MONDAY, QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI
from tests.stories.test_resolve_and_follow_up import resolved


async def test_what_was_done_for_a_merged_ticket_was_done_for_its_twin(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened(phone="13712345678", number=2)
    quick.group.say(CLERK, "/merge 2 1")
    await quick.card(2, saying="已并入 #1")
    quick.wind(timedelta(hours=2))
    quick.group.say(CLERK, "补录 2 受理 12-02 08:30")
    await quick.private(CLERK, "#2 现在是「已并单」，不能补录")
    quick.group.say(CLERK, "补录 2 办结 12-02 10:30")
    await quick.private(CLERK, "#1 已补录")
    assert quick.facts(1).resolved_at == MONDAY + timedelta(hours=1, minutes=30)
    assert quick.facts(2).resolved_at is None


async def test_nothing_was_done_for_a_cancelled_ticket(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(CLERK, "作废 1 误报")
    await quick.card(saying="已作废")
    quick.wind(timedelta(hours=2))
    quick.group.say(CLERK, "补录 1 办结 12-02 10:30")
    await quick.private(CLERK, "要办请用「重办 1」")
    assert quick.facts().resolved_at is None


async def test_what_was_done_before_a_reopening_does_not_end_it(quick: QuickStage) -> None:
    await resolved(quick)
    quick.wind(timedelta(hours=24))
    quick.group.say(CLERK, "重办 1 还在漏")
    await quick.group.wait_for(lambda m: "派单 #1-1" in m.text, what="#1-1")
    quick.group.say(CLERK, "补录 1 办结 12-02 11:30")
    await quick.private(CLERK, "12-03 09:00 才重办")
    assert quick.facts().status is Status.DISPATCHED
    quick.wind(timedelta(hours=2))
    quick.group.say(CLERK, "补录 1 办结 1小时前")
    await quick.card(saying="已办结")


async def test_a_cancelling_undone_hides_nothing_that_was_done(quick: QuickStage) -> None:
    await quick.opened()
    quick.wind(timedelta(hours=2))
    quick.group.say(CLERK, "作废 1 误报")
    await quick.card(saying="已作废")
    quick.group.say(DISPATCHER, "重办 1")
    await quick.group.wait_for(lambda m: "派单 #1-1" in m.text, what="#1-1")
    quick.group.say(CLERK, "补录 1 办结 12-02 10:30")
    await quick.card(saying="已办结")


async def test_nobody_is_sent_to_the_telephone_at_night(quick: QuickStage) -> None:
    quick.group.start_private(CLERK)
    await quick.opened()
    quick.wind_to(MONDAY + timedelta(days=1, hours=14, minutes=40))
    quick.group.say(CLERK, "补录 1 办结 12-02 16:30")
    await quick.card(saying="已办结")
    assert quick.facts().call_at == MONDAY + timedelta(days=2)


async def test_on_hold_it_is_known_who_has_taken_it(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.wind(timedelta(minutes=5))
    await quick.group.press(FURUI, card, "接单")
    await quick.card(saying="办理中")
    quick.group.say(DISPATCHER, "/hold 1 等维修基金")
    await quick.card(saying="挂账")
    quick.group.say(CLERK, "补录 1 联系 12-02 09:03")
    await quick.group.wait_until(lambda: bool(quick.record(Deed.CONTACT, 1)))
    quick.group.say(DISPATCHER, "/resume 1")
    await quick.card(saying="办理中")
