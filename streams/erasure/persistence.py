"""Having Redis write its files anew, so that they hold only what it holds now.

An append-only file tells of every key that was ever written until it is rewritten, and a snapshot
of every key there was when it was taken. Beyond our reach are the copies that were made of such
files, and those of replicas that Sentinels watch.
"""

from __future__ import annotations

import asyncio
from typing import Any

from redis.asyncio import RedisCluster
from redis.exceptions import ResponseError

from streams.connection import Connection
from streams.scripts import until_answered

PATIENCE_S = 600.0
POLL_S = 0.05
_AOF, _RDB = "append-only file", "snapshot"


async def write_anew(redis: Connection, patience_s: float = PATIENCE_S) -> dict[str, str]:
    """By server, what was done: which files were written anew, or why one was not."""
    if not isinstance(redis, RedisCluster):
        return {"redis": await _server(redis, {}, patience_s)}
    return {
        f"{node.host}:{node.port}": await _server(redis, {"target_nodes": node}, patience_s)
        for node in redis.get_nodes()
    }


async def _server(redis: Connection, where: dict[str, Any], patience_s: float) -> str:
    info = await _info(redis, where)
    said = []
    if int(info.get("aof_enabled", 0)):
        said.append(await _one(redis, where, _AOF, patience_s))
    if await _snapshots(redis, where):
        said.append(await _one(redis, where, _RDB, patience_s))
    return "; ".join(said) or "keeps no files"


async def _one(redis: Connection, where: dict[str, Any], file: str, patience_s: float) -> str:
    """Begin when nothing else is being written, and wait for the end."""
    command, verdict = {
        _AOF: ("BGREWRITEAOF", "aof_last_bgrewrite_status"),
        _RDB: ("BGSAVE", "rdb_last_bgsave_status"),
    }[file]
    deadline = asyncio.get_running_loop().time() + patience_s
    if not await _is_idle(redis, where, deadline):
        return f"{file} not written anew: another is being written"
    try:
        await redis.execute_command(command, **where)
    except ResponseError as refused:
        return f"{file} not written anew: {refused}"
    if not await _is_idle(redis, where, deadline):
        return f"{file} is still being written anew"
    status = str((await _info(redis, where)).get(verdict, "ok"))
    return f"{file} written anew" if status == "ok" else f"{file} not written anew: {status}"


async def _is_idle(redis: Connection, where: dict[str, Any], deadline: float) -> bool:
    names = ("aof_rewrite_in_progress", "aof_rewrite_scheduled", "rdb_bgsave_in_progress")
    while True:
        info = await _info(redis, where)
        if not any(int(info.get(name, 0)) for name in names):
            return True
        if asyncio.get_running_loop().time() > deadline:
            return False
        await asyncio.sleep(POLL_S)


async def _info(redis: Connection, where: dict[str, Any]) -> dict[str, Any]:
    async def ask() -> dict[str, Any]:
        told: dict[str, Any] = await redis.info("persistence", **where)
        return told

    return await until_answered(ask)


async def _snapshots(redis: Connection, where: dict[str, Any]) -> bool:
    try:
        save: dict[str, str] = await redis.config_get("save", **where)
    except ResponseError:  # a managed Redis that hides CONFIG: what it keeps is its owner's
        return False
    return bool(save.get("save"))
