"""Why an item has no mesh although nothing is wrong with it."""

from __future__ import annotations

from schemas.errors import Unavailable


class ItemLost(Unavailable):
    """The log lost the request when its database failed over; ask again."""


class ItemCancelled(Unavailable):
    """The request was cancelled; ask again if it is still wanted."""


class ServerStopping(Unavailable):
    """The geometry server is stopping; ask again when it is back."""


class NoConsumer(Unavailable):
    """For too long nobody has been there who makes meshes."""

    def __init__(self, waited_s: float) -> None:
        self.waited_s = waited_s
        super().__init__(
            f"no mesh consumer has been there for {waited_s:g} s; start one with "
            "`scenestream up --only mesh`, and ask again"
        )


class ItemFailed(Unavailable):
    """What became of the request, in the words of its log; the message says what to do."""
