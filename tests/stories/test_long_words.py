"""What somebody writes at great length arrives all the same: Telegram takes 4096 characters."""

import pytest

from models.deed import Deed
from models.shortened import MOST_DESCRIPTION, MOST_QUOTED, MOST_TOLD, MOST_WORDS
from tests.stories.quick import QuickStage
from tests.stories.stage import CLERK, FURUI, SECRETARY

LONG = "楼上漏水，" * 780


async def test_a_long_description_is_short_on_the_card_and_longer_in_private(
    quick: QuickStage,
) -> None:
    quick.group.say(CLERK, f"/new 小区：丰翔新城 电话：13812345678 内容：{LONG}")
    card = await quick.card(saying="待接单")
    (told,) = (line for line in card.text.splitlines() if line.startswith("📝"))
    assert len(told) == len("📝 ") + MOST_TOLD
    assert told.endswith("…")
    private = await quick.private(FURUI, "完整信息")
    assert len(private.text) > MOST_DESCRIPTION
    assert len(quick.facts().description) == MOST_DESCRIPTION


async def test_a_long_address_is_cut_and_still_dispatched(quick: QuickStage) -> None:
    long = "3号楼东侧" * 780
    quick.group.say(CLERK, f"/new 小区：丰翔新城 电话：13812345678 内容：漏水 地址：{long}")
    card = await quick.card(saying="待接单")
    assert len(card.text) < 400


async def test_a_long_reason_is_ruled_on_and_told(quick: QuickStage) -> None:
    await quick.opened()
    quick.group.say(FURUI, f"退单 1 {LONG}")
    ruling = await quick.ruling()
    assert "楼上漏水" in ruling.text
    (refusal,) = quick.record(Deed.REFUSE)
    assert len(refusal.note) == MOST_WORDS
    quick.group.say(SECRETARY, "/ticket 1")
    assert "楼上漏水" in (await quick.said("经过")).text


@pytest.mark.parametrize("command", ["/experts", "/reassign 1", "/invite", "/bind"])
async def test_what_is_not_understood_is_repeated_by_its_beginning(
    quick: QuickStage, command: str
) -> None:
    await quick.opened()
    quick.group.start_private(SECRETARY)
    said = quick.group.say(FURUI, "大家好")
    quick.group.say(SECRETARY, f"{command} {'<灯' * 1900}", reply_to=said)
    answer = await quick.group.wait_for(
        lambda m: m.sender.is_bot and "<灯<灯" in m.text,
        chat_id=None if command in ("/experts", "/bind") else SECRETARY,
        what=f"an answer to {command}",
    )
    assert "…" in answer.text
    assert answer.text.count("灯") < MOST_QUOTED
