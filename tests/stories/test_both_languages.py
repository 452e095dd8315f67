"""zh+en: each sentence is whole in each language, and pieces of a line stand side by side."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.messages.reminder import MOST
from tests.stories.quick import MONDAY, QuickStage, labels
from tests.stories.stage import CLERK, FURUI, SECRETARY, SHENHE


@pytest.fixture
async def both(tmp_path: Path) -> AsyncIterator[QuickStage]:
    own = QuickStage(tmp_path, language="zh+en")
    await own.start()
    yield own
    await own.stop()


def opened_in_both(both: QuickStage) -> None:
    both.group.say(CLERK, "小区：丰翔新城\n电话：13812345678\n内容：家中天花板漏水")


async def test_cards_reminders_and_clocks(both: QuickStage) -> None:
    opened_in_both(both)
    card = await both.said("📍")
    lines = card.text.splitlines()
    assert "⏳ 待接单 to be taken · 请 09:15 前接单 acknowledge by 09:15" in lines
    both.wind(timedelta(minutes=16))
    reminder = (await both.said("催办")).text.splitlines()
    assert "· #1 丰翔新城 · 漏水：16 分钟前派单，还没接单" in reminder
    assert "#1 丰翔新城 · 漏水: dispatched 16 min ago, not taken" in reminder
    both.group.say(SECRETARY, "/ticket 1")
    story = (await both.said("经过")).text.splitlines()
    assert "⏱ 总用时 16 分钟（复瑞物业 16 分钟）" in story
    assert "in all 16 min (复瑞物业 16 min)" in story


async def test_a_reminder_of_a_whole_night_fits(both: QuickStage) -> None:
    """What may wait and came overnight falls due in the same second of the morning."""
    night = 60
    both.wind_to(MONDAY + timedelta(hours=11))
    for room in range(1, night + 1):
        both.group.say(CLERK, f"小区：丰翔新城\n电话：{13812345600 + room}\n内容：楼道灯不亮")
    await both.group.wait_until(lambda: len(both.all_tickets()) == night, seconds=60)
    await both.settled()
    both.wind_to(MONDAY + timedelta(days=1, hours=1, minutes=31))
    reminder = await both.said("催办")
    lines = reminder.text.splitlines()
    assert len([line for line in lines if line.endswith("not taken")]) == MOST
    assert lines[-2:] == [f"另有 {night - MOST} 单：/mine", f"{night - MOST} more: /mine"]
    assert len(labels(reminder)) == MOST


async def test_refusals(both: QuickStage) -> None:
    opened_in_both(both)
    card = await both.said("📍")
    assert (await both.group.press(SHENHE, card, "接单")).splitlines() == [
        "接单要由承办单位的负责人来做。想帮忙请点「协助」。",
        "Only a lead of the ticket's firm may take. To help, tap Assist.",
    ]
    await both.group.press(FURUI, card, "接单")
    assert (await both.group.forge(FURUI, card, "resume:1")).splitlines() == [
        "#1 现在是「办理中」，不能恢复办理。没有挂账，直接办就行。",
        "#1 is “in hand” now, so not: resume. It is not on hold; go ahead.",
    ]
