"""A local server that speaks Ollama's HTTP API from recorded answers, over real sockets.

Stands for what can not be had where tests run, a language model; what talks to it is the real
``langchain-ollama``. What belongs here: the protocol. The answers are data, see ``answers``.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.ollama.answers import Answer, Scenario

VERSION = "0.12.6"
WHEN = "2026-01-01T00:00:00Z"
PATIENCE_S = 60.0
"""How long anything here waits for a test before it gives up."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came. ``body`` is {} for a GET."""

    path: str
    body: dict[str, Any]

    @property
    def messages(self) -> list[dict[str, Any]]:
        """What the model was told, of a chat."""
        return list(self.body.get("messages", []))

    def text(self) -> str:
        """All that the model was told, tool calls included, as one text to search in."""
        return "\n".join(json.dumps(m, ensure_ascii=False) for m in self.messages)


@dataclass
class Ollama:
    """A running server. ``url`` is what ``OLLAMA_HOST`` takes; ``asked`` every chat so far."""

    scenario: Scenario
    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    hung_up: int = 0
    """Streams that the client left before their end."""
    _used: dict[int, int] = field(default_factory=dict)
    _news: threading.Condition = field(default_factory=threading.Condition)
    _held: threading.Event = field(default_factory=threading.Event)
    _closing: threading.Event = field(default_factory=threading.Event)

    def wait_asked(self, many: int) -> None:
        """Return once ``many`` chats have come in all. Raises ``TimeoutError``."""
        with self._news:
            if not self._news.wait_for(lambda: len(self.asked) >= many, PATIENCE_S):
                raise TimeoutError(f"{len(self.asked)} chats came, {many} were waited for")

    def wait_hung_up(self, many: int) -> None:
        """Return once ``many`` streams were left by the client. Raises ``TimeoutError``."""
        with self._news:
            if not self._news.wait_for(lambda: self.hung_up >= many, PATIENCE_S):
                raise TimeoutError(f"{self.hung_up} streams were left, {many} were waited for")

    def release(self) -> None:
        """Let the answers that are ``held`` go on, and all later ones."""
        self._held.set()

    def play(self, scenario: Scenario) -> None:
        """Answer from ``scenario`` from now on."""
        with self._news:
            self.scenario = scenario
            self._used.clear()
            self.asked.clear()

    def _hear(self, asked: Asked) -> Answer | None:
        """Keep what was asked; the answer that is due."""
        with self._news:
            self.asked.append(asked)
            self._news.notify_all()
            model, text = str(asked.body.get("model", "")), asked.text()
            for n, answer in enumerate(self.scenario.answers):
                used = self._used.get(n, 0)
                if (answer.times is None or used < answer.times) and answer.fits(model, text):
                    self._used[n] = used + 1
                    return answer
        return None

    def _left(self) -> None:
        with self._news:
            self.hung_up += 1
            self._news.notify_all()

    def pause(self, seconds: float) -> None:
        """As a slow model does; cut short when the server closes."""
        self._closing.wait(seconds)

    def hold(self) -> None:
        """Wait for ``release``."""
        self._held.wait(PATIENCE_S)

    @property
    def closing(self) -> bool:
        return self._closing.is_set()


