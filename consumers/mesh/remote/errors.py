"""What can go wrong with a server that makes meshes for us, by who must act.

``server``: its engine's name, without what is secret. What it said itself is told on one line, cut.
"""

from __future__ import annotations

from consumers.chat.errors import without_secrets
from schemas.errors import Misconfigured, ScenestreamError, TooLarge, Unavailable
from schemas.geometry_v1 import may_pass


class RemoteAway(Unavailable):
    """The server can not be reached, breaks off, or has trouble of its own."""

    def __init__(self, server: str, why: str) -> None:
        self.server = server
        told = without_secrets(why)
        super().__init__(
            f"{server} does not do it now ({told}); check that it runs, its URL and its log"
        )


class RemoteSlow(Unavailable):
    """The server has not answered in time. What it does of the work, it may still do."""

    def __init__(self, server: str, waited_s: float, why: str = "") -> None:
        self.server, self.waited_s = server, waited_s
        super().__init__(
            f"{server} has not answered within {waited_s:g} s{f' ({why})' if why else ''}; look at "
            "its log, or raise SCENESTREAM_REMOTE_S"
        )


class RemoteRefused(ScenestreamError):
    """The server refuses the request (4xx): the same one is refused again."""

    def __init__(self, server: str, status: int, words: str) -> None:
        self.server, self.status = server, status
        super().__init__(
            f"{server} refuses the request, {status}: {without_secrets(words)}; change what it "
            "names, or choose another engine with --engine mesh=ENGINE"
        )


class RemoteDenied(Misconfigured):
    """The server wants to know who asks, or does not want them."""

    def __init__(self, server: str, status: int) -> None:
        self.server, self.status = server, status
        super().__init__(
            f"{server} denies access ({status}); put a user and a password that it knows into the "
            "URL, as http://user:password@host"
        )


class NotThatServer(Misconfigured):
    """Something answers at the URL, but it is no server of this kind."""

    def __init__(self, server: str, why: str) -> None:
        self.server = server
        super().__init__(
            f"{server} is no such server: {without_secrets(why)}; check the URL and the port"
        )


class RemoteFailed(ScenestreamError):
    """The server tried and failed, and says that it would again."""

    def __init__(self, server: str, words: str) -> None:
        self.server = server
        super().__init__(
            f"{server} made no mesh: {without_secrets(words)}; mend that there, or choose another "
            "engine with --engine mesh=ENGINE"
        )


class RemoteTooLarge(TooLarge):
    """The server's answer has more bytes than are taken."""

    def __init__(self, server: str, most_bytes: int) -> None:
        self.server, self.most_bytes = server, most_bytes
        super().__init__(
            f"{server} answers with more than {most_bytes / 2**20:.0f} MiB; have it make a smaller "
            "mesh"
        )


class CutOff(Unavailable):
    """A mesh ends before its end: it is still being written, or was lost on its way."""

    def __init__(self, server: str, has: int, says: int) -> None:
        self.server, self.has, self.says = server, has, says
        super().__init__(
            f"the mesh of {server} is cut off: {has:,} of {says:,} bytes; see that its disk is not "
            "full"
        )


class NoMesh(ScenestreamError):
    """What the server gave for a mesh is none."""

    def __init__(self, server: str, why: str) -> None:
        self.server = server
        super().__init__(f"what {server} gave is no mesh in a GLB file: {why}; look at its log")


class SharedFolder(Misconfigured):
    """The folder that this machine shares with the server can not be used."""

    def __init__(self, folder: str, why: str) -> None:
        self.folder = folder
        super().__init__(
            f"the folder shared with the geometry server, {folder}, can not be used: {why}; set "
            "SCENESTREAM_REMOTE_FOLDER to one that both can write to, by the same path"
        )


def said_of_item(server: str, words: str) -> ScenestreamError:
    """The error of an item that the server failed, in its words: by them, it may pass or not."""
    return RemoteAway(server, words) if may_pass(words) else RemoteFailed(server, words)
