"""Who comes and goes, and what only some may do: each by hand, through taps and keys."""

import asyncio

import pytest
from playwright.async_api import BrowserContext, FilePayload, Route, expect

from bot.demo.records import Message
from tests.box.conftest import jpeg
from tests.page.conftest import Box
from tests.page.player import CLERK, FURUI, SECRETARY, SHENHE, STRANGER, Player

pytestmark = pytest.mark.asyncio(loop_scope="package")  # one Chromium for all

NEWCOMER = 2001


def _newest(box: Box) -> Message:
    return box.group.messages()[-1]


async def test_a_message_is_forwarded(alone: Player, box: Box) -> None:
    command = box.group.say(SHENHE, "/done 17")
    await alone.tap(f"menu-{command.message_id}")
    await alone.tap("menu-forward-group")
    await expect(alone.see("origin")).to_contain_text("林海峰")
    copy = _newest(box)
    assert (copy.sender.id, copy.forwarded_from, copy.text) == (CLERK, SHENHE, "/done 17")
    update = (await box.say.updates())[-1]["message"]
    assert update["forward_origin"]["sender_user"]["id"] == SHENHE


async def test_a_message_is_forwarded_to_the_bot(alone: Player, box: Box) -> None:
    box.group.start_private(CLERK)
    said = box.group.say(SHENHE, "小区：丰翔新城")
    await expect(alone.see("chat-private")).to_contain_text("/start")
    await alone.tap(f"menu-{said.message_id}")
    await alone.tap("menu-forward-private")
    await expect(alone.see("chat-private")).to_have_attribute("aria-current", "true")
    await expect(alone.see("origin")).to_contain_text("林海峰")
    assert box.group.messages(CLERK)[-1].text == "小区：丰翔新城"


async def test_an_invitation_is_opened_by_somebody_new(alone: Player, box: Box) -> None:
    link = f"https://t.me/{box.group.world.bot.username}?start=join_abc"
    await box.say("sendMessage", chat_id=box.group.chat_id, text=f"加入链接 {link}")
    await alone.page.locator(".words a").click()
    await expect(alone.see(f"opens-{CLERK}")).to_contain_text("自己")
    await expect(alone.see(f"opens-{STRANGER}")).to_be_visible()
    await alone.tap("opens-newcomer")
    await expect(alone.page.locator(".mine article")).to_contain_text("/start")
    await expect(alone.see(f"member-{NEWCOMER}")).to_have_attribute("aria-pressed", "true")
    await expect(alone.see("chat-group")).to_have_count(0)
    await expect(alone.page.locator(".mine article")).not_to_contain_text("join_abc")
    [start] = box.group.messages(NEWCOMER)
    assert start.text == "/start join_abc"


async def test_somebody_joins_and_leaves(alone: Player, box: Box) -> None:
    await alone.tap("newcomer")
    await expect(alone.see(f"member-{NEWCOMER}")).to_contain_text("群外")
    await expect(alone.see("start")).to_be_visible()
    await alone.tap("my-card")
    await alone.tap("join")
    await expect(alone.see("chat-group")).to_have_attribute("aria-current", "true")
    await expect(alone.see("thread")).to_contain_text("加入了群")
    await alone.say("大家好")
    await alone.tap("my-card")
    await alone.tap("leave")
    await expect(alone.see("chat-group")).to_have_count(0)
    await expect(alone.see("start")).to_be_visible()
    assert [one.service.kind for one in box.group.messages() if one.service] == [
        "new_chat_members",
        "left_chat_member",
    ]


async def test_one_changes_name_and_handle(alone: Player, box: Box) -> None:
    await alone.act(FURUI)
    await alone.tap("my-card")
    await alone.see("my-name").fill("陈晓冬")
    await alone.see("my-username").fill("@qian_fangguan")
    await alone.tap("rename")
    await expect(alone.see("toast")).to_contain_text("已有人用")
    await alone.see("my-username").fill("chen_new")
    await alone.see("my-username").press("Enter")
    await expect(alone.see(f"member-{FURUI}")).to_contain_text("陈晓冬")
    person = box.group.world.state.people[FURUI]
    assert (person.name, person.username) == ("陈晓冬", "chen_new")


