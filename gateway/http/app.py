"""What the gateway answers over HTTP: health, artifacts, sessions. A thin shell of routes.

The OpenAPI document is at ``/openapi.json``. What belongs here: paths, statuses, headers. What does
not: what a session is told, which is ``gateway.v2``'s for every door.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from gateway import artifact_urls
from gateway.artifact_urls import Places
from gateway.http.errors import as_json
from gateway.http.openapi import truly
from gateway.v2 import asyncapi
from gateway.web.page import PREFIX, page_routes
from schemas.errors import ScenestreamError
from streams.artifacts import ArtifactStore
from streams.shards import Shards

HEALTH_S = 2.0


class _Below(BaseRoute):
    """Hands every request at ``path`` and below it to ``app``, WebSockets too."""

    def __init__(self, path: str, app: ASGIApp) -> None:
        self.path, self.app = path, app

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether it is one of those."""
        found = f"{scope.get('path', '')}/".startswith(f"{self.path}/")
        is_ours = found and scope["type"] in ("http", "websocket")
        return (Match.FULL if is_ours else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand it over."""
        await self.app(scope, receive, send)


@dataclass(frozen=True, slots=True)
class _Basics:
    """What is of no session: what this is, whether it is well, artifacts."""

    shards: Shards
    artifacts: ArtifactStore
    places: Places
    clients: Callable[[], int]

    def router(self) -> APIRouter:
        router, artifact = APIRouter(), f"{artifact_urls.PREFIX}{{sha256}}"
        router.get("/", summary="What this is")(self.about)
        router.get("/asyncapi.json", summary="The protocol of WebSockets, as AsyncAPI")(
            self.protocol
        )
        router.get("/health", summary="Whether Redis answers, and how many clients there are")(
            self.health
        )
        router.head(artifact, include_in_schema=False)(self.artifact)
        router.get(
            artifact,
            summary="An artifact's bytes; its URL comes signed, with the frame that names it",
        )(self.artifact)
        return router

    async def about(self) -> dict[str, str]:
        return {
            "service": "scenestream",
            "websocket": "/",
            "openapi": "/openapi.json",
            "asyncapi": "/asyncapi.json",
            "page": PREFIX,
        }

    async def protocol(self) -> dict[str, Any]:
        return asyncapi.document()

    async def health(self) -> Response:
        try:
            await asyncio.wait_for(self.shards.redis.ping(), HEALTH_S)
        except Exception as down:  # noqa: BLE001 - whatever it is, Redis is not well
            why = f"{type(down).__name__}: {down}"
            return JSONResponse({"status": "unavailable", "redis": why}, 503)
        return JSONResponse({"status": "ok", "redis": "ok", "clients": self.clients()})

    async def artifact(self, sha256: str, request: Request) -> Response:
        self.places.check(request.url.path, request.url.query)
        data = await asyncio.to_thread(self.artifacts.get, sha256)
        answer = artifact_urls.reply(sha256, data, dict(request.headers))
        headers = {**answer.headers, "Content-Length": str(len(answer.body))}
        body = b"" if request.method == "HEAD" else answer.body
        return Response(body, answer.status.value, headers)


def http_app(
    shards: Shards,
    artifacts: ArtifactStore,
    places: Places,
    routers: Iterable[APIRouter],
    clients: Callable[[], int],
    mounted: Mapping[str, ASGIApp] | None = None,
) -> FastAPI:
    """The application. ``routers``: what else it answers; ``clients``: how many WebSockets are
    open; ``mounted``: other applications, by the paths that they have below them."""
    app = FastAPI(
        title="Scenestream",
        version="2",
        summary="Sessions in which speech or text becomes 3D scenes.",
        docs_url=None,  # these pages load their scripts from elsewhere
        redoc_url=None,
    )
    app.add_exception_handler(ScenestreamError, as_json)
    app.add_exception_handler(HTTPException, as_json)
    app.add_exception_handler(Exception, as_json)
    app.add_exception_handler(RequestValidationError, as_json)

    app.include_router(_Basics(shards, artifacts, places, clients).router())
    for router in routers:
        app.include_router(router)
    app.include_router(page_routes())
    for path, other in (mounted or {}).items():
        # As they are, with the whole path: they look at it themselves.
        app.router.routes.append(_Below(path, other))
    app.openapi = truly(app)  # type: ignore[method-assign]
    return app
