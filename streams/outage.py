"""Saying that Redis is away without flooding the log."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)

REPORT_EVERY_S = 1.0


@dataclass(slots=True)
class Outage:
    """One process's view of an outage: at most one line a second while it lasts, one at its end.

    ``what`` names who suffers; ``clock`` gives seconds.
    """

    what: str
    clock: Callable[[], float] = time.monotonic
    _since: float | None = field(default=None, init=False)
    _reported: float = field(default=float("-inf"), init=False)
    _silent: int = field(default=0, init=False)

    def lost(self, error: BaseException) -> None:
        """Something failed for want of Redis."""
        now = self.clock()
        self._since = now if self._since is None else self._since
        if now - self._reported < REPORT_EVERY_S:
            self._silent += 1
            return
        logger.error(
            "redis.lost",
            extra={
                "what": self.what,
                "error": f"{type(error).__name__}: {error}",
                "since_s": round(now - self._since, 1),
                "unreported": self._silent,
            },
        )
        self._reported, self._silent = now, 0

    def over(self) -> None:
        """Something worked again."""
        if self._since is None:
            return
        lasted = round(self.clock() - self._since, 1)
        logger.warning("redis.back", extra={"what": self.what, "after_s": lasted})
        self._since = None
