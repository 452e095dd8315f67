"""Which gesture a text means: by its command, or by its Chinese word."""

import re
from collections.abc import Mapping

from bot.services import people, tickets
from handlers import help, meaning, start
from handlers.call import Call
from handlers.gestures import Gesture
from models.deed import Deed
from models.rights import may
from models.said.ticket_numbers import first_number

COMMANDS: Mapping[str, Gesture] = {g.command: g for g in (*help.ALL, start.GESTURE)}
WORDS: Mapping[str, Gesture] = {word: g for g in help.ALL for word in g.words}
_ALONE = frozenset({"mine", "open", "rules", "help", "whoami", "calls"})  # take no words
_WITH_WORDS = frozenset({"find", "experts", "stats", "invite", "bind", "unbind", "new", "audit"})
_MARKS = r"\s,，.。:：;；、!！"
_COMMAND = re.compile(rf"/([a-z]+)(?:@([a-z0-9_]+))?(?![a-z_/]|\.\w)[{_MARKS}]*", re.IGNORECASE)
_WORD = re.compile(rf"([一-鿿]+)(?=[{_MARKS}#＃\d]|$)[{_MARKS}]*")


def meant(text: str, bot_name: str) -> tuple[Gesture | None, str]:
    """The gesture that a text begins with, and the words after it.

    A Chinese word counts alone, or before a ticket's number (接单 17); otherwise 退单 in the middle
    of talk would be taken for the deed. A mark or a new line parts as a space does, and before a
    number nothing need. Of those about no ticket some take no words: 规则 大家都清楚吧 is talk."""
    text = text.strip()
    if (command := _COMMAND.match(text)) is not None:
        name, addressee = command.groups()
        ours = not addressee or addressee.lower() == bot_name.lower()
        gesture = COMMANDS.get(name.lower()) if ours else None
        return gesture, text[command.end() :] if gesture else text
    gesture, rest = _by_word(text)
    if gesture is None:
        return None, text
    alone = not rest and gesture.command in _ALONE
    counts = alone or gesture.command in _WITH_WORDS or first_number(rest)[0]
    return (gesture, rest) if counts else (None, text)


def _by_word(text: str) -> tuple[Gesture | None, str]:
    """The gesture whose Chinese word begins the text, and what is said behind it."""
    word = _WORD.match(text.strip())
    gesture = WORDS.get(word[1]) if word is not None else None
    return (gesture, text.strip()[word.end() :]) if word and gesture else (None, text)


async def meant_in_reply(call: Call) -> tuple[Gesture | None, str]:
    """A deed's Chinese word and its reason, without a number, in reply to a message about a
    ticket (恢复; 作废 重复报修), of somebody who may do that: of others it is a remark. The words
    of a firm about its own ticket are understood by meaning.py, which knows 办结 from 办结 不了."""
    gesture, rest = _by_word(call.words)
    place = call.place
    if gesture is None or gesture.deed is None or gesture.deed in meaning.DEEDS or place is None:
        return None, call.words
    ticket = await call.parts.db.read(tickets.by_message, call.scope, *place)
    own = await call.look(lambda _, person: people.standings(person, ticket))
    remark = gesture.deed is Deed.RESUME and rest  # 恢复 供水了 tells of the water
    if ticket is None or remark or not may(own, gesture.deed):
        return None, call.words
    return gesture, rest
