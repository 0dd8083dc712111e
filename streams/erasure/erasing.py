"""Taking a session away for good: from its log to the last entry that tells of it.

Begun, it can not be written to any more; then it is taken away in an order in which nothing can
bring it back, and in which a killed erasure can be run again. What does not belong here: bytes in
the artifact store, and the order of the whole (``ops.keeping.erasing``).
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from itertools import groupby
from typing import Any

from redis.exceptions import ResponseError

from schemas.flow import Stage
from schemas.ids import SessionId
from streams.erasure.holdings import Holding, Piece, pieces
from streams.errors import SessionErased
from streams.keys import QUEUES
from streams.log import PAGE, Log
from streams.past.history import History
from streams.quota import forget
from streams.scripts import Script, run_until_answered, until_answered

ERASE, REWRITE = Script.load("erase"), Script.load("rewrite")
REMEMBER_S = 90 * 24 * 3600
"""How long an erased session can not be written to: no client stays connected for longer."""
POLL_S = 0.1
REASON = "the session is being erased"


async def begin(log: Log, session: SessionId) -> None:
    """Cancel what is open in the session, and let nothing be written to it from now on."""
    if await _asked(log, "EXISTS", log.keys.log(session)):
        with contextlib.suppress(SessionErased):  # it had been begun before
            await log.cancel_all(session, reason=REASON)
    names = [log.keys.erased, log.keys.open, log.keys.cancelled, log.keys.never]
    args: list[str | int] = [session, log.keys.request(""), REMEMBER_S * 1000]
    await run_until_answered(log.redis, ERASE, names, args)


async def let_be(log: Log, session: SessionId) -> None:
    """Take back that the session was begun to be erased, before anything of it was taken away."""
    digest = hashlib.sha1(session.encode(), usedforsecurity=False).hexdigest()
    await _asked(log, "ZREM", log.keys.erased, digest)


async def is_quiet(log: Log, sessions: Collection[str], patience_s: float) -> bool:
    """Whether no step of ``sessions`` runs any more, waiting up to ``patience_s`` for that.

    One that still does can not commit what it makes; it may yet tell of its progress.
    """
    clock = asyncio.get_running_loop().time
    deadline = clock() + patience_s
    while await _runs(log, sessions):
        if clock() > deadline:
            return False
        await asyncio.sleep(POLL_S)
    return True


async def _runs(log: Log, sessions: Collection[str]) -> bool:
    groups = {log.keys.work(q.stage, q.bulk): str(q.stage) for q in QUEUES}
    async for piece in pieces(log, sessions, ()):
        if piece.key in groups:
            try:
                pending = await _pending_in(log, piece.key, groups[piece.key], piece.entry)
            except ResponseError:  # no such group: nobody has taken it
                continue
            if pending:
                return True
    return False


async def remove(log: Log, holdings: Sequence[Holding]) -> None:
    """Take everything of ``holdings`` out of the log's Redis. Their sessions have been begun."""
    sessions = {h.session for h in holdings}
    requests = {r for h in holdings for r in h.requests}
    keys = log.keys
    for session in sorted(sessions):
        await _asked(log, "UNLINK", *(keys.parking(queue, session) for queue in QUEUES))
    # Work first: a step without its input can neither commit nor lead to more.
    while found := [p async for p in pieces(log, sessions, requests) if p.place == "queued"]:
        await drop(log, found)
    for holding in holdings:
        *own, snapshot = holding.keys(keys)
        for key in own:
            await _asked(log, "UNLINK", key)
        await _asked(log, "UNLINK", snapshot)  # in a cluster, elsewhere than the rest
    await drop(log, [p async for p in pieces(log, sessions, requests)])
    for member in await _asked(log, "ZRANGE", keys.open, 0, -1):
        if member.partition("/")[0] in sessions:
            await _asked(log, "ZREM", keys.open, member)
    for session in sorted(sessions):
        await _asked(log, "ZREM", keys.sessions, session)
        await forget(log, session)


async def drop(log: Log, found: Sequence[Piece]) -> None:
    """Take pieces out of the places that sessions share."""
    for key, these in groupby(sorted(found, key=lambda p: p.key), key=lambda p: p.key):
        entries = [piece.entry for piece in these]
        if key == log.keys.due:
            await _asked(log, "ZREM", key, *entries)
        else:
            await run_until_answered(log.redis, REWRITE, [key], entries)


