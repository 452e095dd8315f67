"""The pace that Telegram allows in one group: so many messages a minute, then 429."""

import math
from collections import defaultdict, deque
from collections.abc import Callable

from bot.demo.refusals import too_many_requests

WINDOW = 60.0  # seconds


class Pace:
    """Counts what the bot sends to each group, in real time: the group's clock may be wound."""

    def __init__(self, per_minute: int, monotonic: Callable[[], float]) -> None:
        self.per_minute = per_minute
        self._monotonic = monotonic
        self._sent: defaultdict[int, deque[float]] = defaultdict(deque)

    def admit(self, chat_id: int, messages: int = 1) -> None:
        """Count messages to a group. Raises RefusalError (429) with whole seconds to wait."""
        sent, now = self._sent[chat_id], self._monotonic()
        while sent and sent[0] <= now - WINDOW:
            sent.popleft()
        if len(sent) + messages > self.per_minute and sent:
            raise too_many_requests(math.ceil(sent[0] + WINDOW - now) or 1)
        sent.extend([now] * messages)
