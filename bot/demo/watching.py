"""What can be seen of the chats, and waiting for it: by event, never by polling."""

import asyncio
from collections.abc import Callable

from bot.demo.records import Message
from bot.demo.world import World


class Watching:
    """The eyes of a test, and of whoever plays."""

    world: World

    def messages(self, chat_id: int | None = None) -> list[Message]:
        """What is visible now, oldest first: of the group, or of a private chat (user id)."""
        thread = self.world.thread(chat_id or self.world.state.group_id)
        return [message for message in thread if not message.deleted]

    async def wait_for(
        self,
        predicate: Callable[[Message], bool],
        *,
        chat_id: int | None = None,
        seconds: float = 30.0,
        what: str = "",
    ) -> Message:
        """The newest visible message that fits, now or as soon as there is one.

        Raises TimeoutError with `what` and the last messages of the chat.
        """
        found: list[Message] = []

        def seen() -> bool:
            found[:] = [one for one in self.messages(chat_id) if predicate(one)][-1:]
            return bool(found)

        await self.wait_until(seen, seconds, what or "a message", chat_id=chat_id)
        return found[0]

    async def wait_until(
        self,
        condition: Callable[[], bool],
        seconds: float = 30.0,
        what: str = "",
        *,
        chat_id: int | None = None,
    ) -> None:
        """Return once the condition holds; it is asked again after every change of the group."""
        changed = asyncio.Event()

        def listen(_what: str, _message: Message | None) -> None:
            changed.set()

        self.world.listeners.append(listen)
        try:
            async with asyncio.timeout(seconds):
                while not condition():
                    changed.clear()
                    await changed.wait()
        except TimeoutError:
            raise TimeoutError(self._missed(what, seconds, chat_id)) from None
        finally:
            self.world.listeners.remove(listen)

    def _missed(self, what: str, seconds: float, chat_id: int | None) -> str:
        last = self.messages(chat_id)[-6:]
        lines = "\n".join(f"  {one.message_id} {one.sender.name}: {one.text}" for one in last)
        return f"{what or 'the condition'}: not within {seconds:g} s. The last messages:\n{lines}"
