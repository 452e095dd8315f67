"""getMe, getUpdates, webhooks, commands, files: what concerns the bot and no chat."""

import json
import re
from urllib.parse import urlsplit

from bot.demo import wire
from bot.demo.params import Params
from bot.demo.records import Json
from bot.demo.refusals import bad_request
from bot.demo.world import World

MOST_UPDATES = 100
LONGEST_POLL = 50
LARGEST_DOWNLOAD = 20 * 1024 * 1024
MOST_COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}$")


def get_me(world: World, _params: Params) -> Json:
    return wire.user(world.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.state.privacy,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_join_request_queries": False,
    }


async def get_updates(world: World, params: Params) -> list[Json]:
    world.updates.allow(params.json("allowed_updates"))
    limit = params.number("limit", MOST_UPDATES)
    seconds = min(max(params.number("timeout"), 0), LONGEST_POLL)
    limit = limit if 1 <= limit <= MOST_UPDATES else MOST_UPDATES
    return await world.updates.poll(params.number("offset"), limit, seconds)


def set_webhook(world: World, params: Params) -> bool:
    url = params.text("url")
    if url:
        _check_webhook(url)
        world.updates.terminate_reader()
    world.updates.allow(params.json("allowed_updates"))
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    secret = params.text("secret_token")
    world.state.webhook = {"url": url, "secret_token": secret} if url else {}
    world.updates.wake()
    return True


def delete_webhook(world: World, params: Params) -> bool:
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    world.state.webhook = {}
    return True


def get_webhook_info(world: World, _params: Params) -> Json:
    hook = world.state.webhook
    body: Json = {
        "url": hook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending()),
    }
    if hook:
        body |= {"max_connections": 40, "ip_address": "127.0.0.1"}
    if hook.get("last_error_message"):
        body |= {name: hook[name] for name in ("last_error_date", "last_error_message")}
    if world.state.allowed_updates:
        body["allowed_updates"] = world.state.allowed_updates
    return body


def set_my_commands(world: World, params: Params) -> bool:
    commands = params.json("commands") or []
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if not COMMAND.match(one.get("command", "").removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(one.get("description", "")) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.state.commands[_scope(params)] = [
        {"command": one["command"].removeprefix("/"), "description": one["description"]}
        for one in commands
    ]
    world.changed("bot")
    return True


def get_my_commands(world: World, params: Params) -> list[dict[str, str]]:
    return world.state.commands.get(_scope(params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    world.state.commands.pop(_scope(params), None)
    world.changed("bot")
    return True


def get_file(world: World, params: Params) -> Json:
    if not params.has("file_id"):
        raise bad_request("file_id not specified")
    stored = world.files.get(params.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if stored.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    ids = {"file_id": stored.id, "file_unique_id": stored.unique_id}
    return ids | {"file_size": stored.size, "file_path": stored.path}


def _scope(params: Params) -> str:
    """A key for the commands' scope and language."""
    scope = params.json("scope", "BotCommandScope") or {"type": "default"}
    return json.dumps([scope, params.text("language_code")], sort_keys=True)


def _check_webhook(url: str) -> None:
    """HTTPS, as Telegram asks; plain HTTP only on this machine, as a local server allows."""
    parts = urlsplit(url)
    local = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "localhost"}
    if not parts.hostname or (parts.scheme != "https" and not local):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