async def test_the_owner_writes_as_the_group(alone: Player, box: Box) -> None:
    await alone.tap("group-menu")
    await expect(alone.see("anonymous")).to_have_count(0)  # a clerk does not
    await alone.page.keyboard.press("Escape")
    await alone.act(SECRETARY)
    await alone.tap("group-menu")
    await alone.see("anonymous").check()
    await alone.page.keyboard.press("Escape")
    await expect(alone.see("composer")).to_have_attribute(
        "placeholder", "以群的名义写… As the group"
    )
    await alone.see("composer").fill("/stats")
    await alone.see("composer").press("Enter")
    await expect(alone.page.locator(".theirs article")).to_contain_text("匿名管理员")
    assert _newest(box).anonymous
    await box.say(
        "sendMessage",
        chat_id=box.group.chat_id,
        text="请关掉匿名",
        reply_parameters={"message_id": _newest(box).message_id},
    )
    await expect(alone.see("quote")).to_contain_text("热线群")
    await expect(alone.see("quote")).not_to_contain_text("周敏")
    await alone.act(CLERK)
    await alone.say("我是小沈")
    assert not _newest(box).anonymous


async def test_the_group_becomes_a_supergroup(alone: Player, box: Box) -> None:
    old = box.group.chat_id
    await alone.say("升级以前")
    await alone.tap("group-menu")
    await alone.tap("migrate")
    await expect(alone.see("thread")).to_contain_text("超级群由原群升级而来")
    await alone.say("升级以后")
    assert box.group.chat_id != old
    assert _newest(box).text == "升级以后"
    await alone.tap("chat-former")
    await expect(alone.see("thread")).to_contain_text("升级以前")
    await expect(alone.see("composer")).to_be_hidden()
    await expect(alone.see("start")).to_be_hidden()


async def test_the_bot_is_blocked_and_let_in_again(alone: Player, box: Box) -> None:
    box.group.start_private(CLERK)
    await alone.tap("my-card")
    await alone.tap("block")
    await alone.tap("chat-private")
    await expect(alone.see("composer")).to_be_hidden()
    refused = await box.say.refused("sendMessage", chat_id=CLERK, text="在吗")
    assert "blocked" in refused
    await alone.tap("start")
    await expect(alone.see("composer")).to_be_visible()
    await box.say("sendMessage", chat_id=CLERK, text="在")


async def test_what_happened_before_the_news_came_is_known(
    context: BrowserContext, box: Box
) -> None:
    held = asyncio.Event()

    async def late(route: Route) -> None:
        await held.wait()
        await route.continue_()

    await context.route("**/api/events**", late)
    player = Player(await context.new_page())
    async with player.page.expect_request("**/api/events**"):
        await player.page.goto(box.address)
    box.group.start_private(CLERK)
    box.group.block(CLERK)
    held.set()
    await player.tap("my-card")
    await expect(player.see("unblock")).to_be_visible()


async def test_the_bot_loses_its_rights_and_gets_them_back(alone: Player, box: Box) -> None:
    await alone.tap("group-menu")
    await alone.see("rights").uncheck()
    await alone.page.keyboard.press("Escape")
    await alone.tap("group-menu")
    await expect(alone.see("rights")).not_to_be_checked()
    assert not box.group.world.state.bot_is_admin
    await alone.see("rights").check()
    await alone.page.keyboard.press("Escape")
    changes = [one["my_chat_member"]["new_chat_member"] for one in await box.say.updates()]
    assert [one["status"] for one in changes] == ["member", "administrator"]


async def test_a_picture_answers_with_words(alone: Player, box: Box) -> None:
    card = box.group.say(SHENHE, "修好了吗")
    await alone.tap(f"menu-{card.message_id}")
    await alone.tap("menu-reply")
    await alone.see("composer").fill("已修好")
    await alone.post("canteen_menu")
    posted = _newest(box)
    assert (posted.reply_to, posted.text) == (card.message_id, "已修好")
    await expect(alone.see("composer")).to_have_value("")
    await expect(alone.see("about-bar")).to_be_hidden()

    await alone.tap(f"menu-{card.message_id}")
    await alone.tap("menu-reply")
    await alone.tap("attach")
    picture = jpeg(80, 60)
    files = [FilePayload(name=f"{n}.jpg", mimeType="image/jpeg", buffer=picture) for n in "ab"]
    await alone.see("attach-file").set_input_files(files)
    await alone.tap("send-files")
    await expect(alone.see("album").locator("img")).to_have_count(2)
    album = box.group.messages()[-2:]
    assert [one.reply_to for one in album] == [card.message_id] * 2

    await alone.tap(f"menu-{album[0].message_id}")
    await alone.tap("menu-edit")
    await alone.see("composer").fill("两张")
    await alone.see("composer").press("Enter")
    await expect(alone.see(f"message-{album[0].message_id}")).to_contain_text("两张")


async def test_the_blank_form_is_a_tap_away(alone: Player, box: Box) -> None:
    await alone.tap("attach")
    address = str(await alone.see("blank-form").get_attribute("href"))
    answer = await alone.page.request.get(box.address.rstrip("/") + address)
    assert (await answer.body()).startswith(b"%PDF")
