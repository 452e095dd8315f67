"""The story, played by hand in the page of the real demo with the unchanged bot."""

import re

import pytest
from playwright.async_api import BrowserContext, expect

from tests.page.player import FURUI, SECRETARY, SHENHE, STRANGER, Player

pytestmark = pytest.mark.asyncio(loop_scope="package")  # one Chromium for all
STARTING = 60_000  # milliseconds: the bot loads its reader


async def test_a_posted_form_is_dispatched_and_taken(player: Player) -> None:
    ticket = await player.file("leak_printed")
    card = player.card(ticket)
    await expect(card.locator(".mention").first).to_be_visible()
    await expect(player.see(f"member-{FURUI}").locator(".bell")).to_be_visible()

    await player.act(SHENHE)
    await player.tap(f"button-acknowledge:{ticket}")
    await expect(player.see("toast").last).to_be_visible()
    await expect(card).to_contain_text("待接单")  # another firm's lead may not take it

    await player.act(FURUI)
    await expect(card.locator("article")).to_have_class(re.compile("rings-me"))
    await player.tap(f"button-acknowledge:{ticket}")
    await expect(card).to_contain_text("办理中")
    await expect(card.get_by_test_id("edited")).to_be_visible()
    await expect(player.see(f"button-acknowledge:{ticket}")).to_have_count(0)

    await card.locator(".key.leads").click()  # all the data, in private
    await expect(player.see("chat-private")).to_have_attribute("aria-current", "true")
    await expect(player.page.locator(".theirs article").last).to_contain_text("13812345678")
    assert player.errors == []


async def test_an_unanswered_ticket_is_reminded_when_the_clock_is_wound(player: Player) -> None:
    await player.file("lift_neat")
    reminder = player.page.locator(".row", has_text="⏰")
    before, time = await reminder.count(), await player.see("clock").inner_text()
    await player.tap("wind-900")
    await expect(player.see("clock")).not_to_have_text(time)
    await expect(reminder).to_have_count(before + 1)
    await expect(reminder.last.locator(".mention").first).to_be_visible()


async def test_figures_come_with_a_picture(player: Player) -> None:
    await player.act(SECRETARY)
    answer = await player.answer(await player.say("/stats"))
    picture = answer.locator(".photo img")
    await expect(picture).to_be_visible()
    loaded = "async (shown) => { await shown.decode(); return shown.naturalWidth; }"
    assert await picture.evaluate(loaded) >= 600
    await expect(answer).to_contain_text("解决率")


async def test_another_firm_helps_and_the_lead_firm_resolves(player: Player) -> None:
    ticket = await player.file("barrier_brush")
    card = player.card(ticket)
    lead = await _mentioned(player, ticket)
    await player.act(SHENHE if lead != SHENHE else FURUI)
    await player.say(f"/assist {ticket} 我们小区碰到过")
    await expect(card).to_contain_text("愿协助")
    await player.act(lead)
    await player.tap(f"button-resolve:{ticket}")
    await expect(card).to_contain_text("已办结")


async def _mentioned(player: Player, ticket: str) -> int:
    """Whom the card mentions first: their id, as their card tells it."""
    await player.card(ticket).locator(".mention").first.click()
    act_as = player.see("person").locator('[data-testid^="act-as-"]')
    person = int(str(await act_as.get_attribute("data-testid")).removeprefix("act-as-"))
    await player.page.keyboard.press("Escape")
    await expect(player.see("person")).to_have_count(0)
    return person


async def test_the_plug_is_pulled_and_nothing_is_lost(player: Player) -> None:
    ticket = await player.file("lamp_brush")
    await player.act(await _mentioned(player, ticket))
    await player.tap("restart-kill")
    await expect(player.see("bot-state")).to_contain_text("重启中")
    await expect(player.see("bot-state")).to_contain_text("运行中")
    await player.say(f"/ack {ticket}")  # waits at the server until the bot is up again
    await expect(player.card(ticket)).to_contain_text("办理中", timeout=STARTING)


async def test_on_a_phone_everything_fits_a_thumb(phone: BrowserContext, demo: str) -> None:
    player = await Player.open(phone, demo)
    ticket = await player.file("sewage_ticks")
    await player.see(f"button-acknowledge:{ticket}").scroll_into_view_if_needed()
    assert await player.wider_than_the_screen() == 0
    lead = await _mentioned(player, ticket)
    assert await player.too_small() == []
    await player.tap("acting")
    await expect(player.see("close-controls")).to_be_in_viewport(ratio=1)
    assert await player.wider_than_the_screen() == 0
    assert await player.too_small() == []
    await player.tap(f"member-{lead}")
    await player.tap(f"button-acknowledge:{ticket}")
    await expect(player.card(ticket)).to_contain_text("办理中")
    await player.tap("attach")
    assert await player.wider_than_the_screen() == 0
    assert await player.too_small() == []
    await player.page.keyboard.press("Escape")
    await player.tap("back")
    await expect(player.see("chat-group")).to_be_visible()
    await expect(player.see("composer")).to_be_hidden()
    assert await player.wider_than_the_screen() == 0
    assert player.errors == []


async def test_a_stranger_meets_the_bot_in_private(player: Player) -> None:
    await player.act(STRANGER)
    await expect(player.see("composer")).to_be_hidden()
    await player.tap("start")
    await expect(player.page.locator(".theirs article").last).to_be_visible()
    await expect(player.see("chat-group")).to_have_count(0)


async def test_commands_are_listed_with_what_they_do(player: Player) -> None:
    await player.tap("commands")
    await expect(player.see("command-stats")).to_contain_text("统计")
    await player.see("composer").press_sequentially("stat")
    await expect(player.see("command-menu").locator("button")).to_have_count(1)
    await player.page.keyboard.press("Tab")
    await expect(player.see("composer")).to_have_value("/stats ")
