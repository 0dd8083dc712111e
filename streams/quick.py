"""A connection that sends a script's call at less cost than redis-py's own, and means the same.

redis-py packs commands in Python even where hiredis could, and before Python 3.12 it makes a task
for every write. Both are most of what a quick step spends on its way to Redis.
"""

from __future__ import annotations

from typing import Any

import hiredis
from redis.asyncio import RedisCluster
from redis.asyncio.connection import Connection
from redis.exceptions import ConnectionError

UNWAITED = 32 * 1024
"""Bytes that asyncio buffers and makes no writer wait for (it takes 64 KiB): they need no timeout.
A connection has one command under way, so the buffer is empty before."""


class QuickConnection(Connection):  # type: ignore[misc] # redis is untyped here
    """To a server by host and port."""

    socket_timeout: float | None

    def pack_command(self, *args: Any) -> list[bytes]:
        """The command as Redis reads it."""
        if args[0] == "EVALSHA":
            return [hiredis.pack_command(args)]
        packed: list[bytes] = super().pack_command(*args)
        return packed

    async def send_packed_command(self, command: Any, check_health: bool = True) -> None:
        """Write the command, within ``socket_timeout``. Raises ``ConnectionError``, also when
        another task closed this connection while it was made, as a cluster's client does with all
        of a node's: redis-py stumbles over its missing stream then."""
        try:
            await self._send(command, check_health)
        except AttributeError as stumbled:
            if stumbled.obj is not None:
                raise
            raise ConnectionError("The connection was closed while it was made.") from stumbled

    async def _send(self, command: Any, check_health: bool) -> None:
        limit = self.socket_timeout
        few = not isinstance(command, str | bytes) and sum(map(len, command)) <= UNWAITED
        if not self.is_connected or not few:
            await super().send_packed_command(command, check_health)
            return
        self.socket_timeout = None
        try:
            await super().send_packed_command(command, check_health)
        finally:
            self.socket_timeout = limit


class QuickCluster(RedisCluster):  # type: ignore[misc] # redis is untyped here
    """A cluster's client whose connections are quick ones: redis-py has no argument for that."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.connection_kwargs["connection_class"] = QuickConnection
        for node in self.startup_nodes:
            node.connection_class = QuickConnection
