"""A segment's table: a run of a session's events as Parquet, for us, for DuckDB, for pandas.

One row an event, in the order of the log; compressed with zstd, ``GROUP`` rows a row group.

| column | type | what |
|---|---|---|
| ``session`` | string | the session's id |
| ``id`` | string | the event's id, ``<ms>-<serial>`` |
| ``ms``, ``serial`` | int64 | the two parts of the id: ``order by ms, serial`` is the log's order |
| ``at`` | timestamp, us, UTC | when it happened |
| ``type``, ``v`` | string, int32 | the event's type and version |
| ``request`` | string | the request it belongs to |
| ``cause`` | string | the id of the event it answers |
| ``by`` | string | who wrote it |
| ``took_ms`` | double | how long the step took |
| ``trace`` | string | W3C traceparent |
| ``document`` | string | the entry's document exactly as the log had it: the truth |

What an event does not say is null. All but ``session``, ``id``, ``request`` and ``document`` is
told again from those four, for people who query; of an entry that is no event the rest is null.

What belongs here: rows to such a table and back. What does not: where tables lie
(``streams.past.archive``) and when they are made (``streams.past.sealing``).
"""

from __future__ import annotations

import io
import uuid
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic_core import from_json

from schemas.errors import MissingEngine
from schemas.ids import EventId, SessionId, event_order
from streams.codec import time_of
from streams.log import Row

PARQUET = "application/vnd.apache.parquet"
GROUP = 5_000
"""Rows of a row group: what is decompressed to get at one of them."""
VERSION = "1"
"""Of the table; it stands in the file's metadata under ``scenestream.table``."""
MADE = "scenestream.made"
"""Beside it, something that no other table has. So the table of a session whose last sealing was
broken off is another artifact than the one that is left of that, and is not thrown away with it."""
_READ = ["id", "request", "document"]
_DICTIONARIES = ["session", "type", "by"]
_STATISTICS = ["ms", "serial", "at"]


def parquet() -> Any:
    """The module ``pyarrow.parquet``. Raises ``MissingEngine``."""
    try:
        import pyarrow.parquet
    except ImportError as missing:
        raise MissingEngine(
            "the archive needs pyarrow, which is not installed here; run "
            "`pip install 'scenestream[archive]'`"
        ) from missing
    return pyarrow.parquet


class Writer:
    """Makes a session's table out of rows that come in order; holds a row group of them at once."""

    def __init__(self, session: SessionId) -> None:
        engine = parquet()
        self._session = session
        self._sink = io.BytesIO()
        self._schema = _schema(uuid.uuid4().hex)
        self._writer = engine.ParquetWriter(
            self._sink,
            self._schema,
            compression="zstd",
            use_dictionary=_DICTIONARIES,
            write_statistics=_STATISTICS,
        )
        self._waiting: list[Row] = []
        self.ids: tuple[EventId, EventId] | None = None
        """The first row's id and the last one's."""
        self.rows = 0

    def add(self, rows: Sequence[Row]) -> None:
        """Append ``rows``."""
        if not rows:
            return
        first = self.ids[0] if self.ids else EventId(rows[0][0])
        self.ids = first, EventId(rows[-1][0])
        self.rows += len(rows)
        self._waiting.extend(rows)
        while len(self._waiting) >= GROUP:
            self._write(self._waiting[:GROUP])
            del self._waiting[:GROUP]

    def close(self) -> bytes:
        """The table. Nothing can be added any more."""
        if self._waiting:
            self._write(self._waiting)
            self._waiting = []
        self._writer.close()
        return self._sink.getvalue()

    def _write(self, rows: Sequence[Row]) -> None:
        import pyarrow

        told = [_columns(self._session, row) for row in rows]
        self._writer.write_table(
            pyarrow.Table.from_pylist(told, self._schema), row_group_size=GROUP
        )


