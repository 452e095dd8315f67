"""/ticket /mine /open /find."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session, select

from bot.demo.records import Message
from bot.services import tickets
from bot.services.scope import scopes
from models.deed import Deed
from models.tables.ticket import Ticket
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SECRETARY, SHENHE


async def test_the_whole_history_in_order(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.wind(timedelta(minutes=5))
    await quick.group.press(FURUI, card, "接单")
    await quick.labelled(card, "已联系")
    quick.wind(timedelta(minutes=5))
    await quick.group.press(FURUI, card, "已联系")
    quick.wind(timedelta(minutes=5))
    quick.group.say(FURUI, "办结 1 换了水管")
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "/ticket 1")
    story = (await quick.said("经过")).text
    steps = [
        story.index(word)
        for word in ("02 09:00 派单", "02 09:05 接单", "02 09:10", "02 09:15 办结")
    ]
    assert steps == sorted(steps)
    assert "陈晓东：换了水管" in story
    assert "派单 值班客服小沈：→ 复瑞物业" in story
    assert "总用时 15 分钟" in story


@pytest.mark.parametrize(
    ("ending", "ended"),
    [("作废 1 误报", "已作废"), ("并单 1 2", "已并入"), ("挂账 1 等基金", "挂账")],
)
async def test_the_clock_stops_when_a_ticket_ends(
    quick: QuickStage, ending: str, ended: str
) -> None:
    await quick.opened()
    await quick.opened(phone="13712345678", number=2)
    quick.wind(timedelta(hours=3))
    quick.group.say(DISPATCHER, ending)
    await quick.card(saying=ended)
    quick.wind(timedelta(days=90))
    quick.group.say(SECRETARY, "/ticket 1")
    length = "90 天" if ended == "挂账" else "3 小时"
    assert f"总用时 {length}（复瑞物业 {length}）" in (await quick.said("经过")).text


async def test_a_long_history_is_told_from_its_newest_lines(quick: QuickStage) -> None:
    card = await quick.opened()
    for number in range(30):
        quick.group.say(FURUI, f"第{number}次备注 " + "水管" * 100, reply_to=card)
    await quick.group.wait_until(lambda: len(quick.record(Deed.NOTE, 1)) == 30, what="30 notes")
    quick.group.say(CLERK, "/ticket 1")
    story = (await quick.said("经过")).text
    assert "第29次备注" in story
    assert "第0次备注" not in story
    assert story.index("经过") < story.index("……更早的列不下了") < story.index("第29次备注")
    quick.group.start_private(SHENHE)
    quick.group.say(DISPATCHER, "转派 1 申和物业")
    handed_on = (await quick.private(SHENHE, "13812345678")).text
    assert "第29次备注" in handed_on
    assert "……更早的列不下了" in handed_on


async def test_a_history_that_fits_is_told_whole(quick: QuickStage) -> None:
    card = await quick.opened()
    for number in range(60):
        quick.group.say(FURUI, f"第{number}次备注", reply_to=card)
    await quick.group.wait_until(lambda: len(quick.record(Deed.NOTE, 1)) == 60, what="60 notes")
    quick.group.say(CLERK, "/ticket 1")
    story = (await quick.said("经过")).text
    assert "第0次备注" in story
    assert "列不下" not in story


async def test_lists(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened("洛场新村", "楼道灯漏水", phone="13912345678", number=2)
    quick.group.say(FURUI, "我的工单")
    mine = await quick.said("复瑞物业 未结 1 件")
    assert "#1 丰翔新城" in mine.text
    quick.group.say(SHENHE, "/mine")
    assert "#2" in (await quick.said("申和物业 未结 1 件")).text
    quick.group.say(DISPATCHER, "未结")
    everything = await quick.said("全部未结 2 件")
    assert {"#1", "#2"} <= set(everything.text.split())
    quick.group.say(SECRETARY, "/find 丰翔 漏水")
    found = await quick.said("查到 1 件")
    assert "#1" in found.text
    quick.group.say(SECRETARY, "/find 漏水")
    await quick.said("查到 2 件")
    quick.group.say(SECRETARY, "查找 沈建国")
    await quick.said("没有查到")
    quick.wind(timedelta(days=3))
    quick.group.say(DISPATCHER, "/open")
    await quick.said("🔴 #1")


async def test_who_called_is_found_in_private_alone(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened("洛场新村", "楼道灯漏水", phone="13912345679", number=2)
    for word in ("沈建国", "5678", "502", "3号502"):
        assert "没有查到" in (await listed(quick, f"/find {word}"))[0]
    quick.group.say(CLERK, "/find 5678", chat_id=CLERK)
    assert "#1" in (await quick.private(CLERK, "查到 1 件")).text
    quick.group.say(FURUI, "/find 5678", chat_id=FURUI)
    await quick.private(FURUI, "没有查到")


async def test_a_firms_tickets_are_found_by_its_name(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened("洛场新村", "楼道灯漏水", phone="13912345678", number=2)
    assert numbers(await listed(quick, "/find 申和 漏水")) == ["#2"]
    assert numbers(await listed(quick, "/open 申和物业")) == ["#2"]


async def listed(quick: QuickStage, command: str) -> list[str]:
    """The lines that answer it."""
    asked = quick.group.say(DISPATCHER, command)
    found: Message = await quick.group.wait_for(
        lambda m: m.sender.is_bot and m.reply_to == asked.message_id, what=f"an answer to {command}"
    )
    return found.text.splitlines()


def numbers(lines: list[str]) -> list[str]:
    return [word for line in lines for word in line.split() if word.startswith("#")]


async def test_what_presses_most_is_first_and_what_is_done_is_left_out(quick: QuickStage) -> None:
    for number, trouble in enumerate(("楼道灯不亮", "天花板漏水", "门禁坏了", "电梯困人"), start=1):
        await quick.opened(description=trouble, phone=f"1381234567{number}", number=number)
    assert numbers(await listed(quick, "/open")) == ["#4", "#2", "#1", "#3"]
    quick.group.say(DISPATCHER, "挂账 2 等配件")
    await quick.card(2, saying="挂账")
    quick.group.say(FURUI, "办结 4")
    await quick.card(4, saying="已办结")
    quick.group.say(FURUI, "延期 1 7天 等配件")
    await quick.group.press(DISPATCHER, await quick.ruling("延期到"), "同意")
    await quick.card(1, saying="延期")
    assert numbers(await listed(quick, "/open")) == ["#3", "#1", "#2"]


async def test_only_what_a_deadline_presses_is_late(quick: QuickStage) -> None:
    troubles = ("楼道灯不亮", "天花板漏水", "门禁坏了", "电梯停运")
    for number, trouble in enumerate(troubles, start=1):
        await quick.opened(description=trouble, phone=f"1381234567{number}", number=number)
    quick.group.say(DISPATCHER, "挂账 1 等配件")
    quick.group.say(DISPATCHER, "/cancel 2")
    quick.group.say(CLERK, "并单 3 1")
    await quick.card(3, saying="已并入")
    quick.wind(timedelta(days=9))
    lines = await listed(quick, "/find 丰翔")
    assert numbers(lines) == ["#4", "#3", "#2", "#1"], "the newest first"
    assert [line.startswith("🔴") for line in lines[1:5]] == [True, False, False, False]
    assert "挂账" in lines[4]
    quick.group.say(FURUI, "办结 4")
    await quick.card(4, saying="已办结")
    assert "🔴" not in "".join(await listed(quick, "/find 丰翔"))


def multiplied(quick: QuickStage, count: int) -> None:
    """So many tickets like the first."""
    first = quick.facts().model_dump(exclude={"id", "number"})
    with Session(quick.app.parts.db.engine) as session:
        session.add_all(Ticket(**first, number=number) for number in range(2, count + 1))
        session.commit()


@pytest.mark.parametrize(
    ("command", "head", "first", "rest"),
    [
        ("/open", "全部未结 23 件", "#1", "还有 3 件"),
        ("/find 漏水", "查到 23 件", "#23", "还有 3 件，多写一个词"),
    ],
)
async def test_of_many_twenty_are_listed_and_all_are_counted(
    quick: QuickStage, command: str, head: str, first: str, rest: str
) -> None:
    await quick.opened()
    multiplied(quick, 23)
    lines = await listed(quick, command)
    assert head in lines[0]
    assert len(numbers(lines)) == 20
    assert numbers(lines)[0] == first
    assert rest in "".join(lines[21:])


async def test_a_search_loads_no_more_than_it_shows(quick: QuickStage) -> None:
    await quick.opened()
    multiplied(quick, 23)
    with Session(quick.app.parts.db.engine) as session:
        loaded: list[object] = []
        event.listen(session, "loaded_as_persistent", lambda _, row: loaded.append(row))
        (scope,) = scopes(session, quick.app.parts.settings)
        loaded.clear()
        count, found = tickets.search(session, scope, ["漏水"], 5)
    assert (count, len(found)) == (23, 5)
    assert loaded == list(found)


async def test_others_write_while_somebody_searches(
    quick: QuickStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await quick.opened()
    search = tickets.search

    def slow(session: Session, *asked: Any, **more: Any) -> Any:
        found = search(session, *asked, **more)
        with quick.app.parts.db.transaction() as another:
            another.exec(select(Ticket)).one().description = "天花板不漏了"
        return found

    monkeypatch.setattr(tickets, "search", slow)
    assert numbers(await listed(quick, "/find 漏水")) == ["#1"]
    assert quick.facts().description == "天花板不漏了"


@pytest.mark.parametrize(
    ("words", "found"),
    [("3号", True), ("漏水 3号", True), ("天花板 灯", False), ("%", False), ("_", False)],
)
async def test_every_word_is_looked_for_as_it_is_written(
    quick: QuickStage, words: str, found: bool
) -> None:
    await quick.opened()
    assert numbers(await listed(quick, f"/find {words}")) == (["#1"] if found else [])


async def test_a_reply_to_a_list_of_one_finds_it(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, "/mine")
    listed = await quick.said("未结 1 件")
    quick.group.say(FURUI, "收到", reply_to=listed)
    await quick.card(saying="办理中")


@pytest.mark.parametrize(
    "command", ["/ticket 99", "/ticket", "/ticket ²", "/done 99", "/done ²", "/find", "/experts"]
)
async def test_what_is_not_understood_says_how(quick: QuickStage, command: str) -> None:
    await quick.opened()
    quick.group.say(FURUI, command)
    word = command.split(maxsplit=1)[0]
    answer = await quick.group.wait_for(
        lambda m: m.sender.is_bot and word in m.text and "如" in m.text,
        chat_id=FURUI if word in ("/ticket", "/done") else None,
        what=f"how to write {word}",
    )
    assert answer.text
