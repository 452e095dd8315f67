"""Every answer and every update is one that the published schema knows."""

from bot.demo import wire
from bot.demo.cast import Person
from bot.demo.group import GroupInABox
from bot.demo.methods import METHODS
from tests.box.conftest import ALL_UPDATES, Api, jpeg, keyboard


async def test_every_method_answers_by_the_schema(group: GroupInABox, api: Api) -> None:
    await _talk(group, api)
    await _look_around(group, api)
    assert {call.method for call in group.calls if call.answer and call.answer["ok"]} == set(
        METHODS
    )


async def _talk(group: GroupInABox, api: Api) -> None:
    here = {"chat_id": group.chat_id}
    html = '<b>工单</b> <a href="tg://user?id=500000101">徐磊</a> @chenxd_furui <code>17</code>'
    text = await api.say(html, parse_mode="HTML", reply_markup=keyboard("接单"))
    photo = await api(
        "sendPhoto", **here, photo=jpeg(), caption="看 <i>这里</i>", parse_mode="HTML"
    )
    await api("sendDocument", **here, document=b"a,b", caption="表")
    media = [{"type": "photo", "media": "attach://one"}, {"type": "photo", "media": "attach://two"}]
    await api("sendMediaGroup", **here, media=media, one=jpeg(), two=jpeg(colour="blue"))
    await api("sendChatAction", **here, action="typing")
    at = here | {"message_id": text}
    await api("editMessageText", **at, text="新", reply_markup=keyboard("接单"))
    await api("editMessageReplyMarkup", **at, reply_markup=keyboard("接单", "退单"))
    await api("editMessageCaption", **here, message_id=photo["message_id"], caption="新")
    media_new = {"type": "photo", "media": "attach://new"}
    await api(
        "editMessageMedia", **here, message_id=photo["message_id"], media=media_new, new=jpeg()
    )
    await api("setMessageReaction", **at, reaction=[{"type": "emoji", "emoji": "👀"}])
    await api("pinChatMessage", **at)
    await api("getChat", **here)
    await api("unpinChatMessage", **at)
    query_id, _ = group.world.presses.begin()
    await api("answerCallbackQuery", callback_query_id=query_id, text="好")
    await api("getFile", file_id=photo["photo"][-1]["file_id"])
    await api("deleteMessage", **at)


async def _look_around(group: GroupInABox, api: Api) -> None:
    here = {"chat_id": group.chat_id}
    await api("getMe")
    await api("getUpdates")
    await api("getChat", chat_id=1001)
    for user_id in (1001, 1003, 1099, group.bot_id):
        await api("getChatMember", **here, user_id=user_id)
    await api("getChatAdministrators", **here)
    await api("getChatMemberCount", **here)
    await api("setChatMemberTag", **here, user_id=500000100, tag="复瑞物业")
    await api("getChatMember", **here, user_id=500000100)
    await api("setMyCommands", commands=[{"command": "done", "description": "办结"}])
    await api("getMyCommands")
    await api("deleteMyCommands")
    await api("setWebhook", url="http://127.0.0.1:9/hook", allowed_updates=["message"])
    await api("getWebhookInfo")
    await api("deleteWebhook")


async def test_every_update_is_one_by_the_schema(group: GroupInABox, api: Api) -> None:
    await api.updates(allowed_updates=ALL_UPDATES)
    card = await api.say("工单 <b>17</b>", parse_mode="HTML", reply_markup=keyboard("接单"))
    await api("setChatMemberTag", chat_id=group.chat_id, user_id=1001, tag="值班")
    said = group.say(1001, "收到 @chenxd_furui /done #报修", reply_to=card, quote="工单")
    group.edit(1001, said, "马上安排")
    group.photo(1001, jpeg(1300, 700), caption="漏水")
    group.document(1001, b"%PDF", "a.pdf", "application/pdf")
    group.album(1001, [jpeg(), jpeg()], as_documents=True)
    group.forward(500000100, said)
    group.anonymous_say("通知")
    group.react(500000100, card, "👍")
    group.react(500000100, card, None)
    group.start_private(500000101, "abc")
    group.block(500000101)
    group.start_private(500000101)
    group.join(Person(77, "新来的", None, "stranger"))
    group.leave(77)
    await api("pinChatMessage", chat_id=group.chat_id, message_id=card)
    group.make_admin(False)
    group.make_admin(True)
    group.world.tell_bot("callback_query", group.chat_id, _pressed(group, card))
    group.migrate()
    kinds = [kind for update in await api.updates() for kind in update if kind != "update_id"]
    assert set(kinds) == set(ALL_UPDATES)
    assert len(kinds) == 24


def _pressed(group: GroupInABox, card: int) -> dict[str, object]:
    """What a press puts into the queue, without waiting for its answer."""
    who = group.world.state.people[1001]
    return wire.callback_query(group.world.state, "1", who, group.message(card), "接单")
