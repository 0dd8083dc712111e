"""How much of what a client may have. Zero of anything: as much as it likes."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class LimitSettings:
    """A user is a token's subject; without authentication, an address.

    ``commands`` and ``mib``: of one connection a minute, and so much at once as a sixth of it.
    ``user_commands``, ``user_mib``: of all that one user's connections send. ``user_connections``:
    of one user at once; ``address_connections``: of one address, before anybody is known;
    ``failed_logins``: of one address a minute that are told why; ``connections``: in all.
    ``requests``: of one user a day; ``engine_s``: seconds that engines work for them a day;
    ``stored_mib``: what their sessions hold. ``backlog_s``, ``backlog``: seconds and pieces of work
    that wait when new requests are refused. ``behind_mib``: what may
    wait to be sent to one client. ``hello_s``: within how long a client has said what it wants;
    ``ping_s``: how often it is asked whether it is there, and how long it may take to say so;
    ``stalled_s``: for how long it may take nothing of an HTTP answer, or send nothing of a body.
    """

    commands: int = 1200
    mib: int = 256
    user_commands: int = 0
    user_mib: int = 0
    user_connections: int = 0
    address_connections: int = 0
    failed_logins: int = 0
    connections: int = 20_000
    requests: int = 0
    engine_s: int = 0
    stored_mib: int = 0
    backlog_s: int = 0
    backlog: int = 0
    behind_mib: int = 8
    hello_s: float = 10.0
    ping_s: float = 20.0
    stalled_s: float = 60.0

    @property
    def shares(self) -> bool:
        """Whether a user's rates are to hold over all gateways."""
        return bool(self.user_commands or self.user_mib)

    @property
    def meters(self) -> bool:
        """Whether it has to be known what a user uses."""
        return bool(self.requests or self.engine_s or self.stored_mib)


PUBLIC = LimitSettings(
    user_commands=3000,
    user_mib=1024,
    user_connections=64,
    address_connections=512,
    failed_logins=60,
    backlog_s=1800,
    backlog=20_000,
)
"""Where others than this machine's user come in: what people never notice, and programs do."""
