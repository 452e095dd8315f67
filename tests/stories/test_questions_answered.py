"""What people say to a question besides the answer: none of these, never mind, a whole sentence."""

from datetime import timedelta

import pytest

from bot.demo.records import Message
from models.tables.form import Form, FormState
from tests.stories.quick import QuickStage, labels
from tests.stories.stage import CLERK, DISPATCHER, FURUI

UNKNOWN = "小区：丰翔苑区\n电话：13812345678\n地址：3号\n内容：漏水"


async def asked(quick: QuickStage, text: str = UNKNOWN) -> Message:
    quick.group.say(CLERK, text)
    return await quick.said("确认一下")


async def state(quick: QuickStage) -> FormState:
    """Of the first form."""
    return await quick.app.parts.db.read(lambda session: session.get_one(Form, 1).state)


async def test_none_of_these_asks_the_dispatcher_at_once(quick: QuickStage) -> None:
    question = await asked(quick)
    quick.group.say(CLERK, "都不是", reply_to=question)
    await quick.private(CLERK, "已请派单员来定")
    told = await quick.said("选项都不是")
    assert told.mentions == [DISPATCHER]
    quick.group.say(CLERK, "都不对", reply_to=question)
    quick.group.say(DISPATCHER, "都不是", reply_to=told)
    await quick.private(DISPATCHER, "转给复瑞物业")
    quick.group.say(DISPATCHER, "转给复瑞物业", reply_to=told)
    assert "复瑞物业" in (await quick.card()).text
    assert len([m for m in quick.group.messages() if "选项都不是" in m.text]) == 1


@pytest.mark.parametrize("words", ["不用派了", "打错了", "不好意思，发错了", "取消吧"])
async def test_never_mind_is_the_button(quick: QuickStage, words: str) -> None:
    question = await asked(quick)
    quick.group.say(FURUI, words, reply_to=question)
    await quick.private(FURUI, "请发表的人")
    quick.group.say(CLERK, words, reply_to=question)
    await quick.group.wait_until(lambda: "已标记为不派单" in question.text)
    assert await state(quick) is FormState.DROPPED


async def test_what_is_said_of_a_form_that_was_dropped_is_told_that_it_was(
    quick: QuickStage,
) -> None:
    posted = quick.group.say(CLERK, UNKNOWN)
    question = await quick.said("确认一下")
    former = question.button("丰翔新城").data or ""
    await quick.group.press(CLERK, question, "不派单")
    quick.group.say(CLERK, "点错了，要派的，小区是丰翔新城", reply_to=question)
    assert "没有派出去" in (await quick.private(CLERK, "要派请重新发一次")).text
    assert "没有派出去" in await quick.group.forge(DISPATCHER, question, former)
    told = len(not_dispatched(quick))
    quick.group.edit(CLERK, posted, UNKNOWN.replace("丰翔苑区", "丰翔新城"))
    await quick.group.wait_until(lambda: len(not_dispatched(quick)) > told, chat_id=CLERK)
    quick.group.say(CLERK, UNKNOWN.replace("丰翔苑区", "丰翔新城"))
    await quick.card()


def not_dispatched(quick: QuickStage) -> list[Message]:
    """What the clerk was told of a form that was dropped."""
    return [m for m in quick.group.messages(CLERK) if "没有派出去" in m.text]


async def test_who_taps_second_is_told_what_won(quick: QuickStage) -> None:
    question = await asked(quick)
    former = question.button("丰明苑").data or ""
    await quick.group.press(CLERK, question, "丰翔新城")
    answer = await quick.group.forge(DISPATCHER, question, former)
    assert "丰翔新城，工单 #1" in answer


async def test_a_sentence_with_one_name_of_the_roster_means_it(quick: QuickStage) -> None:
    question = await asked(quick)
    quick.group.say(CLERK, "丰明苑 划掉的是写错", reply_to=question)
    assert "丰明苑" in (await quick.card()).text


