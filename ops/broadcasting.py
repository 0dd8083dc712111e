"""`scenestream broadcast`: say something to every client of a user's sessions, or of all."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from gateway.auth.rights import ANYBODY
from gateway.http.broadcasting import Saying, told
from ops.client.v1 import GatewayUnreachable
from ops.looking import opened
from ops.settings import Settings
from schemas.errors import BadInput, Category, ScenestreamError
from streams.broadcasts import broadcast

PATIENCE_S = 30.0


class ToWhom(BadInput):
    """Say to whom: --user NAME, or --everybody."""


class TooLongToSay(BadInput):
    """What is said may have 2,000 characters, and a user's name 200; say less."""


class NotSaid(ScenestreamError):
    """The gateway did not take it; its own words say why."""

    def __init__(self, refused: dict[str, Any]) -> None:
        self.category = Category(refused.get("category", Category.INTERNAL))
        super().__init__(str(refused.get("error", NotSaid.__doc__)))


@dataclass(frozen=True, slots=True)
class Words:
    """``text`` to the sessions of ``user`` (None: who asks) or of ``everybody``. ``url``: the
    gateway's; None: through Redis, as who operates the deployment."""

    text: str
    user: str | None = None
    everybody: bool = False
    url: str | None = None
    token: str | None = None


async def say(settings: Settings, words: Words, as_json: bool) -> int:
    """Say it; print the broadcast's id."""
    try:
        saying = Saying(text=words.text, user=words.user, everybody=words.everybody)
    except ValueError as long:
        raise TooLongToSay(TooLongToSay.__doc__) from long
    if words.url:
        said = await asyncio.to_thread(_posted, words.url, words.token, saying)
    else:
        said = await _through_redis(settings, saying)
    print(json.dumps({"broadcast": said}) if as_json else f"said, as {said}")
    return 0


async def _through_redis(settings: Settings, saying: Saying) -> str:
    if saying.user is None and not saying.everybody:
        raise ToWhom(ToWhom.__doc__)
    data = told(saying, ANYBODY)
    async with opened(settings) as shards:
        await broadcast(shards, data, ANYBODY.subject)
    return data.id


def _posted(url: str, token: str | None, saying: Saying) -> str:
    place = urlsplit(url)
    scheme = "https" if place.scheme in ("wss", "https") else "http"
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    body = saying.model_dump_json(exclude_none=True).encode()
    where = f"{scheme}://{place.netloc}/broadcasts"
    try:
        request = urllib.request.Request(where, body, headers)
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return str(json.load(answer)["id"])
    except urllib.error.HTTPError as refused:
        raise NotSaid(_json(refused.read())) from refused
    except (OSError, ValueError) as away:
        raise GatewayUnreachable(f"{where}: {away}; {GatewayUnreachable.__doc__}") from away


def _json(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
