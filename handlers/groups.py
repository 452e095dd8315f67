"""What happens to the group itself: it moves."""

from sqlmodel import Session

from bot import outbox
from bot.services import scope
from handlers.call import Call


async def moved(call: Call) -> None:
    """The group has grown into a supergroup and has a new id."""
    message = call.message
    new_id = message.migrate_to_chat_id if message else None
    if new_id is None:
        return

    def follow(session: Session) -> None:
        if scope.migrate(session, call.chat_id, new_id):
            outbox.follow(session, call.chat_id, new_id)

    await call.parts.db.run(follow)
