"""An EventSource as browsers have it: it goes on by itself after every lost connection.

By the rules of the HTML standard: the last event's id is told when it asks again, a connection that
ends is made anew, and a status that is not 200 ends it for good.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any, NamedTuple

import httpx

RETRY_S = 0.05


class Heard(NamedTuple):
    """An event: its type, and its document."""

    name: str
    data: dict[str, Any]


class EventSource:
    """Asks ``url``. ``asked``: how often it did; ``status``: what ended it, 0 for nothing yet."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked = self.status = 0
        self.last_id = self.body = ""
        self._dropped = False

    def drop(self) -> None:
        """The connection is lost with the event that was heard last."""
        self._dropped = True

    async def events(self) -> AsyncIterator[Heard]:
        """What is told, over any number of connections."""
        async with httpx.AsyncClient(timeout=None) as http:
            while not self.status:
                with contextlib.suppress(httpx.TransportError):
                    async with contextlib.aclosing(self._once(http)) as heard:
                        async for event in heard:
                            yield event
                            if self._dropped:
                                break
                self._dropped = False
                await asyncio.sleep(RETRY_S)

    async def _once(self, http: httpx.AsyncClient) -> AsyncGenerator[Heard]:
        self.asked += 1
        headers = {"Accept": "text/event-stream"}
        if self.last_id:
            headers["Last-Event-ID"] = self.last_id
        async with http.stream("GET", self.url, headers=headers) as answer:
            if answer.status_code != 200:
                self.status = answer.status_code
                self.body = (await answer.aread()).decode()
                return
            assert answer.headers["content-type"].startswith("text/event-stream")
            name, data, place = "message", list[str](), self.last_id
            async for line in answer.aiter_lines():
                field, _, value = line.partition(":")
                value = value.removeprefix(" ")
                if not line:
                    self.last_id = place
                    if data:
                        yield Heard(name, json.loads("\n".join(data)))
                    name, data = "message", []
                elif field == "event":
                    name = value
                elif field == "data":
                    data.append(value)
                elif field == "id":
                    place = value
