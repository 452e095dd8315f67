"""What the bot sends, and what Telegram refuses to send, in its words."""

from typing import Any

import pytest

from bot.demo.group import GroupInABox
from tests.box.conftest import Api, Time, jpeg, keyboard


async def test_a_message_is_there_with_its_entities_buttons_and_quote(
    group: GroupInABox, api: Api
) -> None:
    asked = group.say(1001, "丰翔新城 漏水")
    answer = {"message_id": asked.message_id, "quote": "漏水"}
    html = '工单 <a href="tg://user?id=500000101">徐磊</a>、@chenxd_furui'
    number = await api.say(
        html, parse_mode="HTML", reply_parameters=answer, reply_markup=keyboard("接单", "退单")
    )
    card = group.message(number)
    assert (card.text, card.mentions) == ("工单 徐磊、@chenxd_furui", [500000101, 500000100])
    assert (card.reply_to, card.quote) == (asked.message_id, "漏水")
    assert [button.text for button in card.buttons[0]] == ["接单", "退单"]
    assert card.sender.id == group.bot_id


@pytest.mark.parametrize(
    ("markup", "asked"),
    [
        ({"force_reply": True, "selective": True}, {500000101, 1001}),
        ({"force_reply": True}, None),
        (keyboard("接单"), set()),
    ],
)
async def test_those_who_are_asked_find_a_reply_begun(
    group: GroupInABox, api: Api, markup: dict[str, Any], asked: set[int] | None
) -> None:
    said = group.say(1001, "丰翔新城 漏水")
    html = '<a href="tg://user?id=500000101">徐磊</a> 为什么？'
    answer = {"message_id": said.message_id}
    number = await api.say(html, parse_mode="HTML", reply_parameters=answer, reply_markup=markup)
    everybody = set(group.world.state.people)
    assert group.message(number).asked == (everybody if asked is None else asked)


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "   "}, "message text is empty"),
        ({"text": "字" * 4097}, "message is too long"),
        ({"text": "🚰" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
        ({"text": "x", "reply_parameters": {"message_id": 1}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": keyboard("急" * 22)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "无"}]]}},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
    ],
)
async def test_it_refuses_a_text(
    group: GroupInABox, api: Api, params: dict[str, Any], words: str
) -> None:
    refusal = await api.refused("sendMessage", chat_id=group.chat_id, **params)
    assert refusal == f"Bad Request: {words}"
    assert group.messages() == []


async def test_the_limits_themselves_are_allowed(group: GroupInABox, api: Api) -> None:
    await api.say("🚰" * 2048, reply_markup=keyboard("a" * 64))
    assert len(group.messages()) == 1


@pytest.mark.parametrize(
    ("chat_id", "words"),
    [
        ("", "Bad Request: chat_id is empty"),
        ("@nowhere", "Bad Request: chat not found"),
        (-100999, "Bad Request: chat not found"),
        (1099, "Bad Request: chat not found"),
        (500000101, "Forbidden: bot can't initiate conversation with a user"),
    ],
)
async def test_it_refuses_a_chat(api: Api, chat_id: int | str, words: str) -> None:
    assert await api.refused("sendMessage", chat_id=chat_id, text="x") == words


async def test_a_person_who_has_pressed_start_can_be_written_to_until_they_block(
    group: GroupInABox, api: Api
) -> None:
    group.start_private(500000101)
    await api("sendMessage", chat_id=500000101, text="你好")
    assert group.messages(500000101)[-1].text == "你好"
    group.block(500000101)
    refusal = await api.refused("sendMessage", chat_id=500000101, text="还在吗")
    assert refusal == "Forbidden: bot was blocked by the user"


async def test_a_migrated_group_names_its_new_id(group: GroupInABox, api: Api) -> None:
    old = group.chat_id
    new = group.migrate()
    answer = await api.raw("sendMessage", chat_id=old, text="x")
    assert answer["description"] == ("Bad Request: group chat was upgraded to a supergroup chat")
    assert answer["parameters"] == {"migrate_to_chat_id": new}
    await api("sendMessage", chat_id=new, text="x")


async def test_a_removed_bot_is_told_so(group: GroupInABox, api: Api) -> None:
    group.remove_bot()
    refusal = await api.refused("sendMessage", chat_id=group.chat_id, text="x")
    assert refusal == "Forbidden: bot is not a member of the supergroup chat"


async def test_photos_come_in_size_classes_and_can_be_sent_again_by_id(
    group: GroupInABox, api: Api
) -> None:
    here = {"chat_id": group.chat_id}
    sent = await api("sendPhoto", **here, photo=jpeg(3000, 1500))
    assert [one["width"] for one in sent["photo"]] == [90, 320, 800, 1280, 2560]
    again = await api("sendPhoto", **here, photo=sent["photo"][0]["file_id"])
    assert again["photo"] == sent["photo"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, "there is no photo in the request"),
        ({"photo": b"no picture"}, "IMAGE_PROCESS_FAILED"),
        ({"photo": b""}, "file must be non-empty"),
        ({"photo": "AgACxxx"}, "wrong file identifier/HTTP URL specified"),
        ({"photo": jpeg(), "caption": "字" * 1025}, "message caption is too long"),
    ],
)
async def test_it_refuses_a_photo(
    group: GroupInABox, api: Api, params: dict[str, Any], words: str
) -> None:
    refusal = await api.refused("sendPhoto", chat_id=group.chat_id, **params)
    assert refusal == f"Bad Request: {words}"


async def test_message_numbers_have_no_gap_after_a_refusal(group: GroupInABox, api: Api) -> None:
    first = await api.say()
    await api.refused("sendMessage", chat_id=group.chat_id, text="")
    assert await api.say() == first + 1


async def test_an_unknown_method_and_an_unknown_token(group: GroupInABox, api: Api) -> None:
    assert await api.refused("sendDice") == "Not Found: method not found"
    async with api.session.get(f"{group.base_url}1:x/getMe") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")


async def test_the_clock_of_the_group_dates_the_messages(
    group: GroupInABox, api: Api, time: Time
) -> None:
    time.wind(hours=5)
    sent = await api("sendMessage", chat_id=group.chat_id, text="x")
    assert sent["date"] == int(time.now().timestamp())
