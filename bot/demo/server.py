"""The Bot API over HTTP: one route for all methods, one for files, on this machine only."""

import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from inspect import isawaitable

from aiohttp import web

from bot.demo.faults import DroppedError, Faults
from bot.demo.methods import METHODS
from bot.demo.params import Params, read_params
from bot.demo.records import Json, StoredFile
from bot.demo.refusals import RefusalError
from bot.demo.world import World

LARGEST_REQUEST = 60 * 1024 * 1024
CALLS_KEPT = 20_000
BY_NAME = {name.lower(): name for name in METHODS}


@dataclass(frozen=True)
class Call:
    """One call of the bot. `answer` is None when the connection was dropped before it.

    `at` is time.monotonic() when the call had been read; `params` are strings as they came, an
    upload is told by its name and size.
    """

    method: str
    params: Mapping[str, str]
    answer: Json | None
    at: float


class BotApi:
    """Answers the bot as Telegram would, with the failures that were ordered."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.faults = Faults()
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.polls = 0  # getUpdates begun: the bot listens

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token}/{method}", self.answer),
            web.get("/file/bot{token}/{path:.+}", self.file),
        ]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Any method of the Bot API."""
        if request.match_info["token"] != self.world.state.token:
            return _as_response(RefusalError(401, "Unauthorized").answer())
        name = request.match_info["method"]
        method = BY_NAME.get(name.lower(), name)
        params, at = await read_params(request), time.monotonic()
        if method == "getUpdates":
            self.polls += 1
            self.world.changed("poll")
        try:
            answer = await self._obey(request, method, params)
        except DroppedError:
            self._record(method, params, None, at)
            return _hang_up(request)
        self._record(method, params, answer, at)
        return _as_response(answer)

    async def file(self, request: web.Request) -> web.StreamResponse:
        """The content of a file, by the path that getFile told. To faults its method is `file`."""
        try:
            await self.faults.strike("file", "before", Params(dict(request.match_info)))
            stored = self._stored(request.match_info["token"], request.match_info["path"])
        except DroppedError:
            return _hang_up(request)
        except RefusalError as refusal:
            return _as_response(refusal.answer())
        return web.Response(body=stored.content, content_type="application/octet-stream")

    def _stored(self, token: str, path: str) -> StoredFile:
        for stored in self.world.files.values():
            if token == self.world.state.token and stored.path == path:
                return stored
        raise RefusalError(404, "Not Found")

    async def _obey(self, request: web.Request, method: str, params: Params) -> Json:
        try:
            await self.faults.strike(method, "before", params)
            if _is_gone(request):
                raise DroppedError  # held until its caller was dead: it never reached Telegram
            result = await self._result(method, params)
            await self.faults.strike(method, "after", params)
        except RefusalError as refusal:
            return refusal.answer()
        return {"ok": True, "result": result}

    async def _result(self, method: str, params: Params) -> object:
        if method not in METHODS:
            raise RefusalError(404, "Not Found: method not found")
        result = METHODS[method](self.world, params)
        return await result if isawaitable(result) else result

    def _record(self, method: str, params: Params, answer: Json | None, at: float) -> None:
        files = {
            name: f"<{one.name}, {len(one.content)} B>" for name, one in params.uploads.items()
        }
        self.calls.append(Call(method, dict(params.values) | files, answer, at))
        self.world.changed("call")


def _is_gone(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()


def _hang_up(request: web.Request) -> web.StreamResponse:
    if request.transport:
        request.transport.abort()
    return web.Response(status=499)


def _as_response(answer: Json) -> web.Response:
    return web.json_response(answer, status=answer.get("error_code", 200))
