"""editMessage…, deleteMessage, pinChatMessage, unpinChatMessage."""

import json
from copy import deepcopy
from datetime import timedelta

from bot.demo import wire
from bot.demo.methods.access import chat_of, is_admin, message_of
from bot.demo.methods.content import buttons_of, caption_of, document_of, photo_of, text_of
from bot.demo.params import Params
from bot.demo.records import Json, Message, Service
from bot.demo.refusals import RefusalError, bad_request
from bot.demo.world import World

DELETABLE_FOR = timedelta(hours=48)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


def edit_message_text(world: World, params: Params) -> Json:
    message = _own(world, params)
    if message.photo_sizes or message.document:
        raise bad_request("there is no text in the message to edit")
    changed = deepcopy(message)
    changed.text, changed.entities = text_of(world, params, "MESSAGE_TOO_LONG")
    changed.buttons = buttons_of(params)
    return _settle(world, message, changed)


def edit_message_caption(world: World, params: Params) -> Json:
    message = _own(world, params)
    if not (message.photo_sizes or message.document):
        raise bad_request("there is no caption in the message to edit")
    changed = deepcopy(message)
    changed.text, changed.entities = caption_of(world, params)
    changed.buttons = buttons_of(params)
    return _settle(world, message, changed)


def edit_message_reply_markup(world: World, params: Params) -> Json:
    message = _own(world, params)
    changed = deepcopy(message)
    changed.buttons = buttons_of(params)
    return _settle(world, message, changed)


def edit_message_media(world: World, params: Params) -> Json:
    message = _own(world, params)
    media: Json = params.json("media") or {}
    values = {name: v if isinstance(v, str) else json.dumps(v) for name, v in media.items()}
    part = Params(values, params.uploads)
    changed = deepcopy(message)
    if media.get("type") == "photo":
        changed.photo_sizes, changed.document = photo_of(world, part, "media"), None
    elif media.get("type") == "document":
        changed.photo_sizes, changed.document = [], document_of(world, part, "media")
    else:
        raise bad_request("can't parse InputMedia: unsupported type")
    changed.text, changed.entities = caption_of(world, part)
    changed.buttons = buttons_of(params)
    return _settle(world, message, changed)


def delete_message(world: World, params: Params) -> bool:
    message = message_of(world, params, "message to delete", "write")
    chat = world.state.chats[message.chat_id]
    theirs = message.sender is not world.bot and chat.kind != "private"
    if theirs and not is_admin(world, chat):
        raise bad_request("message can't be deleted")
    if world.now() - message.date > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    message.deleted, message.pinned = True, False
    world.changed("delete", message)
    return True


def pin_chat_message(world: World, params: Params) -> bool:
    message = message_of(world, params, "message to pin", "write")
    _check_pin_rights(world, params)
    if message.pinned:
        return True
    message.pinned = True
    world.changed("pin", message)
    notice = world.new_message(world.state.chats[message.chat_id], world.bot)
    notice.service = Service("pinned_message", message_id=message.message_id)
    notice.reply_to = message.message_id
    world.post(notice)
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    chat = chat_of(world, params, "write")
    _check_pin_rights(world, params)
    if params.has("message_id"):
        message = message_of(world, params, "message to unpin", "write")
    else:
        pinned = [one for one in world.thread(chat.id) if one.pinned]
        if not pinned:
            raise bad_request("message to unpin not found")
        message = pinned[-1]
    message.pinned = False
    world.changed("pin", message)
    return True


def _own(world: World, params: Params) -> Message:
    message = message_of(world, params, "message to edit", "edit")
    if message.sender is not world.bot or message.service:
        raise bad_request("message can't be edited")
    return message


def _settle(world: World, message: Message, changed: Message) -> Json:
    """Make the message what the changed copy says. Raises RefusalError (400) if nothing is new.

    A photo that is uploaded anew has new ids, so it always counts as new.
    """
    if changed == message:
        raise _not_modified()
    for name in ("text", "entities", "buttons", "photo_sizes", "document"):
        setattr(message, name, getattr(changed, name))
    message.edited_at = world.now().replace(microsecond=0)
    world.changed("edit", message)
    return wire.message(world.state, message)


def _not_modified() -> RefusalError:
    return bad_request(NOT_MODIFIED)


def _check_pin_rights(world: World, params: Params) -> None:
    chat = chat_of(world, params, "write")
    if chat.kind != "private" and not is_admin(world, chat):
        raise bad_request("not enough rights to manage pinned messages in the chat")
