"""Fetching updates: a batch is committed to the inbox before Telegram is told that we have it."""

import asyncio
import json
import logging
from datetime import datetime
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import inbox, sender
from bot.parts import Parts

log = logging.getLogger(__name__)

WANTED = (
    "message",
    "edited_message",
    "callback_query",
    "message_reaction",
    "chat_member",
    "my_chat_member",
)
LONG = 25  # seconds that Telegram holds an empty answer back
STALLED = LONG + 20  # then the connection is taken for dead: polling can stall silently
LONGEST_PAUSE = 30.0
REFUSALS = 20  # of a token that was good at start, some nine minutes: a proxy that restarts refuses


async def poll(parts: Parts) -> None:
    """Fetch for ever; an error is waited out, longer each time. Raises InvalidToken when the token
    is refused again and again."""
    offset, pause, refusals = 0, 1.0, 0
    while True:
        try:
            offset = await _fetch(parts, offset)
            pause, refusals = 1.0, 0
        except InvalidToken as error:
            refusals += 1
            if refusals >= REFUSALS:
                raise
            log.warning("Telegram 不认这个 token，再试 / the token is refused, again: %s", error)
        except Conflict:
            log.error(
                "409：另一个程序在用同一个 token 取消息，请停掉一个；这里每 %d 秒再试"
                " / another process polls with this token; stop one of them",
                LONGEST_PAUSE,
            )
            pause = LONGEST_PAUSE
        except RetryAfter as error:
            pause = sender.seconds(error.retry_after)
        except (TelegramError, TimeoutError) as error:
            log.warning("cannot fetch updates: %s", error)
        except Exception:  # a full disk, a database that restarts: nothing was confirmed
            log.exception("cannot store updates")
        else:
            continue
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)


async def _fetch(parts: Parts, offset: int) -> int:
    """One batch into the inbox; the next offset, which confirms it."""
    async with asyncio.timeout(STALLED):  # wait_for may swallow that we are to stop
        payloads = await _raw(parts.bot, offset)
    if not payloads:
        return offset
    await parts.db.run(inbox.store, payloads, parts.clock.now())
    parts.wake("handle")
    return int(payloads[-1]["update_id"]) + 1


async def _raw(bot: Bot, offset: int) -> list[dict[str, Any]]:
    """Updates as plain data, to be stored as they came."""
    updates = await bot.get_updates(
        offset=offset, timeout=LONG, allowed_updates=WANTED, read_timeout=LONG + 10
    )
    return [json.loads(json.dumps(update.to_dict(), default=_seconds)) for update in updates]


def _seconds(moment: datetime) -> int:
    """What the library leaves of a pinned message that the bot cannot see: its date, 0."""
    return int(moment.timestamp())
