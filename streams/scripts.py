"""The Lua scripts, run so that a lost reply or a restarted Redis does no harm.

Every script is idempotent by an id its caller chose, so a call whose reply was lost is simply made
again. redis-py's own retries are off: they would repeat commands that are not.
"""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, TypeVar

from redis.asyncio import RedisCluster
from redis.exceptions import ConnectionError, NoScriptError, ReadOnlyError, ResponseError

from streams.connection import Connection
from streams.errors import RedisUnavailable
from streams.lost import LOST, NOT_NOW

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Script:
    """One Lua file and its digest."""

    text: str
    sha: str

    @classmethod
    def load(cls, name: str) -> Script:
        return cls.of(files("streams").joinpath("lua", f"{name}.lua").read_text("utf-8"))

    @classmethod
    def of(cls, text: str) -> Script:
        return cls(text, hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest())

    def then(self, following: Script) -> Script:
        """Both in one call, on the same keys; the first argument counts those of the first script.

        Their answers, which are JSON, come as a list: in one text, since Redis writes a list by
        pieces. A failure of the second undoes nothing of the first; its answer is null then.
        """
        return Script.of(_THEN.format(self.text, following.text))


_THEN = """
local function first(ARGV)
{}
end
local function second(ARGV)
{}
end
local count = tonumber(ARGV[1])
local answer = first({{unpack(ARGV, 2, count + 1)}})
local done, following = pcall(second, {{unpack(ARGV, count + 2)}})
return '[' .. answer .. ',' .. (done and following or 'null') .. ']'
"""

COMMIT, TAKE, HOLD, GIVE_BACK, RESTORE, CLOCK = (
    Script.load(name) for name in ("commit", "take", "hold", "give_back", "restore", "clock")
)
COMMIT_AND_TAKE = COMMIT.then(TAKE)
REDRIVE, DROP, BEAT, LEAVE, FORK = (
    Script.load(name) for name in ("redrive", "drop", "beat", "leave", "fork")
)
STAGE, IMPORT = (Script.load(name) for name in ("stage", "import"))
SEAL, FORGET, GATHER = (Script.load(name) for name in ("seal", "forget", "gather"))
ANNOUNCE, ATTEND, ABSENT = (Script.load(name) for name in ("announce", "attend", "absent"))
CHARGE, METER, UNSTORE, SPEND = (
    Script.load(name) for name in ("charge", "meter", "unstore", "spend")
)


async def run(
    redis: Connection, script: Script, keys: Sequence[str], args: Sequence[str | int | float]
) -> Any:
    """The script's answer. Raises what redis-py raises; NOSCRIPT is mended here."""
    call = (script.sha, len(keys), *keys, *args)
    try:
        try:
            return await redis.execute_command("EVALSHA", *call)
        except NoScriptError:
            return await redis.execute_command("EVAL", script.text, *call[1:])
    except ResponseError as refused:
        unwrapped = "READONLY " if isinstance(refused, ReadOnlyError) else ""  # as Redis 7 says it
        await raise_if_not_now(redis, f"{unwrapped}{refused}")
        raise


async def raise_if_not_now(redis: Connection, said: str) -> None:
    """Raise ``ConnectionError`` if ``said``, an error, tells of a server that takes no writes now.

    Idle connections are closed, so that the next try asks who is master. A cluster redirects.
    """
    if not any(word in said for word in NOT_NOW):
        return
    if not isinstance(redis, RedisCluster):
        await redis.connection_pool.disconnect(inuse_connections=False)
    raise ConnectionError(f"Redis can not be written to now: {said}")


async def run_until_answered(
    redis: Connection, script: Script, keys: Sequence[str], args: Sequence[str | int | float]
) -> Any:
    """Like ``run``, but over broken connections too: only for scripts that may run twice."""
    return await until_answered(lambda: run(redis, script, keys, args))


async def until_answered(call: Callable[[], Awaitable[T]], patience_s: float = 30.0) -> T:
    """``call``'s answer, calling again while the connection breaks: only for what may run twice.

    Raises ``RedisUnavailable`` when Redis has not answered for ``patience_s``.
    """
    clock = asyncio.get_running_loop().time
    deadline = clock() + patience_s
    pause = 0.02
    while True:
        try:
            return await call()
        except LOST as lost:
            if clock() + pause > deadline:
                raise RedisUnavailable(f"{RedisUnavailable.__doc__} ({lost})") from lost
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))
            pause = min(pause * 2, 1.0)
