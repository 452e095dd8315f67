"""A bot cannot list a group, but may ask after those whose ids it was told: for their @names."""

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.parts import Parts
from bot.services import people
from bot.services.scope import Scope, scopes

AT_ONCE = 20  # a minute; Telegram counts calls


async def run(parts: Parts) -> None:
    """Ask after each once; Telegram may not know somebody who is not in the group."""
    for scope in await parts.db.read(scopes, parts.settings):
        for user_id in await parts.db.read(people.unheard_of, scope, AT_ONCE):
            if not await _ask(parts, scope, user_id):
                return


async def _ask(parts: Parts, scope: Scope, user_id: int) -> bool:
    """False if Telegram cannot be asked now."""
    name, username = "", None
    try:
        member = await parts.bot.get_chat_member(scope.chat_id, user_id)
        name, username = member.user.full_name, member.user.username
    except (BadRequest, Forbidden):
        pass  # not in the group
    except TelegramError:
        return False
    await parts.db.run(people.asked_after, scope, user_id, name, username)
    return True
