"""What the geometry server is told: where it listens, and where callers' files may be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gateway.settings import PublicWithoutAuth, is_loopback
from schemas.errors import Misconfigured
from schemas.geometry_v1 import PORT

NO_CONSUMER_S = 120.0
"""Long enough for a consumer to be started and load its model, shorter than clients wait."""


class BadRoot(Misconfigured):
    """A folder that the geometry server is to use can not be one."""


@dataclass(frozen=True, slots=True)
class GeometrySettings:
    """``port`` 0 takes a free one. ``optional``: where it is taken, there is no geometry server.

    ``roots``: the folders below which callers' paths must be. ``strict``: a backend is what it
    says, or its items fail. ``no_consumer_s``: how long items wait while nobody makes meshes.
    """

    roots: tuple[Path, ...]
    host: str = "127.0.0.1"
    port: int = PORT
    optional: bool = False
    strict: bool = False
    insecure: bool = False
    no_consumer_s: float = NO_CONSUMER_S

    def __post_init__(self) -> None:
        if not self.insecure and not is_loopback(self.host):
            raise PublicWithoutAuth(
                f"the geometry server would listen on {self.host!r}, which others can reach, and "
                "there is no authentication; bind to 127.0.0.1, or say --insecure"
            )
        for root in self.roots:
            if not root.is_absolute() or ".." in root.parts or root == Path("/"):
                raise BadRoot(
                    f"SCENESTREAM_GEOMETRY_ROOTS names {str(root)!r}; expected absolute paths of "
                    "folders, without '..', and not the whole file system"
                )
