"""Opening a Redis that can hold a log, and refusing one that can not, once and clearly.

One server, a master that Sentinels name, or a cluster: by the URL's scheme. redis-py's own retries
are off everywhere, since they would repeat commands that must not be; ``scripts`` knows which may.
"""

from __future__ import annotations

import logging
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit

from redis.asyncio import Redis, RedisCluster
from redis.asyncio.cluster import ClusterNode
from redis.asyncio.retry import Retry
from redis.asyncio.sentinel import MasterNotFoundError, Sentinel, SentinelConnectionPool
from redis.backoff import NoBackoff
from redis.exceptions import RedisClusterException, RedisError, ResponseError

from streams.errors import RedisUnavailable, RedisUnsuitable
from streams.lost import LOST
from streams.quick import QuickCluster, QuickConnection

Connection: TypeAlias = Redis | RedisCluster

OLDEST = (6, 2)
REPLY_TIMEOUT_S = 15.0
"""Longer than any blocking read, so that a timeout means a broken connection."""

MOST_CONNECTIONS = 1_000
"""Far more than a process has steps and clients at once: one too many looks like a loss."""

FORMS = (
    "redis://HOST:PORT/DB, rediss:// or unix://, redis+sentinel://HOST:PORT,HOST:PORT/SERVICE or "
    "redis+cluster://HOST:PORT,HOST:PORT"
)

logger = logging.getLogger(__name__)


async def connect(url: str) -> Connection:
    """A connection pool to ``url``, checked. Raises ``RedisUnavailable``, ``RedisUnsuitable``."""
    try:
        redis = _opened(url)
    except ValueError as bad:
        raise RedisUnsuitable(f"REDIS_URL is {shown(url)!r}; expected {FORMS} ({bad})") from bad
    try:
        await _check(redis)
    except LOST as lost:
        await close(redis)
        raise RedisUnavailable(f"{RedisUnavailable.__doc__} ({shown(url)}: {_why(lost)})") from lost
    except RedisUnsuitable:
        await close(redis)
        raise
    except RedisError as refused:
        await close(redis)
        raise RedisUnsuitable(
            f"{shown(url)} refused us: {refused}; check user and password"
        ) from refused
    return redis


def _why(lost: BaseException) -> str:
    """In words: after the first of a Sentinel's come its connections, as Python prints them."""
    text = str(lost)
    return text.partition(" : ")[0] if isinstance(lost, MasterNotFoundError) else text


async def close(redis: Connection) -> None:
    """Close all connections, those to Sentinels included."""
    await redis.aclose()
    if isinstance(redis, RedisCluster):  # does nothing by itself while it has lost a node
        await redis.nodes_manager.aclose()
        await redis.nodes_manager.aclose("startup_nodes")
    elif isinstance(redis.connection_pool, SentinelConnectionPool):
        for sentinel in redis.connection_pool.sentinel_manager.sentinels:
            await sentinel.aclose()


def shown(url: str) -> str:
    """The URL without its password."""
    before, at, after = url.rpartition("@")
    if not at:
        return url
    scheme, _, user = before.partition("://")
    return f"{scheme}://{user.partition(':')[0]}@{after}"


def _opened(url: str) -> Connection:
    options: dict[str, Any] = {
        "decode_responses": True,
        "socket_timeout": REPLY_TIMEOUT_S,
        "socket_connect_timeout": 5.0,
        "health_check_interval": 0,
        "client_name": "scenestream",
        "max_connections": MOST_CONNECTIONS,
    }
    never = Retry(NoBackoff(), 0)
    scheme = url.partition("://")[0]
    if scheme not in ("redis+sentinel", "redis+cluster"):
        return Redis.from_url(url, retry=never, connection_class=QuickConnection, **options)
    parts = urlsplit(url)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    options |= {"username": user or None, "password": password or None}
    hosts = _hosts(parts.netloc.rpartition("@")[2])
    if scheme == "redis+cluster":
        nodes = [ClusterNode(host, port) for host, port in hosts]
        return QuickCluster(startup_nodes=nodes, retry=never, **options)
    service, _, db = parts.path.strip("/").partition("/")
    if not service:
        raise ValueError("the service's name is missing after the Sentinels' addresses")
    sentinel = Sentinel(hosts, sentinel_kwargs={"socket_timeout": 2.0, "decode_responses": True})
    return sentinel.master_for(service, retry=never, db=int(db or 0), **options)


def _hosts(netloc: str) -> list[tuple[str, int]]:
    found = []
    for each in netloc.split(","):
        host, colon, port = each.rpartition(":")
        if not colon or not host or not port.isdigit():
            raise ValueError(f"{each!r} is not HOST:PORT")
        found.append((host.strip("[]"), int(port)))
    return found


async def _check(redis: Connection) -> None:
    if not isinstance(redis, RedisCluster):
        await _check_server(redis, {}, "the server")
        return
    try:
        await redis.initialize()
    except RedisClusterException as refused:
        if "not enabled" in str(refused):
            raise RedisUnsuitable(f"{refused}; for a server alone give redis://") from refused
        raise
    for node in redis.get_primaries():
        await _check_server(redis, {"target_nodes": node}, f"{node.host}:{node.port}")


async def _check_server(redis: Connection, where: dict[str, Any], name: str) -> None:
    info: dict[str, Any] = await redis.info(**where)
    mode = str(info.get("redis_mode", "standalone"))
    if mode != "standalone" and not where:
        raise RedisUnsuitable(f"{name} is part of a {mode}; give its address as redis+{mode}://")
    version = tuple(int(n) for n in str(info["redis_version"]).split(".")[:2])
    if version < OLDEST:
        raise RedisUnsuitable(
            f"{name} is Redis {info['redis_version']}; Streams need 6.2 or newer: upgrade it"
        )
    policy = info.get("maxmemory_policy", "noeviction")
    if policy != "noeviction":
        raise RedisUnsuitable(
            f"maxmemory-policy of {name} is {policy}: Redis may evict the log; set it to noeviction"
        )
    if not await _persists(redis, info, where):
        logger.warning(
            "redis.not_persistent",
            extra={"node": name, "remedy": "set appendonly yes, or sessions end with it"},
        )


async def _persists(redis: Connection, info: dict[str, Any], where: dict[str, Any]) -> bool:
    if int(info.get("aof_enabled", 0)):
        return True
    try:
        save: dict[str, str] = await redis.config_get("save", **where)
    except ResponseError:  # a managed Redis that hides CONFIG says nothing either way
        return True
    return bool(save.get("save"))
