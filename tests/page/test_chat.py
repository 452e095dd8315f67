"""The page alone, without a bot: what a chat must do that its users know from Telegram."""

import asyncio

import pytest
from playwright.async_api import FilePayload, Route, expect

from bot.demo.group import GroupInABox
from bot.demo.web import PageApi
from tests.box.conftest import jpeg, keyboard
from tests.page.conftest import Box, IdleBot
from tests.page.player import CLERK, FURUI, SHENHE, Player

pytestmark = pytest.mark.asyncio(loop_scope="package")  # one Chromium for all


async def test_the_keyboard_is_enough(alone: Player, box: Box) -> None:
    answered = box.group.say(SHENHE, "哪一家的？")
    await alone.see(f"menu-{answered.message_id}").focus()
    press = alone.page.keyboard.press
    await press("Enter")
    await press("Escape")
    await expect(alone.see("menu")).to_have_count(0)
    await expect(alone.see(f"menu-{answered.message_id}")).to_be_focused()

    await press("Enter")
    await alone.see("menu-reply").focus()
    await press("Enter")
    await expect(alone.see("composer")).to_be_focused()
    await alone.page.keyboard.type("丰翔新城")
    await press("Shift+Enter")
    await alone.page.keyboard.type("复瑞")
    await press("Enter")
    await expect(alone.page.locator(".mine article")).to_be_visible()
    [said] = [one for one in box.group.messages() if one.sender.id == CLERK]
    assert (said.text, said.reply_to) == ("丰翔新城\n复瑞", answered.message_id)

    await press("ArrowUp")  # one's own last message again
    await expect(alone.see("about-bar")).to_contain_text("编辑")
    await press("End")
    await alone.page.keyboard.type("物业")
    await press("Enter")
    await expect(alone.see(f"message-{said.message_id}").get_by_test_id("edited")).to_be_visible()
    assert said.text == "丰翔新城\n复瑞物业"

    await alone.see(f"menu-{said.message_id}").focus()
    await press("Enter")
    await alone.see("menu-reply").click()
    await press("Escape")
    await expect(alone.see("about-bar")).to_be_hidden()


async def test_what_is_typed_while_a_message_is_on_its_way_stays(alone: Player, box: Box) -> None:
    composer, on_its_way, arrived = alone.see("composer"), asyncio.Event(), asyncio.Event()

    async def slow(route: Route) -> None:
        on_its_way.set()
        await arrived.wait()
        await route.continue_()

    await alone.page.route("**/api/say", slow)
    await composer.fill("丰翔新城")
    await composer.press("Enter")
    await on_its_way.wait()
    await alone.page.keyboard.type("复瑞")
    await composer.press("Enter")
    await alone.page.keyboard.type("物业")
    arrived.set()
    await expect(alone.page.locator(".mine article")).to_have_count(2)
    await expect(composer).to_have_value("物业")
    assert {one.text for one in box.group.messages()} == {"丰翔新城", "复瑞"}


async def test_what_cannot_be_sent_is_given_back(alone: Player, box: Box) -> None:
    answered = box.group.say(SHENHE, "哪一家的？")
    composer = alone.see("composer")
    await alone.page.route("**/api/say", lambda route: route.abort())
    await alone.tap(f"menu-{answered.message_id}")
    await alone.tap("menu-reply")
    await composer.fill("丰翔新城")
    await composer.press("Enter")
    await expect(composer).to_have_value("丰翔新城")
    await expect(alone.see("about-bar")).to_contain_text("回复")
    assert [one.text for one in box.group.messages()] == ["哪一家的？"]


async def test_a_question_begins_its_own_reply(alone: Player, box: Box) -> None:
    ask = {"force_reply": True, "selective": True}
    here = {"chat_id": box.group.chat_id, "parse_mode": "HTML", "reply_markup": ask}
    for asked in (FURUI, CLERK):
        name = f'<a href="tg://user?id={asked}">您</a> 为什么退单？'
        why = await box.say("sendMessage", text=name, **here)
        await expect(alone.see(f"message-{why['message_id']}")).to_be_visible()
        await expect(alone.see("about-bar")).to_be_visible(visible=asked == CLERK)
    await expect(alone.see("composer")).to_be_focused()
    await alone.page.keyboard.type("不归我们管")
    await alone.page.keyboard.press("Enter")
    await expect(alone.page.locator(".mine article")).to_be_visible()
    assert box.group.messages()[-1].reply_to == why["message_id"]


