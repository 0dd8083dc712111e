"""Asking a Redis on loopback who it is, over a bare socket.

It speaks just enough of the protocol for PING, INFO and SHUTDOWN, so that starting a server needs
no client library. Everything else talks to Redis through redis-py.
"""

from __future__ import annotations

import socket

_ANSWER_S = 1.0


def ask_info(port: int) -> dict[str, str] | None:
    """INFO's server and persistence fields of whatever listens on 127.0.0.1:``port``.

    None when nothing listens or it is no Redis that talks to us.
    """
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=_ANSWER_S) as link:
            link.sendall(b"INFO\r\n")
            return _fields(_bulk(link))
    except (OSError, ValueError):
        return None


def is_serving(port: int) -> bool:
    """Whether PING is answered with PONG; false while the server still loads its data."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=_ANSWER_S) as link:
            link.sendall(b"PING\r\n")
            return link.recv(64).startswith(b"+PONG")
    except OSError:
        return False


def ask_to_end(port: int) -> None:
    """SHUTDOWN: what was appended reaches the disk first. Whether it obeys is not waited for."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=_ANSWER_S) as link:
            link.sendall(b"SHUTDOWN NOSAVE\r\n")
            link.recv(64)
    except OSError:
        return


def free_port() -> int:
    """A loopback port that was free a moment ago; another program may be quicker to take it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _bulk(link: socket.socket) -> bytes:
    """One bulk string. Raises ``ValueError`` when the answer is anything else."""
    got = b""
    while b"\r\n" not in got:
        got += _more(link)
    head, _, body = got.partition(b"\r\n")
    if not head.startswith(b"$"):
        raise ValueError(f"no bulk string: {head[:40]!r}")
    size = int(head[1:])
    while len(body) < size:
        body += _more(link)
    return body[:size]


def _more(link: socket.socket) -> bytes:
    chunk = link.recv(65536)
    if not chunk:
        raise ValueError("the connection closed in the middle of an answer")
    return chunk


def _fields(info: bytes) -> dict[str, str]:
    lines = info.decode("utf-8", "replace").splitlines()
    return dict(line.split(":", 1) for line in lines if ":" in line and not line.startswith("#"))
