"""Sealed sessions: their events as tables in the artifact store.

What belongs here: putting a table there for good, and reading segments. What does not: what a table
looks like (``streams.past.segments``), and when a session is sealed (``streams.past.sealing``).
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from schemas.ids import EventId
from schemas.session_events import Segment
from streams.artifacts import ArtifactStore, CorruptArtifact, MissingArtifact
from streams.errors import UnreadableSegment
from streams.log import Row
from streams.past.segments import PARQUET, Table, Writer

PAGE = 1_000
"""Rows of a page."""
RUN = 250
"""Rows of a run backwards: what a seek folds on average, half of what lies between keyframes."""
KEPT_BYTES = 64 * 2**20
"""Tables that are kept at hand, checked: a scrubber reads the same ones again and again."""


class Archive:
    """Segments of ``artifacts``. Its methods block; any number of threads may call them."""

    def __init__(self, artifacts: ArtifactStore) -> None:
        self._artifacts = artifacts
        self._kept: OrderedDict[str, Table] = OrderedDict()
        self._lock = threading.Lock()

    def pages(self, segment: Segment, after: EventId, upto: EventId) -> Iterator[list[Row]]:
        """The segment's rows after ``after`` up to ``upto``, some at a time, oldest first.

        Raises ``UnreadableSegment``, ``MissingEngine``, ``ArtifactStoreUnavailable``.
        """
        with _reading(segment):
            for rows in self._table(segment).between(after, upto):
                for start in range(0, len(rows), PAGE):
                    yield rows[start : start + PAGE]

    def pages_back(self, segment: Segment, upto: EventId) -> Iterator[list[Row]]:
        """The segment's rows up to ``upto``: runs from the end on, each oldest first.

        Raises what ``pages`` raises.
        """
        with _reading(segment):
            yield from self._table(segment).back(upto, RUN)

    def keep(self, writer: Writer) -> Segment:
        """Put the table of ``writer``, which has rows, into the store, and read it back.

        Whoever deletes what it holds has nothing else afterwards. Raises ``UnreadableSegment``
        when what the store gives back is not the table, and what the store raises.
        """
        if writer.ids is None:
            raise ValueError("a table without rows is no segment")
        table = self._artifacts.put(writer.close(), PARQUET)
        segment = Segment(table=table, first=writer.ids[0], last=writer.ids[1], events=writer.rows)
        with _reading(segment):
            if Table(self._artifacts.get(table)).rows != segment.events:
                raise ValueError("rows are missing in it")
        return segment

    def discard(self, segment: Segment) -> None:
        """Delete the table of ``segment``, which nothing names."""
        self._artifacts.delete(segment.table)

    def _table(self, segment: Segment) -> Table:
        sha256 = segment.table.sha256
        with self._lock:
            if (table := self._kept.pop(sha256, None)) is not None:
                self._kept[sha256] = table
                return table
        table = Table(self._artifacts.get(segment.table))
        with self._lock:
            self._kept[sha256] = table
            while len(self._kept) > 1 and sum(map(len, self._kept.values())) > KEPT_BYTES:
                self._kept.popitem(last=False)
        return table


@contextmanager
def _reading(segment: Segment) -> Iterator[None]:
    """Says which events can not be read, and from where, when a table is gone or broken.

    pyarrow raises ``OSError``, ``ValueError`` (``ArrowInvalid``) and ``KeyError`` for what is no
    table of ours.
    """
    try:
        yield
    except (MissingArtifact, CorruptArtifact, OSError, ValueError, KeyError) as broken:
        raise UnreadableSegment(segment, str(broken)) from broken