async def clear(history: History, left: Sequence[tuple[str, str]]) -> None:
    """Take away what a survey found left, whatever it is."""
    for key, these in groupby(sorted(left), key=lambda place: place[0]):
        entries = [entry for _, entry in these]
        log = next((lg for lg in history.shards if key.startswith(lg.keys.all_of)), None)
        log = log or history.shards.logs[0]
        kind = str(await _asked(log, "TYPE", key))
        if kind == "stream" and not key.startswith(log.keys.log("")):
            await drop(log, [Piece(SessionId(""), "", key, entry) for entry in entries])
        elif kind == "zset" and not key.startswith(log.keys.turns("")):
            await _asked(log, "ZREM", key, *entries)
        elif kind == "hash" and not key.startswith((log.keys.request(""), log.keys.session(""))):
            await _asked(log, "HDEL", key, *entries)
        else:
            await _asked(log, "UNLINK", key)


async def work_is_in_flight(history: History) -> bool:
    """Whether any step of any session may be running."""
    for log in history.shards:
        for key in log.keys.all_work:
            if int(await _asked(log, "XLEN", key)):
                return True
    return False


async def ended(history: History, stage: Stage, patience_s: float) -> bool:
    """Whether the steps of ``stage`` that run now have ended, waiting up to ``patience_s``."""
    clock = asyncio.get_running_loop().time
    deadline = clock() + patience_s
    began = await _pending(history, stage)
    while began & await _pending(history, stage):
        if clock() > deadline:
            return False
        await asyncio.sleep(POLL_S)
    return True


async def _pending(history: History, stage: Stage) -> set[tuple[str, str]]:
    """The entries of the stage that somebody has taken."""
    found: set[tuple[str, str]] = set()
    for log in history.shards:
        for key in (log.keys.work(stage), log.keys.work(stage, bulk=True)):
            with contextlib.suppress(ResponseError):  # no such group: nobody has taken any
                rows = await _pending_in(log, key, str(stage))
                found.update((key, str(row["message_id"])) for row in rows)
    return found


async def _pending_in(log: Log, key: str, group: str, entry: str = "") -> list[dict[str, Any]]:
    """What of the stream is taken: ``entry``, or the oldest. Raises ``ResponseError``: no group."""
    ends, most = ((entry, entry), 1) if entry else (("-", "+"), PAGE)
    rows: list[dict[str, Any]] = await until_answered(
        lambda: log.redis.xpending_range(key, group, *ends, count=most)
    )
    return rows


async def parents(history: History) -> dict[SessionId, SessionId]:
    """Every fork's parent."""
    return {
        session: forked.parent
        async for session in every_session(history)
        if (forked := (await history.begun(session))[0]) is not None
    }


def forks_of(
    parents: Mapping[SessionId, SessionId], sessions: Collection[str]
) -> dict[SessionId, SessionId]:
    """The others, by id with their parent, that begin with a past which one of ``sessions`` has,
    those of their own forks included."""
    found: dict[SessionId, SessionId] = {}
    wanted = set(sessions)
    while more := {s: p for s, p in parents.items() if p in wanted and s not in wanted}:
        found |= more
        wanted |= set(more)
    return found


async def open_sessions(history: History) -> set[str]:
    """The sessions that have open requests."""
    return {
        str(member).partition("/")[0]
        for log in history.shards
        for member in await _asked(log, "ZRANGE", log.keys.open, 0, -1)
    }


async def every_session(history: History) -> AsyncIterator[SessionId]:
    """All sessions of the deployment, those that only have a log included."""
    for log in history.shards:
        seen = {SessionId(s) for s in await _asked(log, "ZRANGE", log.keys.sessions, 0, -1)}
        head = log.keys.log("")
        async for key in log.redis.scan_iter(match=f"{head}*", count=1_000):
            seen.add(SessionId(str(key)[len(head) :]))
        for session in sorted(seen):
            yield session


async def _asked(log: Log, *command: Any) -> Any:
    return await until_answered(lambda: log.redis.execute_command(*command))
