"""登记 in reply to a picture: what was not known as a form is one, and so is what a lead posted."""

from bot.demo.records import Message
from tests.stories.stage import CLERK, FURUI, Stage
from tests.stories.test_intake import bot_said, place_photo, question, sample


async def marked(stage: Stage, message: Message, sign: str) -> None:
    """Wait until the bot's quiet sign stands below a message."""
    await stage.group.wait_until(lambda: sign in message.reactions.values(), what=sign)


async def test_no_form_gets_a_quiet_sign_and_no_word(stage: Stage) -> None:
    menu = stage.group.photo(CLERK, sample("canteen_menu"))
    await marked(stage, menu, "🤷")
    stage.group.say(FURUI, "收到，看着不错", reply_to=menu.message_id)
    stage.group.photo(CLERK, sample("leak_printed"))
    await stage.card(1)
    assert len(bot_said(stage)) == 1


async def test_what_is_declared_a_form_is_asked_about(stage: Stage) -> None:
    photo = stage.group.photo(CLERK, place_photo())
    await marked(stage, photo, "🤷")
    stage.group.say(CLERK, "登记", reply_to=photo.message_id)
    asked = await question(stage)
    assert asked.reply_to == photo.message_id
    await marked(stage, photo, "👀")
    stage.group.say(
        CLERK, "小区是丰翔新城，电话是13812345678，内容是灯坏了", reply_to=asked.message_id
    )
    assert "灯坏了" in (await stage.card(1)).text


async def test_words_with_it_go_with_what_is_read(stage: Stage) -> None:
    photo = stage.group.photo(CLERK, place_photo())
    await marked(stage, photo, "🤷")
    words = "登记 小区：丰翔新城 电话：13812345678 内容：灯坏了"
    stage.group.say(CLERK, words, reply_to=photo.message_id)
    card = await stage.card(1)
    assert "灯坏了" in card.text
    stage.group.say(CLERK, "登记", reply_to=photo.message_id)
    await stage.said("已登记为工单 #1", chat_id=CLERK)


async def test_a_caption_that_says_all_opens_a_ticket(stage: Stage) -> None:
    caption = "小区：丰翔新城 电话：13812345678 内容：灯坏了"
    stage.group.photo(CLERK, place_photo(), caption=caption)
    assert "灯坏了" in (await stage.card(1)).text


async def test_a_lead_s_photo_is_declared_by_the_clerk_alone(stage: Stage) -> None:
    photo = stage.group.photo(FURUI, sample("leak_printed"))
    stage.group.say(FURUI, "登记", reply_to=photo.message_id)
    await stage.said("值班客服", chat_id=FURUI)
    assert not [m for m in stage.group.messages() if "派单 #" in m.text]
    stage.group.say(CLERK, "登记", reply_to=photo.message_id)
    await stage.card(1)


async def test_an_album_s_second_form_is_declared(stage: Stage) -> None:
    album = stage.group.album(CLERK, [sample("leak_printed"), place_photo()])
    await stage.card(1)
    stage.group.say(CLERK, "登记", reply_to=album[1].message_id)
    asked = await question(stage)
    assert asked.reply_to == album[1].message_id


async def test_what_is_being_asked_about_is_not_asked_twice(stage: Stage) -> None:
    photo = stage.group.photo(CLERK, sample("no_community"))
    await question(stage)
    stage.group.say(CLERK, "登记", reply_to=photo.message_id)
    await stage.said("正在问", chat_id=CLERK)
    stage.group.say(CLERK, "登记 小区是丰翔新城", reply_to=photo.message_id)
    assert "丰翔新城" in (await stage.card(1)).text
