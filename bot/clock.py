"""The one place that reads the time. Everything else is handed `now`."""

from datetime import UTC, datetime, timedelta
from pathlib import Path


class Clock:
    """The system's time, or — for drills and the demo — the system's time shifted.

    `shift_file` holds a number of seconds as text; it is read at every call, so that whoever
    writes the file winds the clock of a running process. A missing or empty file shifts nothing.
    """

    def __init__(self, shift_file: Path | None = None) -> None:
        self._shift_file = shift_file

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC) + self._shift()

    def _shift(self) -> timedelta:
        if self._shift_file is None:
            return timedelta()
        try:
            return timedelta(seconds=float(self._shift_file.read_text(encoding="ascii") or 0))
        except FileNotFoundError:
            return timedelta()
