"""Whether one deed is said of several tickets: 收到 to a reminder of five, #1 #2 都修好了.

#1 修好了，#2 明天去 is not; who says 前两个收到 means some that nobody can tell; and what 都修好了
means of a reminder is not sure enough to close five."""

import re

from models.numerals import ascii_digits
from models.said.ticket_numbers import find_numbers, without_numbers
from models.said.words import Gesture, understand

_BETWEEN = " \t\n,，、和跟与及:："
_OF_EACH = frozenset({Gesture.ACKNOWLEDGE, Gesture.CONTACT, Gesture.RESOLVE})
_SOME = re.compile(r"[\d一二三四五六七八九第前后另除只但]|其[他余]|有[些的个]|部分")


def means_each(words: str) -> bool:
    """Whether the words do the same to all the tickets that they name at their beginning, or,
    where they name none, take all those that they reply to.

    >>> means_each("收到"), means_each("#1 #2 都修好了"), means_each("都修好了")
    (True, True, False)
    """
    said = without_numbers(words).lstrip(_BETWEEN)
    gesture, numbers = understand(said), find_numbers(words)
    if numbers:
        named_first = ascii_digits(words).endswith(said)
        return gesture in _OF_EACH and named_first and len(numbers) > 1
    return gesture is Gesture.ACKNOWLEDGE and not _SOME.search(said)
