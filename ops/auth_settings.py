"""How clients of the gateway say who they are, from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gateway.auth.tokens import AuthSettings


@dataclass(frozen=True, slots=True)
class DoorSettings:
    """``auth``: how clients say who they are; ``secret``: what cursors, artifacts' URLs and
    invitations are signed with; ``origins``: other sites whose pages may connect."""

    auth: AuthSettings = field(default_factory=AuthSettings)
    secret: str = field(default="", repr=False)
    origins: tuple[str, ...] = ()


def door_settings(env: Mapping[str, str]) -> DoorSettings:
    """What the environment says. Raises ``Misconfigured``."""
    listed = env.get("SCENESTREAM_ORIGINS", "").split(",")
    return DoorSettings(
        AuthSettings(
            secret=env.get("SCENESTREAM_JWT_SECRET", ""),
            jwks=env.get("SCENESTREAM_JWKS_URL", ""),
            issuer=env.get("SCENESTREAM_JWT_ISSUER", ""),
            audience=env.get("SCENESTREAM_JWT_AUDIENCE", ""),
        ),
        env.get("SCENESTREAM_SECRET", ""),
        tuple(origin.strip() for origin in listed if origin.strip()),
    )
