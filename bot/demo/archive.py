"""The group's history on disk: one JSON file, and the files people sent beside it."""

import asyncio
from pathlib import Path

from pydantic import TypeAdapter

from bot.demo.records import Message, State, StoredFile
from bot.demo.world import World

SETTLING = 0.3  # seconds between a change and its being saved, so that a burst is saved once
STATE = TypeAdapter(State)


class Archive:
    """Saves after every change. A file is written once, the state atomically."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = folder / "files"
        self._files.mkdir(parents=True, exist_ok=True)
        self._state_file = folder / "group.json"
        self._world: World | None = None
        self.saved = asyncio.Event()
        self._due: asyncio.TimerHandle | None = None

    def load(self) -> State | None:
        """The earlier group, or None when there is none."""
        if not self._state_file.exists():
            return None
        state = STATE.validate_json(self._state_file.read_bytes())
        state.bot = state.people[state.bot.id]
        for message in (m for thread in state.messages.values() for m in thread):
            message.sender = state.people[message.sender.id]
            for stored in _files_of(message):
                stored.content = (self._files / stored.unique_id).read_bytes()
        return state

    def keep(self, world: World) -> None:
        """Save this world from now on, whenever it changes."""
        self._world = world
        world.listeners.append(self._hear)

    def save(self) -> None:
        """Save now."""
        if self._world is None:
            return
        self._due = None
        for message in (m for thread in self._world.state.messages.values() for m in thread):
            for stored in _files_of(message):
                target = self._files / stored.unique_id
                if not target.exists():
                    target.write_bytes(stored.content)
        draft = self._state_file.with_suffix(".new")
        draft.write_bytes(STATE.dump_json(self._world.state))
        draft.replace(self._state_file)
        self.saved.set()

    def _hear(self, _what: str, _message: Message | None) -> None:
        """Every change counts; a call may have confirmed updates."""
        if self._due is None:
            self._due = asyncio.get_running_loop().call_later(SETTLING, self.save)


def _files_of(message: Message) -> list[StoredFile]:
    return message.photo_sizes + ([message.document] if message.document else [])
