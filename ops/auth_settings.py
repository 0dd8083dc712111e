"""Who may come to the gateway, how safely, and for how much: from the environment and file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gateway.auth.tokens import AuthSettings
from gateway.limits.addresses import Network, networks
from gateway.limits.settings import LimitSettings
from gateway.limits.tls import TlsSettings
from gateway.settings import is_loopback
from ops.limit_settings import read_limits
from ops.settings_errors import BadSetting


@dataclass(frozen=True, slots=True)
class DoorSettings:
    """``auth``: how clients say who they are; ``secret``: what cursors, artifacts' URLs and
    invitations are signed with; ``origins``: other sites whose pages may connect; ``limits``: how
    much of what a client may have; ``proxies``: what stands before the gateway; ``tls``: how
    connections are secured, None: they are not."""

    auth: AuthSettings = field(default_factory=AuthSettings)
    secret: str = field(default="", repr=False)
    origins: tuple[str, ...] = ()
    limits: LimitSettings = field(default_factory=LimitSettings)
    proxies: tuple[Network, ...] = ()
    tls: TlsSettings | None = None


def door_settings(
    env: Mapping[str, str], limits: object = None, file: str = "", host: str = "127.0.0.1"
) -> DoorSettings:
    """What the environment says, and ``limits``, that table of ``file``. ``host``: where the
    gateway listens. Raises ``Misconfigured``."""
    auth = AuthSettings(
        secret=env.get("SCENESTREAM_JWT_SECRET", ""),
        jwks=env.get("SCENESTREAM_JWKS_URL", ""),
        issuer=env.get("SCENESTREAM_JWT_ISSUER", ""),
        audience=env.get("SCENESTREAM_JWT_AUDIENCE", ""),
    )
    is_public = auth.is_on or not is_loopback(host)
    return DoorSettings(
        auth,
        env.get("SCENESTREAM_SECRET", ""),
        _listed(env, "SCENESTREAM_ORIGINS"),
        read_limits({} if limits is None else limits, file, env, is_public),
        networks(_listed(env, "SCENESTREAM_PROXIES")),
        _tls(env),
    )


def _listed(env: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(text.strip() for text in env.get(name, "").split(",") if text.strip())


def _tls(env: Mapping[str, str]) -> TlsSettings | None:
    cert, key = env.get("SCENESTREAM_TLS_CERT", ""), env.get("SCENESTREAM_TLS_KEY", "")
    if key and not cert:
        raise BadSetting(
            "SCENESTREAM_TLS_KEY is set and SCENESTREAM_TLS_CERT is not; set it to the PEM file of "
            "the key's certificate"
        )
    return TlsSettings(cert, key) if cert else None
