"""What a person gets wrong when setting up, said in one plain line each with what to do."""

import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from telegram import Bot, ChatMember
from telegram.error import InvalidToken, TelegramError

from bot.config import FederationSettings, Settings
from bot.roster_file import RosterError, read_roster

log = logging.getLogger(__name__)
CLOCK_OFF = 60  # seconds against Telegram's own clock


@dataclass(frozen=True)
class Finding:
    """One line. `fatal`: the bot cannot run like this."""

    sentence: str
    fatal: bool = True


async def report(settings: Settings) -> bool:
    """Print what is wrong; whether the bot can run."""
    findings = [*_local(settings), *[f async for f in _remote(settings)]]
    for finding in findings:
        print(("✗ " if finding.fatal else "⚠ ") + finding.sentence)
    fatal = any(finding.fatal for finding in findings)
    if not findings:
        print("✓ 一切就绪 / All is well")
    return not fatal


def _local(settings: Settings) -> Iterator[Finding]:
    if not settings.telegram.token:
        yield Finding(
            "没有 token：请向 @BotFather 发 /newbot，把 token 填进 [telegram] token。"
            " / No token: ask @BotFather for one and put it into [telegram] token."
        )
    if not settings.federations:
        yield Finding(
            "没有 [[federations]]：至少写一个群的 name 和 chat_id。"
            " / No [[federations]]: name at least one group."
        )
    if settings.reading.engine == "tesseract" and shutil.which("tesseract") is None:
        yield Finding(
            "没有 Tesseract：sudo apt install tesseract-ocr tesseract-ocr-chi-sim，"
            '或改回 engine = "rapidocr"。'
            ' / Tesseract is missing: install it, or set engine = "rapidocr".'
        )
    for federation in settings.federations:
        yield from _roster(federation)
        yield from _people(federation)


def _roster(federation: FederationSettings) -> Iterator[Finding]:
    if federation.roster is None:
        return
    try:
        read_roster(federation.roster)
    except RosterError as error:
        yield Finding(str(error))


def _people(federation: FederationSettings) -> Iterator[Finding]:
    name = federation.name
    if not federation.duty:
        yield Finding(
            f"{name}：没有值班客服，谁发的表都不会读。请把 Telegram 用户 id 填进 duty。"
            f" / {name}: nobody is on duty, no form will be read. Fill in duty.",
            fatal=False,
        )
    if not federation.dispatchers:
        yield Finding(
            f"{name}：没有派单员，退单和延期无人裁定。请填 dispatchers。"
            f" / {name}: no dispatcher, nobody rules on refusals. Fill in dispatchers.",
            fatal=False,
        )


async def _remote(settings: Settings) -> AsyncIterator[Finding]:
    own = settings.telegram
    if not own.token:
        return
    try:
        async with Bot(own.token, own.base_url, own.base_file_url) as bot:
            for federation in settings.federations:
                async for finding in _group(bot, federation):
                    yield finding
        if off := await _clock(settings):
            yield off
    except InvalidToken:
        yield Finding(
            "Telegram 不认这个 token：请从 @BotFather 重新复制。"
            " / Telegram refuses the token: copy it again from @BotFather."
        )
    except TelegramError as error:
        yield Finding(
            f"连不上 Telegram（{error}）：请检查网络或 base_url；机器人会继续重试。"
            f" / Telegram cannot be reached ({error}): check the network, or base_url.",
            fatal=False,
        )


async def _group(bot: Bot, federation: FederationSettings) -> AsyncIterator[Finding]:
    name = federation.name
    try:
        own = await bot.get_chat_member(federation.chat_id, bot.id)
    except TelegramError as error:
        yield Finding(
            f"{name}：机器人不在群 {federation.chat_id} 里（{error}）。"
            f"请把 @{bot.username} 拉进群，核对 chat_id。"
            f" / {name}: I am not in that group; add @{bot.username}, check chat_id.",
            fatal=False,
        )
        return
    if own.status == ChatMember.ADMINISTRATOR:
        return
    if bot.bot.can_read_all_group_messages:
        yield Finding(
            f"{name}：请把机器人设为管理员，否则看不到 👍 和成员进出。"
            f" / {name}: make me an administrator, or I see neither 👍 nor who joins.",
            fatal=False,
        )
    else:
        yield Finding(
            f"{name}：机器人看不到照片。请设为群管理员，"
            "或让 @BotFather 关掉 privacy mode 后重新拉进群。"
            f" / {name}: I cannot see photos: make me an administrator, or turn privacy mode off"
            " at @BotFather and add me anew."
        )


async def _clock(settings: Settings) -> Finding | None:
    """The machine's clock against the server's Date header."""
    async with httpx.AsyncClient() as client:
        try:
            answer = await client.get(
                settings.telegram.base_url + settings.telegram.token + "/getMe"
            )
            server = parsedate_to_datetime(answer.headers["Date"])
        except (httpx.HTTPError, KeyError, ValueError):
            return None
    off = abs((datetime.now(UTC) - server).total_seconds())
    if off < CLOCK_OFF:
        return None
    return Finding(
        f"本机时钟差了 {off:.0f} 秒，期限会算错：请打开自动对时。"
        f" / The clock is off by {off:.0f} s; deadlines would be wrong. Turn on time sync.",
        fatal=False,
    )
