"""Callback queries under way: a person has pressed a button and waits for the bot's answer."""

import asyncio
import secrets
import time
from dataclasses import dataclass

from bot.demo.refusals import bad_request

PATIENCE = 15.0  # seconds of real time in which Telegram takes an answer
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True)
class Answer:
    """What the person sees: a toast, or with `alert` a box to be closed, or a link that opens."""

    text: str = ""
    alert: bool = False
    url: str = ""


class Presses:
    """Queries by their id, each until it is answered once or has grown too old."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[float, asyncio.Future[Answer]]] = {}

    def begin(self) -> tuple[str, "asyncio.Future[Answer]"]:
        query_id = str(secrets.randbits(62))
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[query_id] = (time.monotonic(), answer)
        return query_id, answer

    def settle(self, query_id: str, answer: Answer) -> None:
        """Hand the answer over. Raises RefusalError (400) for an unknown, old or answered query."""
        pressed_at, waiting = self._waiting.pop(query_id, (0.0, None))
        if waiting is None or time.monotonic() - pressed_at > PATIENCE:
            raise bad_request(TOO_OLD)
        if not waiting.done():
            waiting.set_result(answer)
