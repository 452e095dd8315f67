"""sendMessage, sendPhoto, sendDocument, sendMediaGroup, sendChatAction."""

import json
import secrets

from bot.demo import wire
from bot.demo.methods.access import chat_of
from bot.demo.methods.content import (
    asked_by,
    buttons_of,
    caption_of,
    document_of,
    photo_of,
    set_reply,
    text_of,
)
from bot.demo.params import Params
from bot.demo.records import Chat, Json, Message
from bot.demo.refusals import bad_request
from bot.demo.world import World

MOST_IN_ALBUM = 10
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(world: World, params: Params) -> Json:
    chat = chat_of(world, params, "write")
    text, entities = text_of(world, params, "message is too long")
    message = _draft(world, chat, params)
    message.text, message.entities = text, entities
    message.asked = asked_by(world, message, params)
    return _send(world, chat, message)


def send_photo(world: World, params: Params) -> Json:
    chat = chat_of(world, params, "write")
    sizes = photo_of(world, params)
    message = _draft(world, chat, params)
    message.photo_sizes = sizes
    message.text, message.entities = caption_of(world, params)
    return _send(world, chat, message)


def send_document(world: World, params: Params) -> Json:
    chat = chat_of(world, params, "write")
    stored = document_of(world, params)
    message = _draft(world, chat, params)
    message.document = stored
    message.text, message.entities = caption_of(world, params)
    return _send(world, chat, message)


def send_media_group(world: World, params: Params) -> list[Json]:
    chat = chat_of(world, params, "write")
    media = params.json("media") or []
    if not media:
        raise bad_request("there are no messages to send")
    if len(media) > MOST_IN_ALBUM:
        raise bad_request("too many messages to send as an album")
    if len({one.get("type") for one in media}) > 1:
        raise bad_request("document can't be mixed with other media types")
    group = new_album_id()
    messages = [_album_part(world, chat, params, one) for one in media]
    _admit(world, chat, len(messages))
    for message in messages:
        message.media_group_id = group
        _number(world, chat, message)
        world.post(message)
    return [wire.message(world.state, message) for message in messages]


def send_chat_action(world: World, params: Params) -> bool:
    chat_of(world, params, "write")
    if params.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def new_album_id() -> str:
    return str(13_000_000_000_000_000 + secrets.randbelow(10**15))


def _album_part(world: World, chat: Chat, params: Params, one: Json) -> Message:
    values = {name: v if isinstance(v, str) else json.dumps(v) for name, v in one.items()}
    part = Params(values, params.uploads)
    message = _draft(world, chat, params, with_buttons=False)
    if one.get("type") == "photo":
        message.photo_sizes = photo_of(world, part, "media")
    elif one.get("type") == "document":
        message.document = document_of(world, part, "media")
    else:
        raise bad_request(f"can't use the media of the specified type {one.get('type')}")
    message.text, message.entities = caption_of(world, part)
    return message


def _draft(world: World, chat: Chat, params: Params, *, with_buttons: bool = True) -> Message:
    """A message without a number yet: a refused one must not leave a gap."""
    date = world.now().replace(microsecond=0)
    message = Message(chat.id, 0, world.bot, date, silent=params.flag("disable_notification"))
    set_reply(world, message, params)
    if with_buttons:
        message.buttons = buttons_of(params)
    return message


def _send(world: World, chat: Chat, message: Message) -> Json:
    _admit(world, chat, 1)
    _number(world, chat, message)
    world.post(message)
    return wire.message(world.state, message)


def _admit(world: World, chat: Chat, messages: int) -> None:
    if chat.kind != "private":
        world.pace.admit(chat.id, messages)


def _number(world: World, chat: Chat, message: Message) -> None:
    message.message_id = world.next_id(chat)
