"""What a client is told that asks for too much, each with when to try again."""

from __future__ import annotations

from schemas.errors import Category, ScenestreamError


class TooMany(ScenestreamError):
    """More was asked for than one client may; wait as long as the refusal says, and ask again."""

    category = Category.TOO_MANY

    def __init__(self, message: str, retry_after_s: float) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(message)


class TooManyCommands(TooMany):
    """Commands come faster than they are taken; wait as long as the refusal says."""


class TooManyBytes(TooMany):
    """Bytes come faster than they are taken; wait as long as the refusal says."""


class TooManyConnections(TooMany):
    """So many connections are open already that this one is not served; close one, or wait."""


class TooManyFailedLogins(TooMany):
    """Logins of this address fail too often; wait as long as the refusal says, or bring a good
    token or invitation, which is let in at any time."""


class QuotaUsedUp(TooMany):
    """What one user may use is used up; the message says of what, and when there is more."""


class BacklogTooLong(TooMany):
    """More work waits than is done soon; the message says how long it will take."""


class NeverWaits(TooMany):
    """Commands went on although they were refused; connect again, and wait when you are told to."""
