"""What a client is told: events of the session, and notices of its connection.

An event's ``what`` is the message of the wire, by whose type a program tells events apart::

    match event.what:
        case pb.AssetReady(label=label, done=done, total=total): ...
        case pb.Completed(text=text): ...
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from . import wire_v2_pb2 as pb

What: TypeAlias = (
    pb.Welcome
    | pb.Accepted
    | pb.Transcript
    | pb.Thinking
    | pb.ToolCall
    | pb.ToolResult
    | pb.Decomposed
    | pb.BlockedOut
    | pb.AssetReady
    | pb.AssetFailed
    | pb.Revised
    | pb.Completed
    | pb.Failed
    | pb.Cancelled
    | pb.Progress
    | pb.Token
    | pb.Refused
    | pb.Retried
    | pb.PictureReady
    | pb.Played
    | pb.Reopened
    | pb.Conflict
    | pb.Joined
    | pb.Taken
    | pb.View
    | pb.Broadcast
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. The scene has changed already when it is told of."""

    frame: pb.ServerFrame

    @property
    def kind(self) -> str:
        """The event's name on the wire, as "asset_ready"; "" for one that this version does not
        know, or a change of the scene alone."""
        return self.frame.WhichOneof("event") or ""

    @property
    def what(self) -> What | None:
        """What happened; None for what this version does not know."""
        return getattr(self.frame, self.kind) if self.kind else None

    @property
    def request(self) -> str:
        """The request it is about; "" for none."""
        return self.frame.request

    @property
    def at(self) -> datetime | None:
        """When it happened; None where that is not told."""
        ms = self.frame.at_ms
        return datetime.fromtimestamp(ms / 1e3, UTC) if ms else None

    @property
    def change(self) -> pb.SceneChange | None:
        """What it changed of the scene."""
        return self.frame.scene if self.frame.HasField("scene") else None

    @property
    def assets(self) -> Sequence[pb.Asset]:
        """Assets that it is the first to need."""
        return tuple(self.frame.assets)


@dataclass(frozen=True, slots=True)
class Dropped:
    """The connection ended and is made anew in ``again_in_s`` seconds; nothing is lost."""

    why: str
    again_in_s: float


@dataclass(frozen=True, slots=True)
class Rejoined:
    """The client is back. ``resumed``: what was missed follows; otherwise the whole scene came in
    its place."""

    resumed: bool


@dataclass(frozen=True, slots=True)
class OutOfStep:
    """What came could not be applied, and the whole scene is asked for."""

    why: str


Notice: TypeAlias = Dropped | Rejoined | OutOfStep
