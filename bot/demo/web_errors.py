"""What the page is told when it asks for what cannot be."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.demo.refusals import RefusalError

# Another site's page could name this address as its own; what it asks carries its own name.
OWN_NAMES = frozenset({"127.0.0.1", "localhost"})
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def polite(handler: Handler) -> Handler:
    """Whatever the page asked wrongly is answered with a sentence, not with a stack."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.url.host not in OWN_NAMES or _of_another_site(request):
            return error(403, "只在本机使用 · for this machine only")
        try:
            return await handler(request)
        except RefusalError as refusal:
            return error(400, refusal.description)
        except TimeoutError:
            return error(504, "机器人没有回应 · the bot does not answer")
        except KeyError as missing:
            return error(400, f"缺少参数 · missing: {missing}")
        except (LookupError, ValueError, TypeError) as wrong:
            return error(400, str(wrong))

    return answer


def _of_another_site(request: web.Request) -> bool:
    """A page of any site may post here: its browser says whose page it is."""
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host


def error(status: int, sentence: str) -> web.Response:
    return web.json_response({"error": sentence}, status=status)
