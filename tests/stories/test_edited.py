"""A reply, a command, a typed intake, or the words below a photo, that were edited: what they say
now counts, and what they did is not done again."""

import pytest

from models.deed import Deed
from models.tables.ticket import Status
from tests.stories.quick import QuickStage, labels
from tests.stories.stage import CLERK, DISPATCHER, FURUI, SHENHE

RIGHT = "13641778999"
FORM = "小区：丰翔新城\n地址：3号502室\n姓名：沈建国\n电话：{phone}\n内容：{trouble}"
FIRST = FORM.format(phone="13812345678", trouble="天花板漏水")


@pytest.mark.parametrize("command", ["", "/new "], ids=["pasted", "command"])
async def test_the_ticket_is_set_right_and_the_firm_learns_it(
    quick: QuickStage, command: str
) -> None:
    typed = quick.group.say(CLERK, command + FIRST)
    await quick.card()
    quick.group.edit(CLERK, typed, command + FORM.format(phone=RIGHT, trouble="天花板漏水到床上"))
    await quick.card(saying="天花板漏水到床上")
    assert quick.facts().phone == RIGHT
    assert RIGHT in (await quick.private(FURUI, "有更正")).text
    await quick.group.wait_until(lambda: "👌" in typed.reactions.values())
    assert len(quick.record(Deed.CORRECT)) == 1


async def test_what_says_the_same_does_nothing(quick: QuickStage) -> None:
    typed = quick.group.say(CLERK, FIRST)
    await quick.card()
    quick.group.edit(CLERK, typed, FIRST.replace("\n", " "))
    await quick.settled()
    assert "👌" not in typed.reactions.values()
    assert not quick.record(Deed.CORRECT)


async def test_what_a_reply_set_right_is_not_undone(quick: QuickStage) -> None:
    typed = quick.group.say(CLERK, FIRST)
    card = await quick.card()
    quick.group.say(CLERK, f"电话是{RIGHT}", reply_to=card)
    await quick.card(saying="136****8999")
    quick.group.edit(CLERK, typed, FORM.format(phone="13812345678", trouble="天花板漏水到床上"))
    await quick.card(saying="天花板漏水到床上")
    assert quick.facts().phone == RIGHT


async def test_it_answers_the_question_about_it(quick: QuickStage) -> None:
    typed = quick.group.say(CLERK, FORM.format(phone="1381234567", trouble="天花板漏水"))
    await quick.said("确认一下")
    quick.group.edit(CLERK, typed, FIRST)
    await quick.card()
    assert quick.facts().phone == "13812345678"


@pytest.mark.parametrize("first", ["小区丰翔新城漏水", "/new 漏水"], ids=["chatter", "too little"])
async def test_what_became_an_intake_opens_one_ticket(quick: QuickStage, first: str) -> None:
    typed = quick.group.say(CLERK, first)
    await quick.settled()
    quick.group.edit(CLERK, typed, f"/new {FIRST}")
    await quick.card()
    quick.group.edit(CLERK, typed, f"/new {FIRST} ")
    await quick.settled()
    assert len(quick.all_tickets()) == 1


async def test_another_kind_and_urgency_are_set_right(quick: QuickStage) -> None:
    typed = quick.group.say(CLERK, f"{FIRST}\n类别：漏水\n紧急程度：一般")
    await quick.card(saying="🟢 一般 · 漏水")
    quick.group.edit(CLERK, typed, f"{FIRST}\n类别：电梯\n紧急程度：特急")
    await quick.card(saying="🔴 特急 · 电梯")
    await quick.group.wait_until(lambda: "👌" in typed.reactions.values())


async def test_another_time_of_call_is_noted_and_its_writer_told(quick: QuickStage) -> None:
    typed = quick.group.say(CLERK, f"{FIRST}\n来电时间：8点")
    await quick.card()
    quick.group.edit(CLERK, typed, f"{FIRST}\n来电时间：8点半")
    told = await quick.said("来电时间、接线员不再改")
    assert told.reply_to == typed.message_id
    assert quick.facts().time_text == "8点"
    [note] = quick.record(Deed.NOTE, 1)
    assert note.note == "来电时间：8点半"


async def test_another_community_of_another_firm_waits_for_the_dispatcher(
    quick: QuickStage,
) -> None:
    typed = quick.group.say(CLERK, FIRST)
    await quick.card()
    quick.group.edit(CLERK, typed, FIRST.replace("丰翔新城", "南大新苑"))
    await quick.said("转派 1 嘉宁物业")
    assert quick.facts().community == "丰翔新城"


async def test_chatter_that_stays_chatter_does_nothing(quick: QuickStage) -> None:
    said = quick.group.say(SHENHE, "今天食堂有红烧肉")
    before = len(quick.group.messages())
    quick.group.edit(SHENHE, said, FIRST)  # who may open none
    await quick.settled()
    assert len(quick.group.messages()) == before
    assert not quick.all_tickets()


async def test_a_reply_whose_deed_was_undone_does_not_do_it_again(quick: QuickStage) -> None:
    card = await quick.opened()
    done = quick.group.say(FURUI, "已修好", reply_to=card)
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "回访 1 不满意 又漏了")
    await quick.group.wait_for(lambda m: "派单 #1-1" in m.text)
    quick.group.edit(FURUI, done, "已修好。")
    await quick.settled()
    assert quick.facts().status is Status.DISPATCHED
    assert len(quick.record(Deed.RESOLVE)) == 1


