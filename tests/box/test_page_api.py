"""What the page can see and do: each person sees the chats they are in, and acts as themselves."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.demo.group import GroupInABox
from bot.demo.samples import SAMPLES
from bot.demo.shift import ZONE, Shift, next_morning
from bot.demo.web import PageApi
from tests.box.conftest import Api, jpeg, keyboard


class IdleBot:
    """Stands for the bot's process."""

    def __init__(self) -> None:
        self.alive = self.running = True
        self.restarts: list[str] = []

    async def restart(self, how: str) -> None:
        self.restarts.append(how)


class Page:
    """The page's side of the API."""

    def __init__(self, group: GroupInABox, session: aiohttp.ClientSession) -> None:
        self._address = f"http://127.0.0.1:{group.port}/api/"
        self._session = session

    async def get(self, path: str, **query: Any) -> Any:
        async with self._session.get(self._address + path, params=query) as answer:
            return (
                await answer.json() if answer.content_type.endswith("json") else await answer.read()
            )

    async def post(self, path: str, **body: Any) -> Any:
        body = {name.rstrip("_"): value for name, value in body.items()}
        async with self._session.post(self._address + path, json=body) as answer:
            return await answer.json()

    async def upload(self, *files: tuple[str, bytes, str], **fields: str) -> Any:
        form = aiohttp.FormData({name.rstrip("_"): value for name, value in fields.items()})
        for name, content, mime in files:
            form.add_field("files", content, filename=name, content_type=mime)
        async with self._session.post(self._address + "upload", data=form) as answer:
            return await answer.json()


class Stage:
    """The group with its page: what `paidan demo` puts together."""

    def __init__(self, folder: Path) -> None:
        self.shift = Shift(folder / "shift")
        self.bot = IdleBot()
        self.group = GroupInABox(now=self.shift.clock.now)
        self.web = PageApi(self.group, self.shift, self.bot)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    built = Stage(tmp_path)
    await built.group.start()
    yield built
    built.web.events.close()
    await built.group.stop()


@pytest.fixture
async def group(stage: Stage) -> GroupInABox:
    return stage.group


@pytest.fixture
async def page(stage: Stage) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession() as session:
        yield Page(stage.group, session)


async def test_the_scene_names_everybody(stage: Stage, page: Page) -> None:
    scene = await page.get("scene")
    assert scene["me"] == 1001
    assert scene["group"] == {
        "id": stage.group.chat_id,
        "title": "大场物业联合体热线群",
        "bot_is_admin": True,
        "pinned": None,
    }
    roles = {one["role"] for one in scene["members"]}
    assert roles == {"clerk", "dispatcher", "lead", "specialist", "secretary", "stranger"}
    assert scene["bot"]["running"] is True
    assert scene["shift"] == 0


async def test_each_person_sees_their_own_chats(stage: Stage, page: Page) -> None:
    stage.group.say(1001, "丰翔新城漏水")
    stage.group.start_private(500000101)
    seen = {who: await page.get("chats", **{"as": who}) for who in (1001, 500000101, 1099)}
    assert [one["kind"] for one in seen[1001]] == ["group", "private"]
    assert seen[500000101][0]["last"] == "值班客服小沈: 丰翔新城漏水"
    assert seen[500000101][0]["unread"] == 1
    assert seen[500000101][1]["last"].endswith("/start")
    assert [one["kind"] for one in seen[1099]] == ["private"]
    await page.get("messages", **{"as": 500000101, "chat": stage.group.chat_id})
    [read, _] = await page.get("chats", **{"as": 500000101})
    assert read["unread"] == 0


async def test_nobody_reads_the_private_chat_of_another(stage: Stage, page: Page) -> None:
    stage.group.start_private(500000101)
    answer = await page.get("messages", **{"as": 1099, "chat": stage.group.chat_id})
    assert "不在群里" in answer["error"]
    answer = await page.get("messages", **{"as": 1001, "chat": 500000101})
    assert "error" in answer


