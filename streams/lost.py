"""What a broken connection, or a server that is not ready to be written to, raises."""

from __future__ import annotations

from redis.exceptions import (
    BusyLoadingError,
    ClusterDownError,
    ConnectionError,
    MasterDownError,
    ReadOnlyError,
    SlotNotCoveredError,
    TimeoutError,
    TryAgainError,
)

LOST = (
    ConnectionError,
    TimeoutError,
    BusyLoadingError,
    ClusterDownError,
    MasterDownError,
    ReadOnlyError,
    SlotNotCoveredError,
    TryAgainError,
    OSError,
)
"""The command may or may not have run; another try, later, may find Redis well."""

NOT_NOW = ("READONLY", "MASTERDOWN", "CLUSTERDOWN", "LOADING", "UNBLOCKED", "MISCONF")
"""What an error's text holds when a script met such a server: redis-py sees only its wrapping."""
