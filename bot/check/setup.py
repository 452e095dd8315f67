"""What can be seen wrong in the settings and on this machine, without asking Telegram."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec

from bot.check.finding import Finding
from bot.check.taken_in import taken_in
from bot.config import FederationSettings, Settings
from bot.pictures.fonts import font
from bot.roster_file import RosterError, read_roster

_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
_CHINESE = "chi_sim"


def wrong_settings(settings: Settings) -> Iterator[Finding]:
    """The token, the addresses, the groups, their people and rosters."""
    yield from _token(settings.telegram.token)
    yield from _addresses(settings)
    if not settings.federations:
        yield Finding(
            "没有 [[federations]]：至少写一个群的 name 和 chat_id。",
            "No [[federations]]: name at least one group.",
        )
    yield from _twice(settings)
    for federation in settings.federations:
        yield from _chat(federation)
        yield from _people(federation)
        yield from _roster(federation, settings.database.url)


def _token(token: str) -> Iterator[Finding]:
    if not token:
        yield Finding(
            "没有 token：请向 @BotFather 发 /newbot，把 token 填进 [telegram] token。",
            "No token: ask @BotFather for one and put it into [telegram] token.",
        )
    elif not _TOKEN.fullmatch(token):
        yield Finding(
            "token 的样子不对：应像 123456:ABC-def，不带空格，请从 @BotFather 重新复制。",
            "The token's shape is wrong: 123456:ABC-def; copy it again from @BotFather.",
        )


def _addresses(settings: Settings) -> Iterator[Finding]:
    for key in ("base_url", "base_file_url"):
        address = getattr(settings.telegram, key)
        if not _ADDRESS.fullmatch(address):
            yield Finding(
                f"[telegram] {key} 不是网址：{address!r}，应以 https:// 开头，或删去这一行。",
                f"[telegram] {key} is no address: begin with https://, or leave it out.",
            )


def can_ask(settings: Settings) -> bool:
    """Whether there is any use in asking Telegram."""
    return not (any(_token(settings.telegram.token)) or any(_addresses(settings)))


def _twice(settings: Settings) -> Iterator[Finding]:
    for chat_id, count in Counter(f.chat_id for f in settings.federations).items():
        if count > 1:
            yield Finding(
                f"chat_id {chat_id} 写了 {count} 次：一个群只能属于一个联合体，请删去多余的一段。",
                f"chat_id {chat_id} stands {count} times: a group is of one federation.",
            )


def _chat(federation: FederationSettings) -> Iterator[Finding]:
    name, chat_id = federation.name, federation.chat_id
    if chat_id >= 0:
        yield Finding(
            f"{name}：chat_id = {chat_id} 是个人的 id，不是群的。"
            f"群的 id 是负数，超级群以 -100 开头，可能是 -100{chat_id}。",
            f"{name}: chat_id {chat_id} is a person's; a group's is negative,"
            f" a supergroup's begins with -100: perhaps -100{chat_id}.",
        )


def _people(federation: FederationSettings) -> Iterator[Finding]:
    name = federation.name
    if not federation.duty:
        yield Finding(
            f"{name}：没有值班客服，谁发的表都不会读。请把 Telegram 用户 id 填进 duty。",
            f"{name}: nobody is on duty, no form will be read. Fill in duty.",
            fatal=False,
        )
    if not federation.dispatchers:
        yield Finding(
            f"{name}：没有派单员，退单和延期无人裁定。请填 dispatchers。",
            f"{name}: no dispatcher, nobody rules on refusals. Fill in dispatchers.",
            fatal=False,
        )
    for user_id in (*federation.duty, *federation.dispatchers, *federation.secretaries):
        if user_id <= 0:
            yield Finding(
                f"{name}：{user_id} 不是人的 id（人的是正数），请让本人在群里发 /whoami 查。",
                f"{name}: {user_id} is no person's id; /whoami in the group tells it.",
            )


def _roster(federation: FederationSettings, database: str) -> Iterator[Finding]:
    if federation.roster is None:
        return
    try:
        read_roster(federation.roster)
    except RosterError as error:
        zh, _, en = str(error).partition(" / ")
        if taken_in(database, federation.chat_id):
            zh, en = (
                f"{zh}（库里已有花名册，照常运行）",
                f"{en} (the database has one: the bot runs)",
            )
            yield Finding(zh, en, fatal=False)
        else:
            yield Finding(zh, en)


def missing_parts(settings: Settings) -> Iterator[Finding]:
    """The reader's engine, and the font of pictures."""
    if settings.reading.engine == "tesseract":
        yield from _tesseract()
    elif find_spec("rapidocr") is None or find_spec("onnxruntime") is None:
        yield Finding(
            "没有 RapidOCR：请重新 pip install -r requirements.txt。",
            "RapidOCR is missing: pip install -r requirements.txt again.",
        )
    try:
        font(20)
    except OSError:
        yield Finding(
            "中文字体打不开：请重新 pip install -r requirements.txt（noto-cjk-sans-otc）。",
            "The Chinese font cannot be opened: pip install -r requirements.txt again.",
        )


def _tesseract() -> Iterator[Finding]:
    program = shutil.which("tesseract")
    if program is None:
        yield Finding(
            "没有 Tesseract：sudo apt install tesseract-ocr tesseract-ocr-chi-sim，"
            '或改回 engine = "rapidocr"。',
            'Tesseract is missing: install it, or set engine = "rapidocr".',
        )
        return
    known = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    if _CHINESE not in known.stdout.split():
        yield Finding(
            "Tesseract 没有简体中文：sudo apt install tesseract-ocr-chi-sim，"
            '或改回 engine = "rapidocr"。',
            'Tesseract lacks simplified Chinese: install it, or set engine = "rapidocr".',
        )
