"""The webhook: each update is posted until it is taken, with the secret."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.demo.group import GroupInABox
from tests.box.conftest import Api
from tests.box.schema import check_update


class Receiver:
    """A bot's webhook that refuses the first post."""

    def __init__(self, group: GroupInABox) -> None:
        self._group = group
        self.posts: list[tuple[str, dict[str, Any]]] = []

    async def take(self, request: web.Request) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.posts.append((secret, await request.json()))
        self._group.world.changed("posted")
        return web.Response(status=500 if len(self.posts) == 1 else 200)


@pytest.fixture
async def receiver(group: GroupInABox) -> AsyncIterator[tuple[Receiver, str]]:
    taker = Receiver(group)
    app = web.Application()
    app.router.add_post("/hook", taker.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield taker, f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


async def test_an_update_is_posted_until_it_is_taken(
    group: GroupInABox, api: Api, receiver: tuple[Receiver, str]
) -> None:
    taker, url = receiver
    group.say(1001, "先说的")
    await api("setWebhook", url=url, secret_token="s3cret")
    await group.wait_until(lambda: len(taker.posts) == 2, 5, "two posts")
    group.say(1001, "后说的")
    await group.wait_until(lambda: len(taker.posts) == 3, 5, "three posts")
    assert [secret for secret, _ in taker.posts] == ["s3cret"] * 3
    assert [post["message"]["text"] for _, post in taker.posts] == ["先说的", "先说的", "后说的"]
    for _, post in taker.posts:
        check_update(post)
    info = await api("getWebhookInfo")
    assert info["last_error_message"].startswith("Wrong response from the webhook: 500")
