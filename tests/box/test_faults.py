"""Failures by order, and the pace that a group allows."""

import asyncio

import aiohttp
import pytest

from bot.demo.group import GroupInABox
from bot.demo.limits import Pace
from bot.demo.refusals import RefusalError
from tests.box.conftest import Api, jpeg


async def test_dropped_before_the_deed_nothing_has_happened(group: GroupInABox, api: Api) -> None:
    group.faults.add("sendMessage", when="before", do="drop")
    with pytest.raises(aiohttp.ClientError):
        await api.say("丢了")
    assert group.messages() == []
    await api.say("到了")
    assert [one.text for one in group.messages()] == ["到了"]
    assert [call.answer is None for call in group.calls] == [True, False]


async def test_dropped_after_the_deed_the_message_is_there(group: GroupInABox, api: Api) -> None:
    group.faults.add("sendMessage", when="after", do="drop")
    with pytest.raises(aiohttp.ClientError):
        await api.say("到了，没回音")
    assert [one.text for one in group.messages()] == ["到了，没回音"]


async def test_errors_have_telegrams_shape(group: GroupInABox, api: Api) -> None:
    group.faults.add("sendMessage", do="error", status=500)
    group.faults.add("sendMessage", do="error", status=429, retry_after=7)
    here = {"chat_id": group.chat_id, "text": "x"}
    answer = await api.raw("sendMessage", **here)
    assert answer == {"ok": False, "error_code": 500, "description": "Internal Server Error"}
    answer = await api.raw("sendMessage", **here)
    assert answer["description"] == "Too Many Requests: retry after 7"
    assert answer["parameters"] == {"retry_after": 7}


async def test_a_fault_concerns_its_method_its_match_and_its_count(
    group: GroupInABox, api: Api
) -> None:
    wanted = group.faults.add("sendMessage", times=2, match=lambda p: "急" in p.text("text"))
    await api("getMe")
    await api.say("慢慢来")
    for _ in range(2):
        await api.refused("sendMessage", chat_id=group.chat_id, text="急")
    await api.say("急")
    assert wanted.met == 2


async def test_a_held_call_waits_and_goes_on(group: GroupInABox, api: Api) -> None:
    hold = group.faults.add("sendMessage", when="before", do="hold")
    call = asyncio.create_task(api.say("等着"))
    await asyncio.wait_for(hold.arrived.wait(), 5)
    assert group.messages() == []
    hold.release()
    await call
    assert [one.text for one in group.messages()] == ["等着"]


async def test_a_call_held_before_the_deed_dies_with_its_caller(
    group: GroupInABox, api: Api
) -> None:
    hold = group.faults.add("sendMessage", when="before", do="hold")
    call = asyncio.create_task(api.say("没说完就死了"))
    await asyncio.wait_for(hold.arrived.wait(), 5)
    call.cancel()
    await asyncio.gather(call, return_exceptions=True)
    await api("getMe")  # a round trip: the server has seen the closed connection
    hold.release()
    await group.wait_until(lambda: any(one.answer is None for one in group.calls), 5)
    assert group.messages() == []


async def test_a_download_can_fail_and_needs_its_path(group: GroupInABox, api: Api) -> None:
    said = group.photo(1001, jpeg())
    found = await api("getFile", file_id=said.photo_sizes[-1].id)
    address = f"{group.base_file_url}{group.token}/{found['file_path']}"
    group.faults.add("file", do="drop", times=2)  # the client tries a GET once more in silence
    group.faults.add("file", status=502)
    with pytest.raises(aiohttp.ClientError):
        await api.session.get(address)
    for expected, where in ((502, address), (200, address), (404, f"{address}x")):
        async with api.session.get(where) as answer:
            assert answer.status == expected


async def test_a_delay_takes_its_time(group: GroupInABox, api: Api) -> None:
    group.faults.add("getMe", do="delay", seconds=0.05)
    before = asyncio.get_running_loop().time()
    await api("getMe")
    assert asyncio.get_running_loop().time() - before >= 0.05


async def test_a_group_takes_twenty_messages_a_minute_and_a_private_chat_more(
    group: GroupInABox, api: Api
) -> None:
    for number in range(20):
        await api.say(str(number))
    answer = await api.raw("sendMessage", chat_id=group.chat_id, text="太多")
    assert answer["error_code"] == 429
    assert 55 <= answer["parameters"]["retry_after"] <= 60
    await api("sendMessage", chat_id=1001, text="私聊不限")
    message_id = group.messages()[0].message_id
    await api("editMessageText", chat_id=group.chat_id, message_id=message_id, text="改可以")


def test_the_window_of_a_minute_slides() -> None:
    moment = [1000.0]
    pace = Pace(2, lambda: moment[0])
    pace.admit(-1)
    moment[0] += 30
    pace.admit(-1)
    with pytest.raises(RefusalError) as refused:
        pace.admit(-1)
    assert refused.value.parameters == {"retry_after": 30}
    pace.admit(-2)  # another group has its own minute
    moment[0] += 30
    pace.admit(-1)
