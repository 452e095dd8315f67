"""Who comes and goes by the page's API, and what it refuses."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.box.test_page_api import Page, Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    built = Stage(tmp_path)
    await built.group.start()
    yield built
    built.web.events.close()
    await built.group.stop()


@pytest.fixture
async def page(stage: Stage) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession() as session:
        yield Page(stage.group, session)


async def test_newcomers_stand_outside_until_they_join(stage: Stage, page: Page) -> None:
    first, second = await page.post("newcomer"), await page.post("newcomer")
    assert (first["id"], second["id"]) == (2001, 2002)
    assert (first["role"], first["present"], first["featured"]) == ("stranger", False, True)
    assert first["name"] != second["name"]
    assert (await page.post("join", as_=2001))["present"] is True
    assert "已经在群里" in (await page.post("join", as_=2001))["error"]
    assert (await page.post("leave", as_=2001))["present"] is False
    assert "本来就不在" in (await page.post("leave", as_=2001))["error"]
    assert "error" in await page.post("join", as_=stage.group.bot_id)


@pytest.mark.parametrize(
    ("name", "username", "why"),
    [
        (" ", "", "名字不能空"),
        ("字" * 65, "", "名字不能空"),
        ("陈晓东", "abc", "@名"),
        ("陈晓东", "9lives", "@名"),
        ("陈晓东", "Qian_Fangguan", "已有人用"),
    ],
)
async def test_a_name_that_telegram_would_not_take(
    stage: Stage, page: Page, name: str, username: str, why: str
) -> None:
    answer = await page.post("rename", as_=500000100, name=name, username=username)
    assert why in answer["error"]
    assert stage.group.world.state.people[500000100].username == "chenxd_furui"


async def test_a_handle_can_be_kept_changed_and_dropped(stage: Stage, page: Page) -> None:
    for username, now in (("chenxd_furui", "chenxd_furui"), ("@chen_2", "chen_2"), ("", None)):
        told = await page.post("rename", as_=500000100, name="陈晓冬", username=username)
        assert (told["name"], told["username"]) == ("陈晓冬", now)


async def test_only_the_owner_is_anonymous_and_only_in_the_group(stage: Stage, page: Page) -> None:
    here = {"chat": stage.group.chat_id, "text": "通知", "anonymous": True}
    assert "群主" in (await page.post("say", as_=1001, **here))["error"]
    assert "群主" in (await page.post("say", as_=1003, **here | {"chat": 1003}))["error"]
    [said] = await page.post("say", as_=1003, **here)
    assert said["from"]["tag"] == "匿名管理员"


async def test_only_what_one_sees_is_forwarded(stage: Stage, page: Page) -> None:
    secret = stage.group.start_private(1003, "abc")
    body = {"chat": 1003, "message_id": secret.message_id, "to": stage.group.chat_id}
    assert "看不到" in (await page.post("forward", as_=1001, **body))["error"]
    [copy] = await page.post("forward", as_=1003, **body)
    assert (copy["text"], copy["forwarded_from"]) == ("/start abc", "秘书长周敏")
    again = {"chat": copy["chat"], "message_id": copy["id"], "to": copy["chat"]}
    [second] = await page.post("forward", as_=1001, **again)
    assert second["forwarded_from"] == "秘书长周敏"  # who wrote it, not who passed it on


async def test_the_old_group_can_be_read_and_not_written(stage: Stage, page: Page) -> None:
    old = stage.group.chat_id
    stage.group.say(1001, "以前")
    moved = await page.post("migrate")
    assert moved["id"] == stage.group.chat_id != old
    chats = await page.get("chats", **{"as": 1001})
    assert [(one["id"], one["kind"]) for one in chats[:2]] == [
        (moved["id"], "group"),
        (old, "former"),
    ]
    assert (await page.get("messages", **{"as": 1001, "chat": old}))[0]["text"] == "以前"
    assert "已升级" in (await page.post("say", as_=1001, chat=old, text="x"))["error"]


async def test_rights_and_blocks_are_shown(stage: Stage, page: Page) -> None:
    assert (await page.post("rights", admin=False))["bot_is_admin"] is False
    assert (await page.get("scene"))["group"]["bot_is_admin"] is False
    assert (await page.post("block", as_=1001))["blocked"] is True
    await page.post("start", as_=1001)
    [clerk] = [one for one in (await page.get("scene"))["members"] if one["id"] == 1001]
    assert clerk["blocked"] is False


async def test_the_blank_form_is_a_pdf(page: Page) -> None:
    assert (await page.get("blank-form.pdf")).startswith(b"%PDF")
