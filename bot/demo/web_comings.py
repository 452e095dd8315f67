"""The page's routes for who comes and goes: joining, leaving, names, the bot's rights, moving."""

import re

from aiohttp import web

from bot.demo import scene
from bot.demo.cast import Person
from bot.demo.group import GroupInABox
from bot.demo.records import Json
from bot.demo.web_errors import Handler

FIRST_NEWCOMER = 2001
NEWCOMERS = ("孙建国", "吴小梅", "马师傅", "胡晓敏", "高阿姨", "罗志强")
HANDLE = re.compile(r"[A-Za-z][A-Za-z0-9_]{4,31}")
LONGEST_NAME = 64


class ComingsApi:
    """Changes of the group and of its people, as a person makes them in their own Telegram."""

    def __init__(self, group: GroupInABox) -> None:
        self._group = group

    def routes(self) -> dict[str, Handler]:
        """POST routes by their name under /api."""
        return {
            "newcomer": self._newcomer,
            "join": self._join,
            "leave": self._leave,
            "rename": self._rename,
            "block": self._block,
            "rights": self._rights,
            "migrate": self._migrate,
        }

    async def _newcomer(self, _request: web.Request) -> web.Response:
        """Somebody whom nobody here knows yet; they stand outside the group."""
        people = self._group.world.state.people
        number = next(n for n in range(FIRST_NEWCOMER, 10**6) if n not in people)
        name = NEWCOMERS[(number - FIRST_NEWCOMER) % len(NEWCOMERS)]
        people[number] = Person(number, name, role="stranger")
        self._group.world.changed("members")
        return self._told(people[number])

    async def _join(self, request: web.Request) -> web.Response:
        person = self._person(await request.json())
        if person.id in self._group.world.group.members:
            raise ValueError("已经在群里 · is in the group already")
        self._group.join(person)
        return self._told(person)

    async def _leave(self, request: web.Request) -> web.Response:
        person = self._person(await request.json())
        if person.id not in self._group.world.group.members:
            raise ValueError("本来就不在群里 · is not in the group")
        self._group.leave(person.id)
        return self._told(person)

    async def _rename(self, request: web.Request) -> web.Response:
        body = await request.json()
        person = self._person(body)
        name, handle = str(body["name"]).strip(), str(body["username"]).strip().lstrip("@")
        if not 0 < len(name) <= LONGEST_NAME:
            raise ValueError("名字不能空，最多 64 个字 · a name has 1 to 64 characters")
        self._check_handle(person, handle)
        self._group.rename(person.id, name=name, username=handle)
        return self._told(person)

    def _check_handle(self, person: Person, handle: str) -> None:
        if handle and not HANDLE.fullmatch(handle):
            raise ValueError("@名：字母开头，5 到 32 个字母、数字、_ · @name: 5 to 32 of a-z 0-9 _")
        others = (one for one in self._group.world.state.people.values() if one is not person)
        if handle and handle.lower() in {(one.username or "").lower() for one in others}:
            raise ValueError("这个 @名已有人用 · this @name is taken")

    async def _block(self, request: web.Request) -> web.Response:
        person = self._person(await request.json())
        self._group.block(person.id)
        return self._told(person)

    async def _rights(self, request: web.Request) -> web.Response:
        self._group.make_admin(bool((await request.json())["admin"]))
        return web.json_response(scene.group(self._group.world))

    async def _migrate(self, _request: web.Request) -> web.Response:
        self._group.migrate()
        return web.json_response(scene.group(self._group.world))

    def _person(self, body: Json) -> Person:
        found = self._group.world.state.people.get(int(body["as"]))
        if found is None or found.is_bot:
            raise LookupError("没有这个人 · nobody has this id")
        return found

    def _told(self, person: Person) -> web.Response:
        return web.json_response(scene.member(self._group.world, person))
