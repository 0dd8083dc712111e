"""What there is of one session, wherever it lies: what an erasure has to take away.

What belongs here: finding and counting it. What does not: taking it away (``erasing``).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from schemas.artifacts import ArtifactRef
from schemas.errors import ScenestreamError
from schemas.events import RequestReopened, SceneKeyframed
from schemas.ids import RequestId, SessionId, event_order
from streams.codec import time_of
from streams.erasure.references import refs
from streams.keys import QUEUES, STAGES, Keys, snapshot_key
from streams.log import PAGE, Log
from streams.past.history import History
from streams.scripts import until_answered

_NAMES_ASSET = ("asset.registered", "asset.matched")


@dataclass(slots=True)
class Named:
    """An artifact that a session names, the last time at ``at``."""

    ref: ArtifactRef
    at: datetime


@dataclass(slots=True)
class Holding:
    """What there is of ``session``. ``assets``: those of the library that it made or used.

    ``letters``: dead letters of it that were redriven. ``counts``: how much lies where.
    """

    session: SessionId
    requests: set[str] = field(default_factory=set)
    artifacts: dict[str, Named] = field(default_factory=dict)
    assets: set[str] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def name(self, ref: ArtifactRef, at: datetime) -> None:
        """The session names ``ref`` at ``at``."""
        known = self.artifacts.setdefault(ref.sha256, Named(ref, at))
        known.at = max(known.at, at)

    def add(self, other: Holding) -> None:
        """What was found of the same session at another time is part of it, too."""
        self.requests |= other.requests
        self.assets |= other.assets
        self.letters |= other.letters
        self.counts |= other.counts
        for named in other.artifacts.values():
            self.name(named.ref, named.at)

    def keys(self, keys: Keys) -> list[str]:
        """The keys that hold nothing but this session, in the order in which they can go: without
        its log nothing can be put back."""
        return [
            keys.log(self.session),
            *(keys.request(request) for request in sorted(self.requests)),
            keys.session(self.session),
            keys.turns(self.session),
            *(keys.parking(queue, self.session) for queue in QUEUES),
            *(keys.redriven(letter) for letter in sorted(self.letters)),
            snapshot_key(self.session),
        ]

    def document(self) -> dict[str, Any]:
        """As JSON, to go on from after a crash; ``read`` gives it back."""
        return {
            "session": self.session,
            "requests": sorted(self.requests),
            "artifacts": [
                {**named.ref.model_dump(), "at": named.at.isoformat()}
                for _, named in sorted(self.artifacts.items())
            ],
            "assets": sorted(self.assets),
            "letters": sorted(self.letters),
            "counts": dict(self.counts),
        }


def read(document: dict[str, Any]) -> Holding:
    """The holding of a document."""
    found = Holding(
        SessionId(document["session"]),
        set(document["requests"]),
        {},
        set(document["assets"]),
        set(document["letters"]),
        Counter(document["counts"]),
    )
    for told in document["artifacts"]:
        at = datetime.fromisoformat(told.pop("at")).astimezone(UTC)
        found.name(ArtifactRef(**told), at)
    return found


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of ``session`` in a place that sessions share: an entry of a stream, a member.

    ``place``: what it is called in counts.
    """

    session: SessionId
    place: str
    key: str
    entry: str


async def look(history: History, session: SessionId) -> Holding:
    """What there is of the session now. What only a broken archive names is left to ``gc``."""
    found = Holding(session)
    log = history.shards.of(session)
    _, segments = await history.begun(session)
    for segment in segments:
        found.name(segment.table, time_of(segment.last))
    last = max((event_order(s.last) for s in segments), default=(0, 0))
    try:
        async for rows in history.own_rows(session):
            for row_id, fields in rows:
                found.counts["archived" if event_order(row_id) <= last else "events"] += 1
                _look_into(found, row_id, fields)
    except ScenestreamError:  # erasing is the one thing that can still be done with it
        found.counts["broken archives"] += 1
        async for row_id, fields in _entries(log, log.keys.log(session)):
            _look_into(found, row_id, fields)
    async for piece in pieces(log, {session}, found.requests):
        found.counts[piece.place] += 1
    for queue in QUEUES:
        parked = await _asked(log, "LLEN", log.keys.parking(queue, session))
        found.counts["queued"] += int(parked)
    found.counts["snapshots"] += int(await _asked(log, "EXISTS", snapshot_key(session)))
    found.counts["requests"] += len(found.requests)
    found.counts = +found.counts
    return found


def _look_into(found: Holding, row_id: str, fields: dict[str, str]) -> None:
    text = fields["e"]
    if fields.get("request"):
        found.requests.add(RequestId(fields["request"]))
    for ref in refs(text):
        found.name(ref, time_of(row_id))
    try:
        body = json.loads(text)
        kind, data = body["type"], body["data"]
        if body.get("request"):  # as earlier versions wrote it
            found.requests.add(RequestId(body["request"]))
        if kind in _NAMES_ASSET:
            found.assets.add(str(data["asset"]))
        elif kind == RequestReopened.type:
            found.letters.add(str(data["letter"]))
        elif kind == SceneKeyframed.type:
            found.counts["keyframes"] += 1
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return  # no event: what it may name was found as text


async def pieces(
    log: Log, sessions: Collection[str], requests: Collection[str]
) -> AsyncIterator[Piece]:
    """What lies of ``sessions`` in the places that all share, parked work apart.

    Work that is put back goes from the first of these places to the second, and never back once its
    request has closed.
    """
    keys = log.keys
    for member in await _asked(log, "ZRANGE", keys.due, 0, -1):
        session = json.loads(member)["s"]
        if session in sessions:
            yield Piece(session, "queued", keys.due, member)
    for queue in QUEUES:
        key = keys.work(queue.stage, queue.bulk)
        async for entry, fields in _entries(log, key):
            if fields.get("s") in sessions:
                yield Piece(SessionId(fields["s"]), "queued", key, entry)
    for stage in STAGES:
        async for entry, fields in _entries(log, keys.dead(stage)):
            session = json.loads(fields["d"])["session"]
            if session in sessions:
                yield Piece(session, "dead letters", keys.dead(stage), entry)
    async for entry, fields in _entries(log, keys.feed):
        if fields.get("session") in sessions:
            yield Piece(SessionId(fields["session"]), "feed entries", keys.feed, entry)
    async for entry, fields in _entries(log, keys.cancelled):
        if fields.get("r") in requests:
            yield Piece(SessionId(""), "cancellations", keys.cancelled, entry)


async def _entries(log: Log, key: str) -> AsyncIterator[tuple[str, dict[str, str]]]:
    start = "-"
    while True:
        rows = await _asked(log, "XRANGE", key, start, "+", "COUNT", PAGE)
        for entry, fields in rows:
            yield entry, fields
        if len(rows) < PAGE:
            return
        start = f"({rows[-1][0]}"


async def _asked(log: Log, *command: Any) -> Any:
    return await until_answered(lambda: log.redis.execute_command(*command))
