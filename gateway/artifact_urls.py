"""Artifacts over HTTP: signed URLs, and what is answered to who asks for one. Without I/O.

An artifact's URL is its hash, so what it leads to never changes: clients and CDNs keep it for ever.
The signature says that somebody who may see the session was told of it; it is good for an hour or
two.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qs

from schemas.artifacts import GLB, JPEG, PNG
from schemas.errors import BadInput, Category, ScenestreamError

PREFIX = "/artifacts/"
HOUR_S = 3600
IMMUTABLE = "public, max-age=31536000, immutable"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
_HEADS = {b"glTF": GLB, b"\x89PNG": PNG, b"\xff\xd8\xff": JPEG, b"RIFF": "image/webp"}


class BadSignature(ScenestreamError):
    """The artifact's URL is not signed by this deployment, or its hour is over; take a new one from
    the session."""

    category = Category.FORBIDDEN


class BadRange(BadInput):
    """The bytes that are asked for are not in the artifact; ask for fewer, or for all."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer, whole."""

    status: HTTPStatus
    headers: Mapping[str, str]
    body: bytes = b""


class Places:
    """Signs and checks artifacts' URLs under one secret. ``now``: seconds since 1970."""

    def __init__(self, secret: bytes, now: Callable[[], float] = time.time) -> None:
        self._secret = hashlib.sha256(b"scenestream artifact " + secret).digest()
        self._now = now

    def url(self, sha256: str) -> str:
        """The artifact's place, relative to the gateway, good for an hour at least, two at most."""
        until = (int(self._now()) // HOUR_S + 2) * HOUR_S
        return f"{PREFIX}{sha256}?until={until}&signature={self._signature(sha256, until)}"

    def check(self, path: str, query: str) -> str:
        """The hash of the artifact that a request may have. Raises ``BadSignature``."""
        sha256 = path.removeprefix(PREFIX)
        told = parse_qs(query)
        try:
            until, signature = int(told["until"][0]), told["signature"][0]
        except (KeyError, ValueError) as missing:
            raise BadSignature(BadSignature.__doc__) from missing
        good = _SHA256.fullmatch(sha256) and hmac.compare_digest(
            signature.encode(), self._signature(sha256, until).encode()
        )
        if not good or until < self._now():
            raise BadSignature(BadSignature.__doc__)
        return sha256

    def _signature(self, sha256: str, until: int) -> str:
        told = f"{sha256} {until}".encode()
        return hmac.new(self._secret, told, hashlib.sha256).hexdigest()[:32]


def reply(sha256: str, data: bytes, asked: Mapping[str, str]) -> Reply:
    """What is answered to a GET of the artifact with the headers ``asked`` (names in any case)."""
    given = {name.lower(): value for name, value in asked.items()}
    tag = f'"{sha256}"'
    headers = {
        "ETag": tag,
        "Cache-Control": IMMUTABLE,
        "Accept-Ranges": "bytes",
        "Access-Control-Allow-Origin": "*",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",  # whatever it is, nothing runs
        "Content-Type": media_type(data),
    }
    if _matches(given.get("if-none-match", ""), tag):
        return Reply(HTTPStatus.NOT_MODIFIED, headers)
    if given.get("if-range", tag) == tag and (wanted := given.get("range")):
        try:
            first, last = _range(wanted, len(data))
        except BadRange:
            headers["Content-Range"] = f"bytes */{len(data)}"
            return Reply(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers)
        if last >= first:
            headers["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
            return Reply(HTTPStatus.PARTIAL_CONTENT, headers, data[first : last + 1])
    return Reply(HTTPStatus.OK, headers, data)


def media_type(data: bytes) -> str:
    """What the bytes are, by how they begin."""
    found = next((kind for head, kind in _HEADS.items() if data.startswith(head)), None)
    return found or "application/octet-stream"


def _matches(condition: str, tag: str) -> bool:
    tags = {part.strip().removeprefix("W/") for part in condition.split(",")}
    return tag in tags or "*" in tags


def _range(wanted: str, size: int) -> tuple[int, int]:
    """The first and last byte of a single range; (0, -1) for what may be left alone (RFC 9110)."""
    found = _RANGE.fullmatch(wanted.strip())
    if found is None or found.group() == "bytes=-":
        return 0, -1
    first, last = found.groups()
    if not first:
        length = min(int(last), size)
        if length == 0:
            raise BadRange(BadRange.__doc__)
        return size - length, size - 1
    if int(first) >= size:
        raise BadRange(BadRange.__doc__)
    end = min(int(last), size - 1) if last else size - 1
    return int(first), end if end >= int(first) else -1
