"""The scene as the server has it: frames in, a scene out, checked by its hash. Without I/O.

A change is applied whole or not at all. Frame of all scenes: left-handed, Y up, +Z forward, metres,
rotations in Euler degrees (Z, then X, then Y); transforms are local to the parent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from . import wire_v2_pb2 as pb
from .errors import Diverged

_MASK = 2**64 - 1


class Mirror:
    """A scene that follows a server's. ``revision``: of the session; ``draft``: what is shown is
    what a request has so far; ``hash``: of the scene, as the wire's documentation defines it."""

    def __init__(self) -> None:
        self.name = ""
        self.skybox: pb.Skybox | None = None
        self.revision = 0
        self.draft = False
        self._nodes: dict[str, pb.Node] = {}
        self._numbers: dict[str, int] = {}
        self._assets: dict[str, pb.Asset] = {}
        self._rest = _rest("", None)
        self.hash = self._rest

    @property
    def nodes(self) -> Mapping[str, pb.Node]:
        """By id. They are the mirror's own: copy one before you change it."""
        return MappingProxyType(self._nodes)

    @property
    def assets(self) -> Mapping[str, pb.Asset]:
        """All that the server told of, by id; their bytes: ``asset`` of a client."""
        return MappingProxyType(self._assets)

    def find(self, name: str) -> pb.Node:
        """The first node of that name. Raises ``KeyError``."""
        for node in self._nodes.values():
            if node.name == name:
                return node
        raise KeyError(name)

    def children(self, node: str = "") -> Iterator[pb.Node]:
        """The nodes right below ``node``; the roots for ""."""
        return (n for n in self._nodes.values() if n.parent == node)

    def apply(self, frame: pb.ServerFrame) -> None:
        """Do to the scene what ``frame`` says. Raises ``Diverged``, and then has done nothing."""
        if frame.HasField("scene"):
            self._change(frame.scene)
        for asset in frame.assets:
            self._assets[asset.id] = asset

    def _change(self, change: pb.SceneChange) -> None:
        nodes: Mapping[str, pb.Node] = {} if change.whole else self._nodes
        numbers: Mapping[str, int] = {} if change.whole else self._numbers
        sky = None if change.whole else self.skybox
        name = "" if change.whole else self.name
        total = 0 if change.whole else (self.hash - self._rest) & _MASK
        come: dict[str, pb.Node] = {}
        new: dict[str, int] = {}
        for node in change.upserts:
            if node.parent and node.parent not in come and node.parent not in nodes:
                raise Diverged(f"node {node.id!r} has no parent yet; {Diverged.__doc__}")
            number = _number(node.SerializeToString(deterministic=True))
            total += number - new.get(node.id, numbers.get(node.id, 0))
            come[node.id], new[node.id] = node, number
        lost: set[str] = set()
        for gone in change.removed:
            if gone in new or gone in lost or gone not in numbers:
                raise Diverged(f"node {gone!r} can not be removed; {Diverged.__doc__}")
            lost.add(gone)
            total -= numbers[gone]
        if change.HasField("skybox"):
            sky = change.skybox if change.skybox.WhichOneof("kind") else None
        if change.HasField("name"):
            name = change.name
        rest = _rest(name, sky)
        if (total + rest) & _MASK != change.hash:
            raise Diverged(f"revision {change.revision}: {Diverged.__doc__}")
        if change.whole:
            self._nodes, self._numbers = {}, {}
        self._nodes.update(come)
        self._numbers.update(new)
        for gone in lost:
            del self._nodes[gone], self._numbers[gone]
        self.skybox, self.name = sky, name
        self.revision, self.draft = change.revision, change.draft
        self.hash, self._rest = change.hash, rest


def _rest(name: str, sky: pb.Skybox | None) -> int:
    told = _number(b"name:" + name.encode())
    if sky is not None:
        told += _number(b"sky:" + sky.SerializeToString(deterministic=True))
    return told & _MASK


def _number(data: bytes) -> int:
    return int.from_bytes(hashlib.sha256(data).digest()[:8], "little")
