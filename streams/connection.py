"""Opening a Redis that can hold a log, and refusing one that can not, once and clearly."""

from __future__ import annotations

import logging
from typing import Any

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError, ResponseError

from streams.errors import RedisUnavailable, RedisUnsuitable
from streams.scripts import LOST

OLDEST = (6, 2)
REPLY_TIMEOUT_S = 15.0
"""Longer than any blocking read, so that a timeout means a broken connection."""

logger = logging.getLogger(__name__)


async def connect(url: str) -> Redis:
    """A connection pool to ``url``, checked. Raises ``RedisUnavailable``, ``RedisUnsuitable``."""
    try:
        redis = Redis.from_url(
            url,
            decode_responses=True,
            retry=Retry(NoBackoff(), 0),
            socket_timeout=REPLY_TIMEOUT_S,
            socket_connect_timeout=5.0,
            health_check_interval=0,
            client_name="scenestream",
        )
    except ValueError as bad:
        raise RedisUnsuitable(
            f"REDIS_URL is {url!r}; expected redis://HOST:PORT/DB, rediss:// or unix:// ({bad})"
        ) from bad
    try:
        await _check(redis)
    except LOST as lost:
        await redis.aclose()
        raise RedisUnavailable(f"{RedisUnavailable.__doc__} ({url}: {lost})") from lost
    except RedisUnsuitable:
        await redis.aclose()
        raise
    except RedisError as refused:
        await redis.aclose()
        raise RedisUnsuitable(f"{url} refused us: {refused}; check user and password") from refused
    return redis


async def _check(redis: Redis) -> None:
    info: dict[str, Any] = await redis.info()
    version = tuple(int(n) for n in str(info["redis_version"]).split(".")[:2])
    if version < OLDEST:
        raise RedisUnsuitable(
            f"the Redis server is {info['redis_version']}; Streams need 6.2 or newer: upgrade it"
        )
    policy = info.get("maxmemory_policy", "noeviction")
    if policy != "noeviction" and int(info.get("maxmemory", 0)) > 0:
        raise RedisUnsuitable(
            f"maxmemory-policy is {policy}: Redis would evict the log; set it to noeviction"
        )
    if not await _persists(redis, info):
        logger.warning(
            "redis.not_persistent", extra={"remedy": "set appendonly yes, or sessions end with it"}
        )


async def _persists(redis: Redis, info: dict[str, Any]) -> bool:
    if int(info.get("aof_enabled", 0)):
        return True
    try:
        save: dict[str, str] = await redis.config_get("save")
    except ResponseError:  # a managed Redis that hides CONFIG says nothing either way
        return True
    return bool(save.get("save"))
