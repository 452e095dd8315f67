"""What people can do, what their client would not let them do, and how a wait ends."""

import asyncio

import pytest

from bot.demo import gestures
from bot.demo.cast import Person
from bot.demo.group import GroupInABox
from bot.demo.refusals import RefusalError
from tests.box.conftest import ALL_UPDATES, Api, Time, jpeg, keyboard


async def test_only_members_speak_in_the_group(group: GroupInABox) -> None:
    with pytest.raises(LookupError, match="路人老王"):
        group.say(1099, "你好")
    with pytest.raises(LookupError, match="nobody here"):
        group.say(5, "你好")
    group.join(group.world.state.people[1099])
    group.say(1099, "你好")
    group.leave(1099)
    with pytest.raises(LookupError):
        group.react(1099, group.messages()[0], "👍")


async def test_a_private_chat_opens_with_start(group: GroupInABox) -> None:
    with pytest.raises(LookupError):
        group.say(500000101, "在吗", chat_id=500000101)
    assert group.start_private(500000101, "abc").text == "/start abc"
    assert group.say(500000101, "在吗", chat_id=500000101).chat_id == 500000101


async def test_what_a_client_would_not_send(group: GroupInABox) -> None:
    with pytest.raises(ValueError, match="empty"):
        group.say(1001, "  ")
    with pytest.raises(ValueError, match="at most 4096"):
        group.say(1001, "字" * 4097)
    with pytest.raises(RefusalError, match="IMAGE_PROCESS_FAILED"):
        group.photo(1001, b"not a picture")
    with pytest.raises(RefusalError, match="REACTION_INVALID"):
        group.react(1001, group.say(1001, "x"), "✅")
    with pytest.raises(ValueError, match="one's own"):
        group.edit(1002, group.messages()[0], "y")
    assert [one.text for one in group.messages()] == ["x"]


async def test_a_button_is_found_by_label_data_or_beginning(group: GroupInABox, api: Api) -> None:
    row = [
        {"text": "接单 Accept", "callback_data": "t:1:ack"},
        {"text": "接", "callback_data": "j"},
    ]
    card = group.message(await api.say(reply_markup={"inline_keyboard": [row]}))
    assert card.button("接").data == "j"
    assert card.button("t:1:ack").text == "接单 Accept"
    assert card.button("接单").data == "t:1:ack"
    with pytest.raises(LookupError, match="there are: 接单 Accept · 接"):
        await group.press(500000100, card, "退单")


async def test_a_press_without_an_answer_says_so(
    group: GroupInABox, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gestures, "PATIENCE", 0.01)
    card = await api.say(reply_markup=keyboard("接单"))
    with pytest.raises(TimeoutError, match="not answered a press on '接单'"):
        await group.press(500000100, card, "接单")


async def test_a_forged_callback_carries_any_data(group: GroupInABox, api: Api) -> None:
    card = await api.say(reply_markup=keyboard("接单"))
    forged = asyncio.create_task(group.forge(500000100, card, "t:99:done"))
    [update] = await api.updates(timeout=5)
    assert update["callback_query"]["data"] == "t:99:done"
    await api("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
    assert await forged == ""


async def test_an_anonymous_administrator_is_the_group(group: GroupInABox, api: Api) -> None:
    group.anonymous_say("/bind 复瑞物业")
    [update] = await api.updates()
    message = update["message"]
    assert message["from"]["username"] == "GroupAnonymousBot"
    assert message["sender_chat"]["id"] == group.chat_id


async def test_a_forwarded_message_names_its_author(group: GroupInABox, api: Api) -> None:
    photo = group.photo(1001, jpeg(), caption="/done 17")
    copy = group.forward(500000100, photo)
    told = [update["message"] for update in await api.updates()][-1]
    assert told["forward_origin"]["sender_user"]["id"] == 1001
    assert copy.photo == photo.photo


async def test_joining_and_leaving_are_told_twice_to_an_administrator(
    group: GroupInABox, api: Api
) -> None:
    await api.updates(allowed_updates=ALL_UPDATES)
    group.join(Person(77, "新来的"))
    group.leave(77)
    joined, notice, left, farewell = await api.updates()
    statuses = [
        (
            one["chat_member"]["old_chat_member"]["status"],
            one["chat_member"]["new_chat_member"]["status"],
        )
        for one in (joined, left)
    ]
    assert statuses == [("left", "member"), ("member", "left")]
    assert notice["message"]["new_chat_members"][0]["id"] == 77
    assert farewell["message"]["left_chat_member"]["id"] == 77


async def test_a_renamed_person_is_found_by_the_new_name_only(group: GroupInABox, api: Api) -> None:
    group.rename(500000100, username="chen_new")
    card = group.message(await api.say("@chenxd_furui @chen_new"))
    assert card.mentions == [500000100]


async def test_a_migration_leaves_the_old_messages_behind(group: GroupInABox, api: Api) -> None:
    old = group.chat_id
    group.say(1001, "旧")
    new = group.migrate()
    group.say(1001, "新")
    told = [update["message"] for update in await api.updates()]
    assert [one["chat"]["id"] for one in told] == [old, old, new, new]
    assert told[1]["migrate_to_chat_id"] == new
    assert told[2]["migrate_from_chat_id"] == old
    assert [one.text for one in group.messages() if not one.service] == ["新"]


async def test_two_groups_are_strangers(group: GroupInABox, time: Time) -> None:
    other = GroupInABox(now=time.now)
    other.rename(500000100, name="别人")
    assert group.world.state.people[500000100].name == "陈晓东"
    assert (other.chat_id, other.token) != (group.chat_id, group.token)


async def test_a_wait_sees_what_is_there_and_what_comes(group: GroupInABox) -> None:
    group.say(1001, "先")
    assert (await group.wait_for(lambda m: m.text == "先")).sender.id == 1001
    wait = asyncio.create_task(group.wait_for(lambda m: "后" in m.text))
    await asyncio.sleep(0)  # let it look once, in vain
    edited = group.say(1002, "还没")
    group.edit(1002, edited, "后来")
    assert await asyncio.wait_for(wait, 1) is edited


async def test_a_vain_wait_tells_what_was_there_instead(group: GroupInABox) -> None:
    group.say(1001, "别的")
    with pytest.raises(TimeoutError, match="a dispatch: not within") as missed:
        await group.wait_for(lambda m: m.text == "派单", seconds=0.01, what="a dispatch")
    assert "值班客服小沈: 别的" in str(missed.value)
