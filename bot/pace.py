"""How fast Telegram lets a bot speak: per chat, per group, in all."""

from collections import defaultdict, deque
from collections.abc import Callable
from time import monotonic

# (seconds, messages): what may be sent in any span of that length.
GROUP = ((1.0, 3), (60.0, 20))
PRIVATE = ((1.0, 3), (60.0, 60))
ALL = ((1.0, 30),)
RESERVED = 4  # of a group's minute, kept for what must make a phone buzz


class Pace:
    """Counts what was sent. Seconds are those of a monotonic clock, not of the wall."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._sent: defaultdict[int, deque[float]] = defaultdict(lambda: deque(maxlen=60))
        self._all: deque[float] = deque(maxlen=60)
        self._rest_until: dict[int, float] = {}

    def note(self, chat_id: int, messages: int = 1) -> None:
        """So many messages go out to the chat now."""
        self._sent[chat_id].extend([self._now()] * messages)
        self._all.extend([self._now()] * messages)

    def rest(self, chat_id: int, seconds: float) -> None:
        """Telegram said to wait."""
        self._rest_until[chat_id] = self._now() + seconds

    def wait(self, chat_id: int, *, urgent: bool) -> float:
        """Seconds until a message may go to the chat; 0.0: now."""
        limits = GROUP if chat_id < 0 else PRIVATE
        spare = 0 if urgent or chat_id > 0 else RESERVED
        waits = [self._rest_until.get(chat_id, 0.0) - self._now()]
        waits += [self._window(self._all, *limit) for limit in ALL]
        for seconds, count in limits:
            reserve = spare if seconds == GROUP[-1][0] else 0
            waits.append(self._window(self._sent[chat_id], seconds, count - reserve))
        return max(0.0, *waits)

    def _window(self, sent: deque[float], seconds: float, count: int) -> float:
        """Seconds until fewer than `count` of `sent` lie in the last `seconds`."""
        if len(sent) < count:
            return 0.0
        return sent[-count] + seconds - self._now()

    def resting(self) -> tuple[list[int], list[int]]:
        """(chats that get nothing now, chats that get only what is urgent now)."""
        chats = set(self._sent) | set(self._rest_until)
        silent = [c for c in chats if self.wait(c, urgent=True) > 0]
        return silent, [c for c in chats if self.wait(c, urgent=False) > 0]
