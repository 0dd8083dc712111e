"""What one client may still do: counted for its connection, and for its user's all together.

What belongs here: who is counted, and what is refused. What does not: how a refusal is told.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from gateway.auth.rights import Principal
from gateway.limits.admission import Admission
from gateway.limits.bucket import Bucket
from gateway.limits.crowd import Crowd
from gateway.limits.errors import TooManyBytes, TooManyCommands, TooManyConnections
from gateway.limits.logins import FailedLogins
from gateway.limits.quotas import UserQuotas
from gateway.limits.settings import MIB, LimitSettings
from schemas.ids import RequestId, SessionId
from streams.lag import Backlog

BURST = 6
"""A sixth of a minute's share may come at once."""
LEAST_BURST_BYTES = 16 * MIB
"""One frame of the largest kind may always come."""
MOST_REFUSED = 100
"""Refusals a minute after which a connection is closed: it does not listen."""
AGAIN_S = 10.0
"""When who has too many connections may try again: nobody knows when one of them ends."""
MOST_KNOWN = 10_000
"""Users whose rates are remembered; when there are more, those with nothing to remember go."""


@dataclass(slots=True)
class Rates:
    """Of commands and of bytes. ``whose``: as a refusal names it. ``sent``: commands and bytes that
    were taken in all; ``told``: of which other gateways know; ``until``: no more are before, since
    too many were at all gateways."""

    whose: str
    commands: Bucket
    size: Bucket
    sent: tuple[int, int] = (0, 0)
    told: tuple[int, int] = (0, 0)
    until: float = 0.0

    @classmethod
    def of(cls, whose: str, commands: int, mib: int) -> Rates:
        """``commands`` and ``mib`` a minute; 0: any."""
        burst = max(LEAST_BURST_BYTES, mib * MIB / BURST)
        return cls(whose, Bucket(commands, max(1.0, commands / BURST)), Bucket(mib * MIB, burst))

    def check(self, size: int, now: float) -> None:
        """Raises ``TooManyCommands``, ``TooManyBytes``."""
        if now < self.until:
            wait_s = self.until - now
            raise TooManyCommands(
                f"{self.whose} may send {self._allowed} a minute over all gateways, and has sent "
                f"more; wait {wait_s:.1f} s",
                wait_s,
            )
        wait_s = self.commands.wait_s(1, now)
        if wait_s:
            raise TooManyCommands(
                f"{self.whose} may send {self.commands.per_minute:,.0f} commands a minute; wait "
                f"{wait_s:.1f} s",
                wait_s,
            )
        wait_s = self.size.wait_s(size, now)
        if wait_s:
            raise TooManyBytes(
                f"{self.whose} may send {self.size.per_minute / MIB:,.0f} MiB a minute; wait "
                f"{wait_s:.1f} s",
                wait_s,
            )

    @property
    def _allowed(self) -> str:
        commands, mib = self.commands.per_minute, self.size.per_minute / MIB
        parts = f"{commands:,.0f} commands" if commands else "", f"{mib:,.0f} MiB" if mib else ""
        return " and ".join(part for part in parts if part)

    def take(self, size: int) -> None:
        """A command of ``size`` bytes was taken."""
        self.commands.take(1)
        self.size.take(size)
        self.sent = self.sent[0] + 1, self.sent[1] + size

    def is_rested(self, now: float) -> bool:
        """Whether it is as if nothing had come."""
        is_full = self.commands.is_full(now) and self.size.is_full(now)
        return is_full and now >= self.until


@dataclass(slots=True)
class Allowance:
    """What one connection, or one HTTP request, may do. ``user``: whose it is; ``exempt``: an
    operator, of whom only the connection counts."""

    limits: Limits
    user: str
    exempt: bool
    own: Rates
    patience: Bucket = field(default_factory=lambda: Bucket(MOST_REFUSED, MOST_REFUSED))

    @property
    def is_exhausted(self) -> bool:
        """Whether the connection was refused so often that it is to be closed."""
        return self.patience.wait_s(1, self.limits.clock()) > 0

    def command(self, size: int) -> None:
        """A command of ``size`` bytes has come. Raises ``TooManyCommands``, ``TooManyBytes``."""
        now = self.limits.clock()
        counted = [self.own]
        if not self.exempt:
            counted.append(self.limits.rates_of(self.user, now))
        try:
            for rates in counted:
                rates.check(size, now)
        except (TooManyCommands, TooManyBytes):
            self.patience.wait_s(1, now)
            self.patience.take(1)
            raise
        for rates in counted:
            rates.take(size)
        if not self.exempt and self.limits.settings.shares:
            self.limits.stirred.add(self.user)

    async def request(self, session: SessionId, request: RequestId, under_way: bool) -> None:
        """``request`` is new in ``session``, which is ``under_way`` or is not. Raises ``TooMany``.

        One that is asked for again counts once.
        """
        if self.exempt:
            return
        await self.limits.admission.check(under_way)
        if self.limits.quotas is not None:
            await self.limits.quotas.charge(self.user, session, request)

    @contextmanager
    def connected(self) -> Iterator[None]:
        """The client stays meanwhile. Raises ``TooManyConnections``."""
        clients = self.limits.clients
        if self.exempt:
            yield
            return
        if not clients.enter(self.user):
            raise TooManyConnections(
                f"{clients.most_each:,} connections of yours are open, which is as many as one "
                "user may have; close one",
                AGAIN_S,
            )
        try:
            yield
        finally:
            clients.leave(self.user)


async def unknown() -> Backlog | None:
    """Nobody measures what waits."""
    return None


class Limits:
    """Of all clients of a gateway. ``clock``: seconds, going forward; ``measure``: how much work
    waits; ``quotas``: of users, None where nobody counts what they use. ``stirred``: users of whom
    other gateways are to hear."""

    def __init__(
        self,
        settings: LimitSettings,
        clock: Callable[[], float] = time.monotonic,
        measure: Callable[[], Awaitable[Backlog | None]] = unknown,
        quotas: UserQuotas | None = None,
    ) -> None:
        self.settings, self.clock = settings, clock
        self.admission = Admission(settings, measure, clock)
        self.quotas = quotas
        self.logins = FailedLogins(settings.failed_logins, clock)
        self.clients = Crowd(most_each=settings.user_connections)
        self._rates: dict[str, Rates] = {}
        self.stirred: set[str] = set()

    def allowance(self, who: Principal, address: str) -> Allowance:
        """That of a client that is ``who`` and comes from ``address``."""
        user = f"user {who.subject}" if who.subject else f"address {address}"
        own = Rates.of("one connection", self.settings.commands, self.settings.mib)
        return Allowance(self, user, who.operator and bool(who.subject), own)

    def rates_of(self, user: str, now: float) -> Rates:
        """Those of ``user``, over all connections."""
        found = self._rates.get(user)
        if found is None:
            if len(self._rates) >= MOST_KNOWN:
                self._forget(now)
            settings = self.settings
            found = Rates.of("one user", settings.user_commands, settings.user_mib)
            self._rates[user] = found
        return found

    def spent(self) -> dict[str, Rates]:
        """The rates of those who sent something since this was asked last."""
        users, self.stirred = self.stirred, set()
        return {user: self._rates[user] for user in users if user in self._rates}

    def _forget(self, now: float) -> None:
        self._rates = {u: rates for u, rates in self._rates.items() if not rates.is_rested(now)}