async def test_every_control_has_a_name(alone: Player, box: Box) -> None:
    box.group.photo(FURUI, jpeg(640, 480))
    await box.say(
        "sendMessage", chat_id=box.group.chat_id, text="单", reply_markup=keyboard("接单")
    )
    await expect(alone.see("button-接单")).to_be_visible()
    await alone.tap("attach")
    assert await alone.nameless() == []


async def test_a_quote_leads_to_what_it_answers(alone: Player, box: Box) -> None:
    first = box.group.say(SHENHE, "第一条")
    for number in range(40):
        box.group.say(FURUI, f"第 {number} 句\n\n")
    box.group.say(SHENHE, "是的", reply_to=first)
    await expect(alone.see(f"message-{first.message_id}")).not_to_be_in_viewport()
    await alone.see("quote").click()
    await expect(alone.see(f"message-{first.message_id}")).to_be_in_viewport()
    await alone.tap("to-newest")
    await expect(alone.see("quote")).to_be_in_viewport()


async def test_albums_files_and_large_photos(alone: Player, box: Box) -> None:
    await alone.tap("attach")
    await alone.see("sample-pick-lift_neat").check()
    await alone.see("sample-pick-lamp_brush").check()
    await alone.tap("send-picked")
    await expect(alone.see("album").locator("img")).to_have_count(2)
    await alone.see("album").locator("button").first.click()
    await expect(alone.see("lightbox")).to_be_visible()
    await alone.page.keyboard.press("Escape")
    await expect(alone.see("lightbox")).to_have_count(0)

    await alone.tap("attach")
    picture: FilePayload = {
        "name": "现场.jpg",
        "mimeType": "image/jpeg",
        "buffer": jpeg(800, 600),
    }
    await alone.see("attach-file").set_input_files([picture])
    await alone.see("caption").fill("现场")
    await alone.see("own-as-file").check()
    await alone.tap("send-files")
    await expect(alone.page.locator(".mine article").last).to_contain_text("现场.jpg")
    last = box.group.messages()[-1]
    assert last.text == "现场"
    assert last.document is not None


async def test_a_file_of_ones_own_goes_as_was_ticked(alone: Player, box: Box) -> None:
    picture: FilePayload = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": jpeg(80, 60)}
    for ticked in (True, False):
        await alone.tap("attach")
        await alone.see("as-file").set_checked(ticked)
        await alone.see("attach-file").set_input_files(picture)
        await alone.tap("send-files")
        await expect(alone.page.locator(".mine article")).to_have_count(2 - ticked)
    assert [bool(one.document) for one in box.group.messages()] == [True, False]


async def test_entities_stand_where_they_belong(alone: Player, box: Box) -> None:
    text = f'🚰 <b>派单 <i>#1</i></b> <a href="tg://user?id={FURUI}">陈晓东</a> &lt;b&gt; /help'
    here = {"chat_id": box.group.chat_id, "parse_mode": "HTML"}
    sent = await box.say("sendMessage", text=text, **here)
    bubble = alone.see(f"message-{sent['message_id']}")
    await expect(bubble.locator("strong")).to_have_text("派单 #1")
    await expect(bubble.locator("strong em")).to_have_text("#1")
    await expect(bubble.locator(".words")).to_contain_text("🚰 派单 #1 陈晓东 <b> /help")
    await bubble.locator(".command").click()
    await expect(alone.page.locator(".mine article").last).to_contain_text("/help")
    await bubble.locator(".mention").click()
    await alone.tap(f"act-as-{FURUI}")
    await expect(alone.see(f"member-{FURUI}")).to_have_attribute("aria-pressed", "true")
    await expect(bubble.locator(".mention")).to_have_class("mention is-me")


