"""The call list where nobody has pressed Start; a ticket reopened twice; what its history says."""

from collections.abc import Callable
from datetime import timedelta

from sqlmodel import select

from bot.demo.records import Message
from models.deed import Deed
from models.tables.message import Message as Row
from models.tables.message import MessageKind
from tests.stories.quick import QuickStage, labels
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SECRETARY
from tests.stories.test_resolve_and_follow_up import MORNING, resolved

OTHER_CLERK = 1004


async def test_clerks_who_are_out_of_reach_are_led_to_the_list(quick: QuickStage) -> None:
    await resolved(quick)
    quick.group.block(CLERK)
    quick.group.block(OTHER_CLERK)
    await quick.settled()
    quick.wind_to(MORNING)
    waits = await quick.said("1 位居民待回访")
    assert "13812345678" not in waits.text
    await quick.group.press(CLERK, waits, "打开名单")
    call = await quick.private(CLERK, "13812345678")
    await quick.group.press(CLERK, call, "满意")
    await quick.card(saying="居民评价：满意")
    quick.wind(timedelta(hours=3))
    await quick.settled()
    assert len(_notices(quick)) == 1


async def only_once_a_morning(
    quick: QuickStage, shown: Callable[[QuickStage], list[Message]], chat_id: int | None = None
) -> None:
    """What was shown this morning comes again the next one, and not before."""
    for hours in (15, 23):
        quick.wind_to(MORNING + timedelta(hours=hours))
        await quick.settled()
        assert len(shown(quick)) == 1
    quick.wind_to(MORNING + timedelta(days=1))
    await quick.group.wait_until(lambda: len(shown(quick)) == 2, chat_id=chat_id)


async def test_the_list_comes_again_in_the_morning_not_at_midnight(quick: QuickStage) -> None:
    await resolved(quick)
    quick.wind_to(MORNING)
    await quick.private(CLERK, "13812345678")
    await only_once_a_morning(quick, _calls, CLERK)


async def test_the_notice_in_the_group_comes_again_in_the_morning(quick: QuickStage) -> None:
    await resolved(quick)
    quick.group.block(CLERK)
    quick.group.block(OTHER_CLERK)
    await quick.settled()
    quick.wind_to(MORNING)
    await quick.said("1 位居民待回访")
    await only_once_a_morning(quick, _notices)


async def test_the_list_can_be_had_again(quick: QuickStage) -> None:
    await resolved(quick)
    quick.group.say(CLERK, "回访名单", chat_id=CLERK)
    await quick.private(CLERK, "今天没有待回访的居民")
    quick.wind_to(MORNING)
    await quick.private(CLERK, "📞")
    quick.group.say(CLERK, "/calls", chat_id=CLERK)
    await quick.group.wait_until(lambda: len(_calls(quick)) == 2, chat_id=CLERK)
    await quick.group.press(CLERK, _calls(quick)[0], "非常满意")
    await quick.group.wait_until(
        lambda: all("已记录：非常满意" in m.text for m in _calls(quick)), chat_id=CLERK
    )
    assert not any(labels(m) for m in _calls(quick))


async def test_a_lead_is_told_whose_the_list_is(quick: QuickStage) -> None:
    quick.group.say(FURUI, "/start calls_1", chat_id=FURUI)
    await quick.private(FURUI, "这要由值班客服、派单员来做")


def _notices(quick: QuickStage) -> list[Message]:
    return [m for m in quick.group.messages() if "待回访" in m.text and "📞" in m.text]


def _calls(quick: QuickStage) -> list[Message]:
    return [m for m in quick.group.messages(CLERK) if "13812345678" in m.text]


async def reopened(quick: QuickStage, suffix: str) -> None:
    """The resident is dissatisfied the day after; the firm mends it again."""
    quick.wind(timedelta(days=1))
    quick.group.say(CLERK, "回访 1 非常不满意 又漏了")
    again = await quick.group.wait_for(lambda m: f"派单 #{suffix}" in m.text, what=suffix)
    assert FURUI in again.mentions
    quick.group.say(FURUI, f"办结 {suffix} 又换了一次")
    await quick.group.wait_until(lambda: "已办结" in again.text)


async def test_a_line_keeps_its_own_round(quick: QuickStage) -> None:
    await resolved(quick)
    quick.wind_to(MORNING)
    first = await quick.private(CLERK, "📞 #1 ")
    await reopened(quick, "1-1")
    quick.wind(timedelta(days=1))
    second = await quick.private(CLERK, "📞 #1-1 ")
    await quick.group.press(CLERK, second, "非常满意")
    await quick.group.wait_until(lambda: "已记录：非常满意" in second.text, chat_id=CLERK)
    await quick.settled()
    assert first.text.startswith("📞 #1 ")
    assert "复瑞物业 12-02 09:00 办结\n✅ 已记录：非常不满意" in first.text


async def test_a_line_that_was_told_before_an_upgrade_shows_its_answer(quick: QuickStage) -> None:
    await resolved(quick)
    quick.wind_to(MORNING)
    call = await quick.private(CLERK, "📞 #1 ")
    with quick.app.parts.db.transaction() as session:
        for row in session.exec(select(Row).where(Row.kind == MessageKind.CALL)):
            row.facts = {}
    await quick.group.press(CLERK, call, "非常满意")
    await quick.group.wait_until(lambda: "已记录：非常满意" in call.text, chat_id=CLERK)
    assert "复瑞物业 12-02 09:00 办结" in call.text


async def test_dissatisfied_twice_is_reopened_twice(quick: QuickStage) -> None:
    await resolved(quick)
    for suffix in ("1-1", "1-2"):
        await reopened(quick, suffix)
    quick.group.say(SECRETARY, "/ticket 1-2")
    story = (await quick.said("经过")).text
    assert story.count("登记回访 值班客服小沈：非常不满意 · 又漏了") == 2
    quick.group.say(SECRETARY, "/stats 7d")
    shown = await quick.group.wait_for(lambda m: m.photo is not None and m.sender.is_bot)
    assert "重办 1，" in shown.text  # tickets, not times


async def test_the_history_says_until_when_and_into_which(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.opened(description="楼上滴水", phone="13912345678", number=2)
    quick.group.say(FURUI, "收到，下午3点到", reply_to=card)
    quick.group.say(FURUI, "延期 1 3天 等配件")
    await quick.ruling("申请 #1 延期")
    quick.group.say(DISPATCHER, "同意延期 1")
    await quick.said("同意延期到")
    quick.group.say(CLERK, "并单 1 2")
    await quick.card(saying="已并入 #2")
    quick.group.say(SECRETARY, "/ticket 1")
    story = (await quick.said("经过")).text
    assert "到 12-02 15:00 · 收到，下午3点到" in story
    assert "申请延期 复瑞物业 陈晓东：到 12-06 09:00 · 等配件" in story
    assert "同意延期 房管所老钱：到 12-06 09:00" in story
    assert "并单 值班客服小沈：并入 #2" in story


async def test_who_is_not_reached_is_told_so(quick: QuickStage) -> None:
    await resolved(quick)
    quick.group.say(CLERK, "回访 1 未联系上")
    await quick.group.wait_until(lambda: bool(quick.record(Deed.UNREACHED, 1)))
    quick.group.say(SECRETARY, "/ticket 1")
    assert "回访未联系上 值班客服小沈" in (await quick.said("经过")).text
