"""The tour points at what to tap next, goes on when it has happened, and remembers."""

from typing import Any

import pytest
from playwright.async_api import BrowserContext, expect

from bot.demo.records import Message
from tests.page.conftest import Box
from tests.page.player import CLERK, FURUI, SECRETARY, SHENHE, Player

pytestmark = pytest.mark.asyncio(loop_scope="package")  # one Chromium for all

MENTION = f'<a href="tg://user?id={FURUI}">陈晓东</a>'
DEEDS = {"acknowledge": "接单", "offer": "协助", "resolve": "办结", "reopen": "重办"}


def _keys(*deeds: str, ticket: int) -> dict[str, Any]:
    row = [{"text": DEEDS[deed], "callback_data": f"{deed}:{ticket}"} for deed in deeds]
    return {"inline_keyboard": [row]}


async def _card(box: Box, form: Message, ticket: int) -> int:
    """What the bot says of a form → the card's number."""
    sent = await box.say(
        "sendMessage",
        chat_id=box.group.chat_id,
        text=f"派单 #{ticket} · 🟠 紧急 {MENTION}",
        parse_mode="HTML",
        reply_parameters={"message_id": form.message_id},
        reply_markup=_keys("acknowledge", "offer", "resolve", ticket=ticket),
    )
    return int(sent["message_id"])


async def _edit(box: Box, card: int, ticket: int, *deeds: str, words: str = "") -> None:
    await box.say(
        "editMessageText",
        chat_id=box.group.chat_id,
        message_id=card,
        text=f"派单 #{ticket} {MENTION} {words}",
        parse_mode="HTML",
        reply_markup=_keys(*deeds, ticket=ticket),
    )


async def _points_at(player: Player, testid: str) -> None:
    await expect(player.page.locator(".tour-here")).to_have_attribute("data-testid", testid)


async def _is_at(player: Player, step: int) -> None:
    await expect(player.see("tour")).to_have_attribute("data-step", str(step))


async def test_the_tour_leads_through_the_story(alone: Player, box: Box) -> None:
    await _is_at(alone, 1)
    await _points_at(alone, "attach")
    await alone.tap("attach")
    await _points_at(alone, "sample-leak_printed")
    await alone.tap("sample-leak_printed")

    await _is_at(alone, 2)
    card = await _card(box, box.group.messages()[-1], 1)
    await _points_at(alone, f"member-{FURUI}")
    await alone.act(FURUI)
    await _points_at(alone, "button-acknowledge:1")
    await _edit(box, card, 1, "offer", "resolve")

    await _is_at(alone, 3)
    await _points_at(alone, f"member-{CLERK}")
    await alone.act(CLERK)
    await alone.post("lift_neat")
    await _card(box, box.group.messages()[-1], 2)
    await _points_at(alone, "wind-900")
    await alone.tap("wind-900")
    await box.say(
        "sendMessage",
        chat_id=box.group.chat_id,
        text=f"⏰ 催办 {MENTION}",
        parse_mode="HTML",
        reply_markup=_keys("acknowledge", "offer", "resolve", ticket=2),
    )

    await _is_at(alone, 4)
    await _points_at(alone, f"member-{SHENHE}")
    await alone.act(SHENHE)
    await _points_at(alone, "button-offer:2")
    await _edit(box, card, 1, "reopen", words="🙋 申和物业")

    await _is_at(alone, 5)
    await _points_at(alone, f"member-{SECRETARY}")
    await alone.act(SECRETARY)
    await _points_at(alone, "commands")
    await alone.tap("tour-skip")
    await expect(alone.see("tour")).to_contain_text("导览完成")


async def test_a_closed_tour_stays_closed_until_it_is_asked_for(
    context: BrowserContext, box: Box
) -> None:
    box.group.say(CLERK, "早")
    player = await Player.open(context, box.address)
    await player.tap("tour-skip")
    await _is_at(player, 2)
    await player.tap("tour-close")
    await player.page.reload()
    await expect(player.see("composer")).to_be_visible()
    await expect(player.see("tour")).to_be_hidden()
    await expect(player.page.locator(".tour-here")).to_have_count(0)
    await player.tap("tour-again")
    await _is_at(player, 2)
