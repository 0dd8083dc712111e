"""Sealed sessions: their events as tables in the artifact store."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.errors import MissingEngine
from schemas.ids import EventId
from schemas.session_events import Segment
from streams.artifacts import ArtifactStore
from streams.log import Row


class Archive:
    """Reads segments of ``artifacts``."""

    def __init__(self, artifacts: ArtifactStore) -> None:
        self._artifacts = artifacts

    def pages(self, segment: Segment, after: EventId, upto: EventId) -> Iterator[list[Row]]:
        """The segment's rows after ``after`` up to ``upto``, some at a time, oldest first."""
        raise MissingEngine(f"{segment.table.sha256} can not be read: there is no archive yet")

    def pages_back(self, segment: Segment, upto: EventId) -> Iterator[list[Row]]:
        """The segment's rows up to ``upto``: runs from the end on, each oldest first."""
        raise MissingEngine(f"{segment.table.sha256} can not be read: there is no archive yet")
