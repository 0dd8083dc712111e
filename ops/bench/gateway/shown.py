"""A client's own account of what it shows: enough for the hash, which proves it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from schemas import wire_v2_pb2 as pb


@dataclass(slots=True)
class Shown:
    """The scene of one client: a number a node, kept over connections. ``cursor``: of the last
    frame that was applied. ``wrong``: frames after which the hash was not what the server said."""

    cursor: str = ""
    revision: int = 0
    wrong: int = 0
    _nodes: dict[str, int] = field(default_factory=dict)
    _name: str = ""
    _sky: bytes | None = None

    @property
    def hash(self) -> int:
        """As ``schemas/scene_v2.py`` has it."""
        rest = _number(b"name:" + self._name.encode())
        if self._sky is not None:
            rest += _number(b"sky:" + self._sky)
        return (sum(self._nodes.values()) + rest) % 2**64

    def apply(self, frame: pb.ServerFrame) -> None:
        """Show what ``frame`` changes."""
        if frame.HasField("scene"):
            self._change(frame.scene)
            self.wrong += self.hash != frame.scene.hash
        if frame.cursor:
            self.cursor = frame.cursor

    def _change(self, change: pb.SceneChange) -> None:
        if change.whole:
            self._nodes.clear()
            self._sky, self._name = None, ""
        for node in change.upserts:
            self._nodes[node.id] = _number(node.SerializeToString(deterministic=True))
        for gone in change.removed:
            del self._nodes[gone]
        if change.HasField("skybox"):
            has = change.skybox.WhichOneof("kind") is not None
            self._sky = change.skybox.SerializeToString(deterministic=True) if has else None
        if change.HasField("name"):
            self._name = change.name
        self.revision = change.revision


def _number(data: bytes) -> int:
    return int.from_bytes(hashlib.sha256(data).digest()[:8], "little")
