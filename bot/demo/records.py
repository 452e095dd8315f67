"""What the group remembers: messages, files, chats. Plain data, kept between runs as JSON."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from bot.demo.cast import Person

Json = dict[str, Any]
ChatKind = Literal["group", "supergroup", "private"]


@dataclass
class Entity:
    """A stretch of text that means something. Offset and length count UTF-16 units.

    `user_id` says who is meant by a text_mention, and by a mention whose @name is known here.
    """

    type: str
    offset: int
    length: int
    url: str | None = None
    user_id: int | None = None
    language: str | None = None


@dataclass
class Button:
    text: str
    data: str | None = None
    url: str | None = None


@dataclass
class StoredFile:
    """One file, or one size of a photo. Its content is kept beside the JSON, not in it."""

    id: str
    unique_id: str
    path: str
    name: str
    mime: str
    width: int = 0
    height: int = 0
    size: int = 0
    content: Annotated[bytes, Field(exclude=True)] = field(default=b"", repr=False)


@dataclass
class Service:
    """A message that nobody wrote: somebody joined, something was pinned, the group moved."""

    kind: Literal[
        "new_chat_members",
        "left_chat_member",
        "pinned_message",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
    ]
    user_id: int | None = None
    message_id: int | None = None
    chat_id: int | None = None


@dataclass
class Message:
    """A message as it stands now: an edit, a reaction, a deletion changes this very object."""

    chat_id: int
    message_id: int
    sender: Person
    date: datetime
    text: str = ""  # or the caption
    entities: list[Entity] = field(default_factory=list)
    photo_sizes: list[StoredFile] = field(default_factory=list)  # smallest first
    document: StoredFile | None = None
    reply_to: int | None = None
    quote: str | None = None
    buttons: list[list[Button]] = field(default_factory=list)
    asked: frozenset[int] = frozenset()  # whose client begins a reply to it by itself
    reactions: dict[int, str] = field(default_factory=dict)  # who → emoji
    media_group_id: str | None = None
    edited_at: datetime | None = None
    forwarded_from: int | None = None
    anonymous: bool = False  # written by an administrator in the group's name
    service: Service | None = None
    silent: bool = False
    pinned: bool = False
    deleted: bool = False

    @property
    def edited(self) -> bool:
        return self.edited_at is not None

    @property
    def photo(self) -> bytes | None:
        """The largest size of the photo, a JPEG."""
        return self.photo_sizes[-1].content if self.photo_sizes else None

    @property
    def mentions(self) -> list[int]:
        """Who is mentioned, in order: by @name or by id."""
        named = (entity for entity in self.entities if entity.type in {"mention", "text_mention"})
        return [entity.user_id for entity in named if entity.user_id is not None]

    def button(self, wanted: str) -> Button:
        """The button with this label, this beginning of a label, or this callback_data.

        Raises LookupError, naming the buttons that there are.
        """
        flat = [button for row in self.buttons for button in row]
        for fits in (_is_label, _is_data, _begins_label):
            for button in flat:
                if fits(button, wanted):
                    return button
        labels = " · ".join(button.text for button in flat) or "none"
        raise LookupError(f"no button {wanted!r} on message {self.message_id}; there are: {labels}")


def _is_label(button: Button, wanted: str) -> bool:
    return button.text == wanted


def _is_data(button: Button, wanted: str) -> bool:
    return button.data == wanted


def _begins_label(button: Button, wanted: str) -> bool:
    return button.text.startswith(wanted)


@dataclass
class Chat:
    """The group, or one person's private chat with the bot (`id` is then the person's)."""

    id: int
    kind: ChatKind
    title: str = ""
    members: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    blocked: bool = False
    instance: str = ""  # Telegram's chat_instance of callback queries


@dataclass
class Update:
    update_id: int
    kind: str
    body: Json
    chat_id: int


@dataclass
class State:
    """All that outlives the process when the demo is asked to keep it."""

    bot: Person
    token: str
    group_id: int
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    messages: dict[int, list[Message]] = field(default_factory=dict)  # by chat, oldest first
    updates: list[Update] = field(default_factory=list)  # not confirmed yet
    allowed_updates: list[str] | None = None  # None: all but those that must be asked for
    tags: dict[int, str] = field(default_factory=dict)
    commands: dict[str, list[dict[str, str]]] = field(default_factory=dict)  # by scope
    bot_is_admin: bool = True
    privacy: bool = False
    next_update_id: int = 0
    next_message_id: dict[int, int] = field(default_factory=dict)
    webhook: Json = field(default_factory=dict)

    def find(self, chat_id: int, message_id: int) -> Message | None:
        """The message, unless it has been deleted."""
        for message in reversed(self.messages.get(chat_id, [])):
            if message.message_id == message_id:
                return None if message.deleted else message
        return None
