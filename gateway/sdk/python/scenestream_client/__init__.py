"""A client of Scenestream: make, watch and edit 3D scenes in words, over any disconnect.

``AsyncClient`` for programs with asyncio, ``Client`` for others; ``AsyncReplay`` watches a session
again. ``Mirror`` and ``Connection`` are the protocol without I/O, for whoever has sockets of their
own. ``pb`` holds the messages of the wire.
"""

from . import wire_v2_pb2 as pb
from .backoff import Backoff
from .client import Answer, AsyncClient, Request
from .connection import SUBPROTOCOL, Connection
from .errors import (
    BrokenAsset,
    BrokenFrame,
    ClientClosed,
    Diverged,
    FellBehind,
    Refused,
    RequestCancelled,
    RequestFailed,
    SceneClientError,
    ServerError,
    UnknownAsset,
    Unreachable,
)
from .events import Dropped, Event, Notice, OutOfStep, Rejoined
from .link import Events
from .mirror import Mirror
from .replay import AT_ONCE, AsyncReplay
from .sync import Client, SyncRequest

__all__ = [
    "AT_ONCE",
    "SUBPROTOCOL",
    "Answer",
    "AsyncClient",
    "AsyncReplay",
    "Backoff",
    "BrokenAsset",
    "BrokenFrame",
    "Client",
    "ClientClosed",
    "Connection",
    "Diverged",
    "Dropped",
    "Event",
    "Events",
    "FellBehind",
    "Mirror",
    "Notice",
    "OutOfStep",
    "Refused",
    "Rejoined",
    "Request",
    "RequestCancelled",
    "RequestFailed",
    "SceneClientError",
    "ServerError",
    "SyncRequest",
    "UnknownAsset",
    "Unreachable",
    "pb",
]
