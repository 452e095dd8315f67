"""Every refusal says why and what to do instead; each example it gives is understood."""

import pytest
from sqlmodel import Session

from bot import inbox
from bot.services.respond import Refused
from bot.texts import refusals
from handlers import replies
from handlers.commands import meant
from handlers.doing import why_not
from handlers.gestures import GESTURES, Gesture
from models.deed import Deed
from models.lifecycle import NEXT, Why
from models.rights import MAY, Standing
from models.tables.ticket import Status
from models.tables.update import Update, UpdateState
from tests.rules.tickets import ticket
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SHENHE, STRANGER


@pytest.mark.parametrize("gesture", [g for g in GESTURES if g.deed], ids=lambda g: g.command)
def test_the_example_of_each_deed_is_its_gesture(gesture: Gesture) -> None:
    assert gesture.deed is not None
    example = refusals.EXAMPLE[gesture.deed].format(number=17)
    found, words = meant(example, "bot")
    assert found is gesture
    assert words.startswith("#17")


def test_every_deed_of_a_person_can_be_typed() -> None:
    """But for 派单 (/new, or a photo), for what is done with other commands, and for 更正, which is
    said in reply: 电话是136…"""
    typed = {gesture.deed for gesture in GESTURES}
    people = {deed for deed, who in MAY.items() if who - {Standing.BOT}}
    elsewhere = {
        Deed.DISPATCH: "new",
        Deed.UNREACHED: "answer",
        Deed.KEEP_RULE: "keep",
        Deed.DROP_RULE: "rules",
        Deed.DISCLOSE: "ticket",
    }
    assert people - typed == {Deed.CORRECT, *elsewhere}
    assert {gesture.command for gesture in GESTURES} >= set(elsewhere.values())


@pytest.mark.parametrize("status", Status)
def test_what_the_status_forbids_has_something_to_do_instead(status: Status) -> None:
    forbidden = {deed for row in NEXT.values() for deed in row} - NEXT[status].keys()
    for deed in forbidden & refusals.DEED.keys():
        refused = Refused(Why.NOT_NOW, deed, ticket(status))
        why, instead = why_not(refused, frozenset(Standing), "zh").removesuffix("。").split("。")
        assert why.startswith("#")
        assert instead


async def test_too_late_says_how_to_go_on(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(DISPATCHER, "退回 1")
    told = await quick.private(DISPATCHER, "现在是「待接单」，不能退回")
    assert "转派 1 公司名" in told.text
    quick.group.say(DISPATCHER, "同意延期 1")
    assert "延期 #1 3天" in (await quick.private(DISPATCHER, "没有等待裁定")).text
    quick.group.say(CLERK, "回访 1 满意")
    assert "办结之后才回访" in (await quick.private(CLERK, "待接单")).text
    quick.group.say(DISPATCHER, "挂账 1 等维修基金")
    await quick.card(saying="挂账")
    assert "恢复 1" in await quick.group.forge(FURUI, card, f"refuse:{quick.facts().id}")
    quick.group.say(FURUI, "办结 1")
    await quick.card(saying="已办结")
    assert "重办 1" in await quick.group.forge(FURUI, card, f"refuse:{quick.facts().id}")


async def test_no_ticket_is_told_with_the_words_of_the_deed(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, "/callhelp")
    assert "/callhelp #17" in (await quick.private(FURUI, "没找到这张工单")).text
    quick.group.say(SHENHE, "协助 99 我们碰到过")
    assert "协助 #17" in (await quick.private(SHENHE, "没有 #99 这张工单")).text


@pytest.mark.parametrize("said", ["还行", "未解决，居民很生气"])
async def test_what_the_resident_said_must_be_one_of_the_answers(
    quick: QuickStage, said: str
) -> None:
    await quick.opened()
    quick.group.say(FURUI, "办结 1")
    await quick.card(saying="已办结")
    quick.group.say(CLERK, f"回访 1 {said}")
    told = await quick.private(CLERK, "没看懂居民的评价")
    assert "回访 1 满意" in told.text
    assert (quick.facts().answer, quick.record(Deed.UNREACHED)) == ("", [])


def test_words_that_are_about_no_ticket_need_no_number() -> None:
    found = {word: meant(word, "bot")[0] for word in ("解绑", "绑定", "我是谁", "规则")}
    commands = {word: gesture and gesture.command for word, gesture in found.items()}
    assert commands == {"解绑": "unbind", "绑定": "bind", "我是谁": "whoami", "规则": "rules"}


@pytest.mark.parametrize("link", ["see_", "photos_", "form_"])
@pytest.mark.parametrize("row", ["9" * 30, "²"])
async def test_a_link_to_what_no_row_can_be_is_greeted(
    quick: QuickStage, link: str, row: str
) -> None:
    quick.group.start_private(FURUI, link + row)
    await quick.private(FURUI, "您可以做的事")


async def test_who_wrote_what_cannot_be_handled_is_told(
    quick: QuickStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> None:
        raise RuntimeError("broken")

    quick.group.join(quick.group.world.state.people[STRANGER])
    card = await quick.opened()
    monkeypatch.setattr(replies, "do_all", fails)
    quick.group.say(STRANGER, "收到", reply_to=card)
    quick.group.say(FURUI, "收到", reply_to=card)
    await quick.private(FURUI, "出错了")
    await quick.settled()
    assert not [m for m in quick.group.messages() if "出错了" in m.text]


async def test_an_update_that_cannot_be_read_is_set_aside_and_the_next_is_handled(
    quick: QuickStage,
) -> None:
    db, no_chat = quick.app.parts.db, {"update_id": 1, "message": {"message_id": 5}}
    await db.run(inbox.store, [no_chat], quick.clock.now())
    await quick.opened()
    for _ in range(inbox.MAX_TRIES):
        await quick.settled()
    with Session(db.engine) as session:
        assert session.get_one(Update, 1).state is UpdateState.FAILED


async def test_a_form_half_filled_is_answered_where_it_was_typed(quick: QuickStage) -> None:
    quick.group.start_private(CLERK)
    typed = quick.group.say(CLERK, "/new 小区：丰翔新城")
    how = await quick.said("请这样写")
    assert how.reply_to == typed.message_id
    assert not quick.all_tickets()


async def test_what_to_do_instead_fits_how_the_ticket_stands(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, "退单 1 不是我们小区")
    await quick.card(saying="退单待裁定")
    quick.group.say(DISPATCHER, "催办 1")
    await quick.private(DISPATCHER, "请先裁定")
    quick.group.say(CLERK, "作废 1 误报")
    await quick.card(saying="已作废")
    quick.group.say(DISPATCHER, "恢复 1")
    await quick.private(DISPATCHER, "要办请用「重办 1」")


async def test_a_firm_and_a_ticket_are_named_as_people_do(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened(description="楼上漏水", phone="13912345678", number=2)
    quick.group.say(DISPATCHER, "转派 1 给申和物业，他们就近")
    await quick.card(1, saying="🏢 申和物业")
    quick.group.say(CLERK, "并单 2 到 1 同一件事")
    await quick.card(2, saying="已并入 #1")
