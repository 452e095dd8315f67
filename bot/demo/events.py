"""What happens, told to the open pages as server-sent events."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress

from aiohttp import web

from bot.demo import scene
from bot.demo.records import Json, Message
from bot.demo.world import World

KEEP_ALIVE = 15.0  # seconds of silence after which a comment keeps the connection open
OF_THE_STAGE = frozenset({"members", "bot", "clock"})


class Events:
    """One queue for each open page; a person's page hears only the chats they are in."""

    def __init__(self, world: World, stage: Callable[[], Json]) -> None:
        """`stage` says what every event carries that is not about a message."""
        self._world = world
        self._stage = stage
        self._pages: dict[asyncio.Queue[Json | None], int] = {}
        world.listeners.append(self._hear)

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """GET /api/events?as=ID"""
        viewer = int(request.query["as"])
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        queue: asyncio.Queue[Json | None] = asyncio.Queue()
        self._pages[queue] = viewer
        try:
            await response.prepare(request)
            await response.write(b": open\n\n")
            await self._pour(queue, response)
        except ConnectionResetError:
            pass  # the page was closed
        finally:
            del self._pages[queue]
        return response

    def close(self) -> None:
        """Let all pages go: the server stops."""
        for queue in self._pages:
            queue.put_nowait(None)

    async def _pour(self, queue: "asyncio.Queue[Json | None]", out: web.StreamResponse) -> None:
        while True:
            line = ": still here\n\n"
            with suppress(TimeoutError):
                event = await asyncio.wait_for(queue.get(), KEEP_ALIVE)
                if event is None:
                    return
                line = f"data: {json.dumps(event, ensure_ascii=False)}\n\n"
            await out.write(line.encode())

    def _hear(self, what: str, message: Message | None) -> None:
        if message is None:
            self._hear_of_stage(what)
            return
        members = self._world.state.chats[message.chat_id].members
        for queue, viewer in self._pages.items():
            if viewer in members:
                body = scene.message(self._world, message, viewer)
                queue.put_nowait({"type": what, "message": body})

    def _hear_of_stage(self, what: str) -> None:
        if what in OF_THE_STAGE:
            for queue in self._pages:
                queue.put_nowait({"type": what} | self._stage())
