"""Chromium, the real demo as a child process, and the page alone in front of a group."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ViewportSize, async_playwright, expect

from bot.demo.group import GroupInABox
from bot.demo.shift import Shift
from bot.demo.web import PageApi
from tests.box.conftest import Api
from tests.page.player import Player

ROOT = Path(__file__).parents[2]
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 30_000  # milliseconds
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 800}
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def demo() -> Iterator[str]:
    """`paidan demo` as a newcomer starts it; the address that it prints."""
    command = [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0"]
    env = dict(os.environ) | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as child:
        try:
            yield _address(child)
        finally:
            child.send_signal(signal.SIGTERM)
            child.wait(timeout=30)


def _address(child: "subprocess.Popen[str]") -> str:
    assert child.stdout is not None
    printed = []
    for line in child.stdout:
        printed.append(line)
        if found := re.search(r"http://\S+", line):
            return found[0]
    raise AssertionError("the demo ended before it printed its address:\n" + "".join(printed))


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all; each test has a profile of its own."""
    path = shutil.which("chromium")
    assert path, "the page's tests need Debian's chromium: apt-get install chromium"
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="package")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    opened = await browser.new_context(viewport=DESK, locale="zh-CN")
    opened.set_default_timeout(PATIENCE)
    yield opened
    await opened.close()


@pytest_asyncio.fixture(loop_scope="package")
async def phone(browser: Browser) -> AsyncIterator[BrowserContext]:
    opened = await browser.new_context(
        viewport=PHONE, locale="zh-CN", has_touch=True, is_mobile=True, color_scheme="dark"
    )
    opened.set_default_timeout(PATIENCE)
    yield opened
    await opened.close()


@pytest_asyncio.fixture(loop_scope="package")
async def player(context: BrowserContext, demo: str) -> Player:
    """At a desk, on the page of the real demo."""
    return await Player.open(context, demo)


class IdleBot:
    """Stands for the bot's process where a test speaks as the bot itself."""

    alive = running = True

    async def restart(self, how: str) -> None:
        """There is nothing to restart."""


@dataclass
class Box:
    """The group's server with the page, without a bot: the test says what the bot says."""

    group: GroupInABox
    page: PageApi
    shift: Shift
    say: Api

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.group.port}/"


@pytest_asyncio.fixture(loop_scope="package")
async def box(tmp_path: Path) -> AsyncIterator[Box]:
    shift = Shift(tmp_path / "shift")
    group = GroupInABox(now=shift.clock.now)
    page = PageApi(group, shift, IdleBot())
    await group.start()
    async with aiohttp.ClientSession() as session:
        yield Box(group, page, shift, Api(group, session))
    page.events.close()
    await group.stop()


@pytest_asyncio.fixture(loop_scope="package")
async def alone(context: BrowserContext, box: Box) -> Player:
    """At a desk, on the page of a group without a bot."""
    return await Player.open(context, box.address)
