"""Several calls typed in one message: a ticket each, and each is set right by itself."""

from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, FURUI

LEAK = "小区：丰翔新城\n地址：3号502室\n电话：13812345678\n内容：漏水"
LIFT = "小区：南大新苑\n地址：5号101室\n姓名：王小明\n电话：13912345678\n内容：电梯困人"


async def test_each_is_a_ticket_of_its_own_firm(quick: QuickStage) -> None:
    typed = quick.group.say(CLERK, f"{LEAK}\n\n{LIFT}")
    assert "漏水" in (await quick.card(1)).text
    assert "特急 · 电梯" in (await quick.card(2)).text
    assert [ticket.phone for ticket in quick.all_tickets()] == ["13812345678", "13912345678"]
    quick.group.say(FURUI, "已修好", reply_to=typed)
    assert "#1、#2" in (await quick.private(FURUI, "不知道要办哪一张")).text


async def test_one_goes_out_while_another_is_asked_about(quick: QuickStage) -> None:
    quick.group.say(CLERK, f"/new {LEAK}\n\n{LIFT.replace('南大新苑', '南大新村苑')}")
    await quick.card(1)
    question = await quick.said("确认一下")
    quick.group.say(CLERK, "小区是南大新苑", reply_to=question)
    assert "南大新苑" in (await quick.card(2)).text


async def test_an_edit_sets_right_the_one_that_it_changes(quick: QuickStage) -> None:
    unsure = LIFT.replace("13912345678", "1391234567")
    typed = quick.group.say(CLERK, f"{LEAK}\n\n{unsure}")
    await quick.card(1)
    await quick.said("确认一下")
    quick.group.edit(CLERK, typed, f"{LEAK}\n\n{LIFT}")
    await quick.card(2)
    quick.group.edit(CLERK, typed, f"{LEAK}到楼下\n\n{LIFT}")
    await quick.card(1, saying="漏水到楼下")
    quick.group.edit(CLERK, typed, LIFT)
    await quick.settled()
    assert [ticket.phone for ticket in quick.all_tickets()] == ["13812345678", "13912345678"]


async def test_one_that_is_added_by_an_edit_is_opened(quick: QuickStage) -> None:
    typed = quick.group.say(CLERK, LEAK)
    await quick.card(1)
    quick.group.edit(CLERK, typed, f"{LEAK}\n\n{LIFT}")
    assert "电梯困人" in (await quick.card(2)).text
    assert len(quick.all_tickets()) == 2
