"""Whenever the process is killed, nothing is lost and nothing is done twice."""

import asyncio
from datetime import timedelta

import pytest

from bot.demo.faults import When
from tests.lights.conftest import Lights
from tests.stories.stage import CLERK, FURUI, SAMPLES, TYPED

PHOTO = (SAMPLES / "leak_printed.jpg").read_bytes()


def _cards(lights: Lights) -> list[str]:
    return [m.text for m in lights.group.messages() if "派单 #" in m.text and "📍" in m.text]


@pytest.mark.parametrize(
    ("method", "when"),
    [
        ("getUpdates", "after"),  # the batch is on its way, nobody has it yet
        ("setMessageReaction", "before"),  # filed, its sign not given
        ("getFile", "before"),  # being fetched
        ("getFile", "after"),  # being read
    ],
)
async def test_a_photo_survives(lights: Lights, method: str, when: When) -> None:
    fault = lights.group.faults.add(method, when=when, do="hold")
    lights.group.photo(CLERK, PHOTO)
    await fault.arrived.wait()
    await lights.cut()
    lights.group.faults.clear()
    await lights.switch_on()
    await lights.card(1)
    await lights.said("复瑞物业")
    assert len(_cards(lights)) == 1


@pytest.mark.parametrize("method", ["getFile", "file"])
async def test_evidence_survives(lights: Lights, method: str) -> None:
    card = await lights.ticket()
    fault = lights.group.faults.add(method, do="hold")
    lights.group.photo(FURUI, PHOTO, caption="退单 不是我们小区", reply_to=card)
    await fault.arrived.wait()
    await lights.card(1, saying="退单待裁定")
    await lights.cut()
    lights.group.faults.clear()
    again = lights.group.faults.add("file", do="delay")
    lights.wind(timedelta(minutes=2))
    await lights.switch_on()
    await again.arrived.wait()
    await lights.process.stop()
    assert await lights.process.ended() == 0
    assert len([p for p in (lights.folder / "photos").rglob("*") if p.is_file()]) == 1


async def test_a_card_that_telegram_refused_for_now_is_sent_once(lights: Lights) -> None:
    lights.group.faults.add("sendMessage", when="before", do="error", status=404)  # of a proxy
    lights.group.faults.add("sendMessage", when="before", do="error", status=502)
    lights.group.faults.add("sendMessage", when="before", do="error", status=429, retry_after=1)
    lights.group.say(CLERK, TYPED)
    await lights.card(1)
    assert len(_cards(lights)) == 1


async def test_a_card_lost_on_the_way_comes_with_the_first_reminder(lights: Lights) -> None:
    fault = lights.group.faults.add("sendMessage", when="before", do="drop")
    lights.group.say(CLERK, TYPED)
    await fault.arrived.wait()
    reminder = await lights.wind_until("催办")
    assert "派单 #1" in reminder.text
    assert "丰翔新城" in reminder.text


async def test_a_card_in_doubt_is_not_doubled_and_its_reminder_carries_it(lights: Lights) -> None:
    fault = lights.group.faults.add("sendMessage", when="after", do="hold")
    lights.group.say(CLERK, TYPED)
    await fault.arrived.wait()
    await lights.cut()
    lights.group.faults.clear()
    await lights.switch_on()
    await lights.wind_until("催办")
    first = [m for m in lights.group.messages() if "派单 #1" in m.text and "催办" not in m.text]
    assert len(first) == 1
    assert "已接单" in await lights.group.press(FURUI, first[0], "接单")
    await lights.card(1, saying="办理中")


async def test_a_press_survives(lights: Lights) -> None:
    card = await lights.ticket()
    fault = lights.group.faults.add("answerCallbackQuery", when="before", do="hold")
    pressing = asyncio.ensure_future(lights.group.query(FURUI, card, "acknowledge:1"))
    await fault.arrived.wait()
    await lights.cut()
    lights.group.faults.clear()
    await lights.switch_on()
    await lights.card(1, saying="办理中")
    pressing.cancel()


async def test_winding_while_dark_brings_one_reminder_not_many(lights: Lights) -> None:
    await lights.ticket()
    await lights.cut()
    lights.wind(timedelta(hours=5))
    await lights.switch_on()
    await lights.said("催办")
    assert sum("催办" in m.text for m in lights.group.messages()) == 1


async def test_a_clean_stop_in_the_middle_of_reading_loses_nothing(lights: Lights) -> None:
    fault = lights.group.faults.add("getFile", when="after", do="delay", seconds=0.5)
    lights.group.photo(CLERK, PHOTO)
    await fault.arrived.wait()
    await lights.process.stop()
    assert await lights.process.ended() == 0
    await lights.switch_on()
    await lights.card(1)
    assert len(_cards(lights)) == 1
