"""A promise replaces nagging until its time and no longer; forgotten acknowledgements lapse."""

from datetime import timedelta
from typing import Any

import pytest

from bot.demo.records import Message
from bot.services import respond
from models.deed import Deed
from models.tables.ticket import Status
from tests.stories.quick import MONDAY, QuickStage, labels
from tests.stories.stage import CLERK, DISPATCHER, FURUI, FURUI_2, SECRETARY, SHENHE, TYPED


async def test_nobody_answers_and_it_climbs(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.wind(timedelta(minutes=16))
    first = await quick.said("还没接单")
    assert first.mentions == [FURUI, FURUI_2]
    quick.wind(timedelta(minutes=16))
    await quick.group.wait_until(lambda: len(_reminders(quick)) == 2)
    quick.wind(timedelta(minutes=31))
    escalated = await quick.said("督办")
    assert escalated.mentions == [DISPATCHER, SECRETARY, FURUI, FURUI_2]
    assert _reminders(quick)[-1] is escalated, "one message is enough for all of them"
    assert {"转派", "接单"} <= set(labels(escalated))
    await quick.group.press(FURUI, escalated, "接单")
    await quick.card(saying="办理中")
    await quick.labelled(escalated, "已联系")
    told = len(_reminders(quick))
    quick.wind(timedelta(minutes=30))
    quick.group.say(FURUI, "已联系居民", reply_to=card)
    await quick.group.wait_until(lambda: bool(quick.record(Deed.CONTACT, 1)))
    assert len(_reminders(quick)) == told


async def test_of_several_that_climb_their_firm_hears_once(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened(phone="13912345678", number=2)
    for minutes in (16, 16, 31):
        quick.wind(timedelta(minutes=minutes))
        await quick.settled()
    await quick.group.wait_until(lambda: len(_escalations(quick)) == 2)
    assert not any(FURUI in told.mentions for told in _escalations(quick))
    assert len(_reminders(quick)) == 3


async def test_the_dispatcher_hears_at_once_of_a_ticket_that_nobody_can_take(
    quick: QuickStage,
) -> None:
    for lead in (FURUI, FURUI_2):
        quick.group.leave(lead)
    await quick.said("没有负责人了")
    card = await quick.opened()
    assert "还没有负责人" in card.text
    assert card.mentions == [DISPATCHER]
    quick.wind(timedelta(minutes=16))
    assert (await quick.said("还没接单")).mentions == [DISPATCHER]


def _reminders(quick: QuickStage) -> list[Message]:
    return [m for m in quick.group.messages() if "催办" in m.text and m.sender.is_bot]


async def test_a_promise_lets_reminders_rest_until_then(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "收到，下午3点到", reply_to=card)
    await quick.card(saying="承诺 15:00")
    quick.wind(timedelta(hours=5, minutes=50))
    await quick.settled()
    assert not _reminders(quick)
    quick.wind(timedelta(minutes=15))
    await quick.said("承诺的时间到了")
    assert quick.facts().status is Status.ACKNOWLEDGED
    quick.wind(timedelta(minutes=61))
    await quick.said("接单已失效")
    assert quick.facts().status is Status.DISPATCHED


async def test_people_in_danger_wait_for_no_late_promise(quick: QuickStage) -> None:
    card = await quick.opened(description="电梯困人，轿厢停在5楼")
    quick.group.say(FURUI, "20分钟到", reply_to=card)
    await quick.card(saying="承诺 09:20")
    assert not _escalations(quick)
    quick.group.say(FURUI, "明天上午过去看看", reply_to=card)
    told = await quick.said("承诺 12-03 12:00 才到")
    assert told.mentions == [DISPATCHER]
    assert "转派" in labels(told)
    quick.wind(timedelta(minutes=31))
    await quick.said("接单已失效")
    assert quick.facts().status is Status.DISPATCHED


async def test_a_promise_is_one_tap(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    await quick.labelled(card, "报时间")
    assert "负责人" in await quick.group.press(SHENHE, card, "报时间")
    await quick.group.press(FURUI, card, "报时间")
    await quick.labelled(card, "今天下午")
    assert "09:30" in await quick.group.press(FURUI, card, "30分钟")
    await quick.card(saying="承诺 09:30")
    await quick.labelled(card, "报时间")


async def test_a_promise_is_typed(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "承诺 1 过两天再说吧")
    assert "承诺 #1 30分钟到" in (await quick.private(FURUI, "没看懂时间")).text
    quick.group.say(FURUI, "承诺 #1 30分钟到")
    await quick.group.wait_until(lambda: "承诺 09:30" in card.text)
    quick.group.say(FURUI, "/promise 1 今天下午")
    await quick.group.wait_until(lambda: "承诺 18:00" in card.text)


async def test_a_promise_past_the_deadline_does_not_move_it(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "承诺 1 后天上午")
    told = await quick.private(FURUI, "办结期限仍是 12-03 09:00")
    assert "延期" in told.text
    quick.wind(timedelta(hours=24, minutes=1))
    await quick.said("已过")
    await quick.group.press(FURUI, card, "报时间")
    await quick.labelled(card, "明天上午")
    assert "期限仍是" in await quick.group.press(FURUI, card, "明天上午")


async def test_this_afternoon_is_no_promise_in_the_evening(quick: QuickStage) -> None:
    quick.wind_to(MONDAY + timedelta(hours=11))
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    await quick.labelled(card, "报时间")
    await quick.group.press(FURUI, card, "报时间")
    await quick.labelled(card, "明天上午")
    assert "今天下午" not in labels(card)


async def test_what_a_resident_wants_is_no_promise(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "业主要求下午3点上门", reply_to=card)
    await quick.group.wait_until(lambda: bool(quick.record(Deed.NOTE, 1)))
    assert quick.facts().promised_at is None
    assert quick.facts().status is Status.DISPATCHED
    quick.group.say(FURUI, "已联系业主，下午4点上门", reply_to=card)
    await quick.card(saying="承诺 16:00")
    assert len(quick.record(Deed.CONTACT, 1)) == 1


async def test_a_contact_and_a_time_in_one_reply_are_stored_together(
    quick: QuickStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = await quick.opened()
    act, tried = respond.act, []

    def dies_at_the_second(*args: Any) -> respond.Done | respond.Refused:
        tried.append(args[2])
        if len(tried) == 2:
            raise OSError("the lights go out")
        return act(*args)

    monkeypatch.setattr(respond, "act", dies_at_the_second)
    quick.group.say(FURUI, "已联系，30分钟到", reply_to=card)
    await quick.card(saying="承诺 09:30")
    assert tried == [Deed.CONTACT, Deed.PROMISE] * 2
    assert [len(quick.record(deed)) for deed in (Deed.CONTACT, Deed.PROMISE)] == [1, 1]


async def test_an_acknowledgement_without_progress_lapses(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    acknowledged = quick.facts().acknowledged_at
    quick.wind(timedelta(minutes=61))
    lapsed = await quick.said("接单已失效")
    assert FURUI in lapsed.mentions
    await quick.card(saying="待接单")
    await quick.group.press(FURUI_2, lapsed, "接单")
    await quick.card(saying="办理中")
    await quick.group.press(FURUI_2, card, "已联系")
    quick.wind(timedelta(hours=3))
    await quick.settled()
    assert quick.facts().status is Status.ACKNOWLEDGED
    assert quick.facts().acknowledged_at == acknowledged


@pytest.mark.parametrize(
    ("description", "minutes"),
    [
        ("电梯困人，轿厢停在5楼", 30),
        ("家中天花板漏水", 60),
        ("楼道灯不亮", 510),
        ("外墙要整面翻修\n紧急程度：疑难", 1950),
    ],
)
async def test_each_tier_lapses_in_its_own_time(
    quick: QuickStage, description: str, minutes: int
) -> None:
    """特急 after half an hour, 紧急 after one, 一般 at the end of the working day,
    疑难 at the end of the next one."""
    card = await quick.opened(description=description)
    await quick.group.press(FURUI, card, "接单")
    await quick.group.wait_until(lambda: "办理中" in card.text)
    quick.wind(timedelta(minutes=minutes - 1))
    await quick.settled()
    assert quick.facts().status is Status.ACKNOWLEDGED
    quick.wind(timedelta(minutes=2))
    await quick.said("接单已失效")
    assert quick.facts().status is Status.DISPATCHED


async def test_the_tier_says_how_long(quick: QuickStage) -> None:
    await quick.opened(description="电梯困人，轿厢停在5楼")
    urgent = quick.facts()
    await quick.opened(description="楼道灯不亮", phone="13912345678", number=2)
    lamp = quick.facts(2)
    assert urgent.ack_due - urgent.dispatched_at == timedelta(minutes=5)
    assert lamp.ack_due - lamp.dispatched_at == timedelta(hours=2)


async def late(quick: QuickStage) -> Message:
    """The card of a ticket that was taken, and is past its deadline."""
    card = await quick.opened()
    quick.group.say(FURUI, "接单", reply_to=card)
    quick.group.say(FURUI, "已联系居民", reply_to=card)
    await quick.group.wait_until(lambda: bool(quick.record(Deed.CONTACT, 1)))
    quick.wind(timedelta(hours=25))
    await quick.said("已过")
    return card


async def test_late_work_is_reminded_of_once_a_day_until_done(quick: QuickStage) -> None:
    card = await late(quick)
    quick.wind(timedelta(hours=5))
    await quick.settled()
    assert len(_reminders(quick)) == 1
    quick.group.say(FURUI, "已修好", reply_to=card)
    await quick.card(saying="已办结")
    quick.wind(timedelta(days=3))
    await quick.settled()
    assert len(_reminders(quick)) == 1


async def test_who_acts_past_the_deadline_is_not_nagged_for_it(quick: QuickStage) -> None:
    card = await late(quick)
    quick.group.say(FURUI, "已到场", reply_to=card)
    await quick.group.wait_until(lambda: len(quick.record(Deed.CONTACT, 1)) == 2)
    await quick.settled()
    assert len(_reminders(quick)) == 1
    quick.wind(timedelta(hours=24))
    await quick.group.wait_until(lambda: len(_reminders(quick)) == 2)


async def test_work_that_stays_late_climbs(quick: QuickStage) -> None:
    card = await late(quick)
    for _ in range(2):
        quick.wind(timedelta(hours=24))
        await quick.settled()
    escalated = await quick.said("多次提醒仍未办结")
    assert escalated.mentions == [DISPATCHER, FURUI, FURUI_2]
    assert len(_reminders(quick)) == 3
    quick.wind_to(MONDAY + timedelta(days=4))
    quick.group.say(FURUI, "明天修", reply_to=card)
    await quick.card(saying="承诺")
    for days in range(7, 12):
        quick.wind_to(MONDAY + timedelta(days=days, minutes=days))
        await quick.settled()
    assert SECRETARY in _escalations(quick)[-1].mentions
    assert len(_escalations(quick)) == 2


def _escalations(quick: QuickStage) -> list[Message]:
    return [m for m in quick.group.messages() if "督办" in m.text and m.sender.is_bot]


async def test_the_dispatcher_urges_by_hand(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(FURUI, card, "接单")
    quick.group.say(DISPATCHER, "催办 1")
    urged = await quick.said("请报一下进展")
    assert FURUI in urged.mentions
    assert "派单员" in await quick.group.forge(FURUI, card, f"remind:{quick.facts().id}")


async def test_what_is_said_while_the_bot_is_down_counts_from_then(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.app.stop()
    quick.wind(timedelta(minutes=5))
    quick.group.say(FURUI, "收到，30分钟到", reply_to=card)
    quick.wind(timedelta(hours=3))
    await quick.start_bot()
    await quick.card(saying="承诺 09:35")
    assert quick.facts().acknowledged_in_time
    await quick.said("承诺的时间到了")
    await quick.settled()
    assert quick.facts().status is Status.ACKNOWLEDGED  # it has its time to answer that
    quick.wind(timedelta(minutes=61))
    await quick.said("接单已失效")


async def test_done_in_time_is_what_was_said_in_time(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "收到，明天早上8点到", reply_to=card)
    await quick.card(saying="承诺")
    await quick.app.stop()
    quick.wind(timedelta(hours=23))
    quick.group.say(FURUI, "已修好", reply_to=card)
    quick.wind(timedelta(hours=2))
    await quick.start_bot()
    await quick.card(saying="已办结")
    [done] = quick.record(Deed.RESOLVE)
    assert done.facts["in_time"]
    assert done.at == quick.facts().resolved_at
    assert done.at < quick.facts().done_due


async def test_a_new_firm_s_clock_starts_when_it_is_told(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.app.stop()
    quick.group.say(DISPATCHER, "转派 1 申和物业", reply_to=card)
    quick.wind(timedelta(hours=3))
    await quick.start_bot()
    await quick.group.wait_until(lambda: bool(quick.record(Deed.REASSIGN)))
    assert quick.facts().ack_due > quick.clock.now()


async def test_a_card_that_never_went_comes_with_the_reminder(quick: QuickStage) -> None:
    fault = quick.group.faults.add("sendMessage", do="error", status=400)
    quick.group.say(CLERK, TYPED)
    await fault.arrived.wait()
    quick.wind(timedelta(minutes=16))
    reminder = await quick.said("催办")
    assert "派单 #1" in reminder.text
    assert "3号" in reminder.text


async def test_the_card_says_that_they_were_called_and_that_it_is_late(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "已联系居民", reply_to=card)
    await quick.card(saying="09:00 已联系居民")
    quick.wind(timedelta(hours=24, minutes=1))
    assert "已联系居民" in (await quick.card(saying="前办结 · 已超时")).text
