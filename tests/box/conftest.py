"""A started group, and a bare HTTP client that validates whatever the server answers."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from PIL import Image

from bot.demo.group import GroupInABox
from tests.box.schema import check_result, check_update


class Time:
    """A clock that stands still until it is wound."""

    def __init__(self) -> None:
        self.moment = datetime(2024, 12, 24, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def wind(self, **span: float) -> None:
        self.moment += timedelta(**span)


class Api:
    """Calls methods as a bot would: form-urlencoded, JSON inside strings, multipart for files."""

    def __init__(self, group: GroupInABox, session: aiohttp.ClientSession) -> None:
        self.group = group
        self.session = session

    async def raw(self, method: str, /, **params: Any) -> dict[str, Any]:
        """The whole answer. A result that the schema does not know fails the test."""
        url = f"{self.group.base_url}{self.group.token}/{method}"
        async with self.session.post(url, data=_form(params)) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == answer.get("error_code", 200)
        if answer["ok"] and method == "getUpdates":
            for update in answer["result"]:
                check_update(update)
        elif answer["ok"]:
            check_result(method, answer["result"])
        return answer

    async def __call__(self, method: str, /, **params: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.raw(method, **params)
        assert answer["ok"], answer["description"]
        return answer["result"]

    async def refused(self, method: str, /, **params: Any) -> str:
        """The description of a call that must fail."""
        answer = await self.raw(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def updates(self, offset: int = 0, **params: Any) -> list[dict[str, Any]]:
        """What waits now, confirming nothing."""
        found: list[dict[str, Any]] = await self("getUpdates", offset=offset, **params)
        return found

    async def say(self, text: str = "你好", **params: Any) -> int:
        """Send a message to the group → its number."""
        sent = await self("sendMessage", chat_id=self.group.chat_id, text=text, **params)
        return int(sent["message_id"])


def _form(params: dict[str, Any]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in params.items():
        if isinstance(value, bytes):
            form.add_field(name, value, filename=f"{name}.jpg", content_type="image/jpeg")
        else:
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    return form


def jpeg(width: int = 64, height: int = 48, colour: str = "red") -> bytes:
    """A plain picture."""
    written = BytesIO()
    Image.new("RGB", (width, height), colour).save(written, "JPEG")
    return written.getvalue()


def keyboard(*labels: str) -> dict[str, Any]:
    """A row of buttons whose data are their labels."""
    return {"inline_keyboard": [[{"text": one, "callback_data": one} for one in labels]]}


ALL_UPDATES = [
    "message",
    "edited_message",
    "callback_query",
    "message_reaction",
    "my_chat_member",
    "chat_member",
]


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def group(time: Time) -> AsyncIterator[GroupInABox]:
    box = GroupInABox(now=time.now)
    await box.start()
    yield box
    await box.stop()


@pytest.fixture
async def api(group: GroupInABox) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as session:
        yield Api(group, session)
