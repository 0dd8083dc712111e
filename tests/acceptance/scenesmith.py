"""The other platform's client of a geometry server, as far as its behaviour is known: own code.

It raises on any member that it does not know, in a line or in its data, posts with a persistent
connection, and reads paths from a shared disk. ``ops/client/geometry.py`` is ours, and milder.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

CONNECT_S, READ_S, HEALTH_S, TRIES = 10.0, 3600.0, 5.0, 3


@dataclass(frozen=True)
class Response:
    geometry_path: str


@dataclass(frozen=True)
class StreamedResult:
    index: int
    status: str
    data: dict[str, Any] | None
    error: str | None


@dataclass(frozen=True)
class Failed:
    """Yielded in an item's place."""

    index: int
    error_message: str


class Client:
    """As the other platform's, its sleeps left out."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.posts = 0

    def is_healthy(self) -> bool:
        try:
            return httpx.get(f"{self._url}/health", timeout=HEALTH_S).status_code == 200
        except httpx.HTTPError:
            return False

    def generate(self, requests: Sequence[dict[str, Any]]) -> Iterator[tuple[int, Any]]:
        if not requests:
            raise ValueError("requests are empty")
        for attempt in range(TRIES):
            self.posts += 1
            try:
                yield from self._once(requests)
            except (httpx.ConnectError, ConnectionRefusedError) as away:
                if attempt == TRIES - 1:
                    raise RuntimeError("no connection") from away
            else:
                return

    def _once(self, requests: Sequence[dict[str, Any]]) -> Iterator[tuple[int, Any]]:
        timeout = httpx.Timeout(READ_S, connect=CONNECT_S)
        with httpx.stream(
            "POST", f"{self._url}/generate_geometries", json=list(requests), timeout=timeout
        ) as answer:
            if 400 <= answer.status_code < 500:
                raise RuntimeError(json.loads(answer.read())["error"])
            answer.raise_for_status()
            for line in answer.iter_lines():
                if not line:
                    continue
                said = StreamedResult(**json.loads(line))
                if said.status == "success":
                    made = Response(**(said.data or {}))
                    assert Path(made.geometry_path).stat().st_size > 0
                    yield said.index, made
                else:
                    yield said.index, Failed(said.index, said.error or "")
