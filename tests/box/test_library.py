"""python-telegram-bot takes the box for Telegram."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Update
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, NetworkError, RetryAfter

from bot import sender
from bot.demo.group import GroupInABox
from bot.messages.outgoing import Outgoing
from tests.box.conftest import jpeg


def client(group: GroupInABox) -> Bot:
    return Bot(group.token, base_url=group.base_url, base_file_url=group.base_file_url)


@pytest.fixture
async def bot(group: GroupInABox) -> AsyncIterator[Bot]:
    async with client(group) as connected:
        yield connected


async def test_it_downloads_what_people_sent(group: GroupInABox, bot: Bot) -> None:
    said = group.photo(1001, jpeg(2000, 1000))
    [update] = await bot.get_updates(timeout=5)
    assert update.message
    largest = update.message.photo[-1]
    assert (largest.width, largest.height) == (1280, 640)
    content = await (await bot.get_file(largest.file_id)).download_as_bytearray()
    assert bytes(content) == said.photo


async def test_a_small_jpeg_arrives_byte_for_byte(group: GroupInABox, bot: Bot) -> None:
    picture = jpeg(1280, 960)
    said = group.photo(1001, picture)
    file = await bot.get_file(said.photo_sizes[-1].id)
    assert bytes(await file.download_as_bytearray()) == picture


async def test_it_sends_uploads_and_albums(group: GroupInABox, bot: Bot) -> None:
    await bot.send_photo(group.chat_id, jpeg(), caption="一")
    await bot.send_document(group.chat_id, b"a,b", filename="表.csv")
    await bot.send_media_group(group.chat_id, [InputMediaPhoto(jpeg()), InputMediaPhoto(jpeg())])
    photo, document, *album = group.messages()
    assert photo.text == "一"
    assert document.document
    assert (document.document.name, document.document.content) == ("表.csv", b"a,b")
    assert len({one.media_group_id for one in album}) == 1


async def test_pages_go_as_one_album_with_the_words_below_it(group: GroupInABox, bot: Bot) -> None:
    asked = group.say(1003, "/stats")
    out = Outgoing(
        group.chat_id,
        text="<b>近7天</b>",
        picture=jpeg(60, 80),
        album=(jpeg(60, 80),),
        reply_to=asked.message_id,
    )
    outcome = await sender.send(bot, out)
    first, second = group.messages()[1:]
    assert outcome == sender.Sent(first.message_id)
    assert (first.text, first.reply_to, second.text) == ("近7天", asked.message_id, "")
    assert first.media_group_id == second.media_group_id is not None


async def test_a_press_goes_there_and_back(group: GroupInABox, bot: Bot) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("接单", callback_data="t:1:ack")]])
    card = await bot.send_message(group.chat_id, "工单", reply_markup=markup)
    press = asyncio.create_task(group.press(500000100, card.message_id, "接单"))
    [update] = await bot.get_updates(timeout=5, allowed_updates=Update.ALL_TYPES)
    assert update.callback_query
    assert update.callback_query.data == "t:1:ack"
    await update.callback_query.answer("已接单")
    assert await press == "已接单"


async def test_refusals_become_the_librarys_exceptions(group: GroupInABox, bot: Bot) -> None:
    with pytest.raises(Forbidden):
        await bot.send_message(500000101, "x")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(-5, "x")
    group.faults.add("sendMessage", status=429, retry_after=3)
    with pytest.raises(RetryAfter):
        await bot.send_message(group.chat_id, "x")
    group.faults.add("sendMessage", do="drop")
    with pytest.raises(NetworkError):
        await bot.send_message(group.chat_id, "x")
    old, new = group.chat_id, group.migrate()
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(old, "x")
    assert migrated.value.new_chat_id == new


async def test_two_pollers_conflict(group: GroupInABox, bot: Bot) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=20))
    await group.wait_until(lambda: group.api.polls == 1, 5)
    async with client(group) as second:
        await second.get_updates(timeout=0)
    with pytest.raises(Conflict):
        await older