@pytest.mark.parametrize(
    "words",
    [
        *("我去问一下居民", "丰明苑 或者 丰翔新城", "不是丰明苑", "小区是隔壁那个"),
        *("第一个", "小区是第一个", "确认", "马上查，稍等", "已核实", "同一小区", "居民家里"),
    ],
)
async def test_a_sentence_without_one_leaves_the_buttons(quick: QuickStage, words: str) -> None:
    question = await asked(quick)
    buttons = labels(question)
    assert "丰翔新城" in buttons
    quick.group.say(CLERK, words, reply_to=question)
    assert "小区是丰翔新城" in (await quick.private(CLERK, "没看懂")).text
    await quick.settled()
    assert labels(question) == buttons


async def test_the_example_answers_all_that_is_asked(quick: QuickStage) -> None:
    question = await asked(quick, "小区：丰翔苑区\n电话：1381234567\n地址：3号\n内容：漏水")
    assert "「小区是丰翔新城，电话13812345678」" in question.text
    quick.group.say(CLERK, "小区是丰翔新城，电话13812345678", reply_to=question)
    await quick.card()


async def test_a_missing_description_is_asked_for_as_it_is_answered(quick: QuickStage) -> None:
    question = await asked(quick, "小区：丰翔新城\n地址：3号502室\n电话：13812345678")
    assert "「内容厨房漏水」" in question.text
    quick.group.say(CLERK, "内容厨房漏水", reply_to=question)
    await quick.card()
    assert quick.facts().description == "厨房漏水"


def waiting(quick: QuickStage) -> list[Message]:
    """What the group was told of forms that wait."""
    return [m for m in quick.group.messages() if "没人确认" in m.text]


async def said_so_often(quick: QuickStage, count: int) -> None:
    await quick.group.wait_until(lambda: len(waiting(quick)) == count)


async def test_what_nobody_answers_is_asked_again_and_listed(quick: QuickStage) -> None:
    question = await asked(quick)
    await quick.settled()
    for told, minutes in enumerate((6, 6, 65), start=1):
        quick.wind(timedelta(minutes=minutes))
        await said_so_often(quick, told)
    waits = waiting(quick)
    assert [m.reply_to for m in waits] == [question.message_id] * 3
    assert waits[-1].mentions == [CLERK, 1004, DISPATCHER]
    quick.group.say(CLERK, "/open")
    assert "1 张\n❓ 09:00 · 丰翔苑区 · 小区？ · 去确认" in (await quick.said("等人确认")).text
    quick.group.say(CLERK, "小区是丰翔新城", reply_to=question)
    await quick.card()
    quick.wind(timedelta(days=1))
    await quick.settled()
    quick.group.say(CLERK, "/open")
    assert "确认" not in (await quick.said("全部未结 1 件")).text
    assert waiting(quick) == waits


@pytest.mark.parametrize("joint", ["，", "\n", " "])
async def test_an_answer_written_like_a_form_is_an_answer(quick: QuickStage, joint: str) -> None:
    question = await asked(quick, "小区：丰翔苑区\n电话：1381234567\n地址：3号\n内容：漏水")
    quick.group.say(CLERK, f"小区：丰翔新城{joint}电话：13812345678", reply_to=question)
    await quick.card()
    await quick.group.wait_until(lambda: "已确认" in question.text)
    assert (quick.facts().community, quick.facts().description) == ("丰翔新城", "漏水")


async def test_where_and_what_answer_what_asks_for_both(quick: QuickStage) -> None:
    question = await asked(quick, "小区：丰翔苑区\n电话：13812345678")
    quick.group.say(CLERK, "小区：丰翔新城\n内容：厨房漏水", reply_to=question)
    assert "厨房漏水" in (await quick.card()).text