@contextmanager
def ollama(scenario: Scenario) -> Iterator[Ollama]:
    """A server on a free port of this machine, closed at the end."""
    served = Ollama(scenario)

    class Handler(_Handler):
        ollama = served

    server = _Server(("127.0.0.1", 0), Handler)
    served.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield served
    finally:
        served._closing.set()
        served.release()
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is part of what is tested."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    ollama: Ollama

    def end_headers(self) -> None:
        # Its client is never closed by langchain-ollama: a socket kept alive would be leaked.
        self.send_header("Connection", "close")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: tests read what was asked."""

    def do_HEAD(self) -> None:
        self._document({})

    def do_GET(self) -> None:
        match self.path:
            case "/api/tags":
                self._document({"models": [_listed(m) for m in self.ollama.scenario.models]})
            case "/api/version":
                self._document({"version": VERSION})
            case "/":
                self._document("Ollama is running")
            case _:
                self._document({"error": "not found"}, 404)

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        try:
            body = json.loads(self.rfile.read(length) or b"{}")
        except ValueError:
            return self._document({"error": "invalid character in request body"}, 400)
        model = str(body.get("model") or body.get("name") or "")
        if self.path not in ("/api/chat", "/api/show"):
            return self._document({"error": "not found"}, 404)
        if model not in self.ollama.scenario.models:
            self.ollama._hear(Asked(self.path, body))
            return self._document({"error": f"model '{model}' not found"}, 404)
        if self.path == "/api/show":
            about = {"capabilities": self.ollama.scenario.capabilities, "details": _DETAILS}
            return self._document({**about, "modelfile": "", "template": "", "model_info": {}})
        if body.get("tools") and "tools" not in self.ollama.scenario.capabilities:
            return self._document({"error": f"{model} does not support tools"}, 400)
        return self._chat(model, Asked(self.path, body))

    def _chat(self, model: str, asked: Asked) -> None:
        answer = self.ollama._hear(asked)
        if answer is None:
            return self._document({"error": "no recorded answer is left for this"}, 500)
        if answer.held:
            self.ollama.hold()
        self.ollama.pause(answer.after_s)
        if answer.hangs_up:
            self.close_connection = True
            return None
        if answer.error:
            return self._document({"error": answer.error}, answer.status)
        if asked.body.get("stream") is False:
            return self._document(_whole(model, answer))
        try:
            self._stream(model, answer)
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            self.ollama._left()
            self.close_connection = True
        return None

    def _stream(self, model: str, answer: Answer) -> None:
        """NDJSON in HTTP chunks, as ``stream: true`` gives it."""
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for message in answer.messages():
            self._line(_part(model, message))
            self.ollama.pause(answer.pause_s)
            if self.ollama.closing:
                break
        for line in answer.raw:
            self._chunk(line.encode() + b"\n")
        if answer.cut or self.ollama.closing:
            self.close_connection = True  # no last line and no last chunk
            return
        if not answer.raw:
            self._line(_last(model, answer))
        self.wfile.write(b"0\r\n\r\n")

    def _line(self, document: dict[str, Any]) -> None:
        self._chunk(json.dumps(document).encode() + b"\n")

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _document(self, document: Any, status: int = 200) -> None:
        data = document if isinstance(document, str) else json.dumps(document)
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data.encode())))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data.encode())


_DETAILS = {
    "format": "gguf", "family": "llama", "families": ["llama"], "parameter_size": "24B",
    "quantization_level": "Q4_K_M", "parent_model": "",
}  # fmt: skip


def _listed(model: str) -> dict[str, Any]:
    about = {"modified_at": WHEN, "size": 1, "digest": "0" * 64, "details": _DETAILS}
    return {"name": model, "model": model, **about}


def _part(model: str, message: dict[str, Any]) -> dict[str, Any]:
    told = {"role": "assistant", "content": "", **message}
    return {"model": model, "created_at": WHEN, "message": told, "done": False}


def _last(model: str, answer: Answer) -> dict[str, Any]:
    counts = {"total_duration": 1, "load_duration": 1, "prompt_eval_count": 1, "eval_count": 1}
    end = {"done": True, "done_reason": answer.done_reason}
    return {**_part(model, {}), **end, **counts, "prompt_eval_duration": 1, "eval_duration": 1}


def _whole(model: str, answer: Answer) -> dict[str, Any]:
    parts = list(answer.messages())
    told: dict[str, Any] = {"content": "".join(p.get("content", "") for p in parts)}
    calls = [call for p in parts for call in p.get("tool_calls", [])]
    if calls:
        told["tool_calls"] = calls
    return {**_last(model, answer), "message": {"role": "assistant", **told}}
