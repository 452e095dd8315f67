"""Blocks that are not taken at once: they are never passed over in silence, and talk is."""

import pytest

from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, FURUI

BLOCK = "小区：丰翔新城\n地址：3号502室\n电话：13812345678\n内容：漏水"
NO_COLONS = "小区丰翔新城，地址3号502室，电话13812345678，内容漏水"


async def test_what_has_no_marks_is_answered_and_taken_once_it_is_declared(
    quick: QuickStage,
) -> None:
    written = quick.group.say(CLERK, NO_COLONS)
    told = await quick.said("回复那条消息「登记」")
    assert told.reply_to == written.message_id
    assert not quick.all_tickets()
    quick.group.say(CLERK, "登记", reply_to=written)
    assert "漏水" in (await quick.card(1)).text
    quick.group.say(CLERK, "/new", reply_to=written)
    await quick.said("没有重复开单")


async def test_forwarded_words_are_taken_once_they_are_declared(quick: QuickStage) -> None:
    sent = quick.group.forward(CLERK, quick.group.say(FURUI, BLOCK))
    assert (await quick.said("转发来的文字没有登记")).reply_to == sent.message_id
    quick.group.say(CLERK, "登记", reply_to=sent)
    await quick.card(1)


async def test_what_somebody_else_wrote_is_taken_once_it_is_declared(quick: QuickStage) -> None:
    written = quick.group.say(FURUI, BLOCK)
    quick.group.say(CLERK, "登记", reply_to=written)
    await quick.card(1)
    card = await quick.said("派单 #1")
    quick.group.say(CLERK, "登记", reply_to=card)
    await quick.said("请这样写")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (FURUI, NO_COLONS),
        (CLERK, "小区丰翔新城的业主电话13812345678打不通"),
        (CLERK, "小区丰翔新城 电话13812345678 打不通"),
        (CLERK, "小区门口的灯坏了，问题很大，地址是东门"),
    ],
)
async def test_talk_is_let_be(quick: QuickStage, who: int, words: str) -> None:
    quick.group.say(who, words)
    quick.group.forward(FURUI, quick.group.say(FURUI, BLOCK))
    await quick.settled()
    assert not [m for m in quick.group.messages() if m.sender.is_bot]
