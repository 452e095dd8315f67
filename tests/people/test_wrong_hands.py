"""Deeds in wrong hands, by every way there is: refused with a sentence, on record, nothing done."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo import wire
from bot.demo.cast import Person
from bot.demo.records import Message
from models.deed import Deed
from models.tables.ticket import Status
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SECRETARY, SHENHE, STRANGER

HIDDEN, CHANNEL = 1087968824, 136817688  # in whose name Telegram lets nobody-knows-whom write
ANONYMOUS = "我认不出您是谁"
Try = Callable[[QuickStage, Message], Awaitable[str]]


def press(user_id: int, button: str) -> Try:
    async def attempt(quick: QuickStage, card: Message) -> str:
        return await quick.group.press(user_id, card, button)

    return attempt


def forge(user_id: int, data: str) -> Try:
    """`{}` stands for the ticket."""

    async def attempt(quick: QuickStage, card: Message) -> str:
        return await quick.group.forge(user_id, card, data.format(quick.facts().id))

    return attempt


def write(user_id: int, text: str) -> Try:
    async def attempt(quick: QuickStage, card: Message) -> str:
        quick.group.start_private(user_id)
        quick.group.say(user_id, text)
        return (await _answer(quick, user_id)).text

    return attempt


async def _answer(quick: QuickStage, chat_id: int) -> Message:
    """The refusal, in private; the greeting and /help come before it."""
    return await quick.group.wait_for(
        lambda m: (
            m.sender.is_bot and ("来做" in m.text or "名册上" in m.text or "转发来的" in m.text)
        ),
        chat_id=chat_id,
        what="a refusal",
    )


async def forwarded(quick: QuickStage, card: Message) -> str:
    quick.group.start_private(SHENHE)
    quick.group.forward(SHENHE, quick.group.say(STRANGER, "/done 1"))
    return (await _answer(quick, SHENHE)).text


async def anonymous_command(quick: QuickStage, card: Message) -> str:
    quick.group.anonymous_say("/done 1")
    return (await quick.said(ANONYMOUS)).text


async def anonymous_reply(quick: QuickStage, card: Message) -> str:
    quick.group.anonymous_say("已修好", reply_to=card)
    return (await quick.said(ANONYMOUS)).text


async def channel_post(quick: QuickStage, card: Message) -> str:
    """A channel speaks in the group."""
    world = quick.group.world
    body = wire.message(world.state, card) | {
        "from": {"id": CHANNEL, "is_bot": True, "first_name": "Channel"},
        "sender_chat": {"id": -100777, "type": "channel", "title": "某频道"},
        "text": "/cancel 1",
    }
    world.tell_bot("message", quick.group.chat_id, body)
    return (await quick.said(ANONYMOUS)).text


async def from_outside(quick: QuickStage, card: Message) -> str:
    """A lead who has left the group presses a button of an old card."""
    quick.group.leave(FURUI)
    world = quick.group.world
    query_id, answer = world.presses.begin()
    person = world.state.people[FURUI]
    data = f"acknowledge:{quick.facts().id}"
    body = wire.callback_query(world.state, query_id, person, card, data)
    world.tell_bot("callback_query", quick.group.chat_id, body)
    return (await asyncio.wait_for(answer, 10)).text


async def left_dispatcher(quick: QuickStage, card: Message) -> str:
    """A dispatcher who has left writes in private; the config still names them."""
    quick.group.leave(DISPATCHER)
    quick.group.start_private(DISPATCHER)
    quick.group.say(DISPATCHER, "/cancel 1", chat_id=DISPATCHER)
    return (await _answer(quick, DISPATCHER)).text


@pytest.fixture
async def quick(tmp_path: Path) -> AsyncIterator[QuickStage]:
    """With somebody in the group who is nothing to the federation."""
    own = QuickStage(tmp_path)
    await own.start()
    own.group.join(own.group.world.state.people[STRANGER])
    yield own
    await own.stop()


@pytest.mark.parametrize(
    ("attempt", "actor", "said"),
    [
        (press(STRANGER, "接单"), STRANGER, "您还不在花名册上"),
        (press(SHENHE, "接单"), SHENHE, "接单要由承办单位的负责人来做"),
        (press(CLERK, "接单"), CLERK, "接单要由承办单位的负责人来做"),
        (press(SECRETARY, "办结"), SECRETARY, "办结要由"),
        (forge(SHENHE, "resolve:{}"), SHENHE, "办结要由承办单位的负责人"),
        (forge(FURUI, "send_back:{}"), FURUI, "退回要由派单员来做"),
        (forge(CLERK, "grant:{}"), CLERK, "同意延期要由派单员来做"),
        (forge(FURUI, "reassign:{}:1"), FURUI, ""),
        (forge(FURUI, "acknowledge:424242"), FURUI, "这个按钮已失效"),
        (forge(FURUI, "answer:{}:satisfied"), FURUI, "登记回访要由值班客服"),
        (forge(FURUI, "in:1"), FURUI, "这个按钮已失效"),
        (write(STRANGER, "/done 1"), STRANGER, "您还不在花名册上"),
        (write(SHENHE, "办结 1"), SHENHE, "办结要由承办单位的负责人"),
        (write(CLERK, "/reassign 1 申和物业"), CLERK, "转派要由派单员来做"),
        (write(FURUI, "/bind 复瑞物业"), FURUI, "这要由"),
        (forwarded, SHENHE, "转发来的命令不算数"),
        (anonymous_command, HIDDEN, ANONYMOUS),
        (anonymous_reply, HIDDEN, ANONYMOUS),
        (channel_post, CHANNEL, ANONYMOUS),
        (from_outside, FURUI, "您还不在花名册上"),
        (left_dispatcher, DISPATCHER, "您还不在花名册上"),
    ],
)
async def test_it_is_refused_with_a_sentence_and_on_record(
    quick: QuickStage, attempt: Try, actor: int, said: str
) -> None:
    card = await quick.opened()
    before = quick.facts().version
    assert said in await attempt(quick, card)
    await quick.settled()
    await quick.group.wait_until(lambda: bool(quick.record(Deed.DENY)), seconds=5, what="a record")
    assert actor in {event.actor_id for event in quick.record(Deed.DENY)}
    facts = quick.facts()
    assert (facts.status, facts.version) == (Status.DISPATCHED, before)


async def test_an_old_button_says_that_it_is_too_late(quick: QuickStage) -> None:
    card = await quick.opened()
    ticket = quick.facts().id
    quick.group.say(DISPATCHER, "/cancel 1 误报")
    await quick.card(saying="已作废")
    for data in ("acknowledge", "resolve", "refuse", "offer"):
        user_id = SHENHE if data == "offer" else FURUI
        assert "已作废" in await quick.group.forge(user_id, card, f"{data}:{ticket}"), data
    assert quick.facts().status is Status.CANCELLED


OTHER = Person(8001, "别的机器人", "other_bot", is_bot=True)


async def test_another_bot_is_not_listened_to(quick: QuickStage) -> None:
    """Nor answered: two bots would talk for ever. The record has it once a day."""
    card = await quick.opened()
    quick.group.join(OTHER)
    quick.group.say(OTHER.id, "小区：丰翔新城\n电话：13812345678\n内容：漏水")
    quick.group.say(OTHER.id, "收到，马上安排", reply_to=card)
    await _noted(quick, card, 1)
    assert not quick.record(Deed.DENY)
    for day in (1, 2):
        for _ in range(3):
            quick.group.say(OTHER.id, "/done 1")
        await _noted(quick, card, day + 1)
        assert len(quick.record(Deed.DENY)) == day
        quick.wind(timedelta(days=1))
    written = [m for m in quick.group.messages() if m.sender.id == OTHER.id][-1]
    answered = [m for m in quick.group.messages() if m.reply_to in {written.message_id}]
    assert not answered
    assert quick.facts().status is Status.DISPATCHED
    quick.group.say(SECRETARY, "/audit", chat_id=SECRETARY)
    assert "@other_bot done" in (await quick.private(SECRETARY, "操作记录")).text


async def _noted(quick: QuickStage, card: Message, count: int) -> None:
    """A firm's words, the so-many-th: once they are on record, all before them has been seen."""
    quick.group.say(FURUI, f"第{count}句", reply_to=card)
    await quick.group.wait_until(lambda: len(quick.record(Deed.NOTE, 1)) == count, what="a note")


async def test_whom_another_bot_sends_out_is_gone(quick: QuickStage) -> None:
    """A bot that guards the group tells of it in its own name."""
    rung = [[entity.user_id for entity in (await quick.opened()).entities]]
    world = quick.group.world
    body = {
        "chat": wire.chat(world.state, world.state.chats[quick.group.chat_id]),
        "from": wire.user(OTHER),
        "date": 1,
        "old_chat_member": {"status": "member", "user": wire.user(world.state.people[FURUI])},
        "new_chat_member": {"status": "left", "user": wire.user(world.state.people[FURUI])},
    }
    world.tell_bot("chat_member", quick.group.chat_id, body)
    card = await quick.opened(description="楼道灯不亮", phone="13912345678", number=2)
    rung.append([entity.user_id for entity in card.entities])
    assert [FURUI in ids for ids in rung] == [True, False]
