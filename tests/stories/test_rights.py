"""Whoever may not is refused, told why in a toast or alone, and it is on record."""

from datetime import timedelta

from models.deed import Deed
from models.tables.event import Event
from models.tables.ticket import Status
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SECRETARY, SHENHE, STRANGER


async def denied(quick: QuickStage, count: int) -> list[Event]:
    """So many denials are on record."""
    await quick.group.wait_until(
        lambda: len(quick.record(Deed.DENY)) >= count, what=f"{count} denials"
    )
    await quick.settled()
    found = quick.record(Deed.DENY)
    assert len(found) == count
    return found


async def test_wrong_people_press(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.join(quick.group.world.state.people[STRANGER])
    assert "名册" in await quick.group.press(STRANGER, card, "接单")
    other = await quick.group.press(SHENHE, card, "接单")
    assert "承办单位的负责人" in other
    assert "协助" in other
    assert "承办单位的负责人" in await quick.group.press(CLERK, card, "接单")
    assert "承办单位的负责人" in await quick.group.press(SECRETARY, card, "退单")
    events = await denied(quick, 4)
    assert [e.actor_id for e in events] == [STRANGER, SHENHE, CLERK, SECRETARY]
    assert {e.facts["deed"] for e in events} == {"acknowledge", "refuse"}
    assert quick.facts().status is Status.DISPATCHED


async def test_forged_and_old_buttons(quick: QuickStage) -> None:
    card = await quick.opened()
    ticket = quick.facts().id
    for data in (
        "acknowledge:999999",
        "acknowledge",
        "acknowledge:x",
        "drop_tables:1",
        f"reassign:{ticket}:9" + "9" * 30,
        f"answer:{ticket}:delighted",
        f"refuse:{ticket}:because",
        "help:4711",
        ":::",
    ):
        assert "失效" in await quick.group.forge(FURUI, card, data), data
    await quick.group.press(FURUI, card, "接单")
    assert "不用再点" in await quick.group.forge(FURUI, card, f"acknowledge:{ticket}")
    assert "不能" in await quick.group.forge(DISPATCHER, card, f"send_back:{ticket}")
    assert len(quick.record(Deed.DENY)) >= 9
    assert quick.facts().version == 1


async def test_forwarded_commands_do_nothing(quick: QuickStage) -> None:
    await quick.opened()
    written = quick.group.say(FURUI, "/done 1")
    await quick.card(saying="已办结")
    quick.group.say(DISPATCHER, "/reopen 1")
    await quick.group.wait_until(lambda: quick.facts().reopened == 1)
    quick.group.forward(FURUI, written)
    await quick.private(FURUI, "转发来的命令不算数")
    assert quick.facts().status is Status.DISPATCHED
    assert (await denied(quick, 1))[0].facts == {"forwarded": "done"}
    quick.group.forward(SHENHE, quick.group.say(FURUI, "食堂几点开门"))
    await denied(quick, 1)


async def test_a_forwarded_picture_s_command_does_nothing_either(
    quick: QuickStage, picture: bytes
) -> None:
    await quick.opened()
    quick.group.forward(FURUI, quick.group.photo(SHENHE, picture, caption="/done 1"))
    await quick.private(FURUI, "转发来的命令不算数")
    assert quick.facts().status is Status.DISPATCHED
    assert {"forwarded": "done"} in [event.facts for event in quick.record(Deed.DENY)]


async def test_commands_of_the_wrong_people(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(CLERK, "接单 1")
    await quick.private(CLERK, "承办单位的负责人")
    quick.group.say(SHENHE, "/cancel 1")
    await quick.private(SHENHE, "值班客服、派单员")
    quick.group.say(FURUI, "/invite 复瑞物业")
    await quick.private(FURUI, "派单员、秘书长")
    quick.group.say(FURUI, "/calls")
    await quick.group.wait_until(
        lambda: any("值班客服" in m.text for m in quick.group.messages(FURUI))
    )
    await denied(quick, 4)


async def test_a_stranger_learns_nothing_in_private(quick: QuickStage) -> None:
    await quick.opened()
    stranger = quick.group.world.state.people[STRANGER]
    quick.group.start_private(stranger.id, f"see_{quick.facts().id}")
    for command in ("/open", "/ticket 1", "/find 漏水", "/experts 漏水", "/stats", "/mine"):
        quick.group.say(STRANGER, command, chat_id=STRANGER)
    await denied(quick, 7)

    def told() -> list[str]:
        return [m.text for m in quick.group.messages(STRANGER) if m.sender.is_bot]

    await quick.group.wait_until(lambda: len(told()) == 7, what="seven answers")
    assert all("名册" in text for text in told())
    assert not any("丰翔" in text or "沈" in text for text in told())


async def test_help_shows_only_what_one_may_do(quick: QuickStage) -> None:
    shown = {}
    for person in (FURUI, CLERK, DISPATCHER, SECRETARY):
        quick.group.say(person, "/help")
        lines = (await quick.private(person, "您可以做的事")).text.splitlines()
        shown[person] = {line.split()[0] for line in lines if line.startswith("/")}
    assert {"/ack", "/done", "/extend", "/assist", "/mine"} <= shown[FURUI]
    assert not {"/reassign", "/cancel", "/calls", "/invite", "/grant"} & shown[FURUI]
    assert {"/new", "/merge", "/calls", "/answer", "/backfill"} <= shown[CLERK]
    assert not {"/ack", "/refuse", "/mine", "/hold", "/reassign"} & shown[CLERK]
    assert {"/reassign", "/grant", "/hold", "/sendback"} <= shown[DISPATCHER]
    assert {"/stats", "/invite", "/bind", "/remind"} <= shown[SECRETARY]
    assert not {"/ack", "/new", "/merge", "/hold"} & shown[SECRETARY]


async def test_the_secretary_sees_who_tried_what(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.press(SHENHE, card, "接单")
    quick.group.say(SHENHE, "/ticket 1")
    assert "无权操作" not in (await quick.said("经过")).text
    in_group = quick.group.say(SECRETARY, "/ticket 1").message_id
    answer = await quick.group.wait_for(lambda m: m.reply_to == in_group and m.sender.is_bot)
    assert "无权操作" not in answer.text
    quick.group.say(FURUI, "/ticket 1", chat_id=FURUI)
    assert "无权操作" not in (await quick.private(FURUI, "经过")).text
    quick.group.say(SECRETARY, "/ticket 1", chat_id=SECRETARY)
    story = await quick.private(SECRETARY, "无权操作")
    assert "林海峰" in story.text
    assert "：接单" in story.text


async def test_the_secretary_reads_all_that_was_done(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.group.forge(SHENHE, card, "drop_tables:1")
    await quick.group.forge(SHENHE, card, "打13987654321")
    quick.group.say(FURUI, "居民换了号码13987654321", reply_to=card)
    await quick.group.wait_until(lambda: bool(quick.record(Deed.NOTE, 1)), what="a note")
    quick.group.say(FURUI, "/audit")
    await quick.private(FURUI, "秘书长")
    quick.group.say(SECRETARY, "/audit")
    await quick.private(SECRETARY, "请在私聊里使用")
    quick.group.say(SECRETARY, "记录 今天", chat_id=SECRETARY)
    quick.group.say(SECRETARY, "/audit 陈晓东", chat_id=SECRETARY)
    await quick.private(SECRETARY, "请这样写：/audit 今天")
    audit = (await quick.private(SECRETARY, "操作记录")).text
    assert "09:00 #1 派单" in audit
    assert "林海峰（" not in audit
    assert "drop_tables:1" in audit
    assert "：陈晓东" in audit  # who was shown the resident's data
    assert "：/audit" in audit
    assert "居民换了号码139****4321" in audit
    assert not [number for number in ("13812345678", "13987654321") if number in audit]


async def test_the_record_of_a_day_is_that_days_and_told_from_its_newest_lines(
    quick: QuickStage,
) -> None:
    card = await quick.opened()
    for number in range(45):
        quick.group.say(FURUI, f"第{number}次备注" + "水管" * 40, reply_to=card)
    await quick.group.wait_until(lambda: len(quick.record(Deed.NOTE, 1)) == 45, what="45 notes")
    quick.group.say(SECRETARY, "/audit 今天", chat_id=SECRETARY)
    told = (await quick.private(SECRETARY, "操作记录")).text
    assert told.index("第43次") < told.index("第44次")
    assert "第0次" not in told
    assert told.splitlines()[1] == "……更早的列不下了"
    quick.wind(timedelta(days=1))
    quick.group.say(FURUI, "第二天来过", reply_to=card)
    await quick.group.wait_until(lambda: len(quick.record(Deed.NOTE, 1)) == 46, what="a note")
    quick.group.say(SECRETARY, "/audit 昨天", chat_id=SECRETARY)
    yesterday = await quick.group.wait_for(
        lambda m: "操作记录" in m.text and "昨天" in m.text and m.sender.is_bot, chat_id=SECRETARY
    )
    assert "第44次" in yesterday.text
    assert "第二天来过" not in yesterday.text


async def test_what_came_too_late_is_no_want_of_right(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "办结 1")
    await quick.card(saying="已办结")
    await quick.group.forge(FURUI, card, f"refuse:{quick.facts().id}")
    quick.group.start_private(SECRETARY)
    quick.group.say(SECRETARY, "/ticket 1", chat_id=SECRETARY)
    story = (await quick.private(SECRETARY, "没办成")).text
    assert "没办成 复瑞物业 陈晓东：退单" in story
    assert "无权操作" not in story
