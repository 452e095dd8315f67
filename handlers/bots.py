"""Other bots in the group. Nothing that one writes or presses counts, and none is answered: two
bots would talk for ever. What one tries is put on record once a day, lest it fill the record."""

from sqlmodel import Session
from telegram import Update

from bot.services import record
from bot.services.people import Person
from handlers.call import Call


def acts(update: Update) -> bool:
    """Whether another bot writes, presses or reacts. Who comes and goes is news whoever brings it:
    a bot that guards the group may have sent a lead out. The group itself is no other bot."""
    user, message = update.effective_user, update.effective_message
    if user is None or not user.is_bot or update.chat_member or update.my_chat_member:
        return False
    itself = getattr(message, "sender_chat", None) is not None  # an anonymous administrator
    news = getattr(message, "new_chat_members", ()) or getattr(message, "left_chat_member", None)
    return not itself and not news


async def put_on_record(call: Call, tried: str) -> None:
    """`tried`: a command, or what a button carried; empty for chatter, which is let be."""
    user = call.update.effective_user
    if user is None or not tried:
        return
    bot = Person(user.id, user.full_name, user.username)
    facts = {"bot": f"@{user.username} {tried}"}

    def keep(session: Session) -> None:
        record.deny_daily(session, call.scope.id, call.parts.clock.now(), bot, facts)

    await call.parts.db.run(keep)