async def test_a_press_shows_what_the_bot_answers(alone: Player, box: Box) -> None:
    chat = box.group.chat_id
    await box.say("sendMessage", chat_id=chat, text="单", reply_markup=keyboard("退单", "接单"))
    await _press(alone, box, "退单", text="您不是这家物业的负责人", show_alert=True)
    await expect(alone.see("alert")).to_contain_text("您不是")
    await alone.page.keyboard.press("Escape")
    await expect(alone.see("alert")).to_have_count(0)
    await _press(alone, box, "接单", text="已接单")
    await expect(alone.see("toast")).to_have_text("已接单")


async def _press(player: Player, box: Box, label: str, **answer: object) -> None:
    """Press a button; the test answers as the bot would."""
    await player.tap(f"button-{label}")
    await expect(player.see(f"button-{label}")).to_have_attribute("aria-busy", "true")
    update = (await box.say.updates(allowed_updates=["callback_query"], timeout=5))[-1]
    query = update["callback_query"]["id"]
    await box.say("answerCallbackQuery", callback_query_id=query, **answer)


async def test_reactions_are_joined_and_taken_back(alone: Player, box: Box) -> None:
    said = box.group.say(SHENHE, "收到")
    box.group.react(FURUI, said, "👍")
    chip = alone.see("reaction-👍")
    await expect(chip).to_contain_text("1")
    await chip.click()
    await expect(chip).to_contain_text("2")
    assert said.reactions == {FURUI: "👍", CLERK: "👍"}
    await chip.click()
    await expect(chip).to_contain_text("1")


async def test_only_what_changed_is_drawn_anew(alone: Player, box: Box) -> None:
    first, second = box.group.say(SHENHE, "一"), box.group.say(FURUI, "二")
    kept = alone.see(f"message-{first.message_id}")
    await kept.evaluate("(bubble) => { bubble.dataset.mark = 'kept'; }")
    box.group.edit(FURUI, second, "二二")
    await expect(alone.see(f"message-{second.message_id}")).to_contain_text("二二")
    await expect(kept).to_have_attribute("data-mark", "kept")


async def test_the_page_comes_back_after_an_interruption(alone: Player, box: Box) -> None:
    kept = box.group.say(SHENHE, "断线之前")
    gone = box.group.say(SHENHE, "要撤回的")
    await expect(alone.see(f"message-{gone.message_id}")).to_be_visible()
    box.page.events.close()
    await box.group.stop()
    await expect(alone.page.locator(".head")).to_contain_text("重新连接")

    again = GroupInABox(now=box.group.world.now, state=box.group.world.state)
    page = PageApi(again, box.shift, IdleBot())
    gone.deleted = True
    missed = again.say(SHENHE, "断线时说的")
    await again.start(box.group.port)
    await expect(alone.see(f"message-{missed.message_id}")).to_be_visible()
    await expect(alone.see(f"message-{gone.message_id}")).to_have_count(0)
    await expect(alone.see(f"message-{kept.message_id}")).to_be_visible()
    await expect(alone.page.locator(".head")).not_to_contain_text("重新连接")
    page.events.close()
    await again.stop()


async def test_what_comes_in_private_is_told_in_the_group(alone: Player, box: Box) -> None:
    box.group.start_private(CLERK)
    await expect(alone.see("chat-private")).to_contain_text("/start")
    await box.say("sendMessage", chat_id=CLERK, text="回访名单\n三位居民")
    await expect(alone.see("news")).to_contain_text("私聊")
    await expect(alone.see("news")).to_contain_text("回访名单")
    await alone.tap("news")
    await expect(alone.see("chat-private")).to_have_attribute("aria-current", "true")
    await expect(alone.see("news")).to_have_count(0)
    await expect(alone.see("thread")).to_contain_text("三位居民")


TOASTS_STAY = """() => { const soon = setTimeout;
  window.setTimeout = (deed, wait, ...rest) => wait < 2500 ? soon(deed, wait, ...rest) : 0 }"""


async def test_who_is_played_next_sees_no_toast_of_another(alone: Player, box: Box) -> None:
    await alone.page.evaluate(TOASTS_STAY)
    await alone.act(FURUI)
    await alone.tap("my-card")
    await alone.see("my-username").fill("qian_fangguan")
    await alone.tap("rename")
    await expect(alone.see("toast")).to_contain_text("已有人用")
    await alone.page.keyboard.press("Escape")
    await alone.act(SHENHE)
    await expect(alone.see("toast")).to_have_count(0)
