"""Why a file could not be read, each with its sentence in texts/notices.py."""

from enum import StrEnum


class Reason(StrEnum):
    """What stood in the way."""

    TOO_BIG = "too_big"
    BROKEN = "broken"
    LOCKED = "locked"
    NOT_A_PICTURE = "not_a_picture"
    TOO_SLOW = "too_slow"
    READER_DIED = "reader_died"


class UnreadableError(Exception):
    """The file cannot be read. Not raised for a picture that merely is no form."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason

    def __reduce__(self) -> tuple[type["UnreadableError"], tuple[Reason]]:
        return type(self), (self.reason,)  # crosses from the reader's process
