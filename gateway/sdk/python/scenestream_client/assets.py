"""Assets' bytes: over HTTP once, then from a folder, by their hash; checked both times.

An asset's URL is its hash, so what it leads to never changes and is never asked for again. Several
processes may share a folder.
"""

from __future__ import annotations

import hashlib
import http.client
import os
import tempfile
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from . import wire_v2_pb2 as pb
from .errors import BrokenAsset, ServerError, Unreachable

TRIES = 3
FETCH_S = 60.0
_GONE = (403, 404)


class Expired(ServerError):
    """The asset's URL was signed too long ago; the session has a new one."""


def default_folder() -> Path:
    """Where the user's programs keep what can be fetched again."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "scenestream"


@dataclass(frozen=True, slots=True)
class Assets:
    """Fetches from the gateway at ``base`` ("http://host:8765/") into ``folder``."""

    base: str
    folder: Path

    def get(self, asset: pb.Asset) -> bytes:
        """The asset's bytes. Raises ``Expired``, ``BrokenAsset``, ``Unreachable``."""
        if not is_hash(asset.sha256):
            raise BrokenAsset(f"asset {asset.id!r} has no hash; {BrokenAsset.__doc__}")
        kept = self._kept(asset.sha256)
        if kept is not None:
            return kept
        if asset.data:
            return self._keep(asset.sha256, _checked(asset, asset.data))
        for _ in range(TRIES):
            data = self._fetch(asset.url)
            if hashlib.sha256(data).hexdigest() == asset.sha256:
                return self._keep(asset.sha256, data)
        raise BrokenAsset(f"asset {asset.id!r}: {BrokenAsset.__doc__}")

    def _fetch(self, url: str) -> bytes:
        place = urljoin(self.base, url)
        if urlsplit(place).netloc != urlsplit(self.base).netloc:
            raise Unreachable(f"the asset's URL leads elsewhere, to {urlsplit(place).netloc}")
        why: Exception | None = None
        for _ in range(TRIES):
            try:
                with urllib.request.urlopen(place, timeout=FETCH_S) as answer:
                    return bytes(answer.read())
            except urllib.error.HTTPError as refused:
                refused.close()
                if refused.code in _GONE:
                    raise Expired("forbidden", "Expired", str(Expired.__doc__)) from refused
                why = refused
            except (OSError, http.client.HTTPException) as broken:
                why = broken
        raise Unreachable(f"the asset did not come ({why}); {Unreachable.__doc__}") from why

    def _kept(self, sha256: str) -> bytes | None:
        try:
            data = self._place(sha256).read_bytes()
        except OSError:
            return None
        # A disk that was full, or a program that was killed, may have left half of it.
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def _keep(self, sha256: str, data: bytes) -> bytes:
        place = self._place(sha256)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, written = tempfile.mkstemp(dir=place.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(written, place)
        except OSError:
            return data  # a cache that can not be written to costs time, no more
        return data

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256


def _checked(asset: pb.Asset, data: bytes) -> bytes:
    if hashlib.sha256(data).hexdigest() != asset.sha256:
        raise BrokenAsset(f"asset {asset.id!r}: {BrokenAsset.__doc__}")
    return data


def is_hash(text: str) -> bool:
    """Whether it is a SHA-256 in hexadecimal digits: what a file may be called."""
    return len(text) == 64 and set(text) <= set("0123456789abcdef")
