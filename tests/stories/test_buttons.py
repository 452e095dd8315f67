"""Buttons below what was said about a ticket go with it: none stays that does nothing."""

from datetime import timedelta

import pytest

from tests.stories.quick import QuickStage, labels
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SHENHE


async def test_a_reminder_offers_what_may_be_done_now(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.wind(timedelta(minutes=16))
    reminder = await quick.said("还没接单")
    quick.group.say(FURUI, "收到", reply_to=card)
    await quick.labelled(reminder, "已联系")
    assert "接单" not in labels(reminder)
    quick.group.say(CLERK, "补录 1 办结 09:16")
    await quick.labelled(reminder, "重办")
    assert labels(reminder) == labels(card)


@pytest.mark.parametrize(
    ("who", "words"), [(FURUI, "已修好"), (DISPATCHER, "作废 1 误报")], ids=["done", "cancelled"]
)
async def test_nobody_is_asked_to_help_with_what_is_over(
    quick: QuickStage, who: int, words: str
) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "求助，谁修过", reply_to=card)
    called = await quick.said("🆘")
    quick.group.say(SHENHE, "协助 1 我们来")
    offered = await quick.said("愿意协助")
    assert called.buttons
    assert offered.buttons
    quick.group.say(who, words, reply_to=card)
    await quick.group.wait_until(lambda: not called.buttons and not offered.buttons)


async def test_what_was_reopened_in_words_is_not_reopened_by_a_tap(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "已修好", reply_to=card)
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "居民说还没修好", reply_to=card)
    told = await quick.said("说是没修好")
    assert labels(told) == ["重办"]
    quick.group.say(CLERK, "重办 1")
    await quick.group.wait_until(lambda: not told.buttons)
