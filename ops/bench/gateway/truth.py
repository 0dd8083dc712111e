"""What the logs say that clients must show."""

from __future__ import annotations

from collections.abc import Sequence

from ops.bench.gateway.place import Place
from schemas.ids import SessionId
from schemas.scene_v2 import scene_hash
from streams.artifacts import ArtifactStore
from streams.past.history import History
from streams.shards import Shards


async def hashes(place: Place, sessions: Sequence[str]) -> dict[str, int]:
    """The hash of each session's scene as its log has it, folded here from the log."""
    shards = await Shards.open(place.url)
    try:
        history = History(shards, ArtifactStore(str(place.folder / "artifacts")))
        return {s: scene_hash((await history.state(SessionId(s))).scene) for s in sessions}
    finally:
        await shards.close()
