"""What a call wants to say: text, pictures, files, buttons, and what it answers."""

import re
from typing import Any

from bot.demo.entities import formatted
from bot.demo.html import utf16_length
from bot.demo.params import Params, Upload
from bot.demo.photos import store_file, store_photo
from bot.demo.records import Button, Entity, Json, Message, StoredFile
from bot.demo.refusals import bad_request
from bot.demo.world import World

LONGEST_TEXT = 4096  # UTF-16 units, after parsing
LONGEST_CAPTION = 1024
LONGEST_DATA = 64  # bytes of callback_data
MOST_BUTTONS = 100
SERVER_LARGEST = 2560  # px, the largest size that is kept of a bot's photo
LINK = re.compile(r"(?:https?|tg)://[^\s]+$")


def text_of(world: World, params: Params, too_long: str) -> tuple[str, list[Entity]]:
    """The text of a message. Raises RefusalError (400): empty, too long, broken."""
    given = params.json("entities") or []
    people = world.state.people
    text, entities = formatted(params.text("text"), params.text("parse_mode"), given, people)
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > LONGEST_TEXT:
        raise bad_request(too_long)
    return text, entities


def caption_of(world: World, values: Params) -> tuple[str, list[Entity]]:
    """The caption of a photo or file, maybe empty."""
    given = values.json("caption_entities") or []
    people = world.state.people
    text, entities = formatted(values.text("caption"), values.text("parse_mode"), given, people)
    if utf16_length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return text, entities


def photo_of(world: World, params: Params, name: str = "photo") -> list[StoredFile]:
    """The photo: uploaded with the call, or one that the server has already."""
    upload = _upload(params, name)
    if upload:
        return store_photo(_non_empty(upload), SERVER_LARGEST)
    stored = _known(world, params.text(name), "photo")
    for message in (m for thread in world.state.messages.values() for m in thread):
        if stored in message.photo_sizes:
            return message.photo_sizes
    raise bad_request("can't use file of type Document as Photo")


def document_of(world: World, params: Params, name: str = "document") -> StoredFile:
    """The file: uploaded with the call, or one that the server has already."""
    upload = _upload(params, name)
    if upload:
        return store_file(_non_empty(upload), upload.name, upload.mime, "documents")
    stored = _known(world, params.text(name), "document")
    if stored.path.startswith("photos/"):
        raise bad_request("can't use file of type Photo as Document")
    return stored


def buttons_of(params: Params) -> list[list[Button]]:
    """The inline keyboard; other kinds of markup are taken and not shown."""
    markup = params.json("reply_markup", "reply keyboard markup")
    if markup is None:
        return []
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = [[_button(one) for one in row] for row in markup.get("inline_keyboard", [])]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return [row for row in rows if row]


def asked_by(world: World, message: Message, params: Params) -> frozenset[int]:
    """Force reply: everybody, or only those whom the message mentions or answers."""
    markup = params.json("reply_markup", "reply keyboard markup") or {}
    if not markup.get("force_reply"):
        return frozenset()
    if not markup.get("selective"):
        return frozenset(world.state.people)
    answered = world.find(message.chat_id, message.reply_to) if message.reply_to else None
    return frozenset((*message.mentions, *([answered.sender.id] if answered else [])))


def set_reply(world: World, message: Message, params: Params) -> None:
    """What the message answers, and the words of it that it quotes."""
    given: Json = params.json("reply_parameters", "reply parameters") or {}
    wanted = given.get("message_id") or params.number("reply_to_message_id")
    if not wanted:
        return
    answered = world.find(message.chat_id, int(wanted))
    if answered is None:
        lenient = given.get("allow_sending_without_reply")
        if lenient or params.flag("allow_sending_without_reply"):
            return
        raise bad_request("message to be replied not found")
    quote = given.get("quote")
    if quote and quote not in answered.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    message.reply_to, message.quote = answered.message_id, quote


def _upload(params: Params, name: str) -> Upload | None:
    """The part of the request that holds the file: under its own name, or attached."""
    attached = params.text(name).removeprefix("attach://")
    return params.uploads.get(name) or params.uploads.get(attached)


def _non_empty(upload: Upload) -> bytes:
    if not upload.content:
        raise bad_request("file must be non-empty")
    return upload.content


def _known(world: World, file_id: str, what: str) -> StoredFile:
    if not file_id:
        raise bad_request(f"there is no {what} in the request")
    if file_id.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")  # the box has no other network
    if file_id not in world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return world.files[file_id]


def _button(given: Any) -> Button:
    prefix = "can't parse inline keyboard button: "
    if not isinstance(given, dict) or not given.get("text"):
        raise bad_request(prefix + 'Field "text" must be of type String')
    text, data, url = given["text"], given.get("callback_data"), given.get("url")
    if url is not None:
        if not LINK.match(url):
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        return Button(text, url=url)
    if data is None:
        raise bad_request(prefix + "Text buttons are unallowed in the inline keyboard")
    if not 1 <= len(data.encode()) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    return Button(text, data=data)
