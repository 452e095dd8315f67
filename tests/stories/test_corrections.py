"""更正: what was wrong on the paper is set right after the ticket has gone out."""

from bot.services import people
from models.deed import Deed
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SECRETARY

RIGHT = "13641778999"


async def test_the_clerk_sets_the_phone_right_and_the_firm_learns_it(quick: QuickStage) -> None:
    card = await quick.opened()
    said = quick.group.say(CLERK, f"电话是{RIGHT}", reply_to=card)
    await quick.card(saying="136****8999")
    assert quick.facts().phone == RIGHT
    told = await quick.private(FURUI, "有更正：电话")
    assert RIGHT in told.text
    await quick.group.wait_until(lambda: "👌" in said.reactions.values())
    assert not [m for m in quick.group.messages() if RIGHT in m.text and m.sender.is_bot]
    quick.group.say(SECRETARY, "/ticket 1")
    assert "更正" in (story := await quick.said("经过")).text
    assert "138****5678 → 136****8999" in story.text


async def test_another_phone_is_kept_beside_the_residents(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(CLERK, f"业主儿子电话{RIGHT}", reply_to=card)
    await quick.said("登记的电话没有改")
    assert "13812345678" in (await quick.private(FURUI, f"业主儿子电话{RIGHT}")).text
    assert "业主儿子电话136****8999" in (await quick.card(saying="138****5678")).text


async def test_a_building_set_right_keeps_the_room(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(CLERK, "楼号错了，是5号", reply_to=card)
    await quick.private(FURUI, "5号502室")
    quick.group.say(CLERK, "室号是301", reply_to=card)
    await quick.private(FURUI, "5号301室")


async def test_the_extension_of_a_switchboard_reaches_the_firm(quick: QuickStage) -> None:
    card = await quick.opened(phone="56781234转802")
    await quick.private(FURUI, "56781234转802")
    quick.group.say(CLERK, "电话是56781234转805", reply_to=card)
    await quick.private(FURUI, "56781234转805")
    assert quick.facts().phone == "56781234转805"


async def test_the_dispatcher_sets_address_and_caller_right(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(DISPATCHER, "地址是8号101室，姓名王小明", reply_to=card)
    await quick.card(saying="8号")
    assert (quick.facts().address, quick.facts().caller) == ("8号101室", "王小明")
    await quick.private(FURUI, "8号101室")
    [event] = quick.record(Deed.CORRECT)
    assert event.actor_id == DISPATCHER
    assert "来电人 沈** → 王**" in event.note


async def test_what_is_written_like_a_form_sets_right_as_well(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(CLERK, f"电话：{RIGHT} 小区：大华二村", reply_to=card)
    await quick.card(saying="大华二村")
    assert quick.facts().phone == RIGHT
    quick.group.say(CLERK, "小区：洛场新村\n内容：楼道灯不亮", reply_to=card)
    await quick.said("确认一下")  # its own call, of which the phone is missing
    assert quick.facts().community == "大华二村"


async def test_a_former_caller_stays_hidden(quick: QuickStage) -> None:
    card = await quick.opened(description="沈建国家漏水")
    quick.group.say(CLERK, "来电人是王小明", reply_to=card)
    assert "沈建国" not in (await quick.card(saying="王**")).text
    assert "沈**家漏水" in card.text


async def test_in_reply_to_the_question_that_opened_it(quick: QuickStage) -> None:
    quick.group.say(CLERK, "小区：丰翔新城\n电话：1381234567\n地址：3号\n内容：漏水")
    question = await quick.said("确认一下")
    quick.group.say(CLERK, "13812345678", reply_to=question)
    await quick.card()
    quick.group.say(CLERK, f"电话是{RIGHT}", reply_to=question)
    await quick.private(FURUI, "有更正：电话")
    assert quick.facts().phone == RIGHT


async def test_a_phone_that_lacks_a_digit_changes_nothing(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(CLERK, "电话是1364177899", reply_to=card)
    await quick.said("没有改：#1 的新电话")
    assert quick.facts().phone == "13812345678"


async def test_all_that_is_not_changed_is_told(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(CLERK, "电话是1364177899，小区是红旗新村", reply_to=card)
    assert "没有「红旗新村」" in (await quick.said("没有改：#1 的新电话")).text


async def test_a_community_of_another_firm_goes_by_reassigning(quick: QuickStage) -> None:
    card = await quick.opened()
    said = quick.group.say(CLERK, "小区是南大新苑", reply_to=card)
    told = await quick.said("转派 1 嘉宁物业")
    assert told.reply_to == said.message_id
    assert quick.facts().community == "丰翔新城"
    quick.group.say(DISPATCHER, "转派 1 嘉宁物业")
    card = await quick.card(saying="嘉宁物业")
    quick.group.say(CLERK, "小区是南大新苑", reply_to=card)
    await quick.card(saying="南大新苑")
    await quick.settled()
    assert "👌" not in said.reactions.values()


async def test_a_community_of_the_same_firm_is_changed(quick: QuickStage) -> None:
    card = await quick.opened()
    before = quick.facts().community_id
    quick.group.say(CLERK, "小区是大华二村", reply_to=card)
    await quick.card(saying="大华二村")
    assert quick.facts().community_id != before


async def test_a_leads_words_stay_a_remark_and_promise_nothing(quick: QuickStage) -> None:
    card = await quick.opened()
    said = quick.group.say(FURUI, f"电话是{RIGHT}", reply_to=card)
    await quick.said("工单上的信息没有改")
    assert quick.facts().phone == "13812345678"
    assert [event.actor_id for event in quick.record(Deed.NOTE, 1)] == [FURUI]
    await quick.settled()
    assert not said.reactions


async def test_a_merged_ones_phone_is_its_own(quick: QuickStage) -> None:
    await quick.opened()
    await quick.opened(phone="13912345678", number=2)
    quick.group.say(CLERK, "并单 2 1")
    merged = await quick.card(2, saying="已并入 #1")
    quick.group.say(CLERK, f"电话是{RIGHT}", reply_to=merged)
    await quick.group.wait_until(lambda: quick.facts(2).phone == RIGHT)
    assert quick.facts(1).phone == "13812345678"


async def test_a_lead_whom_the_bot_cannot_write_to_is_told_in_the_group(quick: QuickStage) -> None:
    card = await quick.opened()
    await quick.private(FURUI, "完整信息")
    await quick.settled()
    await quick.app.parts.db.run(people.unreachable, FURUI)
    quick.group.say(CLERK, f"电话是{RIGHT}", reply_to=card)
    assert FURUI in (await quick.said("的居民信息有更正")).mentions


async def test_what_is_taken_out_of_the_group_is_so_here_too(taking_out: QuickStage) -> None:
    card = await taking_out.opened()
    said = taking_out.group.say(CLERK, f"电话是{RIGHT}", reply_to=card)
    await taking_out.group.wait_until(lambda: said.deleted, what="the correction gone")
