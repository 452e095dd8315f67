"""Which chat and which message a call means, and whether the bot may touch it."""

from typing import Literal

from bot.demo.params import Params
from bot.demo.records import Chat, Message
from bot.demo.refusals import RefusalError, bad_request, forbidden
from bot.demo.world import World

Access = Literal["read", "edit", "write"]


def chat_of(world: World, params: Params, access: Access = "read") -> Chat:
    """The chat that `chat_id` names. Raises RefusalError (400, 403) as Telegram does."""
    if not params.has("chat_id"):
        raise bad_request("chat_id is empty")
    chat_id = params.number("chat_id")
    chat = world.state.chats.get(chat_id)
    if chat is None:
        raise _unknown(world, chat_id)
    if chat.kind == "private":
        if access == "write" and chat.blocked:
            raise forbidden("bot was blocked by the user")
        return chat
    _check_group(world, chat, access)
    return chat


def message_of(world: World, params: Params, purpose: str, access: Access) -> Message:
    """The message that `message_id` names; `purpose` is Telegram's: "message to edit"."""
    chat = chat_of(world, params, access)
    if not params.has("message_id"):
        raise bad_request("message identifier is not specified")
    found = world.find(chat.id, params.number("message_id"))
    if found is None:
        raise bad_request(f"{purpose} not found")
    return found


def is_admin(world: World, chat: Chat) -> bool:
    """Whether the bot has an administrator's rights there."""
    return chat.kind != "private" and world.state.bot_is_admin


def _unknown(world: World, chat_id: int) -> RefusalError:
    """Somebody met in the group may be written to once they press Start; a stranger is unknown."""
    if chat_id in world.group.members:
        return forbidden("bot can't initiate conversation with a user")
    return bad_request("chat not found")


def _check_group(world: World, chat: Chat, access: Access) -> None:
    if chat.migrated_to is not None:
        if access == "write":
            moved = "Bad Request: group chat was upgraded to a supergroup chat"
            raise RefusalError(400, moved, migrate_to_chat_id=chat.migrated_to)
        if access == "edit":
            raise bad_request("message can't be edited")
        return
    if world.bot.id not in chat.members:
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
