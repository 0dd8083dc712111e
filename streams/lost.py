"""What a broken connection, or a server that is not ready to be written to, raises."""

from __future__ import annotations

from redis.exceptions import (
    AskError,
    BusyLoadingError,
    ClusterError,
    ConnectionError,
    ReadOnlyError,
    RedisClusterException,
    TimeoutError,
    TryAgainError,
)

LOST = (
    ConnectionError,
    TimeoutError,
    BusyLoadingError,
    ReadOnlyError,
    AskError,  # and MOVED: the cluster is being rearranged
    TryAgainError,
    ClusterError,  # CLUSTERDOWN and MASTERDOWN, and redis-py tired of being sent elsewhere
    RedisClusterException,  # no node answers, or the slots are not all served: no RedisError
    OSError,
)
"""The command may or may not have run; another try, later, may find Redis well."""

NOT_NOW = ("READONLY", "MASTERDOWN", "CLUSTERDOWN", "LOADING", "UNBLOCKED", "MISCONF")
"""What an error's text holds when a script met such a server: redis-py sees only its wrapping."""