async def test_a_message_shows_all_that_a_bubble_needs(stage: Stage, page: Page, api: Api) -> None:
    here = {"as_": 1001, "chat": stage.group.chat_id}
    [said] = await page.post("say", **here, text="🚰 丰翔新城 @chenxd_furui")
    await api("setChatMemberTag", chat_id=stage.group.chat_id, user_id=1001, tag="值班")
    card = await api.say(
        "<b>工单</b>",
        parse_mode="HTML",
        reply_parameters={"message_id": said["id"]},
        reply_markup=keyboard("接单"),
    )
    await page.post("react", as_=500000100, chat=stage.group.chat_id, message_id=card, emoji="👍")
    asked, answered = await page.get("messages", **{"as": 500000100, "chat": stage.group.chat_id})
    assert asked["from"] == {"id": 1001, "name": "值班客服小沈", "is_bot": False, "tag": "值班"}
    assert asked["entities"] == [{"type": "mention", "offset": 8, "length": 13}]
    assert answered["reply_to"]["name"] == "值班客服小沈"
    assert answered["buttons"] == [[{"text": "接单", "data": "接单"}]]
    assert answered["reactions"] == [{"emoji": "👍", "count": 1, "mine": True}]


async def test_a_press_waits_for_the_toast(stage: Stage, page: Page, api: Api) -> None:
    card = await api.say(reply_markup=keyboard("接单"))
    here = {"chat": stage.group.chat_id, "message_id": card}
    press = asyncio.create_task(page.post("press", as_=500000100, **here, data="接单"))
    [update] = await api.updates(timeout=5)
    query_id = update["callback_query"]["id"]
    await api("answerCallbackQuery", callback_query_id=query_id, text="好", show_alert=True)
    assert await press == {"toast": "好", "alert": True, "url": ""}
    missing = await page.post("press", as_=500000100, **here, data="退单")
    assert "no button" in missing["error"]


async def test_uploads_become_photos_albums_and_files(stage: Stage, page: Page) -> None:
    here = {"as_": "1001", "chat": str(stage.group.chat_id)}
    picture = ("a.jpg", jpeg(1280, 720), "image/jpeg")
    [photo] = await page.upload(picture, **here, caption="表")
    assert (photo["text"], photo["photo"]["width"]) == ("表", 1280)
    assert await page.get(photo["photo"]["url"].removeprefix("/api/")) == picture[1]
    album = await page.upload(picture, picture, **here)
    assert album[0]["album"] == album[1]["album"] is not None
    [document] = await page.upload(picture, **here, as_document="true")
    assert (document["document"]["name"], document["photo"]) == ("a.jpg", None)
    [text] = await page.upload(("a.txt", b"hi", "text/plain"), **here)
    assert text["document"]["size"] == 2
    assert (
        "IMAGE_PROCESS_FAILED"
        in (await page.upload(("a.jpg", b"x", "image/jpeg"), **here))["error"]
    )
    assert "error" in await page.upload(**here)


async def test_samples_are_one_tap_away(stage: Stage, page: Page) -> None:
    offered = (await page.get("scene"))["samples"]
    assert 6 <= len(offered) <= 8
    here = {"as_": 1001, "chat": stage.group.chat_id}
    for one in offered:
        picture = await page.get(one["url"].removeprefix("/api/"))
        [posted] = await page.post("sample", **here, names=[one["name"]])
        assert posted["photo"]["height"] == 1280
        assert stage.group.messages()[-1].photo == picture
    [document] = await page.post("sample", **here, names=["leak_printed"], as_document=True)
    assert document["document"]["name"] == "leak_printed.jpg"
    album = await page.post("sample", **here, names=["leak_printed", "lift_neat"])
    assert len({one["album"] for one in album}) == 1
    assert "error" in await page.post("sample", **here, names=["../__init__"])
    assert sum(len(one.content()) for one in SAMPLES) < 2_000_000


async def test_a_strange_host_name_is_turned_away(stage: Stage) -> None:
    async with aiohttp.ClientSession() as session:
        address = f"http://127.0.0.1:{stage.group.port}/api/scene"
        async with session.get(address, headers={"Host": "evil.example"}) as answer:
            assert answer.status == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:1", "null"])
