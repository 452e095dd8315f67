"""办结, 回访, 重办, 挂账, 作废, 补录."""

from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import event
from sqlmodel import Session, select

from bot.demo import records
from bot.services.follow_up import remind_clerks
from bot.services.report import tally
from models.deed import Deed
from models.tables.message import Message, MessageKind
from models.tables.ticket import Status, Ticket
from models.tally import Share, Tally
from tests.stories.quick import MONDAY, QuickStage, labels
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SECRETARY, SHENHE
from tests.stories.town import COMMUNITIES, Town, found_town

MORNING = MONDAY + timedelta(days=1, minutes=5)


async def resolved(quick: QuickStage, number: int = 1, phone: str = "13812345678") -> None:
    card = await quick.opened(phone=phone, number=number)
    quick.group.say(FURUI, f"办结 {number} 换了水管")
    await quick.group.wait_until(lambda: "已办结" in card.text)


async def test_a_photo_with_words_resolves(quick: QuickStage, picture: bytes) -> None:
    card = await quick.opened()
    quick.group.photo(FURUI, picture, caption="已修好", reply_to=card)
    await quick.card(saying="已办结")
    assert [p.purpose for p in quick.photos()] == ["repair"]
    await quick.opened(phone="13912345678", number=2)
    quick.group.photo(FURUI, picture, caption="/done 2 换了阀门")
    await quick.card(2, saying="已办结")
    assert quick.record(Deed.RESOLVE, 2)[0].note == "换了阀门"
    assert len(quick.photos()) == 2


async def test_the_clerk_phones_the_next_morning(quick: QuickStage) -> None:
    await resolved(quick)
    assert not [m for m in quick.group.messages(CLERK) if "沈建国" in m.text]
    quick.wind_to(MORNING)
    call = await quick.private(CLERK, "13812345678")
    assert "沈建国" in call.text
    assert "换了水管" not in call.text
    levels = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"]
    assert labels(call) == [*levels, "未联系上"]
    await quick.group.press(CLERK, call, "基本满意")
    await quick.card(saying="居民评价：基本满意")
    await quick.group.wait_until(lambda: "已记录：基本满意" in call.text, chat_id=CLERK)
    assert not call.buttons
    quick.group.say(SECRETARY, "/stats 7d")
    shown = await quick.group.wait_for(lambda m: m.photo is not None and m.sender.is_bot)
    assert "1/1" in shown.text


async def test_an_answer_in_words_counts_as_its_button_does(quick: QuickStage) -> None:
    await resolved(quick)
    quick.wind_to(MORNING)
    call = await quick.private(CLERK, "13812345678")
    quick.group.say(CLERK, "满意，但是还在漏", reply_to=call, chat_id=CLERK)  # which one?
    await quick.said("说是没修好")
    assert not quick.record(Deed.ANSWER)
    quick.group.say(CLERK, "居民不满意，还在漏", reply_to=call, chat_id=CLERK)
    await quick.private(CLERK, "重办为 #1-1")
    [answered] = quick.record(Deed.ANSWER)
    assert (answered.note, answered.facts["answer"]) == ("还在漏", "dissatisfied")
    await quick.group.wait_until(lambda: not call.buttons, chat_id=CLERK)


async def test_in_words_too_nobody_was_reached(quick: QuickStage) -> None:
    await resolved(quick)
    quick.wind_to(MORNING)
    call = await quick.private(CLERK, "13812345678")
    quick.group.say(CLERK, "居民在开会", reply_to=call, chat_id=CLERK)  # no answer that counts
    await quick.private(CLERK, "没看懂居民的评价")
    quick.group.say(CLERK, "电话打不通", reply_to=call, chat_id=CLERK)
    await quick.private(CLERK, "未联系上，已登记")
    assert quick.facts().call_tries == 1


async def test_who_is_not_reached_is_tried_three_times(quick: QuickStage) -> None:
    await resolved(quick)
    for day in range(3):
        quick.wind_to(MORNING + timedelta(days=day))
        await _called(quick, day + 1)
        await quick.group.press(CLERK, _calls(quick)[-1], "未联系上")
    ticket = quick.facts()
    assert (ticket.status, ticket.call_tries, ticket.answer) == (Status.CLOSED, 3, "")
    quick.wind_to(MORNING + timedelta(days=4))
    await quick.settled()
    assert len(_calls(quick)) == 3


