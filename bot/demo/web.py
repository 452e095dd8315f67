"""The page's own API: the same server, the routes under /api."""

import asyncio
from io import BytesIO
from pathlib import Path
from typing import Protocol

from aiohttp import web

from bot.blank_form.drawing import DPI, draw_form
from bot.demo import scene
from bot.demo.cast import Person
from bot.demo.events import Events
from bot.demo.group import GroupInABox
from bot.demo.posting import from_form, from_samples
from bot.demo.records import Json, Message
from bot.demo.samples import sample
from bot.demo.shift import Shift
from bot.demo.web_comings import ComingsApi
from bot.demo.web_errors import error, polite
from bot.demo.world import private_chat

PAGE = Path(__file__).with_name("page")


class Bot(Protocol):
    """The bot's process, as far as the page may meddle with it."""

    @property
    def alive(self) -> bool: ...

    @property
    def running(self) -> bool: ...

    async def restart(self, how: str) -> None: ...


class PageApi:
    """Lets the page see the group as one of its people, and do what they could do."""

    def __init__(self, group: GroupInABox, shift: Shift, bot: Bot) -> None:
        self._group, self._shift, self._bot = group, shift, bot
        self._read: dict[tuple[int, int], int] = {}  # (person, chat) → last message seen
        self.events = Events(group.world, self._stage)
        group.routes += self._routes()

    def _routes(self) -> list[web.AbstractRouteDef]:
        get = {
            "scene": self._scene,
            "chats": self._chats,
            "messages": self._messages,
            "file/{id}": self._file,
            "samples/{name}": self._sample_picture,
            "blank-form.pdf": self._blank_form,
            "events": self.events.stream,
        }
        post = {
            "say": self._say,
            "upload": self._upload,
            "sample": self._post_sample,
            "press": self._press,
            "react": self._react,
            "edit": self._edit,
            "forward": self._forward,
            "start": self._start,
            "wind": self._wind,
            "restart": self._restart,
        } | ComingsApi(self._group).routes()
        return [
            web.get("/", self._index),
            web.static("/static", PAGE),
            *(web.get(f"/api/{path}", polite(handler)) for path, handler in get.items()),
            *(web.post(f"/api/{path}", polite(handler)) for path, handler in post.items()),
        ]

    async def _index(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})

    async def _scene(self, _request: web.Request) -> web.Response:
        stage = self._stage()
        about = {"me": stage["members"][0]["id"], "samples": scene.samples()}
        return web.json_response(about | stage)

    async def _chats(self, request: web.Request) -> web.Response:
        world, person = self._group.world, self._person(request.query["as"])
        groups = [one for one in world.state.chats.values() if one.kind != "private"]
        chats = [one for one in reversed(groups) if person.id in one.members]
        chats.append(private_chat(world.state, person))
        read = [self._read.get((person.id, chat.id), 0) for chat in chats]
        rows = zip(chats, read, strict=True)
        return web.json_response([scene.chat(world, person, chat, upto) for chat, upto in rows])

    async def _messages(self, request: web.Request) -> web.Response:
        person, chat_id = self._person(request.query["as"]), int(request.query["chat"])
        if person.id not in self._members(chat_id, person):
            raise LookupError(f"{person.name} 不在群里 · is not in this chat")
        visible = self._group.messages(chat_id)
        if visible:
            self._read[person.id, chat_id] = visible[-1].message_id
        world = self._group.world
        return web.json_response([scene.message(world, one, person.id) for one in visible])

    async def _file(self, request: web.Request) -> web.Response:
        stored = self._group.world.files.get(request.match_info["id"])
        if stored is None:
            return error(404, "没有这个文件 · no such file")
        headers = {"Cache-Control": "private, max-age=86400", "X-Content-Type-Options": "nosniff"}
        shown = stored.mime.startswith("image/") and stored.mime != "image/svg+xml"
        kind = stored.mime if shown else "application/octet-stream"
        return web.Response(body=stored.content, content_type=kind, headers=headers)

    async def _sample_picture(self, request: web.Request) -> web.Response:
        picture = sample(request.match_info["name"]).content()
        return web.Response(body=picture, content_type="image/jpeg")

    async def _blank_form(self, _request: web.Request) -> web.Response:
        sheet = await asyncio.to_thread(draw_form, self._group.world.group.title, 1)
        written = BytesIO()
        sheet.save(written, "PDF", resolution=DPI)
        return web.Response(body=written.getvalue(), content_type="application/pdf")

    async def _say(self, request: web.Request) -> web.Response:
        body = await request.json()
        person = self._person(body["as"])
        if body.get("anonymous"):
            return self._shown([self._say_as_the_group(person, body)], person)
        said = self._group.say(
            person.id,
            _text(body),
            reply_to=body.get("reply_to"),
            quote=body.get("quote"),
            chat_id=body["chat"],
        )
        return self._shown([said], person)

    def _say_as_the_group(self, person: Person, body: Json) -> Message:
        if person.role != "secretary" or body["chat"] != self._group.chat_id:
            raise ValueError("只有群主能在群里匿名 · only the group's owner may be anonymous")
        return self._group.anonymous_say(_text(body), reply_to=body.get("reply_to"))

    async def _upload(self, request: web.Request) -> web.Response:
        posting, parcels = from_form(await request.post())
        return self._shown(posting.post(self._group, parcels), self._person(posting.user_id))

    async def _post_sample(self, request: web.Request) -> web.Response:
        posting, parcels = from_samples(await request.json())
        return self._shown(posting.post(self._group, parcels), self._person(posting.user_id))

    async def _press(self, request: web.Request) -> web.Response:
        body = await request.json()
        target = self._group.message(int(body["message_id"]), int(body["chat"]))
        button = target.button(body["data"])
        if button.data is None:
            raise ValueError("这个按钮是链接 · this button is a link")
        answer = await self._group.query(self._person(body["as"]).id, target, button.data)
        return web.json_response({"toast": answer.text, "alert": answer.alert, "url": answer.url})

    async def _react(self, request: web.Request) -> web.Response:
        body = await request.json()
        person, target = self._person(body["as"]), self._target(body)
        self._group.react(person.id, target, body.get("emoji"))
        return self._shown([target], person)

    async def _edit(self, request: web.Request) -> web.Response:
        body = await request.json()
        person, target = self._person(body["as"]), self._target(body)
        return self._shown([self._group.edit(person.id, target, _text(body))], person)

    async def _forward(self, request: web.Request) -> web.Response:
        body = await request.json()
        person, target = self._person(body["as"]), self._target(body)
        if person.id not in self._members(target.chat_id, person):
            raise LookupError(f"{person.name} 看不到这条消息 · does not see this message")
        return self._shown([self._group.forward(person.id, target, chat_id=body["to"])], person)

    async def _start(self, request: web.Request) -> web.Response:
        body = await request.json()
        person = self._person(body["as"])
        return self._shown([self._group.start_private(person.id, body.get("payload", ""))], person)

    async def _wind(self, request: web.Request) -> web.Response:
        body = await request.json()
        if body.get("to") == "morning":
            self._shift.wind_to_morning()
        else:
            self._shift.wind(float(body["seconds"]))
        self._group.world.changed("clock")
        return web.json_response(self._time())

    async def _restart(self, request: web.Request) -> web.Response:
        how = (await request.json())["how"]
        if how not in {"kill", "stop"}:
            raise ValueError("how: kill · stop")
        await self._bot.restart(how)
        return web.json_response({"running": self._bot.running})

    def _person(self, user_id: object) -> Person:
        found = self._group.world.state.people.get(int(str(user_id)))
        if found is None or found.is_bot:
            raise LookupError("没有这个人 · nobody has this id")
        return found

    def _members(self, chat_id: int, person: Person) -> list[int]:
        """Who is in a chat. A private one that has not been started yet has its person already."""
        chat = self._group.world.state.chats.get(chat_id)
        return chat.members if chat else [person.id] if chat_id == person.id else []

    def _target(self, body: Json) -> Message:
        return self._group.message(int(body["message_id"]), int(body["chat"]))

    def _stage(self) -> Json:
        """All about the group that is no message."""
        world = self._group.world
        return {
            "group": scene.group(world),
            "members": scene.members(world),
            "bot": scene.bot(world, alive=self._bot.alive, running=self._bot.running),
            "commands": scene.commands(world),
        } | self._time()

    def _time(self) -> Json:
        return {"now": self._group.world.now().isoformat(), "shift": self._shift.seconds()}

    def _shown(self, messages: list[Message], person: Person) -> web.Response:
        world = self._group.world
        return web.json_response([scene.message(world, one, person.id) for one in messages])


def _text(body: Json) -> str:
    """What somebody writes. Raises TypeError for what is no text."""
    if not isinstance(body["text"], str):
        raise TypeError("text 应为文字 · text must be a string")
    return body["text"]
