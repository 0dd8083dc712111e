"""What a session core asks its shell to do. Values; the shell does them in order."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.artifacts import ArtifactRef
from schemas.events import Data
from schemas.ids import RequestId
from schemas.wire_v1 import Frame


@dataclass(frozen=True, slots=True)
class Attach:
    """An artifact to be sent along, under the id and file name the client expects."""

    id: str
    filename: str
    ref: ArtifactRef


@dataclass(frozen=True, slots=True)
class Send:
    """Send ``frame`` with the bytes of ``attach`` as its assets."""

    frame: Frame
    attach: tuple[Attach, ...] = ()


@dataclass(frozen=True, slots=True)
class Store:
    """Put ``data`` into the artifact store; it is ``ref`` already."""

    ref: ArtifactRef
    data: bytes


@dataclass(frozen=True, slots=True)
class Append:
    """Append facts to the session's log, once by ``mark``. ``revision``: of the scene that they
    were made on, where they must not be added to a later one."""

    request: RequestId | None
    mark: str
    payloads: tuple[Data, ...]
    revision: int | None = None


Effect = Send | Store | Append
