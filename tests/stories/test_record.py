"""/ticket /mine /open /find."""

from datetime import timedelta

import pytest

from models.deed import Deed
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SECRETARY, SHENHE


async def test_the_whole_history_in_order(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.wind(timedelta(minutes=5))
    await quick.group.press(FURUI, card, "接单")
    await quick.labelled(card, "已联系")
    quick.wind(timedelta(minutes=5))
    await quick.group.press(FURUI, card, "已联系")
    quick.wind(timedelta(minutes=5))
    quick.group.say(FURUI, "办结 1 换了水管")
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "/ticket 1")
    story = (await quick.said("经过")).text
    steps = [
        story.index(word)
        for word in ("02 09:00 派单", "02 09:05 接单", "02 09:10", "02 09:15 办结")
    ]
    assert steps == sorted(steps)
    assert "陈晓东：换了水管" in story
    assert "总用时 15 分钟" in story


async def test_a_long_history_is_told_from_its_newest_lines(quick: QuickStage) -> None:
    card = await quick.opened()
    for number in range(30):
        quick.group.say(FURUI, f"第{number}次备注 " + "水管" * 100, reply_to=card)
    await quick.group.wait_until(lambda: len(quick.record(Deed.NOTE, 1)) == 30, what="30 notes")
    quick.group.say(CLERK, "/ticket 1")
    story = (await quick.said("经过")).text
    assert "第29次备注" in story
    assert "第0次备注" not in story


async def test_lists(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened("洛场新村", "楼道灯漏水", phone="13912345678", number=2)
    quick.group.say(FURUI, "我的工单")
    mine = await quick.said("复瑞物业 未结 1 件")
    assert "#1 丰翔新城" in mine.text
    quick.group.say(SHENHE, "/mine")
    assert "#2" in (await quick.said("申和物业 未结 1 件")).text
    quick.group.say(DISPATCHER, "未结")
    everything = await quick.said("全部未结 2 件")
    assert {"#1", "#2"} <= set(everything.text.split())
    quick.group.say(SECRETARY, "/find 丰翔 漏水")
    found = await quick.said("查到 1 件")
    assert "#1" in found.text
    quick.group.say(SECRETARY, "/find 漏水")
    await quick.said("查到 2 件")
    quick.group.say(SECRETARY, "查找 沈建国")
    await quick.said("没有查到")
    quick.wind(timedelta(days=3))
    quick.group.say(DISPATCHER, "/open")
    await quick.said("🔴 #1")


async def test_a_reply_to_a_list_of_one_finds_it(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, "/mine")
    listed = await quick.said("未结 1 件")
    quick.group.say(FURUI, "收到", reply_to=listed)
    await quick.card(saying="办理中")


@pytest.mark.parametrize("command", ["/ticket 99", "/ticket", "/done 99", "/find", "/experts"])
async def test_what_is_not_understood_says_how(quick: QuickStage, command: str) -> None:
    await quick.opened()
    quick.group.say(FURUI, command)
    word = command.split(maxsplit=1)[0]
    answer = await quick.group.wait_for(
        lambda m: m.sender.is_bot and word in m.text and "如" in m.text,
        chat_id=FURUI if word in ("/ticket", "/done") else None,
        what=f"how to write {word}",
    )
    assert answer.text
