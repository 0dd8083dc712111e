"""An issuer's published keys (JWKS, RFC 7517): fetched once for all who wait, and not too often.

Anybody can send a token that names a key nobody has. So a name that is not known has the keys
fetched at most every few seconds, in one thread, however many ask; and while the issuer is away,
the keys that were had go on being good.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

FRESH_S = 300.0
"""For how long keys are taken without asking again."""
AGAIN_S = 10.0
"""Between two fetches, whatever came of the first one."""
STALE_S = 3_600.0
"""For how long keys are good of an issuer that is away."""
PATIENCE_S = 6.0
"""How long one token waits for keys."""

Fetch = Callable[[], Mapping[str, Any]]


class Keys:
    """``fetch`` gives the keys by their names, and blocks; ``clock``: seconds, going forward."""

    def __init__(self, fetch: Fetch, clock: Callable[[], float] = time.monotonic) -> None:
        self._fetch, self._clock = fetch, clock
        self._keys: Mapping[str, Any] = {}
        self._had_at = self._asked_at = float("-inf")
        self._failure: Exception | None = None
        self._fetching: asyncio.Task[None] | None = None

    async def key(self, name: str) -> Any:
        """The key called ``name``; None: the issuer has none. Raises what ``fetch`` does, and
        ``TimeoutError``, where nothing is known of the keys."""
        age_s = self._clock() - self._had_at
        if name in self._keys and age_s < STALE_S:
            if age_s >= FRESH_S:
                self._begin()  # for who comes later
            return self._keys[name]
        if (fetching := self._begin()) is not None:
            async with asyncio.timeout(PATIENCE_S):
                await asyncio.shield(fetching)
        if self._clock() - self._had_at < STALE_S:
            return self._keys.get(name)
        raise self._failure or TimeoutError

    def _begin(self) -> asyncio.Task[None] | None:
        """What fetches the keys by now; None: they were fetched just now."""
        if self._fetching is not None and not self._fetching.done():
            return self._fetching
        if self._clock() - self._asked_at < AGAIN_S:
            return None
        self._asked_at = self._clock()
        self._fetching = asyncio.create_task(self._refresh())
        return self._fetching

    async def _refresh(self) -> None:
        try:
            self._keys = await asyncio.to_thread(self._fetch)
        except Exception as failed:  # noqa: BLE001 - it is raised for each who waits
            self._failure = failed
        else:
            self._had_at, self._failure = self._clock(), None


def published(url: str) -> Fetch:
    """Fetches the keys that are published at ``url``."""
    import jwt

    client = jwt.PyJWKClient(url, cache_jwk_set=False, timeout=5)
    return lambda: {str(key.key_id): key.key for key in client.get_signing_keys(refresh=True)}
