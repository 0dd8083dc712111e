"""The artifacts of an engine process: read before a step's turn comes, written after it is over.

The device does not wait for storage. What a step puts is written beside the next one's work, and
the step is not answered before all of it lies there, since its event outlives this process.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from pydantic import BaseModel

from schemas.artifacts import ArtifactRef
from schemas.events import Data
from streams.artifacts import ArtifactStore, Stored

READERS = WRITERS = 4
"""Threads: storage over a network answers several at once."""
AHEAD_BYTES = 256 * 2**20
"""What is read for steps that wait; what is more is read when their turn comes."""


class Shelf:
    """What is read ahead, and the threads that carry. One for a process; safe between threads."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._store = ArtifactStore(url)
        self._readers = ThreadPoolExecutor(READERS, "reads-ahead")
        self._writers = ThreadPoolExecutor(WRITERS, "writes-behind")
        self._guard = Lock()
        self._ahead: OrderedDict[str, tuple[int, Future[bytes]]] = OrderedDict()

    def fetch(self, data: Data) -> None:
        """Begin to read the artifacts that ``data`` names."""
        for ref in _named(data):
            with self._guard:
                held = sum(size for size, _ in self._ahead.values())
                if ref.sha256 in self._ahead or held + ref.size > AHEAD_BYTES:
                    continue
                reading = self._readers.submit(self._store.get, ref)
                self._ahead[ref.sha256] = ref.size, reading

    def take(self, sha256: str) -> Future[bytes] | None:
        """The reading of that artifact, which is forgotten here; None: it was not read ahead."""
        with self._guard:
            found = self._ahead.pop(sha256, None)
        return found and found[1]

    def forget(self, data: Data) -> None:
        """``data``'s step is over: nobody wants what was read for it."""
        for ref in _named(data):
            self.take(ref.sha256)

    def write(self, data: bytes, media_type: str) -> Future[ArtifactRef]:
        """Begin to write ``data``."""
        return self._writers.submit(self._store.put, data, media_type)


class Desk(ArtifactStore):
    """The store as one step sees it: its reads may have been made, its puts are under way.

    ``settle`` waits for those. Whatever else is asked of the store sees them all.
    """

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf.url)
        self._shelf = shelf
        self._put: dict[str, bytes] = {}
        self._writing: list[Future[ArtifactRef]] = []

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way, and nothing failed."""
        return not self._writing

    def settle(self) -> None:
        """Return when all puts are made. Raises what the first of them raised that failed."""
        while self._writing:
            self._writing[0].result()
            del self._writing[0]

    def when_over(self, then: Callable[[], None], passed: int = 0) -> None:
        """Call ``then`` once no put is under way, made or failed, in the thread that ends the last.

        ``passed``: of how many puts that is known.
        """
        if passed == len(self._writing):
            then()
        else:
            self._writing[passed].add_done_callback(lambda _: self.when_over(then, passed + 1))

    def put(self, data: bytes, media_type: str) -> ArtifactRef:
        """The reference of ``data``, which is being written."""
        sha256 = hashlib.sha256(data).hexdigest()
        self._put[sha256] = data
        self._writing.append(self._shelf.write(data, media_type))
        return ArtifactRef(sha256=sha256, size=len(data), media_type=media_type)

    def get(self, artifact: ArtifactRef | str) -> bytes:
        """The bytes, checked. Raises ``MissingArtifact`` or ``CorruptArtifact``."""
        sha256 = artifact.sha256 if isinstance(artifact, ArtifactRef) else artifact
        if sha256 in self._put:
            return self._put[sha256]
        reading = self._shelf.take(sha256)
        return super().get(artifact) if reading is None else reading.result()

    def has(self, artifact: ArtifactRef | str) -> bool:
        self.settle()
        return super().has(artifact)

    def delete(self, artifact: ArtifactRef | str) -> bool:
        """Whether there was something to delete."""
        self.settle()
        self._put.pop(artifact.sha256 if isinstance(artifact, ArtifactRef) else artifact, None)
        return super().delete(artifact)

    def stat(self, artifact: ArtifactRef | str, head: int = 0) -> Stored | None:
        """As the store's."""
        self.settle()
        return super().stat(artifact, head)

    def path(self, artifact: ArtifactRef | str) -> Path | None:
        """As the store's: the file is whole."""
        self.settle()
        return super().path(artifact)

    def iter(self) -> Iterator[str]:
        """As the store's."""
        self.settle()
        return super().iter()


def _named(data: BaseModel) -> Iterator[ArtifactRef]:
    """The artifacts that the members of ``data`` are; not those deeper in it."""
    for name in type(data).model_fields:
        value = getattr(data, name)
        if isinstance(value, ArtifactRef):
            yield value
