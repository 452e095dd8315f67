"""The group's world: who is where, what has been said, and who is told of it."""

import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from bot.demo import wire
from bot.demo.cast import Person
from bot.demo.limits import Pace
from bot.demo.presses import Presses
from bot.demo.records import Chat, ChatKind, Json, Message, State, StoredFile
from bot.demo.updates import UpdateQueue

Listener = Callable[[str, Message | None], None]
BOT = Person(7_654_321_098, "派单小助手", "dachang_paidan_bot", "bot", is_bot=True)


def new_state(title: str, members: Iterable[Person], *, supergroup: bool) -> State:
    """A fresh group with these people in it and the bot as an administrator."""
    number = 3_000_000_000 + secrets.randbelow(900_000_000)
    group_id = -1_000_000_000_000 - number if supergroup else -number
    people = {person.id: replace(person) for person in members}
    state = State(replace(BOT), f"{BOT.id}:{secrets.token_urlsafe(26)}", group_id, people)
    state.people[BOT.id] = state.bot
    kind: ChatKind = "supergroup" if supergroup else "group"
    present = [person.id for person in people.values() if person.role not in {"stranger", "bot"}]
    state.chats[group_id] = Chat(group_id, kind, title, [*present, BOT.id], instance=_instance())
    for person in people.values():
        if person.started:
            open_private(state, person)
    return state


def private_chat(state: State, person: Person) -> Chat:
    """The person's private chat with the bot, whether or not they have pressed Start yet."""
    fresh = Chat(person.id, "private", person.name, [person.id, state.bot.id], instance=_instance())
    return state.chats.get(person.id, fresh)


def open_private(state: State, person: Person) -> Chat:
    """Open that chat: the person has pressed Start, the bot may write."""
    person.started = True
    return state.chats.setdefault(person.id, private_chat(state, person))


def _instance() -> str:
    return str(secrets.randbits(62))


class World:
    """State, queue of updates and listeners. Every change goes through here and is told once."""

    def __init__(self, state: State, now: Callable[[], datetime], per_minute: int) -> None:
        self.state = state
        self.now = now
        self.updates = UpdateQueue(state)
        self.pace = Pace(per_minute, time.monotonic)
        self.presses = Presses()
        self.files: dict[str, StoredFile] = {}
        self.listeners: list[Listener] = []
        for message in (m for thread in state.messages.values() for m in thread):
            self._shelve(message)

    @property
    def bot(self) -> Person:
        return self.state.bot

    @property
    def group(self) -> Chat:
        return self.state.chats[self.state.group_id]

    def thread(self, chat_id: int) -> list[Message]:
        """All messages of a chat, deleted ones too, oldest first."""
        return self.state.messages.setdefault(chat_id, [])

    def find(self, chat_id: int, message_id: int) -> Message | None:
        """The message, unless it has been deleted."""
        return self.state.find(chat_id, message_id)

    def next_id(self, chat: Chat) -> int:
        """A supergroup numbers its own messages; all other chats of the bot share one row."""
        counter = chat.id if chat.kind == "supergroup" else 0
        first = 4_211 if counter else 801
        number = self.state.next_message_id.get(counter, first)
        self.state.next_message_id[counter] = number + 1
        return number

    def new_message(self, chat: Chat, sender: Person) -> Message:
        """A message with its number and date, not posted yet."""
        date = self.now().replace(microsecond=0)
        return Message(chat.id, self.next_id(chat), sender, date)

    def post(self, message: Message) -> Message:
        """Put the message into its chat and tell everybody, the bot where it may hear it."""
        self.thread(message.chat_id).append(message)
        self._shelve(message)
        if self._bot_hears(message):
            self.tell_bot("message", message.chat_id, wire.message(self.state, message))
        self.changed("message", message)
        return message

    def changed(self, what: str, message: Message | None = None) -> None:
        """Tell the listeners: the page, whoever waits, the archive."""
        if message:
            self._shelve(message)
        for listener in list(self.listeners):
            listener(what, message)

    def tell_bot(self, kind: str, chat_id: int, body: Json) -> None:
        self.updates.add(kind, chat_id, body)

    def tell_bot_of_edit(self, message: Message) -> None:
        if self._bot_hears(message):
            self.tell_bot("edited_message", message.chat_id, wire.message(self.state, message))

    def _shelve(self, message: Message) -> None:
        for stored in [*message.photo_sizes, message.document]:
            if stored:
                self.files[stored.id] = stored

    def _bot_hears(self, message: Message) -> bool:
        """Privacy mode: commands, replies to the bot and service messages, nothing else."""
        chat = self.state.chats[message.chat_id]
        if message.sender is self.bot:
            return message.service is not None and message.service.kind == "pinned_message"
        if self.bot.id not in chat.members or chat.blocked:
            return False
        if chat.kind == "private" or self.state.bot_is_admin or not self.state.privacy:
            return True
        return message.service is not None or self._is_meant(message)

    def _is_meant(self, message: Message) -> bool:
        answered = self.find(message.chat_id, message.reply_to) if message.reply_to else None
        if answered and answered.sender is self.bot:
            return True
        return wire.names_command(message, self.bot.username or "")
