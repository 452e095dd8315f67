"""Updates: long polling, offsets, one reader, what the bot asks for, what it may see."""

import asyncio

from bot.demo.group import GroupInABox
from bot.demo.updates import TERMINATED, WEBHOOK_ACTIVE
from tests.box.conftest import ALL_UPDATES, Api, jpeg


def texts(updates: list[dict[str, dict[str, str]]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_an_update_is_told_until_a_higher_offset_confirms_it(
    group: GroupInABox, api: Api
) -> None:
    for text in ("一", "二", "三"):
        group.say(1001, text)
    first = await api.updates()
    assert texts(first) == texts(await api.updates()) == ["一", "二", "三"]
    assert texts(await api.updates(offset=first[1]["update_id"] + 1)) == ["三"]
    assert texts(await api.updates(limit=1)) == ["三"]
    assert await api.updates(offset=first[2]["update_id"] + 1) == []


async def test_a_negative_offset_keeps_only_the_last(group: GroupInABox, api: Api) -> None:
    for text in ("一", "二", "三"):
        group.say(1001, text)
    assert texts(await api.updates(offset=-1)) == ["三"]
    assert texts(await api.updates()) == ["三"]


async def test_a_long_poll_answers_at_once_when_something_comes(
    group: GroupInABox, api: Api
) -> None:
    poll = asyncio.create_task(api.updates(timeout=30))
    await group.wait_until(lambda: group.api.polls == 1, 5)
    group.say(1001, "来了")
    assert texts(await asyncio.wait_for(poll, 2)) == ["来了"]


async def test_a_newer_poll_ends_the_older_with_409(group: GroupInABox, api: Api) -> None:
    older = asyncio.create_task(api.raw("getUpdates", timeout=30))
    await group.wait_until(lambda: group.api.polls == 1, 5)
    newer = asyncio.create_task(api.updates(timeout=30))
    answer = await asyncio.wait_for(older, 2)
    assert (answer["error_code"], answer["description"]) == (409, f"Conflict: {TERMINATED}")
    group.say(1001, "给新的")
    assert texts(await asyncio.wait_for(newer, 2)) == ["给新的"]


async def test_a_webhook_forbids_polling(api: Api) -> None:
    await api("setWebhook", url="http://127.0.0.1:9/hook")
    assert await api.refused("getUpdates") == f"Conflict: {WEBHOOK_ACTIVE}"
    await api("deleteWebhook")
    assert await api.updates() == []


async def test_a_webhook_elsewhere_must_be_https(api: Api) -> None:
    refusal = await api.refused("setWebhook", url="http://example.com/hook")
    assert refusal == "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"


async def test_reactions_come_only_when_asked_for_and_the_asking_is_remembered(
    group: GroupInABox, api: Api
) -> None:
    card = await api.say()
    group.react(500000100, card, "👍")
    assert await api.updates() == []
    await api.updates(allowed_updates=ALL_UPDATES)
    group.react(500000100, card, "👌")
    [update] = await api.updates()
    told = update["message_reaction"]
    assert [one["emoji"] for one in told["old_reaction"] + told["new_reaction"]] == ["👍", "👌"]
    await api.updates(offset=update["update_id"] + 1, allowed_updates=[])
    group.react(500000100, card, None)
    assert await api.updates() == []


async def test_a_bot_that_is_no_administrator_hears_neither_reactions_nor_members(
    group: GroupInABox, api: Api
) -> None:
    await api.updates(allowed_updates=ALL_UPDATES)
    card = await api.say()
    group.make_admin(False)
    group.react(500000100, card, "👍")
    group.leave(500000101)
    kinds = [list(update)[1] for update in await api.updates()]
    assert kinds == ["my_chat_member", "message"]  # its own demotion, the line "left"


async def test_privacy_mode_shows_commands_replies_and_private_messages_only(
    group: GroupInABox, api: Api
) -> None:
    card = await api.say()
    group.make_admin(False)
    group.set_privacy(True)
    [demoted] = await api.updates()
    group.say(1001, "随便说说")
    group.say(1001, "/done@another_bot")
    group.say(1001, "/done 17")
    group.say(1001, "收到", reply_to=card)
    group.say(1001, "私聊", chat_id=1001)
    seen = await api.updates(offset=demoted["update_id"] + 1)
    assert texts(seen) == ["/done 17", "收到", "私聊"]
    assert (await api("getMe"))["can_read_all_group_messages"] is False


async def test_confirmed_updates_can_be_told_twice(group: GroupInABox, api: Api) -> None:
    group.say(1001, "一")
    group.say(1001, "二")
    seen = await api.updates()
    after = seen[-1]["update_id"] + 1
    await api.updates(offset=after)
    group.redeliver(1)
    assert await api.updates(offset=after) == seen[-1:]
    assert await api.updates(offset=after) == []


async def test_updates_can_come_out_of_order(group: GroupInABox, api: Api) -> None:
    for text in ("一", "二"):
        group.say(1001, text)
    group.reorder()
    seen = await api.updates()
    assert texts(seen) == ["二", "一"]
    assert seen[0]["update_id"] < seen[1]["update_id"]


async def test_an_album_is_a_message_each_with_one_id_and_one_caption(
    group: GroupInABox, api: Api
) -> None:
    from_people = group.album(1001, [jpeg(), jpeg(), jpeg()], caption="漏水")
    told = [update["message"] for update in await api.updates()]
    assert len({one["media_group_id"] for one in told}) == 1
    assert [one.get("caption") for one in told] == ["漏水", None, None]
    assert [one["message_id"] for one in told] == [one.message_id for one in from_people]


async def test_a_deep_link_on_a_button_presses_start_in_private(
    group: GroupInABox, api: Api
) -> None:
    link = {"text": "详情", "url": f"https://t.me/{group.world.bot.username}?start=abc-17"}
    card = await api.say(reply_markup={"inline_keyboard": [[link]]})
    assert await group.press(500000101, card, "详情") == ""
    [update] = await api.updates()
    assert update["message"]["text"] == "/start abc-17"
    assert update["message"]["chat"]["id"] == 500000101
