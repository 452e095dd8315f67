"""People come to a firm and go, played in the group in a box with the unchanged bot."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

import jobs.roster
from bot.demo.cast import ROSTER, Person
from bot.demo.records import Message
from bot.ocr import ReaderPool
from bot.roster_file import RosterFile, read_roster
from bot.services.roster import stored
from bot.services.roster.importing import apply
from bot.services.scope import scopes
from bot.services.work import Work
from tests.people.cast import SHANGHAI
from tests.stories.stage import DISPATCHER, FURUI, FURUI_2, SECRETARY, STRANGER, Stage

NEW = 7001
LINK = re.compile(r"https://t\.me/\S+start=join_\S+")


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """Nobody posts a photo here, so no reader is loaded."""
    monkeypatch.setattr(ReaderPool, "start", _nothing)
    own = Stage(tmp_path)
    await own.start()
    own.group.join(own.group.world.state.people[STRANGER])
    yield own
    await own.stop()


async def _nothing(pool: ReaderPool) -> None:
    pass


def _come(stage: Stage) -> None:
    stage.group.join(Person(NEW, "小万", "xiao_wan"))


async def _link(stage: Stage, words: str = "复瑞物业") -> str:
    """A personal link, as the secretary-general gets it in private."""
    stage.group.start_private(SECRETARY)
    stage.group.say(SECRETARY, f"/invite {words}", chat_id=SECRETARY)
    told = await stage.said("请只发给本人", chat_id=SECRETARY)
    found = LINK.search(told.text)
    assert found is not None
    return found[0]


async def _tag(stage: Stage, user_id: int, tag: str) -> None:
    tags = stage.group.world.state.tags
    await stage.group.wait_until(lambda: tags.get(user_id, "") == tag, 10, f"the tag {tag!r}")


async def _whoami(stage: Stage, user_id: int, words: str) -> Message:
    stage.group.say(user_id, "/whoami")
    return await stage.said(words)


async def test_a_link_makes_a_lead_who_is_mentioned_and_tagged(stage: Stage) -> None:
    _come(stage)
    stage.group.follow(NEW, await _link(stage))
    await stage.said("您已是 复瑞物业 的负责人", chat_id=NEW)
    await _tag(stage, NEW, "复瑞物业")
    card = await stage.ticket()
    assert "@xiao_wan" in card.text
    await stage.said("13812345678", chat_id=NEW)


async def test_a_used_link_binds_nobody_else_and_says_why(stage: Stage) -> None:
    _come(stage)
    link = await _link(stage)
    stage.group.follow(NEW, link)
    await stage.said("您已是", chat_id=NEW)
    stage.group.follow(STRANGER, link)
    await stage.said("已经用过", chat_id=STRANGER)
    await _whoami(stage, STRANGER, "还不在花名册上")


async def test_no_link_is_ever_shown_in_the_group(stage: Stage) -> None:
    stage.group.say(SECRETARY, "/invite 复瑞物业")
    await stage.said("加入链接只在私聊里给", chat_id=SECRETARY)
    stage.group.start_private(SECRETARY)
    asked = stage.group.say(SECRETARY, "/invite 复瑞物业")
    await stage.said("请只发给本人", chat_id=SECRETARY)
    await stage.group.wait_until(
        lambda: bool(stage.group.message(asked).reactions), 10, "a quiet sign in the group"
    )
    assert not [m for m in stage.group.messages() if "start=join_" in m.text]


async def test_a_link_is_forgotten_once_it_is_told(stage: Stage) -> None:
    _come(stage)
    token = (await _link(stage)).partition("join_")[2]
    assert token
    await _kept_nowhere(stage, token)
    stage.group.start_private(NEW, f"join_{token}")
    await stage.said("您已是 复瑞物业 的负责人", chat_id=NEW)
    await _kept_nowhere(stage, token)


async def _kept_nowhere(stage: Stage, token: str) -> None:
    """In no row of any table, once what was sent and heard is settled."""
    for _ in range(100):
        if token not in stage.stored():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(stage.stored())


async def test_who_has_blocked_the_bot_gets_no_link_in_the_group(stage: Stage) -> None:
    stage.group.start_private(SECRETARY)
    stage.group.say(SECRETARY, "/whoami", chat_id=SECRETARY)
    await stage.said("秘书长", chat_id=SECRETARY)
    stage.group.world.state.chats[SECRETARY].blocked = True  # and Telegram has not told us yet
    stage.group.say(SECRETARY, "/invite 复瑞物业")
    await stage.said("加入链接只在私聊里给")
    assert not [m for m in stage.group.messages() if "start=join_" in m.text]


async def test_only_those_above_give_links_and_bind(stage: Stage) -> None:
    stage.group.say(FURUI, "/invite 复瑞物业")
    await stage.said("这要由", chat_id=FURUI)
    hello = stage.group.say(STRANGER, "你好")
    stage.group.say(FURUI_2, "/bind 复瑞物业", reply_to=hello)
    await stage.said("这要由")  # in the group: 徐磊 has not pressed Start
    await _whoami(stage, STRANGER, "还不在花名册上")


async def test_bind_and_unbind_by_reply(stage: Stage) -> None:
    hello = stage.group.say(STRANGER, "你好")
    stage.group.say(SECRETARY, "/bind 复瑞物业", reply_to=hello)
    bound = await stage.said("路人老王 现在是 复瑞物业 的负责人")
    assert "还没点过 Start" in bound.text
    stage.group.follow(STRANGER, "https://t.me/" + bound.text.split("https://t.me/")[1].split()[0])
    await stage.said("您可以做的事", chat_id=STRANGER)
    stage.group.say(SECRETARY, "/bind 复瑞物业", reply_to=hello)
    await stage.group.wait_until(
        lambda: sum("现在是 复瑞物业" in m.text for m in stage.group.messages()) == 2
    )
    assert "还没点过 Start" not in stage.group.messages()[-1].text
    await _tag(stage, STRANGER, "复瑞物业")
    await _whoami(stage, STRANGER, "复瑞物业 负责人")
    stage.group.say(DISPATCHER, "/unbind", reply_to=hello)
    await stage.said("路人老王 不再是 复瑞物业 的负责人")
    await _tag(stage, STRANGER, "")


async def test_who_is_bound_away_from_a_firm_is_said_to_lead_it_no_more(stage: Stage) -> None:
    here = stage.group.say(FURUI, "在")
    stage.group.say(SECRETARY, "/bind 申和物业", reply_to=here)
    await stage.said("现在是 申和物业 的负责人。原来在 复瑞物业，那边不再是")
    stage.group.say(SECRETARY, "/bind 复瑞物业", reply_to=here)
    await stage.said("现在是 复瑞物业 的负责人。原来在 申和物业")
    stage.group.say(SECRETARY, "/bind 复瑞物业", reply_to=here)
    await stage.group.wait_until(
        lambda: (
            stage.group.messages()[-1].text.startswith("陈晓东 现在是 复瑞物业 的负责人。")
            and "原来在" not in stage.group.messages()[-1].text
        )
    )


async def test_a_bind_without_a_reply_or_of_the_bot_says_how(stage: Stage) -> None:
    stage.group.say(SECRETARY, "/bind 复瑞物业")
    answer = await stage.said("请回复那个人的消息，写 /bind")
    stage.group.say(SECRETARY, "/unbind", reply_to=answer)
    await stage.said("请回复那个人的消息，写 /unbind")
    hello = stage.group.say(STRANGER, "你好")
    stage.group.say(SECRETARY, "/bind 复瑞物业 王五", reply_to=hello)
    await stage.said("没有待加入的「王五」")


async def test_a_firm_that_nobody_is_called_is_said_to_be_unknown(stage: Stage) -> None:
    hello = stage.group.say(STRANGER, "你好")
    stage.group.say(SECRETARY, "/bind <复端物业>", reply_to=hello)
    await stage.said("没找到公司「<复端物业>」，或不止一家。请写全称，如 /bind 复瑞物业")
    stage.group.say(SECRETARY, "/invite 物业", chat_id=SECRETARY)
    await stage.said("没找到公司「物业」，或不止一家。请写全称，如 /invite", chat_id=SECRETARY)


async def test_who_takes_the_last_lead_from_a_firm_is_told(stage: Stage) -> None:
    stage.group.say(SECRETARY, "/unbind", reply_to=stage.group.say(FURUI_2, "在"))
    first = await stage.said("徐磊 不再是 复瑞物业 的负责人")
    assert "没有负责人了" not in first.text
    here = stage.group.say(FURUI, "在")
    stage.group.say(SECRETARY, "/bind 申和物业", reply_to=here)
    await stage.said(
        "那边不再是。绑错了就回复同一条消息：/bind 复瑞物业\n⚠️ 复瑞物业 在群里没有负责人了"
    )
    stage.group.say(SECRETARY, "/bind 复瑞物业", reply_to=here)
    moved = await stage.said("原来在 申和物业")
    assert "没有负责人了" not in moved.text
    stage.group.say(SECRETARY, "/unbind", reply_to=here)
    await stage.said("陈晓东 不再是 复瑞物业 的负责人。\n⚠️ 复瑞物业 在群里没有负责人了")


async def test_an_anonymous_administrator_is_told_that_nobody_knows_who_it_is(
    stage: Stage,
) -> None:
    hidden = stage.group.anonymous_say("大家好")
    stage.group.say(SECRETARY, "/bind 复瑞物业", reply_to=hidden)
    await stage.said("以群或频道名义发言的人认不出是谁，不能绑定")
    stage.group.anonymous_say("/unbind", reply_to=stage.group.say(FURUI, "在"))
    await stage.said("我认不出您是谁")
    await _whoami(stage, FURUI, "复瑞物业 负责人")


async def test_the_last_lead_leaves_and_is_said_to_and_comes_back(stage: Stage) -> None:
    stage.group.leave(FURUI)
    stage.group.leave(FURUI_2)
    said = await stage.said("复瑞物业 在群里没有负责人了")
    assert "徐磊" in said.text
    assert SECRETARY in [e.user_id for e in said.entities], "who can mend it is mentioned"
    stage.group.join(stage.group.world.state.people[FURUI])
    await _tag(stage, FURUI, "复瑞物业")
    card = await stage.ticket()
    rung = [e.user_id for e in card.entities if e.user_id is not None]
    assert rung == [FURUI]
    assert len([m for m in stage.group.messages() if "没有负责人了" in m.text]) == 1


async def test_an_open_card_names_the_leads_that_there_are(stage: Stage) -> None:
    card = await stage.ticket()
    assert FURUI in [e.user_id for e in card.entities]
    stage.group.leave(FURUI)
    await stage.group.wait_until(lambda: FURUI not in [e.user_id for e in card.entities])
    stage.group.join(stage.group.world.state.people[FURUI])
    await stage.group.wait_until(lambda: FURUI in [e.user_id for e in card.entities])
    stage.group.say(SECRETARY, "/bind 申和物业", reply_to=stage.group.say(FURUI, "在"))
    await stage.group.wait_until(lambda: FURUI not in [e.user_id for e in card.entities])


async def test_the_only_dispatcher_leaves_and_is_said_to(stage: Stage) -> None:
    stage.group.leave(DISPATCHER)
    said = await stage.said("群里没有派单员了")
    assert SECRETARY in [e.user_id for e in said.entities], "who can mend it is mentioned"


async def test_a_changed_username_is_mentioned_from_the_next_word_on(stage: Stage) -> None:
    stage.group.rename(FURUI, username="chen_new")
    await _whoami(stage, FURUI, "复瑞物业 负责人")
    assert "@chen_new" in (await stage.ticket()).text


async def test_on_its_day_a_roster_comes_into_force_and_those_above_are_told(stage: Stage) -> None:
    read = read_roster(ROSTER)
    new = RosterFile(tuple(r for r in read.rows if r.firm != "复瑞物业"))
    parts, tomorrow = stage.app.parts, stage.clock.now().astimezone(SHANGHAI) + timedelta(days=1)

    def take_in(session: Session) -> None:
        (own,) = scopes(session, parts.settings)
        now = parts.clock.now()
        apply(Work(session, own, now), stored.plan(session, own, new, now, tomorrow.date()))

    await stage.ticket()
    await parts.db.run(take_in)
    await jobs.roster.run(parts)
    assert not [m for m in stage.group.messages() if "今天起生效" in m.text]
    stage.wind(timedelta(days=1))
    await jobs.roster.run(parts)
    said = await stage.said("今天起生效的花名册变更已办好")
    assert "复瑞物业 退出时还有 1 张未结工单，请派单员转派" in said.text
    assert f"@{stage.group.world.state.people[SECRETARY].username}" in said.text
    await _whoami(stage, FURUI, "还不在花名册上")
