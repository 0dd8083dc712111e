"""Where a deployment keeps what it made, for commands that throw things away.

They act only on places that the deployment itself named: a store that belongs to another one would
look like one that nobody needs.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from consumers.library.index import FILE, Library
from ops.looking import opened
from ops.settings import Settings
from schemas.errors import Misconfigured
from streams.artifacts import ArtifactStore
from streams.past.history import History


class PlacesUnknown(Misconfigured):
    """Nothing ran on this Redis yet, so it has no artifacts; check REDIS_URL and --data."""


class LibraryOutOfReach(Misconfigured):
    """The deployment's library can not be reached from here; run the command where it can."""


@dataclass(frozen=True, slots=True)
class Places:
    """A deployment's sessions, its artifacts and its library (None: no consumer ever ran)."""

    history: History
    library: Library | None

    @property
    def artifacts(self) -> ArtifactStore:
        """The store that all its processes have."""
        return self.history.artifacts


@asynccontextmanager
async def places(settings: Settings) -> AsyncIterator[Places]:
    """The deployment's places. Raises ``PlacesUnknown``, ``LibraryOutOfReach``."""
    async with opened(settings) as shards:
        url = await shards.agreed("artifacts")
        if url is None:
            raise PlacesUnknown(PlacesUnknown.__doc__)
        folder = await shards.agreed("library")
        if folder is not None and not (Path(folder) / FILE).is_file():
            raise LibraryOutOfReach(f"{Path(folder) / FILE}: {LibraryOutOfReach.__doc__}")
        library = Library(Path(folder)) if folder is not None else None
        yield Places(History(shards, ArtifactStore(url)), library)
