"""Any reply finds its ticket, however old; a number in the words is the fallback."""

from datetime import timedelta

import pytest

from bot.demo import wire
from bot.demo.records import Message
from models.deed import Deed
from models.tables.ticket import Status
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI, FURUI_2, SECRETARY, SHENHE, STRANGER


async def noted(quick: QuickStage, number: int, words: str) -> None:
    """The words have come to this ticket."""
    await quick.group.wait_until(
        lambda: any(words in e.note for d in Deed for e in quick.record(d, number)),
        what=f"{words} at #{number}",
    )


async def digest_of_two(quick: QuickStage) -> Message:
    """Two tickets of one firm that are to be taken, in one reminder."""
    await quick.opened()
    await quick.opened(description="楼上漏水", phone="13912345678", number=2)
    quick.wind(timedelta(minutes=16))
    return await quick.group.wait_for(
        lambda m: "#1" in m.text and "#2" in m.text and "催办" in m.text, what="a digest"
    )


async def test_after_a_restart_and_months(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.wind(timedelta(days=90))
    await quick.restart()
    quick.group.say(FURUI, "收到", reply_to=card)
    await quick.card(saying="办理中")


async def test_to_any_message_about_it(quick: QuickStage) -> None:
    card = await quick.opened()
    form = next(m for m in quick.group.messages() if m.sender.id == CLERK)
    quick.group.say(FURUI, "钥匙在门卫那里", reply_to=form)
    await noted(quick, 1, "钥匙在门卫")
    quick.group.say(SHENHE, "协助 1")
    quick.group.say(FURUI_2, "师傅在开会", reply_to=await quick.said("愿意协助"))
    await noted(quick, 1, "师傅在开会")
    quick.wind(timedelta(minutes=16))
    reminder = await quick.said("还没接单")
    quick.group.say(FURUI, "马上安排", reply_to=reminder)
    await quick.group.wait_until(lambda: "办理中" in card.text)
    private = await quick.private(FURUI, "完整信息")
    quick.group.say(FURUI, "已修好", reply_to=private, chat_id=FURUI)
    await quick.card(saying="已办结")


async def test_below_a_merged_card_it_is_about_the_one_that_stands(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened(phone="13912345678", number=2)
    quick.group.say(CLERK, "并单 2 1")
    merged = await quick.card(2, saying="已并入 #1")
    quick.group.say(FURUI, "钥匙在门卫那里", reply_to=merged)
    await noted(quick, 1, "钥匙在门卫")
    quick.group.say(FURUI, "30分钟到", reply_to=merged)
    await quick.card(1, saying="承诺 09:30")


async def test_a_quoted_line_of_a_digest(quick: QuickStage) -> None:
    digest = await digest_of_two(quick)
    quick.group.say(FURUI, "收到", reply_to=digest, quote="#2 丰翔新城")
    await quick.card(2, saying="办理中")
    assert quick.facts(1).status is Status.DISPATCHED
    quick.group.say(FURUI, "#1 马上安排", reply_to=digest)
    await quick.card(1, saying="办理中")


@pytest.mark.parametrize(
    "words", ["都修好了", "没人手，去不了", "#1 修好了，#2 明天上午去", "#1 已修好，#2 不归我们管"]
)
async def test_an_answer_to_a_digest_is_asked_about_where_it_names_no_ticket_or_two(
    quick: QuickStage, words: str
) -> None:
    quick.group.say(FURUI, words, reply_to=await digest_of_two(quick))
    await quick.private(FURUI, "说到 #1、#2，不知道要办哪一张")
    assert not quick.record(Deed.RESOLVE)


@pytest.mark.parametrize("words", ["收到", "都收到，马上安排", "#1 #2 收到"])
async def test_who_takes_what_a_digest_lists_takes_all_of_it(quick: QuickStage, words: str) -> None:
    said = quick.group.say(FURUI, words, reply_to=await digest_of_two(quick))
    await quick.card(1, saying="办理中")
    await quick.card(2, saying="办理中")
    await quick.group.wait_until(lambda: "👌" in said.reactions.values())


async def test_a_refusal_that_waits_is_not_taken_with_the_rest(quick: QuickStage) -> None:
    digest = await digest_of_two(quick)
    quick.group.say(FURUI, "#2 退单 不是我们小区", reply_to=digest)
    await quick.card(2, saying="退单待裁定")
    quick.group.say(FURUI, "收到", reply_to=digest)
    await quick.card(1, saying="办理中")
    assert quick.facts(2).status is Status.RETURNED


async def test_what_is_done_to_one_may_not_hide_what_is_said_of_the_rest(
    quick: QuickStage,
) -> None:
    quick.group.say(FURUI, "收到，#2 明天上午去", reply_to=await digest_of_two(quick))
    await quick.private(FURUI, "说到 #1、#2，不知道要办哪一张")
    assert {ticket.status for ticket in quick.all_tickets()} == {Status.DISPATCHED}


async def test_a_thumb_below_a_digest_takes_all_of_it(quick: QuickStage) -> None:
    digest = await digest_of_two(quick)
    quick.group.react(SHENHE, digest, "👍")
    quick.group.react(FURUI, digest, "👍")
    await quick.card(1, saying="办理中")
    await quick.card(2, saying="办理中")
    assert {event.actor_id for event in quick.record(Deed.ACKNOWLEDGE)} == {FURUI}


async def test_two_that_are_named_are_mended_at_once(quick: QuickStage) -> None:
    await digest_of_two(quick)
    quick.group.say(FURUI, "#1、#2 都修好了")
    await quick.card(1, saying="已办结")
    await quick.card(2, saying="已办结")


async def test_words_that_name_another_ticket_than_they_reply_to_do_nothing(
    quick: QuickStage,
) -> None:
    card = await quick.opened()
    await quick.opened(description="楼上漏水", phone="13912345678", number=2)
    quick.group.say(FURUI, "#2 已修好", reply_to=card)
    await quick.private(FURUI, "说到 #1、#2，不知道要办哪一张")
    said = quick.group.say(FURUI, "和 #2 是同一处漏水", reply_to=card)
    await noted(quick, 1, "同一处")
    quick.group.edit(FURUI, said, "#2 已修好")
    quick.group.say(FURUI, "备注 1 门卫有钥匙")
    await noted(quick, 1, "门卫有钥匙")
    assert not quick.record(Deed.RESOLVE)


async def test_of_two_numbers_none_is_guessed(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened(description="楼上漏水", phone="13912345678", number=2)
    quick.group.say(FURUI, "#2 已修好，跟 #1 一样")
    await quick.private(FURUI, "说到 #2、#1，不知道要办哪一张")
    quick.group.say(FURUI, "#1 #7 已修好")
    await quick.private(FURUI, "说到 #1、#7")
    quick.group.join(quick.group.world.state.people[STRANGER])
    quick.group.say(STRANGER, "#2 #1 已修好")
    quick.group.say(FURUI, "备注 1 门卫有钥匙")
    await noted(quick, 1, "门卫有钥匙")
    assert not quick.record(Deed.RESOLVE)
    assert not [m for m in quick.group.messages() if "不知道要办" in m.text]


async def test_the_number_of_a_merged_ticket_names_the_one_that_stands(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened(phone="13912345678", number=2)
    quick.group.say(CLERK, "并单 2 1")
    await quick.card(2, saying="已并入 #1")
    quick.group.say(FURUI, "#2 已修好")
    await quick.card(saying="已办结")


async def test_a_number_in_the_words_is_enough(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, "#1 已修好")
    await quick.card(saying="已办结")
    quick.group.say(FURUI, "17号楼也修好了")
    quick.group.say(SECRETARY, "#1 什么时候通知的？")
    quick.group.say(FURUI, "备注 1 门卫有钥匙")
    await noted(quick, 1, "门卫有钥匙")
    assert len(quick.record(Deed.RESOLVE)) == 1
    assert not [event for event in quick.record(Deed.NOTE) if event.actor_id == SECRETARY]


async def test_a_number_that_there_is_not_is_said_to_be_none(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.join(quick.group.world.state.people[STRANGER])
    quick.group.say(STRANGER, "#99 已修好")
    quick.group.say(FURUI, "#99 已修好")
    await quick.private(FURUI, "没有 #99 这张工单")
    await quick.settled()
    assert not [m for m in quick.group.messages() if "没找到" in m.text]


async def test_after_the_group_has_moved(quick: QuickStage) -> None:
    old = await quick.opened()
    quick.group.migrate()
    quick.group.say(FURUI, "#1 收到")
    anew = await quick.card(saying="办理中")
    assert anew.chat_id == quick.group.chat_id != old.chat_id
    quick.group.say(FURUI, "已修好", reply_to=anew)
    await quick.group.wait_until(lambda: "已办结" in anew.text)
    await quick.opened(description="楼道灯不亮", phone="13912345678", number=2)


async def test_to_a_card_where_the_group_was_before(quick: QuickStage) -> None:
    """From the new group a client replies to the old one's message as to another chat's."""
    old = await quick.opened()
    quick.group.migrate()
    world = quick.group.world
    said = quick.group.say(FURUI, "收到")  # as the client would send it, but for the reply
    answered = {
        "origin": {"type": "user", "date": 1, "sender_user": wire.user(old.sender)},
        "chat": wire.chat(world.state, world.state.chats[old.chat_id]),
        "message_id": old.message_id,
    }
    body = wire.message(world.state, said) | {"external_reply": answered}
    world.tell_bot("message", quick.group.chat_id, body)
    anew = await quick.card(saying="办理中")
    assert anew.chat_id == quick.group.chat_id
    assert "已登记" in await quick.group.press(FURUI, anew, "已联系")


async def test_an_edited_reply_counts_as_it_says_now(quick: QuickStage) -> None:
    card = await quick.opened()
    reply = quick.group.say(FURUI, "收倒", reply_to=card)
    await noted(quick, 1, "收倒")
    quick.group.edit(FURUI, reply, "收到")
    await quick.card(saying="办理中")
    quick.group.edit(FURUI, reply, "收到，下午4点到")
    await quick.card(saying="承诺 16:00")


async def test_a_reaction_takes_it(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.react(SHENHE, card, "👍")
    quick.group.react(CLERK, card, "👍")
    await quick.settled()
    assert quick.facts().status is Status.DISPATCHED
    quick.group.react(FURUI, card, "👍")
    await quick.card(saying="办理中")


async def test_chatter_is_let_be(quick: QuickStage) -> None:
    card = await quick.opened()
    said = len(quick.group.messages())
    quick.group.say(CLERK, "好的", reply_to=card)
    quick.group.say(SHENHE, "收到", reply_to=card)
    quick.group.say(DISPATCHER, "今天食堂有红烧肉")
    quick.group.join(quick.group.world.state.people[STRANGER])
    quick.group.say(STRANGER, "已修好", reply_to=card)
    note = quick.group.say(FURUI, "居民电话打不通", reply_to=card)
    await noted(quick, 1, "居民电话打不通")
    quick.group.edit(FURUI, note, "居民电话打不通！")
    quick.group.say(FURUI, "备注 1 门卫有钥匙")
    await noted(quick, 1, "门卫有钥匙")
    await quick.settled()
    assert len(quick.group.messages()) == said + 7  # six words and Telegram's line of a coming
    assert len([event for event in quick.record(Deed.NOTE) if event.actor_id == FURUI]) == 2
    assert not quick.record(Deed.DENY)
    assert quick.facts().status is Status.DISPATCHED
    assert not quick.record(Deed.OFFER)


async def test_chatter_that_begins_as_a_command_does_is_let_be(quick: QuickStage) -> None:
    card = await quick.opened()
    said = len(quick.group.messages())
    quick.group.say(SHENHE, "登记 了吗？")
    quick.group.say(SHENHE, "邀请 各位周五开会")
    quick.group.say(DISPATCHER, "规则 大家都清楚吧")
    quick.group.say(FURUI, "记录 一下：明天停水", reply_to=card)
    await noted(quick, 1, "记录 一下：明天停水")
    await quick.settled()
    assert len(quick.group.messages()) == said + 4
    assert not quick.record(Deed.DENY)


async def test_nobody_knows_who_an_anonymous_administrator_is(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.anonymous_say("收到", reply_to=card)
    await quick.said("认不出您是谁")
    assert quick.facts().status is Status.DISPATCHED


async def test_a_deeds_own_word_in_reply_needs_no_number(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(DISPATCHER, "挂账，等大修基金", reply_to=card)
    assert "原因：等大修基金" in (await quick.card(saying="挂账")).text
    quick.group.say(FURUI, "恢复 供水了", reply_to=card)  # a remark about the water
    await noted(quick, 1, "恢复 供水了")
    assert quick.facts().status is Status.ON_HOLD
    quick.group.say(DISPATCHER, "恢复", reply_to=card)
    await quick.card(saying="待接单")
    quick.group.say(DISPATCHER, "作废 重复报修", reply_to=await quick.card())
    await quick.card(saying="已作废")
    (cancelled,) = quick.record(Deed.CANCEL)
    assert cancelled.note == "重复报修"


async def test_a_deeds_own_word_in_reply_to_chatter_is_chatter(quick: QuickStage) -> None:
    await quick.opened()
    chat = quick.group.say(CLERK, "今天停水吗")
    quick.group.say(DISPATCHER, "恢复", reply_to=chat)
    await quick.settled()
    assert len([m for m in quick.group.messages() if m.sender.is_bot]) == 1  # the card


async def test_the_dispatcher_names_another_firm_below_any_message(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "转给申和物业", reply_to=card)  # not a lead's to rule
    await quick.settled()
    assert not quick.record(Deed.REASSIGN)
    quick.group.say(DISPATCHER, "转给申和物业", reply_to=card)
    await quick.said("🏢 申和物业")
    assert len(quick.record(Deed.REASSIGN)) == 1


async def test_a_mark_or_a_new_line_behind_a_command_parts_as_a_space_does(
    quick: QuickStage,
) -> None:
    await quick.opened()
    quick.group.say(FURUI, "接单1")
    await quick.card(saying="办理中")
    quick.group.say(FURUI, "/done 1\n已更换水管")
    card = await quick.card(saying="已办结")
    quick.group.say(CLERK, "重办，还在漏", reply_to=card)
    await quick.card(saying="重办第 1 次")
    quick.group.say(FURUI, "办结 1，已修好")
    await quick.group.wait_until(lambda: len(quick.record(Deed.RESOLVE)) == 2)
    assert [event.note for event in quick.record(Deed.RESOLVE)] == ["已更换水管", "已修好"]
    quick.group.say(CLERK, "登记\n小区丰翔新城\n地址3号502室\n电话13912345678\n内容厨房漏水")
    await quick.card(2)


async def test_a_promise_with_a_number_needs_no_reply(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, "#1 半小时到")
    await quick.card(saying="承诺 09:30")


async def test_a_call_for_help_needs_no_words(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "求助", reply_to=card)
    called = await quick.said("🆘 #1")
    assert "求助：" not in called.text
