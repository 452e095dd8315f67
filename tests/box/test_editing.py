"""Edits, deletions, pins, reactions, answers to presses: as strict as Telegram."""

import asyncio
from typing import Any

import pytest

from bot.demo import presses
from bot.demo.group import GroupInABox
from bot.demo.methods.editing import NOT_MODIFIED
from tests.box.conftest import Api, Time, jpeg, keyboard


async def test_an_edit_changes_the_message_in_place(group: GroupInABox, api: Api) -> None:
    number = await api.say("待接单", reply_markup=keyboard("接单"))
    card = group.message(number)
    here = {"chat_id": group.chat_id, "message_id": number}
    await api("editMessageText", **here, text="已接单", reply_markup=keyboard("办结"))
    assert (card.text, card.edited, card.buttons[0][0].text) == ("已接单", True, "办结")


async def test_an_edit_without_a_keyboard_takes_it_away(group: GroupInABox, api: Api) -> None:
    number = await api.say("待接单", reply_markup=keyboard("接单"))
    await api("editMessageText", chat_id=group.chat_id, message_id=number, text="已办结")
    assert group.message(number).buttons == []


async def test_the_same_again_is_not_modified(group: GroupInABox, api: Api) -> None:
    number = await api.say("<b>一</b>", parse_mode="HTML", reply_markup=keyboard("接单"))
    here = {"chat_id": group.chat_id, "message_id": number, "reply_markup": keyboard("接单")}
    refusal = await api.refused("editMessageText", **here, text="<b>一</b>", parse_mode="HTML")
    assert refusal == f"Bad Request: {NOT_MODIFIED}"
    assert await api.refused("editMessageReplyMarkup", **here) == f"Bad Request: {NOT_MODIFIED}"
    await api("editMessageText", **here, text="一")  # without the bold it is another text


async def test_it_refuses_edits_that_make_no_sense(group: GroupInABox, api: Api) -> None:
    here = {"chat_id": group.chat_id}
    theirs = group.say(1001, "收到").message_id
    text = await api.say()
    photo = (await api("sendPhoto", **here, photo=jpeg()))["message_id"]
    cases: list[tuple[str, dict[str, Any], str]] = [
        ("editMessageText", {"message_id": theirs, "text": "x"}, "message can't be edited"),
        ("editMessageText", {"message_id": 1, "text": "x"}, "message to edit not found"),
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"message_id": text, "text": "字" * 4097}, "MESSAGE_TOO_LONG"),
        (
            "editMessageText",
            {"message_id": photo, "text": "x"},
            "there is no text in the message to edit",
        ),
        (
            "editMessageCaption",
            {"message_id": text, "caption": "x"},
            "there is no caption in the message to edit",
        ),
    ]
    for method, params, words in cases:
        assert await api.refused(method, **here, **params) == f"Bad Request: {words}"


async def test_deleting_is_for_48_hours_and_for_administrators(
    group: GroupInABox, api: Api, time: Time
) -> None:
    here = {"chat_id": group.chat_id}
    old, own, theirs = group.say(1001, "旧"), await api.say(), group.say(1001, "新")
    group.make_admin(False)
    refusal = await api.refused("deleteMessage", **here, message_id=theirs.message_id)
    assert refusal == "Bad Request: message can't be deleted"
    await api("deleteMessage", **here, message_id=own)
    group.make_admin(True)
    await api("deleteMessage", **here, message_id=theirs.message_id)
    time.wind(hours=48, seconds=1)
    refusal = await api.refused("deleteMessage", **here, message_id=old.message_id)
    assert refusal == "Bad Request: message can't be deleted for everyone"
    refusal = await api.refused("deleteMessage", **here, message_id=own)
    assert refusal == "Bad Request: message to delete not found"
    assert [one.text for one in group.messages() if not one.service] == ["旧"]


async def test_a_pin_is_shown_and_told(group: GroupInABox, api: Api) -> None:
    here = {"chat_id": group.chat_id}
    card = await api.say()
    await api("pinChatMessage", **here, message_id=card)
    assert group.message(card).pinned
    assert (await api("getChat", **here))["pinned_message"]["message_id"] == card
    [told] = await api.updates()
    assert told["message"]["pinned_message"]["message_id"] == card
    await api("unpinChatMessage", **here)
    refusal = await api.refused("unpinChatMessage", **here)
    assert refusal == "Bad Request: message to unpin not found"
    group.make_admin(False)
    refusal = await api.refused("pinChatMessage", **here, message_id=card)
    words = "not enough rights to manage pinned messages in the chat"
    assert refusal == f"Bad Request: {words}"


async def test_reactions_are_telegrams_own(group: GroupInABox, api: Api) -> None:
    said = group.say(1001, "漏水")
    here = {"chat_id": group.chat_id, "message_id": said.message_id}
    await api("setMessageReaction", **here, reaction=[{"type": "emoji", "emoji": "❤️"}])
    assert said.reactions == {group.bot_id: "❤"}
    refusal = await api.refused("setMessageReaction", **here, reaction=[{"emoji": "✅"}])
    assert refusal == "Bad Request: REACTION_INVALID"
    two = [{"emoji": "👀"}, {"emoji": "👍"}]
    refusal = await api.refused("setMessageReaction", **here, reaction=two)
    assert refusal == "Bad Request: REACTIONS_TOO_MANY"
    await api("setMessageReaction", **here, reaction=[])
    assert said.reactions == {}


async def test_a_press_is_answered_once(group: GroupInABox, api: Api) -> None:
    card = await api.say(reply_markup=keyboard("接单"))
    press = asyncio.create_task(group.press(500000100, card, "接"))
    [update] = await api.updates(timeout=5)
    query = update["callback_query"]
    assert (query["data"], query["from"]["id"]) == ("接单", 500000100)
    answer = {"callback_query_id": query["id"], "text": "已接单"}
    await api("answerCallbackQuery", **answer)
    assert await press == "已接单"
    refusal = await api.refused("answerCallbackQuery", **answer)
    words = "query is too old and response timeout expired or query ID is invalid"
    assert refusal == f"Bad Request: {words}"


async def test_an_answer_that_comes_late_is_too_old(
    group: GroupInABox, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    query_id, _ = group.world.presses.begin()
    monkeypatch.setattr(presses, "PATIENCE", -1.0)
    refusal = await api.refused("answerCallbackQuery", callback_query_id=query_id)
    assert refusal == f"Bad Request: {presses.TOO_OLD}"


async def test_a_tag_has_sixteen_characters_and_needs_rights(group: GroupInABox, api: Api) -> None:
    lead = {"chat_id": group.chat_id, "user_id": 500000100}
    await api("setChatMemberTag", **lead, tag="复瑞物业")
    assert (await api("getChatMember", **lead))["tag"] == "复瑞物业"
    refusal = await api.refused("setChatMemberTag", **lead, tag="字" * 17)
    assert refusal == "Bad Request: TAG_INVALID"
    group.make_admin(False)
    refusal = await api.refused("setChatMemberTag", **lead, tag="x")
    assert refusal == "Bad Request: CHAT_ADMIN_REQUIRED"
    assert await api.refused("getChatMember", **lead) == "Bad Request: CHAT_ADMIN_REQUIRED"
