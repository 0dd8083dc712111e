"""Identifiers, typed so that one can not be passed for another."""

from __future__ import annotations

import re
import uuid
from typing import NewType

SessionId = NewType("SessionId", str)
RequestId = NewType("RequestId", str)
EventId = NewType("EventId", str)
"""A log entry's id, ``<ms>-<n>``: Redis assigns it, so it orders a session's events."""
AssetId = NewType("AssetId", str)
NodeId = NewType("NodeId", str)
"""An object of a scene; unique in its session."""

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,127}")
_ASSETS = uuid.UUID("6f0c3a52-6a0b-5e0e-9a39-3a1d1e7f4c11")
_REPLAYS = uuid.UUID("0d5b7a0e-9c0c-5c39-8d42-6b1f5d0c7e2a")


def is_safe_id(text: str) -> bool:
    """Whether ``text`` may stand in a Redis key, a file name and a URL as it is."""
    return bool(_SAFE.fullmatch(text))


def asset_id(key: str) -> AssetId:
    """The id of the asset that ``key`` describes: the same wish has the same id everywhere."""
    return AssetId(str(uuid.uuid5(_ASSETS, key)))


def replay_client(session: str) -> str:
    """The client id of whoever watches ``session`` again: never a session's, always the same one.

    Clients write their scene to ``scene:<client id>``; what a replay's client writes there must not
    be taken for the scene of the session itself, and erasing the session has to find it.
    """
    return str(uuid.uuid5(_REPLAYS, session))


def event_order(event: str) -> tuple[int, int]:
    """A sortable form of an event id (plain strings do not sort: "9-0" > "10-0")."""
    millis, _, serial = event.partition("-")
    return int(millis), int(serial or 0)


def is_after(event: str, other: str) -> bool:
    """Whether an event's id is greater than another's."""
    # Ids of our times have thirteen digits before the dash: those of one length sort as they are.
    if len(event) == len(other) and event[13:14] == other[13:14] == "-":
        return event > other
    return event_order(event) > event_order(other)
