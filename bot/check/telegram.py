"""What only Telegram can tell: whether it knows the bot, and what the bot may do in each group."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from telegram import Bot, Chat, ChatMember
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.check.finding import Finding
from bot.config import FederationSettings, Settings

CLOCK_OFF = 60  # seconds against Telegram's own clock
_GROUPS = (Chat.GROUP, Chat.SUPERGROUP)


async def wrong_at_telegram(settings: Settings) -> AsyncIterator[Finding]:
    """One question after another; without a network, one finding."""
    own = settings.telegram
    try:
        async with Bot(own.token, own.base_url, own.base_file_url) as bot:
            for federation in settings.federations:
                async for finding in _group(bot, federation):
                    yield finding
            if (await bot.get_webhook_info()).url:
                yield Finding(
                    "这个机器人设了 webhook：启动时会取消；若另一个程序在用它，请换一个机器人。",
                    "A webhook is set and will be taken away at start; is it another program's?",
                    fatal=False,
                )
        if off := await _clock(settings):
            yield off
    except InvalidToken:
        yield Finding(
            "Telegram 不认这个 token：请从 @BotFather 重新复制。",
            "Telegram refuses the token: copy it again from @BotFather.",
        )
    except TelegramError as error:
        yield Finding(
            f"连不上 Telegram（{error}）：请检查网络或 base_url；机器人会继续重试。",
            f"Telegram cannot be reached ({error}): check the network, or base_url.",
            fatal=False,
        )


async def _group(bot: Bot, federation: FederationSettings) -> AsyncIterator[Finding]:
    try:
        own = await bot.get_chat_member(federation.chat_id, bot.id)
        chat = await bot.get_chat(federation.chat_id)
    except ChatMigrated as error:
        yield Finding(
            f"{federation.name}：群已升级，现在的 chat_id 是 {error.new_chat_id}，请改成它。",
            f"{federation.name}: the group has moved; its chat_id is {error.new_chat_id} now.",
            fatal=False,
        )
    except (BadRequest, Forbidden):
        yield await _not_there(bot, federation)
    else:
        if chat.type not in _GROUPS:
            yield Finding(
                f"{federation.name}：{federation.chat_id} 是频道或私聊，请填群的 chat_id。",
                f"{federation.name}: that chat is no group; fill in the group's id.",
            )
        elif own.status in (ChatMember.LEFT, ChatMember.BANNED):
            yield await _not_there(bot, federation)
        elif own.status != ChatMember.ADMINISTRATOR:
            yield _no_administrator(bot, federation.name)


async def _not_there(bot: Bot, federation: FederationSettings) -> Finding:
    """The group is not known to the bot, perhaps because -100 was left out of its id."""
    name, chat_id = federation.name, federation.chat_id
    longer = int(f"-100{abs(chat_id)}")
    if not str(chat_id).startswith("-100") and await _knows(bot, longer):
        return Finding(
            f"{name}：chat_id 少了 -100，应写 chat_id = {longer}。",
            f"{name}: -100 is missing; write chat_id = {longer}.",
        )
    return Finding(
        f"{name}：机器人不在群 {chat_id} 里。请把 @{bot.username} 拉进群，核对 chat_id。",
        f"{name}: I am not in that group; add @{bot.username}, check chat_id.",
        fatal=False,
    )


async def _knows(bot: Bot, chat_id: int) -> bool:
    try:
        await bot.get_chat(chat_id)
    except TelegramError:
        return False
    return True


def _no_administrator(bot: Bot, name: str) -> Finding:
    if bot.bot.can_read_all_group_messages:
        return Finding(
            f"{name}：请把机器人设为管理员，否则看不到 👍 和成员进出。",
            f"{name}: make me an administrator, or I see neither 👍 nor who joins.",
            fatal=False,
        )
    return Finding(
        f"{name}：机器人看不到照片。请设为群管理员，"
        "或让 @BotFather 关掉 privacy mode 后重新拉进群。",
        f"{name}: I cannot see photos: make me an administrator, or turn privacy mode off"
        " at @BotFather and add me anew.",
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
        f"本机时钟差了 {off:.0f} 秒，期限会算错：请打开自动对时。",
        f"The clock is off by {off:.0f} s; deadlines would be wrong. Turn on time sync.",
        fatal=False,
    )
