"""Putting back what Redis lost of open requests: a deleted stream, a dropped hash, a lost join.

The log says what is outstanding (``rebuild``); what is queued nowhere is queued again, once. Safe
to run beside live consumers and other repairs: a session that moved on meanwhile is left alone.
"""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

from schemas.ids import RequestId, SessionId
from streams.codec import encode
from streams.commit import FLIGHT_CAP
from streams.keys import QUEUES, STAGES, Queue
from streams.log import PAGE, Log
from streams.past.history import History
from streams.past.told import Told, told
from streams.rebuild import Outstanding, Rebuilt, rebuild
from streams.scripts import RESTORE, run_until_answered

logger = logging.getLogger(__name__)

PASSES = 20
"""Looks at a session that keeps moving on; the sweeper looks again once it is silent."""

Piece = tuple[str, str, str]
"""A piece of work: its session, the id of the event that started it (which sessions that write in
the same ms have in common), its task."""


@dataclass(slots=True)
class _Queued:
    """What is queued somewhere, of the sessions that are looked at."""

    pieces: set[Piece] = field(default_factory=set)
    in_flight: dict[tuple[str, Queue], int] = field(default_factory=dict)

    def note(self, session: str, queue: Queue, piece: Piece) -> None:
        """Something is in flight; what moved on while we looked is seen twice and is one."""
        if piece in self.pieces:
            return
        self.pieces.add(piece)
        self.in_flight[session, queue] = self.in_flight.get((session, queue), 0) + 1


async def repair(
    log: Log, sessions: Sequence[SessionId] | None = None, history: History | None = None
) -> int:
    """Repair the open requests of ``sessions`` (None: of all); how many pieces were put back.

    Without a ``history``, requests that a fork took over from its parent are left alone.
    """
    put_back, _ = await _repair(log, sessions, history)
    if put_back:
        logger.warning("work.restored", extra={"pieces": put_back})
    return put_back


async def put_back_all(log: Log, session: SessionId, history: History) -> int:
    """Queue what a session waits for that others work on as soon as it is there; how many pieces
    that were. Looks again until nothing of it was left alone since it had moved on."""
    put_back = 0
    for _ in range(PASSES):
        more, moved = await _repair(log, [session], history)
        put_back += more
        if not moved:
            break
    return put_back


async def _repair(
    log: Log, sessions: Sequence[SessionId] | None, history: History | None
) -> tuple[int, bool]:
    """How many pieces were put back, and whether a session moved on, so that some may lack."""
    by_session: dict[SessionId, list[RequestId]] = {}
    for session, request in await _open_requests(log):
        if sessions is None or session in sessions:
            by_session.setdefault(session, []).append(request)
    moves = {s: await _moves(log, s) for s in by_session}
    tales = {s: await told(log, s, requests, history) for s, requests in by_session.items()}
    # What moves between these places without a trace in the log moves in this order only.
    queued = _Queued()
    await _note_due(log, queued)
    for session, requests in by_session.items():
        await _note_waiting(log, session, requests, queued)
    await _note_streams(log, set(by_session), queued)
    put_back, moved_on = 0, False
    for session, tale in tales.items():
        if tale is None:
            continue
        for request in sorted(by_session[session], key=tale.place):
            answer = await _restore(log, session, request, tale, queued, moves[session])
            if answer is None:
                moved_on = True
            else:
                added, moves[session] = answer
                put_back += added
    return put_back, moved_on


async def _moves(log: Log, session: SessionId) -> int:
    return int(await log.redis.hget(log.keys.session(session), "moves") or 0)


async def _open_requests(log: Log) -> list[tuple[SessionId, RequestId]]:
    rows = await log.redis.zrange(log.keys.open, 0, -1)
    pairs = [str(row).split("/", 1) for row in rows]
    return [(SessionId(s), RequestId(r)) for s, r in pairs]


async def _note_due(log: Log, queued: _Queued) -> None:
    for body in await log.redis.zrange(log.keys.due, 0, -1):
        w = json.loads(body)
        queued.note(w["s"], QUEUES[w["queue"] - 1], (w["s"], w["id"], w["t"]))


async def _note_waiting(
    log: Log, session: SessionId, requests: Sequence[RequestId], queued: _Queued
) -> None:
    for request in requests:
        waiting = await log.redis.hget(log.keys.request(request), "waiting")
        if waiting:
            w = json.loads(waiting)
            queued.pieces.add((session, w["id"], w["t"]))
    for queue in QUEUES:
        for body in await log.redis.lrange(log.keys.parking(queue, session), 0, -1):
            w = json.loads(body)
            queued.pieces.add((session, w["id"], w["t"]))


async def _note_streams(log: Log, sessions: set[SessionId], queued: _Queued) -> None:
    for queue in QUEUES:
        async for fields in _entries(log, queue):
            if fields["s"] in sessions:
                queued.note(fields["s"], queue, (fields["s"], fields["id"], fields["t"]))


async def _entries(log: Log, queue: Queue) -> AsyncIterator[dict[str, str]]:
    start = "-"
    while True:
        rows = await log.redis.xrange(
            log.keys.work(queue.stage, queue.bulk), start, "+", count=PAGE
        )
        for _, fields in rows:
            yield fields
        if len(rows) < PAGE:
            return
        start = f"({rows[-1][0]}"


async def _restore(
    log: Log, session: SessionId, request: RequestId, tale: Told, queued: _Queued, moves: int
) -> tuple[int, int] | None:
    """How many pieces were put back, and the session's moves as of then; None when it moved on."""
    events = tale.events[request]
    if not events:
        return 0, moves
    found = rebuild(events)
    missing = [o for o in found.outstanding if _piece(session, o) not in queued.pieces]
    busy = [queued.in_flight.get((session, queue), 0) for queue in QUEUES]
    keys = [
        log.keys.log(session),
        log.keys.request(request),
        log.keys.session(session),
        log.keys.turns(session),
        log.keys.open,
        *log.keys.all_work,
        log.keys.never,
    ]
    args: list[str | int] = [session, request, tale.last, moves]
    args.extend((log.keys.parked, len(STAGES), FLIGHT_CAP))
    args.extend((tale.place(request), len(tale.order), int(found.bulk), int(found.yields)))
    args.extend((int(found.holds_turn), int(tale.forked), tale.revision))
    args.extend(_joins(found))
    args.extend((len(busy), *busy))
    args.extend(_work(missing))
    answer = await run_until_answered(log.redis, RESTORE, keys, args)
    if answer[0] != "restored":
        return None
    queued.pieces.update(_piece(session, one) for one in missing)
    for queue, in_flight in zip(QUEUES, answer[3], strict=True):
        queued.in_flight[session, queue] = int(in_flight)
    return int(answer[1]), int(answer[2])


def _piece(session: SessionId, one: Outstanding) -> Piece:
    return session, one.event.id or "", one.work.task


def _joins(found: Rebuilt) -> list[str | int]:
    args: list[str | int] = [len(found.joins)]
    for state in found.joins:
        join = state.join
        args.extend((join.name, Queue(join.then.stage).number, join.then.task, len(join.members)))
        for member in join.members:
            args.extend((member, int(member in state.settled)))
    return args


def _work(missing: Sequence[Outstanding]) -> list[str | int]:
    args: list[str | int] = [len(missing)]
    for one in missing:
        args.extend((Queue(one.work.stage).number, one.work.task, int(one.work.turn)))
        args.extend((one.event.id or "", encode(one.event), one.tries))
    return args