async def test_a_whole_call_in_reply_to_a_question_is_another_call(quick: QuickStage) -> None:
    question = await asked(quick)
    other = "小区：丰明苑\n电话：13912345678\n地址：5号\n内容：路灯不亮"
    quick.group.say(CLERK, other, reply_to=question)
    assert "丰明苑" in (await quick.card()).text
    assert await state(quick) is FormState.ASKING


async def test_the_same_call_written_anew_takes_the_place_of_the_question(
    quick: QuickStage,
) -> None:
    question = await asked(quick)
    quick.group.say(CLERK, UNKNOWN.replace("丰翔苑区", "丰翔新城"), reply_to=question)
    await quick.card()
    assert await state(quick) is FormState.RETAKEN


async def test_what_is_asked_in_private_is_asked_further_in_the_group(quick: QuickStage) -> None:
    quick.group.start_private(CLERK)
    quick.group.say(CLERK, f"/new {UNKNOWN}", chat_id=CLERK)
    own = await quick.private(CLERK, "确认一下")
    quick.wind(timedelta(minutes=5))
    waits = await quick.said("还没人确认")
    question = await quick.said("确认一下")
    assert (question.reply_to, waits.mentions) == (None, [DISPATCHER])
    assert question.message_id < waits.message_id
    quick.group.say(DISPATCHER, "小区是丰翔新城", reply_to=question)
    await quick.card()
    await quick.group.wait_until(lambda: "已确认" in own.text, chat_id=CLERK)


async def test_who_has_left_no_phone_is_helped_all_the_same(quick: QuickStage) -> None:
    question = await asked(quick, "小区：丰翔新城\n地址：大门口\n电话：不愿意留\n内容：井盖没了")
    assert "没留电话的，回复「没留电话」" in question.text
    quick.group.say(CLERK, "居民不肯留电话，直接派", reply_to=question)
    card = await quick.card()
    assert "没留电话，无法回电" in card.text
    assert "电话：没留电话，无法回电" in (await quick.private(FURUI, "完整信息")).text
    quick.group.say(FURUI, "已修好", reply_to=card)
    await quick.card(saying="已办结")
    quick.wind(timedelta(days=1))
    call = await quick.private(CLERK, "没留电话，无法回电")
    await quick.group.press(CLERK, call, "未联系上")
    await quick.private(CLERK, "没有电话，不再回访")


async def test_a_tap_is_what_stood_on_the_button_or_nothing(quick: QuickStage) -> None:
    question = await asked(quick)
    former = question.button("丰翔新城").data or ""
    quick.group.say(1004, "小区是祁连四村", reply_to=question)
    await quick.labelled(question, "祁连一村")
    assert "有变化，没有记下" in await quick.group.forge(CLERK, question, former)
    assert "派单 #1" in await quick.group.press(CLERK, question, "祁连一村")
    assert quick.facts().community == "祁连一村"


SHORT = "小区：丰翔苑区\n电话：1381234567\n地址：3号\n内容：漏水"


async def test_a_firm_that_is_named_waits_for_what_else_is_asked(quick: QuickStage) -> None:
    question = await asked(quick, SHORT)
    quick.group.say(DISPATCHER, "请复瑞物业处理", reply_to=question)
    await quick.group.wait_until(lambda: "小区" not in question.text, what="only the phone asked")
    assert "只有 10 位" in question.text
    quick.group.say(CLERK, "电话13812345678", reply_to=question)
    assert "复瑞物业" in (await quick.card()).text
    assert quick.facts().phone == "13812345678"


@pytest.mark.parametrize("words", ["转给复瑞物业，没留电话", "电话13812345678，派给复瑞物业吧"])
async def test_a_firm_may_be_named_with_all_the_rest(quick: QuickStage, words: str) -> None:
    question = await asked(quick, SHORT)
    quick.group.say(DISPATCHER, words, reply_to=question)
    assert "复瑞物业" in (await quick.card()).text
    assert quick.facts().phone in ("", "13812345678")
