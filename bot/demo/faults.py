"""Failures by order: what the network and Telegram's servers do on a bad day."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.demo.params import Params
from bot.demo.refusals import RefusalError, too_many_requests

When = Literal["before", "after"]
Deed = Literal["drop", "delay", "error", "hold"]


class DroppedError(Exception):
    """The connection is to be closed without an answer."""


@dataclass
class Fault:
    """One order: what happens to the next `times` calls of `method`, before or after the deed.

    `arrived` is set when a call meets the fault; a held call goes on after `release()`.
    """

    method: str  # "*" for every method, "file" for a download
    when: When
    do: Deed
    status: int = 500
    retry_after: int = 1  # seconds, of a 429
    seconds: float = 0.0  # of a delay
    times: int = 1
    match: Callable[[Params], bool] | None = None
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    met: int = 0
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        self._released.set()

    def concerns(self, method: str, when: When, params: Params) -> bool:
        named = self.method == "*" or self.method.lower() == method.lower()
        due = named and self.when == when and self.met < self.times
        return due and (self.match is None or self.match(params))

    async def strike(self) -> None:
        """Do what was ordered. Raises DroppedError or RefusalError, or takes its time."""
        self.met += 1
        self.arrived.set()
        if self.do == "drop":
            raise DroppedError
        if self.do == "error":
            raise self._refusal()
        if self.do == "delay":
            await asyncio.sleep(self.seconds)
        else:
            await self._released.wait()

    def _refusal(self) -> RefusalError:
        if self.status == 429:
            return too_many_requests(self.retry_after)
        sentences = {404: "Not Found", 502: "Bad Gateway", 504: "Gateway Timeout"}
        return RefusalError(self.status, sentences.get(self.status, "Internal Server Error"))


class Faults:
    """The orders that stand, oldest first."""

    def __init__(self) -> None:
        self._orders: list[Fault] = []

    def add(
        self,
        method: str = "*",
        *,
        when: When = "before",
        do: Deed = "error",
        status: int = 500,
        retry_after: int = 1,
        seconds: float = 0.0,
        times: int = 1,
        match: Callable[[Params], bool] | None = None,
    ) -> Fault:
        """Order a failure; the returned fault tells when it has been met."""
        fault = Fault(method, when, do, status, retry_after, seconds, times, match)
        self._orders.append(fault)
        return fault

    def clear(self) -> None:
        """Forget all orders and let go of every held call."""
        for fault in self._orders:
            fault.release()
        self._orders.clear()

    async def strike(self, method: str, when: When, params: Params) -> None:
        """Let the first order that concerns this call have its way."""
        for fault in self._orders:
            if fault.concerns(method, when, params):
                await fault.strike()
                return
