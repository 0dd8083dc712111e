"""What can go wrong, by type. Every message says the cause, then the remedy.

What a server refused has its words: ``category``, ``code`` and ``message`` as on the wire.
"""

from __future__ import annotations


class SceneClientError(Exception):
    """The root of all errors of this package."""


class Unreachable(SceneClientError):
    """No gateway of scenestream.v2 answers at that URL; check that it runs, and the URL."""


class ClientClosed(SceneClientError):
    """The client is closed; make another."""


class FellBehind(SceneClientError):
    """More events wait for this iterator than are kept; take them sooner, or ask for fewer."""


class BrokenFrame(SceneClientError):
    """What came is no ServerFrame; the connection is made anew."""


class Diverged(SceneClientError):
    """A scene change does not lead to the scene that the server has; the whole scene is asked for
    anew."""


class UnknownAsset(SceneClientError):
    """The scene names no asset of that id; take one from ``scene.assets``."""


class BrokenAsset(SceneClientError):
    """The bytes that came are not those of the asset's hash, three times; something on the way from
    the gateway changes them."""


class ServerError(SceneClientError):
    """An error that a server told. ``category`` says who must act ("bad_input", "forbidden", …),
    ``code`` is a stable name for programs, ``message`` says the cause and the remedy."""

    def __init__(self, category: str, code: str, message: str) -> None:
        super().__init__(message or code)
        self.category, self.code, self.message = category, code, message


class Refused(ServerError):
    """The server did not take a command, or the client. ``retry_after_s``: when it may be tried
    again; 0: as it is, never."""

    def __init__(self, category: str, code: str, message: str, retry_after_s: float = 0.0) -> None:
        super().__init__(category, code, message)
        self.retry_after_s = retry_after_s


class RequestFailed(ServerError):
    """A request failed for good, in ``stage``."""

    def __init__(self, category: str, code: str, message: str, stage: str) -> None:
        super().__init__(category, code, message)
        self.stage = stage


class RequestCancelled(SceneClientError):
    """A request was cancelled, here or by somebody else."""
