"""What one user may use, against what the log's counters say was used."""

from __future__ import annotations

import math
from dataclasses import dataclass

from gateway.limits.errors import QuotaUsedUp
from gateway.limits.settings import MIB, LimitSettings
from schemas.ids import RequestId, SessionId
from streams.quota import DAY_S, Quotas


@dataclass(frozen=True, slots=True)
class UserQuotas:
    """Of every user alike."""

    counts: Quotas
    settings: LimitSettings

    async def charge(self, user: str, session: SessionId, request: RequestId) -> None:
        """``user`` asks for ``request``. Raises ``QuotaUsedUp``."""
        settings, used = self.settings, await self.counts.used(user)
        if settings.engine_s and used.engine_s >= settings.engine_s:
            raise self._used_up(f"{settings.engine_s:,} seconds of engines' time a day")
        stored_mib = used.stored / MIB
        if settings.stored_mib and stored_mib >= settings.stored_mib:
            raise QuotaUsedUp(
                f"your sessions hold {stored_mib:,.0f} MiB, and one user may store "
                f"{settings.stored_mib:,}; have some of them erased",
                DAY_S,
            )
        if not await self.counts.charge(user, session, request, settings.requests):
            raise self._used_up(f"{settings.requests:,} requests a day")

    def _used_up(self, what: str) -> QuotaUsedUp:
        wait_s = self.counts.resets_s
        hours, minutes = divmod(math.ceil(wait_s / 60), 60)
        return QuotaUsedUp(
            f"one user may have {what}, and you have had them; there are more at midnight UTC, in "
            f"{hours} h {minutes} min",
            wait_s,
        )
