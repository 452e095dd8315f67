"""Winds the clock of the group and of its bot: one small file that both read."""

import math
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import Clock

ZONE = ZoneInfo("Asia/Shanghai")
FARTHEST = 10 * 365 * 86_400.0
MORNING = time(9, 0)  # when residents are phoned back


class Shift:
    """A clock that can only be wound forward. `file` holds the shift in seconds."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.clock = Clock(file)

    def seconds(self) -> float:
        """How far the clock is ahead of the system's."""
        return float(self.file.read_text(encoding="ascii")) if self.file.exists() else 0.0

    def wind(self, seconds: float) -> None:
        """Move the clock forward. Raises ValueError for a step backward, or too far."""
        before = self.seconds()
        if not before <= before + seconds <= FARTHEST:  # nor is that what is no number
            raise ValueError(
                "时钟只能往前拨，最多十年 · the clock can only be wound forward, ten years in all"
            )
        draft = self.file.with_name(self.file.name + ".new")
        draft.write_text(str(before + seconds), encoding="ascii")
        draft.replace(self.file)  # a reader never sees half a number

    def wind_to_morning(self) -> None:
        """Move the clock to the next 09:00 in Shanghai."""
        now = self.clock.now().astimezone(ZONE)
        self.wind(math.ceil((next_morning(now) - now).total_seconds()))


def next_morning(now: datetime) -> datetime:
    """The next 09:00 after `now` (aware), in its own zone."""
    today = now.replace(hour=MORNING.hour, minute=MORNING.minute, second=0, microsecond=0)
    return today if today > now else today + timedelta(days=1)