async def test_a_call_for_help_goes_out_once(quick: QuickStage) -> None:
    card = await quick.opened()
    called = quick.group.say(FURUI, "需要支援", reply_to=card)
    await quick.said("🆘 #1")
    quick.group.edit(FURUI, called, "需要支援")
    await quick.settled()
    assert len(quick.record(Deed.CALL_HELP)) == 1


async def test_another_time_counts_and_the_same_is_not_promised_again(quick: QuickStage) -> None:
    card = await quick.opened()
    said = quick.group.say(FURUI, "30分钟到", reply_to=card)
    await quick.card(saying="承诺 09:30")
    quick.group.edit(FURUI, said, "1小时到")
    await quick.card(saying="承诺 10:00")
    for _ in range(2):
        quick.group.edit(FURUI, said, "1小时到")
        await quick.settled()
    assert len(quick.record(Deed.PROMISE)) == 2


async def test_more_time_is_asked_for_anew_until_somebody_has_ruled(quick: QuickStage) -> None:
    card = await quick.opened()
    said = quick.group.say(FURUI, "延期3天 等配件", reply_to=card)
    await quick.ruling()
    for _ in range(2):
        quick.group.edit(FURUI, said, "延期5天 等配件")
        await quick.settled()
    assert len(quick.record(Deed.ASK_EXTENSION)) == 2
    quick.group.say(DISPATCHER, "同意延期 1")
    await quick.said("同意延期到")
    quick.group.edit(FURUI, said, "延期5天，等配件")
    await quick.settled()
    assert len(quick.record(Deed.ASK_EXTENSION)) == 2


async def test_an_answer_with_a_digit_more_answers_the_question(quick: QuickStage) -> None:
    quick.group.say(CLERK, FORM.format(phone="1381234567", trouble="天花板漏水"))
    question = await quick.said("确认一下")
    said = quick.group.say(CLERK, "电话1381234567", reply_to=question)
    await quick.private(CLERK, "还列着的要再确认")
    quick.group.edit(CLERK, said, "电话13812345678")
    await quick.card()
    quick.group.edit(CLERK, said, f"电话{RIGHT}")
    await quick.card(saying="136****8999")


async def test_a_correction_that_was_edited_corrects_anew(quick: QuickStage) -> None:
    card = await quick.opened()
    said = quick.group.say(CLERK, "电话是13641778998", reply_to=card)
    await quick.card(saying="136****8998")
    quick.group.edit(CLERK, said, f"电话是{RIGHT}")
    await quick.card(saying="136****8999")
    quick.group.say(CLERK, "电话是13700000001", reply_to=card)
    await quick.card(saying="137****0001")
    quick.group.edit(CLERK, said, f"电话是{RIGHT}。")
    await quick.settled()
    assert quick.facts().phone == "13700000001"


@pytest.mark.parametrize(("wrong", "right"), [("/done 11", "/done 1"), ("#11 已修好", "#1 已修好")])
async def test_a_deed_to_a_wrong_number_is_done_once_that_is_right(
    quick: QuickStage, wrong: str, right: str
) -> None:
    await quick.opened()
    said = quick.group.say(FURUI, wrong)
    await quick.private(FURUI, "没有 #11")
    quick.group.edit(FURUI, said, right)
    await quick.card(saying="已办结")
    quick.group.say(CLERK, "重办 1")
    await quick.group.wait_for(lambda m: "派单 #1-1" in m.text)
    quick.group.edit(FURUI, said, f"{right}。")
    await quick.settled()
    assert len(quick.record(Deed.RESOLVE)) == 1
    assert quick.facts().status is Status.DISPATCHED


async def test_what_is_no_longer_said_to_be_mended_can_be_reopened(quick: QuickStage) -> None:
    said = quick.group.say(FURUI, "已修好", reply_to=await quick.opened())
    await quick.card(saying="已办结")
    quick.group.edit(FURUI, said, "打错了，还没修好")
    told = await quick.said("说是没修好")
    assert labels(told) == ["重办"]


async def test_a_ruling_that_was_mistyped_counts_once_it_is_put_right(quick: QuickStage) -> None:
    card = await quick.opened()
    quick.group.say(FURUI, "延期3天 等配件", reply_to=card)
    ruling = await quick.ruling("申请 #1 延期")
    said = quick.group.say(DISPATCHER, "铜意", reply_to=ruling)
    await quick.group.wait_until(lambda: "✍" in said.reactions.values())
    quick.group.edit(DISPATCHER, said, "同意")
    await quick.said("同意延期到")
    order = quick.group.say(DISPATCHER, "转给神和", reply_to=card)
    await quick.group.wait_until(lambda: "✍" in order.reactions.values())
    quick.group.edit(DISPATCHER, order, "转给申和")
    await quick.card(saying="申和物业")
    quick.group.edit(DISPATCHER, order, "转给申和。")
    await quick.settled()
    assert len(quick.record(Deed.REASSIGN)) == 1
