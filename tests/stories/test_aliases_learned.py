"""What a form calls a community is another name of it, once two answers have said so."""

import pytest

from bot.demo.records import Message
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK


async def asked(quick: QuickStage, text: str) -> Message:
    """The clerk types a form that must be asked about; the question."""
    posted = quick.group.say(CLERK, text)
    return await quick.group.wait_for(
        lambda m: "确认一下" in m.text and m.reply_to == posted.message_id, what="a question"
    )


def call(community: str, number: int) -> str:
    """One of several that are told apart."""
    return f"小区：{community} 电话：1381234567{number} 内容：{number}号楼的灯坏了"


@pytest.mark.parametrize("slip", ["小区是丰翔新苑", "小区是祁连四村", "龙湖天街", "确认"])
async def test_what_the_form_says_is_learned_and_no_slip_of_an_answer(
    quick: QuickStage, slip: str
) -> None:
    for number in (1, 2):
        question = await asked(quick, call("丰翔苑区", number))
        quick.group.say(CLERK, slip, reply_to=question)
        quick.group.say(CLERK, "小区是丰翔新城", reply_to=question)
        await quick.card(number)
    quick.group.say(CLERK, call("丰翔苑区", 3))
    assert "丰翔新城" in (await quick.card(3)).text
    await asked(quick, call(slip.removeprefix("小区是"), 4))


async def test_it_is_learned_whatever_else_was_asked(quick: QuickStage) -> None:
    for number in (1, 2):
        question = await asked(quick, call("丰翔苑区", number).replace("1381", "138"))
        quick.group.say(CLERK, "小区是丰翔新城", reply_to=question)
        quick.group.say(CLERK, f"电话1381234567{number}", reply_to=question)
        await quick.card(number)
    quick.group.say(CLERK, call("丰翔苑区", 3))
    assert "丰翔新城" in (await quick.card(3)).text
