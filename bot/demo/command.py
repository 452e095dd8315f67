"""`paidan demo`: the group, the page, and the unchanged bot as a child process."""

import asyncio
import contextlib
import json
import os
import signal
import sys
import tempfile
import webbrowser
from pathlib import Path

from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from bot.demo.archive import Archive
from bot.demo.bot_process import BotProcess
from bot.demo.cast import ROSTER, everyone
from bot.demo.group import TITLE, GroupInABox
from bot.demo.shift import Shift
from bot.demo.web import PageApi

FEDERATION = "大场镇物业服务联合体"
FIRST_START = 180.0  # seconds: the reader's models are loaded for the first time
CONFIG = """\
# Written by `paidan demo` at every start.
[telegram]
token = {token}
base_url = {base_url}
base_file_url = {base_file_url}

[database]
url = {database}

[photos]
dir = {photos}

[clock]
shift_file = {shift_file}

[[federations]]
name = {name}
language = {language}
chat_id = {chat_id}
roster = {roster}
duty = [1001, 1004]
dispatchers = [1002]
secretaries = [1003]
area_code = "021"
"""


def run(
    data: Path | None, port: int = 0, open_browser: bool = True, *, language: str = "zh"
) -> int:
    """Play until Ctrl-C → exit status. Without `data` everything is thrown away at the end.

    `language` is the bot's: zh, en, zh+en.
    """
    with contextlib.ExitStack() as stack:
        if data is None:
            data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="paidan-demo-")))
        data.mkdir(parents=True, exist_ok=True)
        return asyncio.run(play(data.resolve(), port, open_browser, language))


async def play(data: Path, port: int, open_browser: bool, language: str = "zh") -> int:
    """The same in the running loop, in a folder that exists."""
    archive, shift = Archive(data / "group"), Shift(data / "shift")
    state = archive.load()
    group = GroupInABox(now=shift.clock.now, members=everyone(), title=TITLE, state=state)
    if state is None:
        group.press_start()
    archive.keep(group.world)
    bot = BotProcess(
        bot_command(data / "config.toml"), data / "bot.log", lambda: group.world.changed("bot")
    )
    group.world.listeners.append(lambda what, _: bot.heard() if what == "poll" else None)
    page = PageApi(group, shift, bot)
    await listen(group, port)
    (data / "config.toml").write_text(config(group, data, language), encoding="utf-8")
    try:
        return await _perform(group, bot, open_browser)
    finally:
        page.events.close()
        await bot.stop()
        await group.stop()
        archive.save()


def bot_command(config_file: Path) -> list[str]:
    """How the bot is started: as anybody would."""
    return [sys.executable, "-m", "bot", "run", "--config", str(config_file)]


async def listen(group: GroupInABox, port: int) -> None:
    """At the wanted port, or at a free one when another program has it."""
    try:
        await group.start(port)
    except OSError:
        _say(f"端口 {port} 已被占用，换一个 · port {port} is taken, using another")
        await group.stop()
        await group.start(0)


async def _perform(group: GroupInABox, bot: BotProcess, open_browser: bool) -> int:
    """From the bot's start to Ctrl-C."""
    over = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, over.set)
    address = f"http://127.0.0.1:{group.port}/"
    _say("启动机器人… · starting the bot")
    await bot.start()
    with _progress("装载识别模型 · loading its reader"):
        await _first_of(group, bot, over)
    if not _is_up(bot, over):
        return 0 if over.is_set() else 1
    _say(f"就绪，请打开 · ready, open  {address}")
    _say("按 Ctrl-C 结束 · press Ctrl-C to end")
    if open_browser:
        await asyncio.to_thread(_open, address)
    await over.wait()
    _say("正在结束… · ending")
    return 0


async def _first_of(group: GroupInABox, bot: BotProcess, over: asyncio.Event) -> None:
    """Return when the bot has begun to listen, has ended, or Ctrl-C was pressed."""
    listening = group.wait_until(lambda: bot.running, FIRST_START, "the bot's first getUpdates")
    waits = [asyncio.ensure_future(one) for one in (listening, bot.ended(), over.wait())]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for one in waits:
        one.cancel()
    await asyncio.gather(*waits, return_exceptions=True)


def _is_up(bot: BotProcess, over: asyncio.Event) -> bool:
    """Whether the bot listens; if it ended instead, its last words are printed."""
    if not (bot.running or over.is_set()):
        _say(f"机器人没能启动 · the bot did not start:\n{bot.last_lines()}")
    return bot.running and not over.is_set()


def _progress(words: str) -> Progress:
    """The seconds run beside the words, so that nobody takes a slow start for a dead one."""
    shown = Progress(SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    shown.add_task(words, total=None)
    return shown


def config(group: GroupInABox, data: Path, language: str = "zh") -> str:
    """The bot's config.toml: an ordinary one, whose Telegram is at this address."""
    values = {
        "token": group.token,
        "base_url": group.base_url,
        "base_file_url": group.base_file_url,
        "database": f"sqlite:///{data / 'paidan.db'}",
        "photos": str(data / "photos"),
        "shift_file": str(data / "shift"),
        "name": FEDERATION,
        "language": language,
        "roster": str(ROSTER),
    }
    # A JSON string is a TOML string.
    quoted = {name: json.dumps(value, ensure_ascii=False) for name, value in values.items()}
    return CONFIG.format(chat_id=group.chat_id, **quoted)


def _open(address: str) -> None:
    """In the browser; a machine without a screen has the printed address."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in screens):
        return  # a browser for terminals would take this one
    with contextlib.suppress(webbrowser.Error):
        webbrowser.open(address)


def _say(line: str) -> None:
    print(line, flush=True)