def test_the_morning_list_takes_few_queries_however_long(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'town.db'}"
    found_town(url)
    town = Town(url, tmp_path)
    for number in range(8):
        town.open(COMMUNITIES[number % 3], "天花板漏水", f"1391234560{number}")
    with town.database.transaction() as session:
        for ticket in session.exec(select(Ticket)):
            ticket.status, ticket.call_at = Status.RESOLVED, town.now
    sent: list[str] = []
    event.listen(town.database.engine, "before_cursor_execute", lambda *said: sent.append(said[2]))
    asked = []
    for _ in range(2):
        sent.clear()
        with town.database.transaction() as session:
            remind_clerks(town.work(session))
        asked.append(len([line for line in sent if line.startswith("SELECT")]))
    with town.database.transaction() as session:
        told = session.exec(select(Message).where(Message.kind == MessageKind.CALL)).all()
    assert len(told) == 8
    assert asked[1] <= 4  # the federation, the list, the clerks, what was told
    town.database.close()


async def _called(quick: QuickStage, count: int) -> None:
    await quick.group.wait_until(lambda: len(_calls(quick)) == count, chat_id=CLERK)


def _calls(quick: QuickStage) -> list[records.Message]:
    return [m for m in quick.group.messages(CLERK) if "📞" in m.text]


async def test_a_dissatisfied_resident_reopens_under_a_suffix(quick: QuickStage) -> None:
    await resolved(quick)
    quick.wind_to(MORNING)
    call = await quick.private(CLERK, "13812345678")
    assert "重办为 #1-1" in await quick.group.press(CLERK, call, "不满意")
    again = await quick.group.wait_for(lambda m: "派单 #1-1" in m.text, what="#1-1")
    assert FURUI in again.mentions
    assert "重办第 1 次" in again.text
    quick.group.say(FURUI, "收到", reply_to=again)
    await quick.group.wait_until(lambda: "办理中" in again.text)
    quick.group.say(FURUI, "办结 1-1 彻底修好了")
    await quick.group.wait_until(lambda: "已办结" in again.text)
    quick.wind(timedelta(days=1))
    quick.group.say(CLERK, "回访 1-1 满意")
    await quick.group.wait_until(lambda: "居民评价：满意" in again.text)
    quick.group.say(SECRETARY, "/stats 7d")
    shown = await quick.group.wait_for(lambda m: m.photo is not None and m.sender.is_bot)
    assert "重办" in shown.text
    assert quick.facts().reopened == 1


