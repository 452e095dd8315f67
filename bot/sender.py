"""The only code that writes to Telegram: what each error means, and who is told of a press."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    ReactionTypeEmoji,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.messages.outgoing import Outgoing, Way

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sent:
    """Telegram has it."""

    message_id: int | None = None


@dataclass(frozen=True)
class Again:
    """Telegram surely has it not; try after `seconds`. `pause`: the whole chat must rest."""

    seconds: float
    error: str
    pause: bool = False


@dataclass(frozen=True)
class Never:
    """Telegram will never take it."""

    error: str


@dataclass(frozen=True)
class Unknown:
    """Nobody knows whether Telegram has it."""

    error: str


@dataclass(frozen=True)
class Moved:
    """The group has a new id."""

    chat_id: int


Outcome = Sent | Again | Never | Unknown | Moved
_NOT_BEGUN = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


async def send(bot: Bot, out: Outgoing) -> Outcome:
    """Do what `out` says, and say what became of it. Never raises a TelegramError."""
    try:
        return Sent(await _WAYS[out.way](bot, out))
    except RetryAfter as error:
        return Again(seconds(error.retry_after), "429", pause=True)
    except ChatMigrated as error:
        return Moved(error.new_chat_id)
    except InvalidToken as error:  # perhaps a proxy that restarts; for good, polling ends
        return Again(2.0, str(error))
    except Forbidden as error:
        return Never(str(error))
    except BadRequest as error:  # before NetworkError, from which it inherits
        return Sent(out.message_id) if "not modified" in str(error) else Never(str(error))
    except NetworkError as error:
        return _network(error)
    except TelegramError as error:
        return Never(str(error))


def _network(error: NetworkError) -> Outcome:
    """A call that was never begun, or that the server says it failed, can be made again."""
    began = not isinstance(error.__cause__, _NOT_BEGUN)
    server_said_no = "Bad Gateway" in str(error) or "Internal Server Error" in str(error)
    if began and not server_said_no and error.__cause__ is not None:
        return Unknown(f"{type(error).__name__}: {error}")
    return Again(2.0, str(error))


def seconds(value: int | timedelta) -> float:
    """A wait as Telegram names it, in seconds."""
    return value.total_seconds() if isinstance(value, timedelta) else float(value)


def _common(out: Outgoing) -> dict[str, Any]:
    reply = None
    if out.reply_to is not None:
        reply = ReplyParameters(out.reply_to, allow_sending_without_reply=True)
    return {
        "chat_id": out.chat_id,
        "reply_parameters": reply,
        "reply_markup": _markup(out),
        "parse_mode": ParseMode.HTML,
    }


def _markup(out: Outgoing) -> InlineKeyboardMarkup | ForceReply | None:
    return ForceReply(selective=True) if out.asks_reply else keyboard(out)


def keyboard(out: Outgoing) -> InlineKeyboardMarkup | None:
    """The buttons below a message."""
    rows = [
        [InlineKeyboardButton(b.label, url=b.url, callback_data=b.data) for b in row]
        for row in out.buttons
    ]
    return InlineKeyboardMarkup(rows) if rows else None


async def _say(bot: Bot, out: Outgoing) -> int | None:
    if out.picture is not None and out.album:
        pages = [InputMediaPhoto(page) for page in (out.picture, *out.album)]
        words = {name: value for name, value in _common(out).items() if name != "reply_markup"}
        message = (await bot.send_media_group(media=pages, caption=out.text, **words))[0]
    elif out.picture is not None and out.file_name:
        message = await bot.send_document(
            document=out.picture, filename=out.file_name, caption=out.text, **_common(out)
        )
    elif out.picture is not None:
        message = await bot.send_photo(photo=out.picture, caption=out.text, **_common(out))
    else:
        quiet = LinkPreviewOptions(is_disabled=True)
        message = await bot.send_message(
            text=out.text,
            link_preview_options=quiet,
            disable_notification=out.quiet,
            **_common(out),
        )
    return message.message_id


async def _edit(bot: Bot, out: Outgoing) -> int | None:
    place: dict[str, Any] = {"chat_id": out.chat_id, "message_id": out.message_id}
    markup = keyboard(out)
    if out.picture is not None:
        media = InputMediaPhoto(out.picture, caption=out.text, parse_mode=ParseMode.HTML)
        await bot.edit_message_media(media=media, reply_markup=markup, **place)
    elif out.has_caption:
        await bot.edit_message_caption(
            caption=out.text, parse_mode=ParseMode.HTML, reply_markup=markup, **place
        )
    else:
        quiet = LinkPreviewOptions(is_disabled=True)
        await bot.edit_message_text(
            text=out.text,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            link_preview_options=quiet,
            **place,
        )
    return out.message_id


async def _buttons(bot: Bot, out: Outgoing) -> int | None:
    place: dict[str, Any] = {"chat_id": out.chat_id, "message_id": out.message_id}
    await bot.edit_message_reply_markup(reply_markup=keyboard(out), **place)
    return out.message_id


async def _react(bot: Bot, out: Outgoing) -> int | None:
    reaction = [ReactionTypeEmoji(out.text)] if out.text else []
    await bot.set_message_reaction(out.chat_id, out.message_id or 0, reaction)
    return out.message_id


async def _delete(bot: Bot, out: Outgoing) -> int | None:
    await bot.delete_message(out.chat_id, out.message_id or 0)
    return out.message_id


async def _tag(bot: Bot, out: Outgoing) -> int | None:
    await bot.set_chat_member_tag(out.chat_id, out.user_id or 0, out.text)
    return None


_WAYS = {
    Way.SAY: _say,
    Way.EDIT: _edit,
    Way.BUTTONS: _buttons,
    Way.REACT: _react,
    Way.DELETE: _delete,
    Way.TAG: _tag,
}


async def toast(bot: Bot, callback_id: str, text: str, *, alert: bool = False) -> None:
    """Answer a press, to the one who pressed. Too late is no error: the deed stands."""
    try:
        await bot.answer_callback_query(callback_id, text[:200] or None, show_alert=alert)
    except TelegramError as error:
        log.info("toast not shown: %s", error)
