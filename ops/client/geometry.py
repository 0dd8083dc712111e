"""A client of a geometry server, ours or one that speaks the same contract. Only the standard
library: a program that makes scenes can take it along.

An item is yielded once, however often its batch has to be sent: after a broken stream only what has
not come yet is asked for again.
"""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from schemas.errors import BadInput, Unavailable
from schemas.geometry_v1 import BACKENDS, PORT, Line, read_line

CONNECT_S, READ_S, HEALTH_S = 10.0, 3600.0, 5.0
TRIES = 3
LONGEST_PAUSE_S = 60.0
_BROKEN = (OSError, http.client.HTTPException)


class GeometryServerAway(Unavailable):
    """The geometry server did not answer; check that it runs, and its URL."""


class GeometryRefused(BadInput):
    """The geometry server refused the whole batch; its own words say why."""


@dataclass(frozen=True, slots=True)
class GeometryWish:
    """One picture that is to become a mesh. Paths are absolute, on a disk that the server sees."""

    image_path: str
    output_dir: str
    prompt: str
    debug_folder: str | None = None
    output_filename: str | None = None
    backend: str = BACKENDS[0]
    sam3d_config: dict[str, object] | None = None
    scene_id: str | None = None


class GeometryClient:
    """Asks the server at ``url``. ``pause`` takes the seconds to wait before another try."""

    def __init__(
        self,
        url: str = f"http://127.0.0.1:{PORT}",
        *,
        tries: int = TRIES,
        read_s: float = READ_S,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        parts = urlsplit(url)
        if parts.scheme != "http" or not parts.hostname:
            raise GeometryRefused(f"{url!r} is no server's URL; expected one as http://host:{PORT}")
        self._host, self._port = parts.hostname, parts.port or 80
        self._tries, self._read_s, self._pause = tries, read_s, pause

    def is_healthy(self) -> bool:
        """Whether the server answers that it is well."""
        try:
            return self.health().get("status") == "healthy"
        except GeometryServerAway:
            return False

    def health(self) -> dict[str, object]:
        """What the server says of itself. Raises ``GeometryServerAway``."""
        line = http.client.HTTPConnection(self._host, self._port, timeout=HEALTH_S)
        try:
            line.request("GET", "/health")
            told = json.loads(line.getresponse().read())
        except (*_BROKEN, ValueError) as broken:
            raise self._away(broken) from broken
        finally:
            line.close()
        return dict(told)

    def generate(self, wishes: Sequence[GeometryWish]) -> Iterator[Line]:
        """What became of each wish, in order of completion: a path, or an error.

        ``index`` counts ``wishes``. Raises ``GeometryRefused`` for a batch that makes no sense to
        the server, ``GeometryServerAway`` when it does not answer after all tries, and
        ``BrokenAnswer``.
        """
        if not wishes:
            raise GeometryRefused("the list of wishes is empty; ask for one at least")
        left = dict(enumerate(wishes))
        failed = 0
        while left:
            asked = list(left)
            try:
                for said in self._once([left[index] for index in asked]):
                    index = asked[said.index] if 0 <= said.index < len(asked) else -1
                    if left.pop(index, None) is not None:
                        failed = 0  # it goes on
                        yield Line(index, said.path, said.error)
                if left:
                    raise http.client.IncompleteRead(b"")
            except (*_BROKEN, GeometryServerAway) as broken:
                failed += 1
                if failed >= self._tries:
                    raise self._away(broken) from broken
                self._pause(min(2.0 ** (failed - 1), LONGEST_PAUSE_S))

    def _once(self, wishes: Sequence[GeometryWish]) -> Iterator[Line]:
        """One try. Raises what the connection does, and ``GeometryServerAway`` for a 5xx."""
        line = http.client.HTTPConnection(self._host, self._port, timeout=CONNECT_S)
        try:
            line.connect()
            line.sock.settimeout(self._read_s)
            body = json.dumps([_document(wish) for wish in wishes])
            line.request("POST", "/generate_geometries", body, {"Content-Type": "application/json"})
            answer = line.getresponse()
            if answer.status >= 500:
                raise GeometryServerAway(_error(answer.read(), answer.status))
            if answer.status != 200:
                raise GeometryRefused(_error(answer.read(), answer.status))
            while text := answer.readline():
                if text.strip():
                    yield read_line(text)
        finally:
            line.close()

    def _away(self, why: BaseException) -> GeometryServerAway:
        told = str(why) or type(why).__name__
        return GeometryServerAway(
            f"the geometry server at http://{self._host}:{self._port} did not answer to the end "
            f"({told}); check that it runs, and its URL"
        )


def _document(wish: GeometryWish) -> dict[str, object]:
    return {name: value for name, value in asdict(wish).items() if value is not None}


def _error(body: bytes, status: int) -> str:
    try:
        return str(json.loads(body)["error"])
    except (ValueError, KeyError, TypeError):
        return f"HTTP status {status}; {body[:200]!r}"
