"""A message ready to go: what it says and shows, and which way. Knows no channel."""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """What is done with it."""

    SAY = "say"
    EDIT = "edit"
    BUTTONS = "buttons"  # the buttons below a message, whatever it says
    REACT = "react"
    DELETE = "delete"
    TAG = "tag"


@dataclass(frozen=True)
class Button:
    """`data` comes back when it is pressed (at most 64 bytes), or `url` opens."""

    label: str
    data: str | None = None
    url: str | None = None


Buttons = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Outgoing:
    """`text` is HTML; with a picture it is its caption. `message_id` is what EDIT, BUTTONS,
    REACT and DELETE are about, `user_id` what TAG is about."""

    chat_id: int
    way: Way = Way.SAY
    text: str = ""
    picture: bytes | str | None = None  # its bytes, or the id by which the channel knows it
    file_name: str = ""  # SAY: the picture goes as a file of this name
    album: tuple[bytes, ...] = ()  # SAY: further pictures that go with the first
    has_caption: bool = False  # EDIT: the message being edited is a photo
    buttons: Buttons = ()
    asks_reply: bool = False  # SAY: those it mentions find the reply to it begun
    reply_to: int | None = None
    message_id: int | None = None
    user_id: int | None = None
    quiet: bool = False

    @property
    def messages(self) -> int:
        """How many Telegram counts it as."""
        return 1 + len(self.album)
