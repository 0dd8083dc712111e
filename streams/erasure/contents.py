"""Everything that a deployment holds, as texts: for who must know what is named anywhere at all.

Every key of it in Redis is read, whatever it is for, and every event in the archive, some at a
time. What is added while it is read may be missed; what was there all the time is not. What does
not belong here: what the texts say.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.errors import ScenestreamError
from schemas.ids import SessionId
from streams.connection import Connection
from streams.errors import Unreadable
from streams.keys import every_key
from streams.past.history import History
from streams.scripts import until_answered

PAGE = 500
"""Keys, and entries of one, that are read at once."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in ``key``. ``entry``: its id in a stream, its field, its member; "" for all of it.

    ``session``: whose it is, where the place says that.
    """

    key: str
    entry: str
    text: str
    session: str | None = None


async def contents(history: History) -> AsyncIterator[list[Text]]:
    """All texts of the deployment; those of one key follow each other. The records of what was
    erased are not among them. Raises ``Unreadable`` where a session can not be read whole."""
    logs = {log.keys.log(""): log for log in history.shards}
    records = {
        key
        for log in history.shards
        for key in (log.keys.erased, log.keys.erasing, log.keys.receipts)
    }
    redis = history.shards.redis
    async for keys in _keys(redis):
        kinds = await _pipelined(redis, [("TYPE", key) for key in keys])
        hashes = []
        for key, kind in zip(keys, kinds, strict=True):
            prefix = next((head for head in logs if key.startswith(head)), None)
            if key in records:
                continue
            if prefix is not None:
                async for page in _log(history, SessionId(key[len(prefix) :]), key):
                    yield page
            elif kind == "hash":
                hashes.append(key)
            else:
                if kind not in _READ:
                    raise Unreadable(f"key {key}", f"it is a {kind}, which nothing here writes")
                async for page in _READ[kind](redis, key):
                    yield page
        for key, fields in zip(
            hashes, await _pipelined(redis, [("HGETALL", key) for key in hashes]), strict=True
        ):
            whose = fields.get("session")
            yield [Text(key, field, f"{field}\n{value}", whose) for field, value in fields.items()]


async def _keys(redis: Connection) -> AsyncIterator[list[str]]:
    """All keys, some at a time; one may come twice."""
    for pattern in every_key():
        some: list[str] = []
        async for key in redis.scan_iter(match=pattern, count=PAGE):
            some.append(str(key))
            if len(some) == PAGE:
                yield some
                some = []
        if some:
            yield some


async def _pipelined(redis: Connection, commands: Sequence[tuple[str, ...]]) -> list[Any]:
    async def ask() -> list[Any]:
        async with redis.pipeline(transaction=False) as pipeline:
            for command in commands:
                pipeline.execute_command(*command)
            return list(await pipeline.execute())

    return await until_answered(ask) if commands else []


async def _log(history: History, session: SessionId, key: str) -> AsyncIterator[list[Text]]:
    """A session's own events. Read anew when it was sealed meanwhile: what we had not read yet may
    have gone from here into the archive."""
    while True:
        try:
            begun = await history.begun(session)
            async for rows in history.own_rows(session):
                yield [
                    Text(key, row_id, "\n".join(fields.values()), session)
                    for row_id, fields in rows
                ]
            if await history.begun(session) in (begun, (None, ())):
                return
        except ScenestreamError as why:
            raise Unreadable(f"session {session}", str(why)) from why


async def _stream(redis: Connection, key: str) -> AsyncIterator[list[Text]]:
    start = "-"
    while True:
        rows = await _asked(redis, "XRANGE", key, start, "+", "COUNT", PAGE)
        yield [
            Text(key, row_id, "\n".join(fields.values()), _whose(fields)) for row_id, fields in rows
        ]
        if len(rows) < PAGE:
            return
        start = f"({rows[-1][0]}"


async def _list(redis: Connection, key: str) -> AsyncIterator[list[Text]]:
    """From the end on: what is taken from its front meanwhile moves nothing that is still to come
    out of our sight."""
    start = 0
    while True:
        rows = await _asked(redis, "LRANGE", key, -start - PAGE, -start - 1)
        yield [Text(key, row, row, _said_in(row)) for row in rows]
        if len(rows) < PAGE:
            return
        start += PAGE


async def _sorted_set(redis: Connection, key: str) -> AsyncIterator[list[Text]]:
    some: list[Text] = []
    async for member, _ in redis.zscan_iter(key, count=PAGE):
        some.append(Text(key, str(member), str(member), _said_in(str(member))))
    yield some


async def _string(redis: Connection, key: str) -> AsyncIterator[list[Text]]:
    text = await _asked(redis, "GET", key)
    yield [Text(key, "", text)] if text is not None else []


async def _set(redis: Connection, key: str) -> AsyncIterator[list[Text]]:
    yield [Text(key, str(member), str(member)) async for member in redis.sscan_iter(key)]


async def _nothing(_: Connection, key: str) -> AsyncIterator[list[Text]]:
    """A key that is gone by now."""
    yield []


_READ = {
    "stream": _stream,
    "list": _list,
    "zset": _sorted_set,
    "string": _string,
    "set": _set,
    "none": _nothing,
}


def _whose(fields: dict[str, str]) -> str | None:
    """Whose an entry is: of the feed, of a work stream, or a dead letter."""
    return fields.get("session") or fields.get("s") or _said_in(fields.get("d", ""))


def _said_in(text: str) -> str | None:
    """Whose a document is: a dead letter, or work that is due."""
    try:
        told = json.loads(text)
        said = told.get("session") or told.get("s")
    except (ValueError, AttributeError, RecursionError):
        return None
    return said if isinstance(said, str) else None


async def _asked(redis: Connection, *command: Any) -> Any:
    return await until_answered(lambda: redis.execute_command(*command))
