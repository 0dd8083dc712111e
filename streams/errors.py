"""What can go wrong between us and the log."""

from __future__ import annotations

from schemas.errors import Category, ScenestreamError, Unavailable


class EventTooLarge(ScenestreamError):
    """An event would exceed the log's limit; put the bytes into the artifact store."""

    category = Category.TOO_LARGE


class UndecodableEvent(ScenestreamError):
    """A log entry can not be read as an event; it is kept as it is."""

    category = Category.INTERNAL


class RedisUnavailable(Unavailable):
    """Redis does not answer; check REDIS_URL and that the server runs."""


class RedisUnsuitable(ScenestreamError):
    """The Redis server can not hold a log; the message names the setting to change."""

    category = Category.MISCONFIGURED


class Stale(ScenestreamError):
    """The session moved on while a step was computed; it runs again on the newer state."""

    category = Category.UNAVAILABLE