async def test_the_page_of_another_site_is_turned_away(stage: Stage, origin: str) -> None:
    said = {"as": 1001, "chat": stage.group.chat_id, "text": "漏水"}
    async with aiohttp.ClientSession() as session:
        own = f"http://127.0.0.1:{stage.group.port}"
        for site, status in ((origin, 403), (own, 200)):
            headers = {"Origin": site, "Content-Type": "text/plain"}
            body = json.dumps(said)
            async with session.post(f"{own}/api/say", data=body, headers=headers) as answer:
                assert answer.status == status
    assert [m.text for m in stage.group.messages()] == ["漏水"]


@pytest.mark.parametrize("text", [None, 5, ["漏水"]])
async def test_what_is_no_text_is_not_said(stage: Stage, page: Page, text: object) -> None:
    answer = await page.post("say", as_=1001, chat=stage.group.chat_id, text=text)
    assert answer["error"].startswith("text 应为文字")
    assert stage.group.messages() == []


async def test_an_edit_and_a_start_are_the_persons_own(stage: Stage, page: Page) -> None:
    [said] = await page.post("say", as_=1001, chat=stage.group.chat_id, text="漏水")
    here = {"chat": stage.group.chat_id, "message_id": said["id"], "text": "漏气"}
    [edited] = await page.post("edit", as_=1001, **here)
    assert (edited["text"], edited["edited"]) == ("漏气", True)
    assert "error" in await page.post("edit", as_=1002, **here)
    [started] = await page.post("start", as_=500000101, payload="abc")
    assert (started["chat"], started["text"]) == (500000101, "/start")


async def test_the_clock_is_wound_for_everybody(stage: Stage, page: Page) -> None:
    before = stage.group.world.now()
    wound = await page.post("wind", seconds=900)
    assert wound["shift"] == 900
    assert stage.group.world.now() - before >= timedelta(minutes=15)
    morning = await page.post("wind", to="morning")
    shown = datetime.fromisoformat(morning["now"]).astimezone(ZONE)
    assert (shown.hour, shown.minute) == (9, 0)
    for seconds in (-1, 1e300, float("nan"), float("inf")):
        assert "时钟只能往前拨" in (await page.post("wind", seconds=seconds))["error"]
    assert (await page.get("scene"))["shift"] == morning["shift"]


def test_the_next_morning_is_today_or_tomorrow() -> None:
    early = datetime(2024, 12, 23, 22, 0, tzinfo=UTC).astimezone(ZONE)  # 06:00 in Shanghai
    assert next_morning(early) - early == timedelta(hours=3)
    at_nine = next_morning(early)
    assert next_morning(at_nine) - at_nine == timedelta(days=1)


async def test_the_bot_can_be_killed_and_stopped(stage: Stage, page: Page) -> None:
    assert await page.post("restart", how="kill") == {"running": True}
    await page.post("restart", how="stop")
    assert stage.bot.restarts == ["kill", "stop"]
    assert "error" in await page.post("restart", how="burn")


async def test_open_pages_are_told_what_happens_in_their_chats(stage: Stage) -> None:
    address = f"http://127.0.0.1:{stage.group.port}/api/events"
    async with (
        aiohttp.ClientSession() as session,
        session.get(address, params={"as": 500000100}) as stream,
    ):
        await stream.content.readline()  # the server has us on its list
        stage.group.start_private(500000101)  # not ours
        said = stage.group.say(1001, "漏水")
        stage.group.react(500000100, said, "👍")
        stage.group.world.changed("clock")
        told = [await _next_event(stream) for _ in range(3)]
    assert [one["type"] for one in told] == ["message", "reaction", "clock"]
    assert told[0]["message"]["text"] == "漏水"
    assert told[1]["message"]["reactions"][0]["mine"] is True
    assert told[2]["shift"] == 0


async def _next_event(stream: aiohttp.ClientResponse) -> dict[str, Any]:
    while True:
        line = (await asyncio.wait_for(stream.content.readline(), 5)).decode()
        if line.startswith("data: "):
            event: dict[str, Any] = json.loads(line.removeprefix("data: "))
            return event
