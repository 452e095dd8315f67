"""The parameters of one Bot API request, however they came: query, form, multipart or JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from bot.demo.records import Json
from bot.demo.refusals import bad_request


@dataclass(frozen=True)
class Upload:
    """A file of a multipart request."""

    name: str
    mime: str
    content: bytes


@dataclass
class Params:
    """Strings by name, with the readings that the methods need. Uploads stand apart."""

    values: Mapping[str, str] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return bool(self.values.get(name))

    def text(self, name: str) -> str:
        return self.values.get(name, "")

    def number(self, name: str, default: int = 0) -> int:
        """What the Bot API makes of a number that is none: the default, without a word."""
        try:
            return int(self.values.get(name, ""))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        return self.values.get(name, "").lower() in {"true", "1", "yes"}

    def json(self, name: str, what: str = "") -> Any:
        """The parameter's JSON, None when absent. Raises RefusalError (400) when it is none."""
        raw = self.values.get(name, "")
        if not raw:
            return None
        try:
            return json.loads(raw)
        except ValueError:
            raise bad_request(f"can't parse {what or name} JSON object") from None


async def read_params(request: web.Request) -> Params:
    """Everything that the request carries; the body wins over the address."""
    values = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        values |= _strings(await request.json())
    elif request.content_type.startswith("multipart/"):
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name:
                await _take(part, values, uploads)
    else:
        form = await request.post()
        values |= {name: value for name, value in form.items() if isinstance(value, str)}
    return Params(values, uploads)


async def _take(part: BodyPartReader, values: dict[str, str], uploads: dict[str, Upload]) -> None:
    content = bytes(await part.read(decode=False))
    if part.filename is None:
        values[part.name or ""] = content.decode()
        return
    mime = part.headers.get("Content-Type", "application/octet-stream")
    uploads[part.name or ""] = Upload(part.filename, mime, content)


def _strings(body: Json) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in body.items()
        if value is not None
    }
