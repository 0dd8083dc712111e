"""Logins that fail, by address: after so many a minute each is answered with when to try again.

A token is looked at first, whatever came before it from its address: who has a good one is let in,
and who guesses is told no more than that. What belongs here: counting. What does not: what is a
good token.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from gateway.limits.bucket import Bucket
from gateway.limits.errors import TooManyFailedLogins

logger = logging.getLogger(__name__)

BURST = 6
"""A sixth of a minute's share may fail at once."""
MOST_KNOWN = 10_000
"""Addresses that are remembered; the one that was met first goes for one more."""


@dataclass(slots=True)
class FailedLogins:
    """``per_minute`` of one address; 0: any number. ``clock``: seconds, going forward."""

    per_minute: int
    clock: Callable[[], float]
    _known: dict[str, Bucket] = field(default_factory=dict)

    def count(self, address: str) -> None:
        """One from ``address`` has failed. Raises ``TooManyFailedLogins``."""
        if not self.per_minute:
            return
        bucket, now = self._of(address), self.clock()
        wait_s = bucket.wait_s(1, now)
        if wait_s:
            raise TooManyFailedLogins(
                f"your address may fail to log in {self.per_minute:,} times a minute, and has; a "
                f"good token or invitation is let in at any time, try others in {wait_s:.1f} s",
                wait_s,
            )
        bucket.take(1)
        if bucket.wait_s(1, now):
            logger.warning("logins.failing", extra={"address": address})

    def _of(self, address: str) -> Bucket:
        found = self._known.get(address)
        if found is None:
            while len(self._known) >= MOST_KNOWN:
                del self._known[next(iter(self._known))]
            found = Bucket(self.per_minute, max(1.0, self.per_minute / BURST))
            self._known[address] = found
        return found