class Table:
    """Reads a table's rows, a row group at a time. Any number of threads may."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._metadata: Any = None
        self._metadata = self._open().metadata
        self._spans = [_span(self._metadata, n) for n in range(self._metadata.num_row_groups)]
        self.rows: int = self._metadata.num_rows

    def __len__(self) -> int:
        """Bytes that it takes."""
        return len(self._data)

    def between(self, after: EventId, upto: EventId) -> Iterator[list[Row]]:
        """The rows after ``after`` up to ``upto``, those of a row group at a time."""
        file = self._open()
        for group in self._groups(after, upto):
            rows = _Group(file, group)
            begin, end = rows.place(after), rows.place(upto)
            if begin < end:
                yield rows.of(begin, end)

    def back(self, upto: EventId, count: int) -> Iterator[list[Row]]:
        """Runs of up to ``count`` rows from ``upto`` on backwards, each oldest first."""
        file = self._open()
        for group in reversed(self._groups(EventId("0-0"), upto)):
            rows = _Group(file, group)
            end = rows.place(upto)
            while end > 0:
                yield rows.of(max(0, end - count), end)
                end -= count

    def _open(self) -> Any:
        engine = parquet()
        import pyarrow

        reader = pyarrow.BufferReader(self._data)
        return engine.ParquetFile(reader, metadata=self._metadata)

    def _groups(self, after: EventId, upto: EventId) -> range:
        """The row groups that may hold rows in between, by the statistics of their ``ms``."""
        first = bisect_left(self._spans, event_order(after)[0], key=lambda span: span[1])
        last = bisect_right(self._spans, event_order(upto)[0], key=lambda span: span[0])
        return range(first, last)


def _schema(made: str) -> Any:
    import pyarrow as pa

    return pa.schema(
        [
            ("session", pa.string()),
            ("id", pa.string()),
            ("ms", pa.int64()),
            ("serial", pa.int64()),
            ("at", pa.timestamp("us", tz="UTC")),
            ("type", pa.string()),
            ("v", pa.int32()),
            ("request", pa.string()),
            ("cause", pa.string()),
            ("by", pa.string()),
            ("took_ms", pa.float64()),
            ("trace", pa.string()),
            ("document", pa.string()),
        ],
        metadata={"scenestream.table": VERSION, MADE: made},
    )


def _columns(session: SessionId, row: Row) -> dict[str, Any]:
    """An entry as a row of the table."""
    row_id, fields = row
    ms, serial = event_order(row_id)
    document = fields["e"]
    body = _body(document)
    version = body.get("v", 1) if body else None
    return {
        "session": session,
        "id": row_id,
        "ms": ms,
        "serial": serial,
        "at": _time(body.get("at"), row_id),
        "type": _text(body.get("type")),
        "v": version if isinstance(version, int) and abs(version) < 2**31 else None,
        "request": fields.get("request") or None,
        "cause": _text(body.get("cause")),
        "by": _text(body.get("by")),
        "took_ms": _number(body.get("took_ms")),
        "trace": _text(body.get("trace")),
        "document": document,
    }


def _body(document: str) -> Mapping[str, Any]:
    """The document's members; none of one that is no event."""
    try:
        body = from_json(document)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _text(told: object) -> str | None:
    return told if isinstance(told, str) and told else None


def _number(told: object) -> float | None:
    try:
        return float(told) if isinstance(told, int | float) else None
    except OverflowError:
        return None


def _time(told: object, row_id: str) -> datetime:
    """When the event says that it happened, or else when the log got it."""
    if isinstance(told, str):
        try:
            at = datetime.fromisoformat(told)
        except ValueError:
            return time_of(row_id)
        if at.tzinfo is not None:
            return at
    return time_of(row_id)


def _span(metadata: Any, group: int) -> tuple[int, int]:
    """The first and the last ms of a row group."""
    columns = metadata.row_group(group)
    (ms,) = (
        columns.column(n)
        for n in range(columns.num_columns)
        if columns.column(n).path_in_schema == "ms"
    )
    return ms.statistics.min, ms.statistics.max


class _Group:
    """A row group that was decompressed; its rows are made as they are asked for."""

    def __init__(self, file: Any, number: int) -> None:
        self._table = file.read_row_group(number, columns=_READ, use_threads=False)
        self._ids: list[str] = self._table.column("id").to_pylist()

    def place(self, event: EventId) -> int:
        """How many rows are not after ``event``."""
        return bisect_right(self._ids, event_order(event), key=event_order)

    def of(self, begin: int, end: int) -> list[Row]:
        """The rows from ``begin`` up to, without it, ``end``."""
        some = self._table.slice(begin, end - begin)
        requests, documents = (some.column(name).to_pylist() for name in ("request", "document"))
        return [
            (row_id, {"request": request or "", "e": document})
            for row_id, request, document in zip(
                self._ids[begin:end], requests, documents, strict=True
            )
        ]
