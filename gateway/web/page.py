"""Serves the page: a few built files, held in memory, with headers that let nothing else in.

Files with their content's hash in their name are kept by browsers for ever; ``index.html``, which
names them, is asked for again each time. What belongs here: paths and headers. What does not: what
the page shows, which is ``source/``'s.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from importlib import resources

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from schemas.errors import NotFound

PREFIX = "/app/"
IMMUTABLE = "public, max-age=31536000, immutable"
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "connect-src 'self' blob:",  # a GLB's textures are read through blob: URLs
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""No script but the page's own, no other host, in nobody's frame."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Vary": "Accept-Encoding",
}
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
}


class NoSuchPageFile(NotFound):
    """The page has no such file; open /app/ again, it may have changed."""


@dataclass(frozen=True, slots=True)
class Built:
    """A file of the page. ``packed``: its bytes by gzip."""

    media_type: str
    data: bytes
    packed: bytes
    tag: str
    caching: str


def built() -> dict[str, Built]:
    """The page's files by name; ``index.html`` is one of them."""
    found = {}
    for file in (resources.files("gateway.web") / "built").iterdir():
        media_type = _TYPES.get(f".{file.name.rpartition('.')[2]}")
        if media_type is None:
            continue
        data = file.read_bytes()
        tag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
        caching = "no-cache" if file.name == "index.html" else IMMUTABLE
        found[file.name] = Built(media_type, data, gzip.compress(data, 6, mtime=0), tag, caching)
    return found


def page_routes() -> APIRouter:
    """``/app/`` and the files below it."""
    files = built()
    router = APIRouter(include_in_schema=False)

    async def get(request: Request, name: str = "index.html") -> Response:
        file = files.get(name)
        if file is None:
            raise NoSuchPageFile(NoSuchPageFile.__doc__)
        return _reply(file, request)

    @router.api_route(PREFIX.rstrip("/"), methods=["GET", "HEAD"])
    async def beside(request: Request) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{PREFIX}{query}", 308)

    router.add_api_route(PREFIX, get, methods=["GET", "HEAD"])
    router.add_api_route(f"{PREFIX}{{name}}", get, methods=["GET", "HEAD"])
    return router


def _reply(file: Built, request: Request) -> Response:
    headers = {**HEADERS, "Cache-Control": file.caching, "ETag": file.tag}
    if file.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    data = file.data
    if "gzip" in request.headers.get("accept-encoding", ""):
        data, headers["Content-Encoding"] = file.packed, "gzip"
    headers["Content-Length"] = str(len(data))
    body = b"" if request.method == "HEAD" else data
    return Response(body, media_type=file.media_type, headers=headers)