async def test_on_hold_with_a_reason_and_back(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.labelled(card, "更多")
    assert "派单员" in await quick.group.forge(FURUI, card, f"hold:{quick.facts().id}")
    await _menu(quick, card, DISPATCHER, "挂账")
    await quick.labelled(card, "等维修基金")
    await quick.group.press(DISPATCHER, card, "等维修基金")
    await quick.card(saying="原因：等维修基金")
    quick.wind(timedelta(days=3))
    await quick.settled()
    assert not [m for m in quick.group.messages() if "催办" in m.text]
    quick.group.say(DISPATCHER, "恢复 1")
    await quick.group.wait_until(lambda: quick.facts().status is Status.DISPATCHED)
    assert quick.facts().ack_due > quick.clock.now()
    assert quick.facts().done_due > quick.clock.now() + timedelta(hours=23)


async def test_what_is_on_hold_is_asked_about_once_a_week(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(DISPATCHER, "挂账，等沈建国同意", reply_to=card)
    await quick.card(saying="挂账")
    quick.wind(timedelta(days=7, minutes=1))
    asked = await quick.said("挂账 7 天了")
    assert asked.mentions == [DISPATCHER]
    assert "沈建国" not in asked.text
    quick.wind(timedelta(days=6))
    await quick.settled()
    assert len([m for m in quick.group.messages() if "还要挂吗" in m.text]) == 1
    await quick.group.press(DISPATCHER, asked, "恢复")
    await quick.group.wait_until(lambda: not asked.buttons)
    assert quick.facts().status is Status.DISPATCHED


async def _menu(quick: QuickStage, card: records.Message, user: int, label: str) -> None:
    await quick.labelled(card, "更多")
    await quick.group.press(user, card, "更多")
    await quick.labelled(card, label)
    await quick.group.press(user, card, label)


async def test_cancelled_tickets_are_left_out(quick: QuickStage) -> None:
    card = await quick.opened()
    await _menu(quick, card, CLERK, "作废")
    await quick.labelled(card, "误报")
    await quick.group.press(CLERK, card, "误报")
    await quick.card(saying="已作废")
    assert "不能" in await quick.group.forge(FURUI, card, f"acknowledge:{quick.facts().id}")
    quick.group.say(SECRETARY, "/ticket 1")
    assert "误报" in (await quick.said("经过")).text


async def test_true_times_are_noted_afterwards(quick: QuickStage) -> None:
    await quick.opened()
    quick.wind(timedelta(hours=8))
    quick.group.say(FURUI, "补录 1 办结 12-02 16:30")
    await quick.private(FURUI, "值班客服、派单员")
    quick.group.say(CLERK, "补录 1 办结 12-02 23:30")
    await quick.private(CLERK, "真实时间")
    quick.group.say(CLERK, "补录 1 办结 12-01 16:30")
    await quick.settled()
    assert quick.facts().status is Status.DISPATCHED
    quick.group.say(CLERK, "补录 1 联系 12-02 9:30")
    await quick.group.wait_until(lambda: quick.facts().contacted_at is not None)
    quick.group.say(CLERK, "补录 1 办结 12-02 11:30")
    await quick.card(saying="已办结")
    ticket = quick.facts()
    assert ticket.resolved_at == MONDAY + timedelta(hours=2, minutes=30)
    assert ticket.contacted_at == MONDAY + timedelta(minutes=30)
    assert len(quick.record(Deed.BACKFILL, 1)) == 2
    quick.group.say(SECRETARY, "/ticket 1")
    assert "办结 12-02 11:30" in (await quick.said("经过")).text


def _figures(quick: QuickStage, start: datetime = MONDAY) -> Tally:
    """Of the tickets accepted in the day that begins then."""
    with Session(quick.app.parts.db.engine) as session:
        now = quick.clock.now()
        return tally(session, 1, start, start + timedelta(days=1), now=now)


async def _backfilled(quick: QuickStage, words: str) -> None:
    known = len(quick.record(Deed.BACKFILL))
    quick.group.say(CLERK, f"补录 1 {words}")
    await quick.group.wait_until(lambda: len(quick.record(Deed.BACKFILL)) > known, what=words)
    await quick.settled()


async def test_what_is_noted_late_counts_at_its_true_time(quick: QuickStage) -> None:
    await quick.opened()
    quick.wind(timedelta(hours=3))
    quick.group.say(FURUI, "/contact 1")
    await quick.card(saying="办理中")
    late = _figures(quick)
    assert (late.acknowledged_in_time, late.contacted_in_time) == (Share(0, 1), Share(0, 1))
    await _backfilled(quick, "联系 12-02 9:50")
    found = _figures(quick)
    assert (found.acknowledged_in_time, found.contacted_in_time) == (Share(0, 1), Share(1, 1))
    await _backfilled(quick, "接单 12-02 9:10")
    found = _figures(quick)
    assert (found.acknowledged_in_time, found.contacted_in_time) == (Share(1, 1), Share(1, 1))
    assert 540 <= (found.seconds_to_acknowledge or 0) <= 600  # the clock runs on meanwhile
    await _backfilled(quick, "联系 12-02 11:00")
    assert _figures(quick).contacted_in_time == Share(0, 1)


async def test_a_true_acknowledgement_outlives_a_lapse(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.wind(timedelta(minutes=20))
    await quick.group.press(FURUI, card, "接单")
    quick.wind(timedelta(minutes=61))
    await quick.said("接单已失效")
    await _backfilled(quick, "接单 12-02 9:05")
    assert _figures(quick).acknowledged_in_time == Share(1, 1)


async def test_a_call_of_the_day_before_counts_on_that_day(quick: QuickStage) -> None:
    await quick.opened()
    await _backfilled(quick, "受理 12-01 22:00")
    assert _figures(quick, MONDAY.replace(hour=0)).accepted == 0
    assert _figures(quick, MONDAY.replace(hour=0) - timedelta(days=1)).accepted == 1


async def test_what_cannot_have_been_is_not_noted(quick: QuickStage) -> None:
    await quick.opened()
    quick.wind(timedelta(hours=1))
    quick.group.say(CLERK, "补录 1 联系 2小时前")
    said = await quick.private(CLERK, "#1 的联系不会在 12-02 08:00：受理 12-02 09:00")
    assert "派单 12-02 09:00" in said.text
    quick.group.say(CLERK, "补录 1 修好 明天")
    await quick.private(CLERK, "已经过去的真实时间")
    assert not quick.record(Deed.BACKFILL)
    await _backfilled(quick, "已联系 20分钟前")
    contacted = quick.facts().contacted_at
    assert contacted is not None
    assert timedelta(minutes=20) <= quick.clock.now() - contacted < timedelta(minutes=21)


async def test_only_clerks_follow_up_and_only_what_is_done(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(CLERK, "回访 1 满意")
    await quick.private(CLERK, "待接单")
    quick.group.say(SHENHE, "办结 1")
    await quick.private(SHENHE, "承办单位的负责人")
    quick.group.say(FURUI, "已修好", reply_to=card)
    await quick.card(saying="已办结")
    assert "值班客服" in await quick.group.forge(
        FURUI, card, f"answer:{quick.facts().id}:very_satisfied"
    )
    assert quick.facts().answer == ""
