"""The whole scene as a file, over HTTP: one GLB, or a zip of the scene and its meshes."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from urllib.parse import quote, urlencode, urljoin

from .errors import ServerError, Unreachable

FETCH_S = 300.0
_CATEGORIES = {
    401: "unauthenticated",
    403: "forbidden",
    404: "not_found",
    413: "too_large",
    429: "too_many",
    503: "unavailable",
}


def exported(
    base: str, session: str, file: str, at: str = "", token: str = "", invitation: str = ""
) -> bytes:
    """``file`` ("scene.glb", "scene.zip") of ``session`` from the gateway at ``base``; ``at``: as
    it was at an event, a revision ("r3") or a time. Raises ``ServerError``, ``Unreachable``."""
    query = {k: v for k, v in (("at", at), ("invitation", invitation)) if v}
    place = urljoin(base, f"sessions/{quote(session, safe='')}/{file}")
    asked = urllib.request.Request(f"{place}?{urlencode(query)}" if query else place)
    if token:
        asked.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(asked, timeout=FETCH_S) as answer:
            return bytes(answer.read())
    except urllib.error.HTTPError as refused:
        with refused:
            raise _refusal(refused.code, refused.read()) from refused
    except (OSError, http.client.HTTPException) as broken:
        raise Unreachable(f"{place}: {broken}; {Unreachable.__doc__}") from broken


def _refusal(status: int, body: bytes) -> ServerError:
    try:
        told = json.loads(body)
        return ServerError(told["category"], told["code"], told["error"])
    except (ValueError, KeyError, TypeError):
        category = _CATEGORIES.get(status, "internal" if status >= 500 else "bad_input")
        return ServerError(category, "HttpStatus", f"HTTP {status}: {body[:200]!r}")
