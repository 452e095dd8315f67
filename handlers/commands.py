"""Which gesture a text means: by its command, or by its Chinese word."""

from collections.abc import Mapping

from bot.services import people, tickets
from handlers import help, replies, start
from handlers.call import Call
from handlers.gestures import Gesture
from models.deed import Deed
from models.rights import may
from models.ticket_numbers import find_numbers

COMMANDS: Mapping[str, Gesture] = {g.command: g for g in (*help.ALL, start.GESTURE)}
WORDS: Mapping[str, Gesture] = {word: g for g in help.ALL for word in g.words}
_PLAIN = frozenset({"mine", "open", "find", "experts", "rules", "stats", "help", "whoami"}) | {
    *("calls", "invite", "bind", "unbind", "whoami", "new", "audit")
}


def meant(text: str, bot_name: str) -> tuple[Gesture | None, str]:
    """The gesture that a text begins with, and the words after it.

    A Chinese word counts alone, or before a ticket's number (接单 17); otherwise 退单 in the middle
    of talk would be taken for the deed."""
    first, _, rest = text.strip().partition(" ")
    if first.startswith("/"):
        name, _, addressee = first[1:].partition("@")
        ours = not addressee or addressee.lower() == bot_name.lower()
        gesture = COMMANDS.get(name.lower()) if ours else None
        return gesture, rest.strip() if gesture else text
    gesture = WORDS.get(first.rstrip("：:"))
    if gesture is None or not (_takes_no_number(gesture) or find_numbers(f"/x {rest}")):
        return None, text
    return gesture, rest.strip()


def _takes_no_number(gesture: Gesture) -> bool:
    return gesture.command in _PLAIN


async def meant_in_reply(call: Call) -> tuple[Gesture | None, str]:
    """A deed's Chinese word and its reason, without a number, in reply to a message about a
    ticket (恢复; 作废 重复报修), of somebody who may do that: of others it is a remark. The words
    of a firm about its own ticket are understood by replies.py, which knows 办结 from 办结 不了."""
    first, _, rest = call.words.strip().partition(" ")
    gesture, place = WORDS.get(first), call.place
    if gesture is None or gesture.deed is None or gesture.deed in replies.DEEDS or place is None:
        return None, call.words
    ticket = await call.parts.db.read(tickets.by_message, call.scope, *place)
    own = await call.look(lambda _, person: people.standings(person, ticket))
    remark = gesture.deed is Deed.RESUME and rest  # 恢复 供水了 tells of the water
    if ticket is None or remark or not may(own, gesture.deed):
        return None, call.words
    return gesture, rest.strip()
