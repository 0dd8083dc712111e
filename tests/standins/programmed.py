"""An HTTP server on loopback that answers as a test says: the base of stand-ins for peers."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from typing import Any


@dataclass
class Request:
    """One request as it came. ``reply``: what answers it, once, unless ``raw`` is written."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    handler: BaseHTTPRequestHandler = field(repr=False)

    @property
    def document(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    def reply(self, status: int, kind: str, body: bytes, length: int | None = None) -> None:
        """Answer; ``length`` where the headers shall say something else."""
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        self.handler.send_header("Content-Length", str(len(body) if length is None else length))
        self.handler.end_headers()
        self.handler.wfile.write(body)

    def json(self, status: int, document: Any) -> None:
        """Answer with JSON."""
        self.reply(status, "application/json", json.dumps(document).encode())

    def raw(self, data: bytes) -> None:
        """Write bytes that need not be HTTP."""
        self.handler.wfile.write(data)
        self.handler.wfile.flush()

    def is_left(self, timeout_s: float = 10.0) -> bool:
        """Whether its client goes away within the time; nothing more of it is read."""
        self.handler.connection.settimeout(timeout_s)
        try:
            left: bytes = self.handler.connection.recv(1)
            return left == b""
        except TimeoutError:
            return False
        except OSError:
            return True


@dataclass
class Server:
    """A running server; ``asked``: what it was asked so far."""

    url: str
    asked: list[Request] = field(default_factory=list)


@contextmanager
def serving(
    answer: Callable[[Request], None], *, one_at_a_time: bool = False, port: int = 0
) -> Iterator[Server]:
    """A server whose requests ``answer`` answers."""
    server = Server("")

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            request = Request(self.command, self.path, dict(self.headers), body, self)
            server.asked.append(request)
            with suppress(ConnectionError):  # its client went away
                answer(request)

        do_GET = do_POST = _any  # noqa: N815 - http.server's names

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    kind = HTTPServer if one_at_a_time else ThreadingHTTPServer
    kind.allow_reuse_address = True
    listening = kind(("127.0.0.1", port), Handler)
    thread = threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{listening.server_address[1]}"
    try:
        yield server
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()
